internal import Deadlines
internal import FileSystem
internal import Frontmatter
internal import Registers

/// `annex release`: freezes the content as it is.
package struct ReleaseCommand: Command {
  package static let name = "release"
  package static let abstract = "Freeze the content as a release."
  package static let discussion = [
    """
    Copies the content to 'content/releases/ID' with the digest of each file, after all that \
    'annex check' checks. Refuses a text that has changed under an old version, a measure that is \
    weakened without a reason, and an announced change that does not leave the promised time.
    """,
    """
    'content/releases/next.yml' may hold a summary and notes on changes: why they are made, or how \
    much they weigh. They become a part of the release.
    """,
  ]
  package static let operands = [
    OperandSpecification(
      "ID", isOptional: true, help: "What the release is called (default: the day).")
  ]
  package static let options = [
    OptionSpecification("dry-run", help: "Write nothing; print the changes that it would publish."),
    OptionSpecification(
      "language", choices: Language.allCases.map(\.rawValue),
      help: "The language of the sentences (default: en)."),
  ]
  package static let examples = [
    CommandExample("annex release --dry-run", "See what a release of today would say."),
    CommandExample("annex release", "Freeze the content under today's date."),
    CommandExample("annex release 2026-03 --as-of 2026-03-01", "Choose the name and the day."),
  ]

  private let id: String?
  private let isTrial: Bool
  private let language: Language

  package init(_ arguments: ParsedArguments) throws(UsageError) {
    try arguments.rejectSurplusOperands(of: Self.self)
    id = arguments.operands.first
    isTrial = arguments.flag("dry-run")
    language = arguments.value("language").flatMap(Language.init) ?? .english
    // Beside the notes 'next.yml', it would look like the release that they are for.
    if let id, id == "next" {
      throw .wrongValue(
        option: "ID", value: id, rule: "is what the notes on the next release are called",
        help: "write a day, such as '2026-03-01', or a number")
    }
    if let id, isIdentifier(id), !isFolderName(id) {
      throw .wrongValue(
        option: "ID", value: id, rule: "is not \(folderNameRule)",
        help: "write a day, such as '2026-03-01', or a number")
    }
    if let id, !isIdentifier(id) || id == "next.yml" {
      throw .wrongValue(
        option: "ID", value: id, rule: "is not made of letters, digits, '-', '_' and '.'",
        help: "write a day, such as '2026-03-01', or a number")
    }
  }

  package func run(in context: CommandContext) throws(CommandFailure) -> ExitCode {
    let console = context.console
    let settings = ReleaseSettings(
      build: BuildSettings(context), id: id, isTrial: isTrial, isJSON: console.format == .json,
      language: language, isColored: console.usesColor(on: .output),
      width: console.width(of: .output))
    let outcome = try context.showingProgress { progress throws(CommandFailure) in
      try context.workbench.release(settings, progress: progress)
    }
    let tally = try console.report(outcome.diagnostics, texts: outcome.texts)
    if isTrial { try console.printResult(outcome.output) }
    let exitCode = tally.exitCode(isStrict: context.options.isStrict)
    if let written = outcome.written {
      let files = counted(written.files, "file", "files")
      try console.summarize("froze \(files) in '\(written.folder)': \(tally.words)")
    } else if exitCode != .success {
      try console.summarize("\(tally.words); release '\(outcome.id)' was not made")
    }
    return exitCode
  }
}
