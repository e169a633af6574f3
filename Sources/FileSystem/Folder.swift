#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open folder, and the only way to what lies in it.
///
/// Paths are relative to the folder, with `/` between the parts. Everything that opens something
/// keeps beneath the folder: symbolic links are followed while they stay in it, and a path or link
/// that leaves it is refused with ``FileError/Cause/leadsOutside``, as is every absolute one.
/// Functions that only change names (``createFolder(_:)``, ``link(_:to:in:)``, ``remove(_:)``,
/// ``rename(_:to:in:)``, ...) don't follow a link at the end of a path but do trust the folders on
/// the way there: use them on trees that this process made or has walked.
package struct Folder: ~Copyable, Sendable {
  /// Who sees to it that a path stays beneath the folder.
  package enum Resolution: Sendable {
    /// The kernel, in the same call that opens (`openat2` with `RESOLVE_BENEATH`, since Linux 5.6);
    /// without it, the steps.
    case kernelOrSteps
    /// This module: each part is opened by itself without following it, links are read and put in
    /// their place. The same answers, some calls more.
    case steps
  }

  let descriptor: Descriptor
  let resolution: Resolution

  init(_ descriptor: consuming Descriptor, resolution: Resolution) {
    self.descriptor = descriptor
    self.resolution = resolution
  }

  /// Opens the folder at `path`, which is absolute or relative to the current folder, and may be or
  /// contain symbolic links: it comes from the user, not from content.
  package init(at path: String, resolution: Resolution = .kernelOrSteps) throws(FileError) {
    try checkForNUL(path, .open)
    let number = unsafe path.withCString { path in
      unsafe openat(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard number >= 0 else { throw FileError(.open, path).sayingNotAFolder }
    self.init(Descriptor(owning: number), resolution: resolution)
  }

  /// Opens a folder beneath this one; `.` is the folder itself.
  package borrowing func folder(at path: String) throws(FileError) -> Folder {
    do throws(FileError) {
      let descriptor = try open(path, O_RDONLY | O_DIRECTORY, for: .open)
      return Folder(descriptor, resolution: resolution)
    } catch {
      throw error.sayingNotAFolder
    }
  }

  /// What this folder is, whatever path led to it.
  package borrowing func identity() throws(FileError) -> FileIdentity {
    try descriptor.status(path: ".").identity
  }

  /// What `path` names, a symbolic link itself rather than its target; `nil` where it is free.
  package borrowing func status(of path: String) throws(FileError) -> FileStatus? {
    try checkForNUL(path, .inspect)
    var status = stat()
    let result = unsafe path.withCString { path in
      unsafe fstatat(descriptor.number, path, &status, AT_SYMLINK_NOFOLLOW)
    }
    if result == 0 { return FileStatus(status) }
    let error = FileError(.inspect, path)
    if error.isMissing { return nil }
    throw error
  }

  /// What the symbolic link at `path` leads to in the end, which must lie beneath the folder.
  package borrowing func statusOfTarget(of path: String) throws(FileError) -> FileStatus {
    try open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY, for: .inspect).status(path: path)
  }

  /// The folder that contains this one, or `nil` for the root of the file system.
  package borrowing func parent() throws(FileError) -> Folder? {
    let number = unsafe openat(descriptor.number, "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw FileError(.open, "..") }
    let parent = Folder(Descriptor(owning: number), resolution: resolution)
    if try parent.identity() == identity() { return nil }
    return parent
  }
}

/// The system would cut the path at the NUL byte and touch another file than was named.
func checkForNUL(_ path: String, _ operation: FileError.Operation) throws(FileError) {
  guard !path.utf8.contains(0) else { throw FileError(operation, path, .containsNUL) }
}

extension FileError {
  /// A folder was asked for by its last part: the system's `ENOTDIR` is about that one.
  fileprivate var sayingNotAFolder: FileError {
    errorNumber == ENOTDIR ? FileError(operation, path, .notAFolder) : self
  }
}
