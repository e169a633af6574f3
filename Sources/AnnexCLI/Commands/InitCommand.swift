/// `annex init`: writes a small workspace to start from.
package struct InitCommand: Command {
  package static let name = "init"
  package static let abstract = "Start a workspace with a small example of everything."
  package static let discussion = [
    """
    Writes settings, a short agreement, a sub-processor and two files of measures below \
    'content', ready for 'annex build'. Files that are there already are never touched: where one \
    of them is in the way, nothing is written.
    """
  ]
  package static let operands = [
    OperandSpecification(
      "FOLDER", isOptional: true, help: "Where to write it (default: the workspace).")
  ]
  package static let examples = [
    CommandExample("annex init", "Start a workspace in this folder."),
    CommandExample("annex init legal", "Start a workspace in the folder 'legal'."),
  ]

  private let folder: String?

  package init(_ arguments: ParsedArguments) throws(UsageError) {
    try arguments.rejectSurplusOperands(of: Self.self)
    folder = arguments.operands.first
    if let folder, let workspace = arguments.value("workspace") {
      throw .wrongValue(
        option: "--workspace", value: workspace, rule: "and operand '\(folder)' name two folders",
        help: "keep one of them")
    }
  }

  package func run(in context: CommandContext) throws(CommandFailure) -> ExitCode {
    let folder = folder ?? context.options.workspace
    let files = NewFile.workspace(from: context.asOf)
    let writer = WorkspaceWriter(
      root: folder, wayOut: "start the workspace in another folder: 'annex init FOLDER'")
    try writer.rejectCollisions(with: files)
    try writer.write(files)

    guard !context.console.isQuiet else { return .success }
    let list = files.map { "created \(joinedPath(folder, $0.path))\n" }.joined()
    let build = folder == "." ? "annex build" : "annex build --workspace \(shellWord(folder))"
    let settings = joinedPath(folder, "content/portal.yml")
    try context.console.printResult("\(list)\nEdit '\(settings)', then run:\n  \(build)\n")
    return .success
  }
}

/// `text` as one word of a shell's command line.
private func shellWord(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "/"),
      UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
  guard !isPlain else { return text }
  let parts = text.split(separator: "'", omittingEmptySubsequences: false)
  return "'\(parts.joined(separator: #"'\''"#))'"
}
