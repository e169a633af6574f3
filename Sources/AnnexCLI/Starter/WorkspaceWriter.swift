internal import FileSystem

/// Writes new files into the folder of a workspace, which may have other files in it.
///
/// Nothing outside that folder is touched, and nothing in it is changed: a symbolic link is never
/// followed and a file is only ever created.
struct WorkspaceWriter {
  /// As the user wrote it.
  let root: String
  /// What to do where a file is there already.
  let wayOut: String

  /// Looks before anything is written, so that a refusal leaves nothing behind.
  func rejectCollisions(with files: [NewFile]) throws(CommandFailure) {
    guard let folder = try existingRoot() else { return }
    var colliding: [String] = []
    for file in files {
      for path in ancestors(of: file.path) {
        guard let kind = try kind(of: path, in: folder), kind != .folder else { continue }
        throw CommandFailure(
          .cannotCreate, "'\(joinedPath(root, path))' is \(kind.phrase), not a folder",
          help: "move it away, or \(wayOut)")
      }
      if try kind(of: file.path, in: folder) != nil { colliding.append(file.path) }
    }
    guard let first = colliding.first else { return }
    let path = joinedPath(root, first)
    let others = colliding.count - 1
    throw CommandFailure(
      .cannotCreate,
      others == 0
        ? "file '\(path)' is there already"
        : "file '\(path)' and \(counted(others, "more", "more")) are there already",
      help: wayOut)
  }

  func write(_ files: [NewFile]) throws(CommandFailure) {
    let folder = try openedRoot()
    do throws(FileError) {
      for file in files {
        if let parent = ancestors(of: file.path).last { try folder.createFolders(parent) }
        try folder.createFile(file.path, holding: Array(file.text.utf8).span)
      }
    } catch {
      throw failure(error)
    }
  }

  /// The root, made where it is missing: below the nearest folder on the way that is there.
  private func openedRoot() throws(CommandFailure) -> Folder {
    var present = root
    var missing: [String] = []
    while true {
      do throws(FileError) {
        let folder = try Folder(at: present)
        guard !missing.isEmpty else { return folder }
        let path = missing.reversed().joined(separator: "/")
        try folder.createFolders(path)
        return try folder.folder(at: path)
      } catch {
        guard error.isMissing, present != ".", present != "/" else {
          throw CommandFailure(.cannotCreate, "'\(root)' can't be created: \(error.reason)")
        }
        let (parent, name) = splitLastPart(of: present)
        missing.append(name)
        present = parent
      }
    }
  }

  private func existingRoot() throws(CommandFailure) -> Folder? {
    do throws(FileError) {
      return try Folder(at: root)
    } catch {
      if error.isMissing { return nil }
      throw CommandFailure(.cannotCreate, "folder '\(root)' can't be opened: \(error.reason)")
    }
  }

  private func kind(
    of path: String, in folder: borrowing Folder
  ) throws(CommandFailure) -> FileKind? {
    do throws(FileError) {
      return try folder.status(of: path)?.kind
    } catch {
      // Below something that isn't a folder, which the look at the folders above has told.
      throw failure(error)
    }
  }

  private func failure(_ error: FileError) -> CommandFailure {
    let path = error.path == root ? root : joinedPath(root, error.path)
    return CommandFailure(.cannotCreate, "'\(path)' can't be created: \(error.reason)")
  }

  /// The folders above `path`, outermost first: `content` and `content/measures`.
  private func ancestors(of path: String) -> [String] {
    let parts = path.split(separator: "/")
    return parts.indices.dropFirst().map { parts[..<$0].joined(separator: "/") }
  }
}

/// `a/b/` as `a` and `b`; the folder above a single name is the current one.
func splitLastPart(of path: String) -> (parent: String, name: String) {
  let parts = path.split(separator: "/")
  let parent = parts.dropLast().joined(separator: "/")
  let name = parts.last.map(String.init) ?? "."
  if path.hasPrefix("/") { return ("/\(parent)", name) }
  return (parent.isEmpty ? "." : parent, name)
}
