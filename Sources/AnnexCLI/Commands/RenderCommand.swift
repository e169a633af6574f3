internal import Deadlines

/// `annex render`: renders one template with data from a file.
package struct RenderCommand: Command {
  package static let name = "render"
  package static let abstract = "Render one template with data from a file."
  package static let discussion = [
    """
    Writes the rendered text to standard output. TEMPLATE is looked up in the theme; without \
    '--theme' it is the path of a file, and what it includes or extends is found beside it. \
    The data is one mapping, in JSON or in YAML by the file's name.
    """,
    """
    What the folder of the theme lacks is taken from the theme that Annex carries, and the words and \
    functions of a theme are there, as in a build. Without '--theme' a template has neither, only the \
    language and its data.
    """,
  ]
  package static let operands = [
    OperandSpecification("TEMPLATE", help: "The template: a path, or a name within the theme.")
  ]
  package static let options = [
    OptionSpecification(
      "data", short: "d", valueName: "FILE",
      help: "The data: a .json, .yaml or .yml file (default: none)."),
    OptionSpecification("theme", valueName: "DIR", help: "The folder that templates come from."),
    OptionSpecification(
      "undefined", choices: UndefinedChoice.allCases.map(\.rawValue),
      help: "What an unknown name does: fail, print nothing, or print nothing even for its members "
        + "(default: strict)."),
    OptionSpecification(
      "language", choices: Language.allCases.map(\.rawValue),
      help: "The language of the words of the theme (default: en)."),
  ]
  package static let examples = [
    CommandExample(
      "annex render page.html --data page.yaml", "Render 'page.html' with the data in 'page.yaml'."),
    CommandExample(
      "annex render pages/agreement.html --theme templates --data dpa.json --undefined lenient",
      "Render a page of the theme, with gaps where data is missing."),
  ]

  private let template: String
  private let data: String?
  private let theme: String?
  private let undefined: UndefinedChoice
  private let language: Language

  package init(_ arguments: ParsedArguments) throws(UsageError) {
    template = try arguments.operand(0, of: Self.self)
    try arguments.rejectSurplusOperands(of: Self.self)
    data = arguments.value("data")
    theme = arguments.value("theme")
    undefined = arguments.value("undefined").flatMap(UndefinedChoice.init) ?? .strict
    language = arguments.value("language").flatMap(Language.init) ?? .english
  }

  package func run(in context: CommandContext) throws(CommandFailure) -> ExitCode {
    let bytes = try data.map { path throws(CommandFailure) in try context.readInput(path) }
    let outcome = try context.workbench.render(
      RenderSettings(
        template: template, theme: theme, dataPath: data ?? "data.json",
        data: bytes ?? Array("{}".utf8), undefined: undefined, language: language))
    let tally = try context.console.report(outcome.diagnostics, texts: outcome.texts)
    try context.console.printResult(outcome.output)
    return tally.exitCode(isStrict: context.options.isStrict)
  }
}
