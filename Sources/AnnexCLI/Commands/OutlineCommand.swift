internal import Diagnostics
internal import FileSystem

/// `annex outline`: shows what Annex understood of one agreement.
package struct OutlineCommand: Command {
  package static let name = "outline"
  package static let abstract = "Show the clauses of one agreement with their legal paths."
  package static let discussion = [
    """
    Needs no workspace: any Markdown file will do, with frontmatter or without; keys of another \
    program are only warned of. The outline is written to standard output, as an indented list for \
    people or, with '--format json', as one object.
    """
  ]
  package static let operands = [
    OperandSpecification("FILE", help: "The Markdown file of the agreement.")
  ]
  package static let examples = [
    CommandExample(
      "annex outline content/agreements/dpa.md", "List its sections, clauses and annexes."),
    CommandExample("annex outline dpa.md --format json", "The same for a program."),
  ]

  private let file: String

  package init(_ arguments: ParsedArguments) throws(UsageError) {
    file = try arguments.operand(0, of: Self.self)
    try arguments.rejectSurplusOperands(of: Self.self)
    if let format = arguments.value("format"), format == DiagnosticFormat.sarif.rawValue {
      throw .wrongValue(
        option: "--format", value: format, rule: "has no form for an outline",
        help: "write '--format people' or '--format json'")
    }
  }

  package func run(in context: CommandContext) throws(CommandFailure) -> ExitCode {
    let bytes = try context.readInput(file)
    let outcome = try context.workbench.outline(
      OutlineSettings(
        path: file, bytes: bytes, isJSON: context.options.format == .json,
        width: context.console.width(of: .output)))
    let texts = SourceTextsInMemory([file: bytes])
    let tally = try context.console.report(outcome.diagnostics, texts: texts)
    try context.console.printResult(outcome.output)
    return tally.exitCode(isStrict: context.options.isStrict)
  }
}
