internal import Diagnostics
internal import History

/// The git repository that a workspace is in, with what was read from it.
final class GitSource {
  private let repository: GitRepository
  /// The workspace from the root of the repository, with `/` at the end, or empty.
  let prefix: String
  private var store = BlobStore()

  init(around workspace: String) throws(GitError) {
    repository = try GitRepository(around: workspace)
    let path = repository.path(of: workspace) ?? ""
    prefix = path.isEmpty ? "" : path + "/"
  }

  /// Where a file on the disk is in the repository.
  func pathInRepository(of file: String) -> String? { repository.path(of: file) }
}

extension GitSource {
  /// `nil` where git knows no such revision.
  func commit(named revision: String) throws(CommandFailure) -> GitCommit? {
    do throws(GitError) {
      return try repository.commit(named: revision)
    } catch .unknownRevision {
      return nil
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The names of all tags.
  func tagNames() -> [String] {
    guard let tags = try? repository.tags(matching: "*") else { return [] }
    return (tags.tags + tags.elsewhere).map(\.name)
  }

  func releases(matching pattern: String, at place: SourceRange) throws(CommandFailure)
    -> (releases: [PublishedRelease], diagnostics: [Diagnostic])
  {
    do throws(GitError) {
      return try readTaggedReleases(
        in: repository, matching: pattern, contentFolder: prefix + "content", at: place)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The file at `path`; `nil` where there is none.
  func file(
    at path: String, of commit: GitCommit, shownAs name: String
  ) throws(CommandFailure) -> ContentFile? {
    do throws(GitError) {
      guard let file = try repository.files(of: commit.id, under: path).first, file.path == path
      else { return nil }
      return try store.file(file, name: path, path: name, in: repository)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The content of the workspace in a commit; empty where it has none.
  func content(
    of commit: GitCommit, revision: String
  ) throws(CommandFailure) -> [ContentFile] {
    do throws(GitError) {
      return try repository.contentFiles(
        of: commit, under: prefix + "content", revision: revision, store: &store)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The folder that is checked out; `nil` for a bare repository.
  var workingFolder: String? { repository.workingFolder }

  /// All files of a commit, unread.
  func files(of commit: GitCommit) throws(CommandFailure) -> [GitFile] {
    do throws(GitError) {
      return try repository.files(of: commit.id)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Those of the paths from the root that git takes no notice of.
  func ignored(among paths: [String]) throws(CommandFailure) -> Set<String> {
    do throws(GitError) {
      return try repository.ignored(among: paths)
    } catch {
      throw CommandFailure(error)
    }
  }

  var isShallow: Bool { repository.isShallow }

  /// The newest commit that both were made from.
  func commonAncestor(
    of first: GitCommit, and second: GitCommit
  ) throws(CommandFailure) -> GitCommit? {
    do throws(GitError) {
      return try repository.commonAncestor(of: first.id, and: second.id)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The commits between two that may have renamed a file, oldest first; `nil` where that can't be
  /// told, or would take too long.
  func steps(
    from old: GitCommit, to new: GitCommit, where isWanted: (String) -> Bool
  ) -> [GitStep]? {
    try? repository.steps(from: old.id, to: new.id, where: isWanted)
  }

  /// Reads a file that ``files(of:)`` listed.
  func read(_ file: GitFile, revision: String) throws(GitError) -> ContentFile {
    try store.file(
      file, name: file.path, path: "\(revision):\(file.path)", in: repository)
  }
}

extension CommandFailure {
  init(_ error: GitError) {
    self.init(.noInput, error.summary, help: error.help)
  }
}
