internal import FileSystem
internal import History

/// A folder that the user compares as a version: a workspace, or any Markdown files.
struct FolderContent {
  /// As the user wrote it, without `/` at the end.
  let path: String
  /// What its workspace holds; empty where it is none.
  let files: [ContentFile]

  /// `nil` where no folder is at the path.
  init?(_ path: String) {
    guard (try? Folder(at: path).status(of: ".")) != nil else { return nil }
    var path = Substring(path)
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    self.path = String(path)
    files = WorkspaceContent(self.path).files.map { [path = self.path] in $0.shown(below: path) }
  }

  /// All its Markdown files.
  func looseFiles(holdingRepositories: Bool) throws(CommandFailure) -> [LooseFile] {
    try LooseFile.all(below: path, holdsRepositories: holdingRepositories).map { file in
      guard case .read(let content) = file.source else { return file }
      return LooseFile(name: file.name, source: .read(content.shown(below: path)))
    }
  }
}

extension ContentFile {
  /// The file with the folder in what diagnostics call it, since the other version has one of that
  /// name.
  fileprivate func shown(below folder: String) -> ContentFile {
    var file = self
    file.path = "\(folder)/\(path)"
    return file
  }
}
