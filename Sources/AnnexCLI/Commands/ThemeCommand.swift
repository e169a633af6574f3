internal import Diagnostics
internal import FileSystem
internal import Portal

/// `annex theme`: lists the files of the theme, or copies some into the workspace.
package struct ThemeCommand: Command {
  package static let name = "theme"
  package static let abstract = "List the files of the theme, or copy some to change them."
  package static let discussion = [
    """
    Without FILE, lists the templates, words and assets that pages are made with, and says which \
    of them the workspace has in their place. With FILES, copies them as Annex carries them into \
    'templates' of the workspace. Files that are there already are never touched: where one of \
    them is in the way, nothing is written.
    """,
    """
    A page follows the theme of the program for every file that is not copied, so copy what is to \
    be changed and nothing else. Of words, only those are needed that are said otherwise.
    """,
  ]
  package static let operands = [
    OperandSpecification(
      "FILE...", isOptional: true, help: "What to copy, such as 'partials/footer.html'.")
  ]
  package static let options = [
    OptionSpecification("print", help: "Write the files to standard output instead.")
  ]
  package static let examples = [
    CommandExample("annex theme", "List the files of the theme."),
    CommandExample(
      "annex theme partials/footer.html", "Copy the foot of every page, to put a link into it."),
    CommandExample("annex theme --print words/en.yml", "Show every word that the theme says."),
  ]

  private let names: [String]
  private let isPrinted: Bool

  package init(_ arguments: ParsedArguments) throws(UsageError) {
    names = arguments.operands
    isPrinted = arguments.flag("print")
    if isPrinted, names.isEmpty { throw .missingOperand("FILE") }
  }

  package func run(in context: CommandContext) throws(CommandFailure) -> ExitCode {
    let workspace = context.options.workspace
    guard !names.isEmpty else {
      try context.console.printResult(try list(in: workspace))
      return .success
    }
    var files: [NewFile] = []
    for name in names { files.append(try shipped(name)) }
    if isPrinted {
      for file in files { try context.console.printResult(file.text) }
      return .success
    }
    let writer = WorkspaceWriter(
      root: workspace, wayOut: "change the file that is there, or see the one of Annex by '--print'"
    )
    try writer.rejectCollisions(with: files)
    try writer.write(files)
    guard !context.console.isQuiet else { return .success }
    try context.console.printResult(
      files.map { "created \(joinedPath(workspace, $0.path))\n" }.joined())
    return .success
  }

  /// A file of the theme, by its path in the theme or in a workspace.
  private func shipped(_ name: String) throws(CommandFailure) -> NewFile {
    let path = String(name.trimmingPrefix("templates/"))
    guard let bytes = ShippedTheme.bytes(named: path) else {
      throw CommandFailure(
        .noInput, "the theme has no file '\(path)'",
        help: nearMiss(for: path, among: ShippedTheme.names).map {
          "replace '\(path)' with '\($0)'"
        } ?? "'annex theme' lists its files")
    }
    return NewFile("templates/\(path)", String(decoding: bytes, as: UTF8.self))
  }

  /// The files of the theme, one in a line; those of the workspace with the folder they are in.
  private func list(in workspace: String) throws(CommandFailure) -> String {
    do throws(FileError) {
      return Self.list(in: try Folder(at: workspace), called: workspace)
    } catch {
      throw CommandFailure(.noInput, "folder '\(workspace)' can't be opened: \(error.reason)")
    }
  }

  private static func list(in root: borrowing Folder, called workspace: String) -> String {
    var lines = ""
    for name in ShippedTheme.names {
      let path = "templates/\(name)"
      let isOwn = (try? root.status(of: path)) != nil
      lines += isOwn ? "\(name)  (\(joinedPath(workspace, path)))\n" : "\(name)\n"
    }
    return lines
  }
}
