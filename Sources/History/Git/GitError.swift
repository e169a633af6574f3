/// Why something could not be read from a git repository; facts only, the words are below.
package enum GitError: Error, Hashable, Sendable {
  /// There is none at the path, nor above it.
  case noRepository(String)
  /// Git reads no repository of another user, as its configuration could run programs.
  case foreignOwner(String)
  case unknownRevision(String)
  case ambiguousRevision(String)
  /// It names something that has no tree, such as a tag of a file.
  case notACommit(String)
  /// More files than ``GitRepository/maximumFiles`` below one path.
  case tooManyFiles(String)
  case oversizedFile(String, bytes: Int)
  /// A partial clone lacks what is in the file, and libgit2 fetches nothing.
  case missingFile(String)
  /// Anything else, in the words of libgit2: a damaged object, a clone that lacks it, ...
  case library(String)
}

extension GitError {
  /// One phrase, no final period.
  package var summary: String {
    switch self {
    case .noRepository(let path): "folder '\(path)' is in no git repository"
    case .foreignOwner(let path):
      "the git repository of '\(path)' belongs to another user, so that git refuses to read it"
    case .unknownRevision(let name): "git knows no revision '\(name)'"
    case .ambiguousRevision(let name): "revision '\(name)' could be any of several"
    case .notACommit(let name): "revision '\(name)' is not a commit"
    case .tooManyFiles(let path):
      "'\(path)' holds more than \(GitRepository.maximumFiles) files in git"
    case .oversizedFile(let path, let bytes):
      "file '\(path)' has \(bytes) bytes in git; the most that is read is "
        + "\(GitRepository.maximumFileSize)"
    case .missingFile(let path): "the clone is partial, and lacks what is in file '\(path)'"
    case .library(let words): "git can't read its repository: \(words)"
    }
  }

  /// What to do about it, as a verb phrase.
  package var help: String? {
    switch self {
    case .noRepository: "run this in a git repository, or name releases or files instead"
    case .foreignOwner(let path): "run: git config --global --add safe.directory '\(path)'"
    case .unknownRevision:
      "name a commit, tag or branch; in a shallow clone run: git fetch --unshallow"
    case .missingFile: "run: git fetch --refetch --no-filter"
    case .ambiguousRevision: "write more of its digits"
    case .notACommit, .tooManyFiles, .oversizedFile, .library: nil
    }
  }
}
