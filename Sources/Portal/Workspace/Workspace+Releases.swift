package import History

extension Workspace {
  /// The content as it is now, in the byte order of the names.
  package var contentFiles: [ContentFile] { sources.compactMap(Self.contentFile) }

  /// The content files of one kind.
  func contentFiles(ofKind kind: SourceFile.Kind) -> [ContentFile] {
    sources.compactMap { $0.kind == kind ? Self.contentFile($0) : nil }
  }

  private static func contentFile(_ file: SourceFile) -> ContentFile? {
    switch file.kind {
    case .portal, .agreement, .subProcessor, .measure, .scheme, .transfers, .picture:
      ContentFile(
        name: String(file.path.dropFirst("content/".utf8.count)), path: file.path,
        bytes: file.bytes)
    // Calendars say when periods end, not what was promised.
    case .release, .nextRelease, .template, .holidays: nil
    }
  }

  /// What lies below `content/releases`, folder by folder.
  package var frozenFolders: [FrozenFolder] {
    var folders: [FrozenFolder] = []
    var numbers: [String: Int] = [:]
    for file in sources {
      guard case .release(let id) = file.kind else { continue }
      let number = numbers[id] ?? folders.count
      if number == folders.count {
        numbers[id] = number
        folders.append(FrozenFolder(id: id, path: "content/releases/\(id)", files: []))
      }
      folders[number].files.append(
        ContentFile(name: String(file.relativePath), path: file.path, bytes: file.bytes))
    }
    return folders
  }
}
