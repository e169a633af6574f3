internal import Diagnostics
internal import FileSystem
internal import History
internal import Portal

/// A file of a version that is no workspace: somewhere in a repository or a folder, unread at
/// first.
struct LooseFile {
  enum Source {
    case git(GitFile)
    case read(ContentFile)
    case unreadable(Diagnostic)
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
    case .unreadable: Identity(name: name)
    }
  }

  /// The file, or why it can't be compared.
  func read(
    _ git: GitSource?, _ revision: String
  ) throws(CommandFailure) -> Result<ContentFile, Refusal> {
    switch source {
    case .read(var file):
      file.name = name
      return .success(file)
    case .unreadable(let diagnostic): return .failure(Refusal(diagnostic: diagnostic))
    case .git(let file):
      guard let git else { throw CommandFailure(.noInput, "the git repository is gone") }
      do throws(GitError) {
        return .success(try git.read(file, revision: revision))
      } catch .oversizedFile(let path, let bytes) {
        return .failure(
          Refusal(
            diagnostic: Diagnostic(
              .oversizedFile, GitError.oversizedFile(path, bytes: bytes).summary,
              at: SourceRange(path: "\(revision):\(path)", line: 1, column: 1))))
      } catch {
        throw CommandFailure(error)
      }
    }
  }

  /// Why a file can't be read.
  struct Refusal: Error {
    var diagnostic: Diagnostic
  }

  /// The Markdown files below a folder, hidden ones left out. Without `holdsRepositories`, so are
  /// those of repositories within it, such as submodules.
  static func all(
    below path: String, holdsRepositories: Bool = true
  ) throws(CommandFailure) -> [LooseFile] {
    do throws(FileError) {
      let folder = try Folder(at: path)
      let entries = try folder.tree { inner in
        guard !isHidden(inner) else { return false }
        return holdsRepositories || (try? folder.status(of: inner + "/.git")) == nil
      }
      var files: [LooseFile] = []
      for entry in entries where entry.kind == .file {
        guard isMarkdown(entry.path) else { continue }
        guard entry.hasUTF8Path else {
          files.append(LooseFile(name: entry.path, source: .unreadable(.nameNotUTF8(entry.path))))
          continue
        }
        files.append(LooseFile(name: entry.path, source: read(entry.path, in: folder)))
      }
      return files
    } catch {
      throw CommandFailure(.noInput, "'\(error.path)' can't be read: \(error.reason)")
    }
  }

  /// A file of a commit that is compared with a folder, where not everything is looked at.
  static func besideFolder(_ file: GitFile) -> LooseFile? {
    guard !file.path.split(separator: "/").dropLast().contains(where: isHidden) else { return nil }
    return LooseFile(
      name: file.path,
      source: file.hasUTF8Path ? .git(file) : .unreadable(.nameNotUTF8(file.path)))
  }

  /// By its ending, however that is written: `TERMS.MD` is a text as well.
  static func isMarkdown(_ name: String) -> Bool {
    let ending = String(decoding: name.utf8.suffix(9), as: UTF8.self).lowercased()
    return ending.hasSuffix(".md") || ending.hasSuffix(".mdx") || ending == ".markdown"
  }

  /// Whether a folder is one of a tool rather than of an author.
  private static func isHidden(_ path: some StringProtocol) -> Bool {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last
    return name?.first == UInt8(ascii: ".") || name?.elementsEqual("node_modules".utf8) == true
  }

  private static func read(_ path: String, in folder: borrowing Folder) -> Source {
    do throws(FileError) {
      let bytes = try folder.read(path, limit: Workspace.maximumSourceSize)
      return .read(ContentFile(name: path, path: path, bytes: bytes))
    } catch {
      return .unreadable(.unreadable(path, because: error))
    }
  }
}
