internal import Deadlines
internal import Diagnostics
internal import FileSystem

/// `annex diff`: says what differs between two versions, in sentences and as a redline.
package struct DiffCommand: Command {
  package static let name = "diff"
  package static let abstract = "Say what differs between two versions of the content or of a text."
  package static let discussion = [
    """
    A version is a release, a commit, tag or branch of the git repository that the workspace is in, \
    a file or a folder. Without TO it is what is in the workspace now; without FROM, the latest release. \
    'REVISION:PATH' names one file of a revision, as in git. A repository or a folder without a \
    workspace will do: its Markdown files are compared then.
    """,
    """
    What was renumbered, rewrapped or moved is told as that and not as a change of the text. The \
    status is 0 where nothing differs, 1 where something does, and 2 where the two could not be \
    compared. One of several files that cannot be read is left out, with a warning.
    """,
  ]
  package static let operands = [
    OperandSpecification("FROM", isOptional: true, help: "The older version."),
    OperandSpecification("TO", isOptional: true, help: "The newer version."),
    OperandSpecification(
      "-- PATH...", isOptional: true,
      help: "Only what is at these paths, such as 'agreements/dpa'."),
  ]
  package static let options = [
    OptionSpecification(
      "format", choices: DiffFormat.allCases.map(\.rawValue),
      help: "How the differences are written (default: text)."),
    OptionSpecification("stat", help: "Count the changes and leave their words out."),
    OptionSpecification(
      "language", choices: Language.allCases.map(\.rawValue),
      help: "The language of the sentences (default: en)."),
  ]
  package static let examples = [
    CommandExample("annex diff", "What has changed in the workspace since the latest release."),
    CommandExample("annex diff 2026-01-15 2026-03-01", "What one release changed after another."),
    CommandExample(
      "annex diff v1 HEAD -- agreements/dpa", "One agreement, from a tag to the latest commit."),
    CommandExample(
      "annex diff old.md new.md --format html > redline.html", "Two files, as a page to send."),
    CommandExample("annex diff ../signed .", "A folder that was put away, and this workspace."),
  ]
  package static let usageExitCode = ExitCode.trouble

  private let from: String?
  private let to: String?
  private let paths: [String]
  private let format: DiffFormat
  private let isStatistics: Bool
  private let language: Language

  package init(_ arguments: ParsedArguments) throws(UsageError) {
    var versions = Array(arguments.operands.prefix(arguments.separator ?? .max))
    paths = Array(arguments.operands.dropFirst(versions.count))
    guard versions.count <= 2 else {
      throw .surplusOperand(versions[2], command: Self.name)
    }
    // As git has it: two revisions in one word.
    if versions.count == 1, let both = splitRange(versions[0]) { versions = both }
    from = versions.first
    to = versions.count > 1 ? versions[1] : nil
    format = arguments.value("format").flatMap(DiffFormat.init) ?? .text
    isStatistics = arguments.flag("stat")
    language = arguments.value("language").flatMap(Language.init) ?? .english
  }

  package func run(in context: CommandContext) throws(CommandFailure) -> ExitCode {
    do throws(CommandFailure) {
      let outcome = try context.workbench.diff(
        DiffSettings(
          workspace: context.options.workspace, from: from, to: to, paths: paths, format: format,
          isStatistics: isStatistics, language: language,
          isColored: format == .text && context.console.usesColor(on: .output),
          width: context.console.width(of: .output), jobs: context.options.jobs))
      let tally = try context.console.report(outcome.diagnostics, texts: SourceTextsInMemory())
      // What could not be read would seem to be removed.
      guard tally.errors == 0 else { return .trouble }
      try context.console.printResult(outcome.output)
      return outcome.isDifferent ? .contentErrors : .success
    } catch {
      guard error != .brokenPipe else { throw error }
      throw CommandFailure(.trouble, error.summary, help: error.help)
    }
  }
}

/// `a..b` as the two; `nil` for anything else, and for git's `a...b`, which means something other.
private func splitRange(_ text: String) -> [String]? {
  let bytes = Array(text.utf8)
  let dot = UInt8(ascii: ".")
  for index in bytes.indices.dropFirst().dropLast(2)
  where bytes[index] == dot && bytes[index + 1] == dot {
    guard bytes[index - 1] != dot, bytes[index + 2] != dot, bytes[index + 2] != 0x2F,
      bytes[index - 1] != 0x2F
    else { return nil }
    return [
      String(decoding: bytes[..<index], as: UTF8.self),
      String(decoding: bytes[(index + 2)...], as: UTF8.self),
    ]
  }
  return nil
}
