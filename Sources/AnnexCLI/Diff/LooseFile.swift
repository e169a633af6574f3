internal import FileSystem
internal import History
internal import Portal

/// A file of a version that is no workspace: somewhere in a repository or a folder, unread at first.
struct LooseFile {
  enum Source {
    case git(GitFile)
    case read(ContentFile)
  }

  /// From the folder that is compared.
  var name: String
  var source: Source

  /// Equal only for files of one name that hold the same.
  struct Identity: Hashable {
    var name: String
    var object: GitObjectID?
    var digest: String?
  }

  var identity: Identity {
    switch source {
    case .git(let file): Identity(name: name, object: file.id)
    case .read(let file): Identity(name: name, digest: file.digest)
    }
  }

  func read(_ git: GitSource?, _ revision: String) throws(CommandFailure) -> ContentFile {
    switch source {
    case .read(var file):
      file.name = name
      return file
    case .git(let file):
      guard let git else { throw CommandFailure(.noInput, "the git repository is gone") }
      return try git.read(file, revision: revision)
    }
  }

  /// The Markdown files below a folder, hidden ones left out.
  static func all(below path: String) throws(CommandFailure) -> [LooseFile] {
    do throws(FileError) {
      let folder = try Folder(at: path)
      let entries = try folder.tree { path in
        let name = path.utf8.split(separator: UInt8(ascii: "/")).last
        return name?.first != UInt8(ascii: ".") && name?.elementsEqual("node_modules".utf8) != true
      }
      var files: [LooseFile] = []
      for entry in entries where entry.kind == .file && entry.hasUTF8Path {
        guard entry.path.hasSuffix(".md") || entry.path.hasSuffix(".markdown") else { continue }
        let bytes = try folder.read(entry.path, limit: Workspace.maximumSourceSize)
        files.append(
          LooseFile(
            name: entry.path,
            source: .read(ContentFile(name: entry.path, path: entry.path, bytes: bytes))))
      }
      return files
    } catch {
      throw CommandFailure(.noInput, "'\(error.path)' can't be read: \(error.reason)")
    }
  }
}
