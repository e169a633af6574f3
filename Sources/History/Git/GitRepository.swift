internal import CGit2

/// A git repository, read only; the only way to libgit2.
///
/// It can't be copied and is closed once. What it gives are Swift values. A repository belongs to
/// one thread: libgit2 allows several only where each has its own.
@safe
package struct GitRepository: ~Copyable {
  let pointer: OpaquePointer
  /// The folder that is checked out; `nil` for a bare repository. With `/` at the end.
  package let workingFolder: String?

  /// Trees may hold the same tree many times, so that a small repository has billions of files.
  package static let maximumFiles = 100_000
  /// As for files of the workspace itself.
  package static let maximumFileSize = 16 << 20

  /// Opens the repository that `folder` is in: there or above it, on the same file system.
  ///
  /// Nothing is written, no program is run, and the environment is not looked at.
  package init(around folder: String) throws(GitError) {
    // Counted by libgit2: each owner starts it once and ends it once.
    guard git_libgit2_init() > 0 else { throw .lastOfLibrary }
    var opened: OpaquePointer?
    let status = unsafe git_repository_open_ext(&opened, folder, 0, nil)
    guard status == 0, let pointer = unsafe opened else {
      let error: GitError =
        switch status {
        case GIT_ENOTFOUND.rawValue: .noRepository(folder)
        case GIT_EOWNER.rawValue: .foreignOwner(folder)
        default: .lastOfLibrary
        }
      git_libgit2_shutdown()
      throw error
    }
    unsafe self.pointer = pointer
    workingFolder = unsafe git_repository_workdir(pointer).map { unsafe String(cString: $0) }
  }

  deinit {
    unsafe git_repository_free(pointer)
    git_libgit2_shutdown()
  }

  /// Whether old commits were left out when the repository was cloned.
  package var isShallow: Bool { unsafe git_repository_is_shallow(pointer) == 1 }

  /// Whether files were left out when the repository was cloned, to be fetched when git needs them.
  var isPartial: Bool {
    var settings: OpaquePointer?
    guard unsafe git_repository_config_snapshot(&settings, pointer) == 0 else { return false }
    defer { unsafe git_config_free(settings) }
    var found: OpaquePointer?
    guard
      unsafe git_config_iterator_glob_new(&found, settings, "remote\\..*\\.promisor") == 0
    else { return false }
    defer { unsafe git_config_iterator_free(found) }
    var entry: UnsafeMutablePointer<git_config_entry>?
    return unsafe git_config_next(&entry, found) == 0
  }
}
