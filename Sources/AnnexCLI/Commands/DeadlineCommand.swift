/// `annex deadline`: computes when a period ends, and says why.
package struct DeadlineCommand: Command {
  package static let name = "deadline"
  package static let abstract = "Compute the end of a period, with every step that leads to it."
  package static let discussion = [
    """
    The day of the event does not count; a period of working days leaves out the days off of the \
    working week and the public holidays of '--holidays'. Nothing is rolled to another day unless \
    '--roll forward' says so.
    """,
    """
    With '--window' there are two periods, as before a new sub-processor: '--period' is the notice \
    before use, '--window' the time to object, and the earliest start of use comes with them. \
    Holiday files in 'content/holidays' of the workspace take the place of those that come with \
    the program.
    """,
  ]
  package static let options = DeadlineOptions.specifications
  package static let examples = [
    CommandExample(
      "annex deadline --from 2026-12-18 --period \"14 working days\" --holidays DE-BY",
      "When 14 working days after 18 December are over in Bavaria."),
    CommandExample(
      "annex deadline --from 2026-03-29T23:30Z --zone Europe/Berlin --period \"30 days\"",
      "The same for a moment, which is the next day already in Berlin."),
    CommandExample(
      "annex deadline --from 2026-12-18 --period \"30 days\" --window \"14 working days\" "
        + "--holidays DE-HH --effective 2027-02-01",
      "When one may object at the latest, and when use may begin."),
  ]

  private let request: DeadlineRequest

  package init(_ arguments: ParsedArguments) throws(UsageError) {
    try arguments.rejectSurplusOperands(of: Self.self)
    request = try DeadlineOptions(arguments).request()
    if let format = arguments.value("format"), format == DiagnosticFormat.sarif.rawValue {
      throw .wrongValue(
        option: "--format", value: format, rule: "has no form for a deadline",
        help: "write '--format people' or '--format json'")
    }
  }

  package func run(in context: CommandContext) throws(CommandFailure) -> ExitCode {
    let outcome = try context.workbench.deadline(
      DeadlineSettings(
        workspace: context.options.workspace, request: request,
        isJSON: context.options.format == .json))
    let tally = try context.console.report(outcome.diagnostics, texts: outcome.texts)
    try context.console.printResult(outcome.output)
    return tally.exitCode(isStrict: context.options.isStrict)
  }
}
