/// `annex build`: compiles the workspace and puts the new portal in the place of the old one.
package struct BuildCommand: Command {
  package static let name = "build"
  package static let abstract = "Compile the workspace into a portal."
  package static let discussion = [
    """
    Reads 'content' and 'templates', reports every problem, and writes a complete new portal that \
    replaces the old one in one step. With errors nothing is written and the old portal stays. The \
    same files and the same '--as-of' give the same bytes.
    """
  ]
  package static let options = [
    OptionSpecification(
      "precompress",
      help: "Write each file of text a second time, compressed by gzip, for servers that send that."
    )
  ]
  package static let examples = [
    CommandExample("annex build", "Compile the workspace in this folder into 'Site'."),
    CommandExample(
      "annex build --workspace legal --output public",
      "Compile the workspace in 'legal' into 'public'."),
    CommandExample(
      "annex build --as-of 2026-03-01 --strict",
      "Compile as on that day, and fail on warnings."),
    CommandExample("annex build --precompress", "Compile for a server that sends '.gz' files."),
  ]

  private let isPrecompressed: Bool

  package init(_ arguments: ParsedArguments) throws(UsageError) {
    isPrecompressed = arguments.flag("precompress")
    try arguments.rejectSurplusOperands(of: Self.self)
  }

  package func run(in context: CommandContext) throws(CommandFailure) -> ExitCode {
    let start = context.host.monotonicTime()
    var settings = BuildSettings(context)
    settings.isPrecompressed = isPrecompressed
    let outcome = try context.showingProgress { [settings] progress throws(CommandFailure) in
      try context.workbench.build(settings, progress: progress)
    }
    let tally = try context.console.report(outcome.diagnostics, texts: outcome.texts)
    guard let publication = outcome.publication else {
      try context.console.summarize("\(tally.words); '\(context.output)' is left as it was")
      return outcome.isUnwritable ? .cannotCreate : .contentErrors
    }
    let time = context.host.monotonicTime() - start
    try printResult(
      BuildSummary(
        content: outcome.content, publication: publication, tally: tally, output: context.output,
        milliseconds: Int(time / .milliseconds(1))),
      to: context.console)
    return tally.exitCode(isStrict: context.options.isStrict)
  }

  private func printResult(
    _ summary: BuildSummary, to console: Console
  ) throws(CommandFailure) {
    guard !console.isQuiet else { return }
    try console.printResult(console.format == .people ? summary.line : summary.jsonLine)
  }
}

extension BuildSettings {
  init(_ context: CommandContext) {
    self.init(
      workspace: context.options.workspace, output: context.output, asOf: context.asOf,
      isStrict: context.options.isStrict, jobs: context.options.jobs)
  }
}
