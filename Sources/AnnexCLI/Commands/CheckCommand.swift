/// `annex check`: reads and links everything, writes nothing.
package struct CheckCommand: Command {
  package static let name = "check"
  package static let abstract = "Report every problem without writing the portal."
  package static let discussion = [
    """
    Does all that 'annex build' does up to the writing, and ends with status 1 where there are \
    errors; with '--strict' warnings count too.
    """
  ]
  package static let examples = [
    CommandExample("annex check", "Check the workspace in this folder."),
    CommandExample(
      "annex check --format json 2> problems.jsonl", "Keep the problems, one JSON object a line."),
  ]

  package init(_ arguments: ParsedArguments) throws(UsageError) {
    try arguments.rejectSurplusOperands(of: Self.self)
  }

  package func run(in context: CommandContext) throws(CommandFailure) -> ExitCode {
    let outcome = try context.showingProgress { progress throws(CommandFailure) in
      try context.workbench.check(BuildSettings(context), progress: progress)
    }
    let tally = try context.console.report(outcome.diagnostics, texts: outcome.texts)
    try context.console.summarize("checked \(outcome.content.words): \(tally.words)")
    return tally.exitCode(isStrict: context.options.isStrict)
  }
}
