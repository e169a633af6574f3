import CSystemCalls

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Folder {
  /// Writes a file that does not exist yet, with the permissions that the user's mask leaves.
  ///
  /// Nothing is forced to the disk: after a kill of the process every byte is there, after a loss
  /// of power a file of the last half minute may be empty (see ``synchronize(_:)``).
  ///
  /// Errors: `EEXIST` where something is at `path`; a file that could not be written whole is
  /// removed again.
  package borrowing func createFile(
    _ path: String, holding bytes: Span<UInt8>
  ) throws(FileError) {
    let file = try open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, for: .create)
    do throws(FileError) {
      try file.writeAll(bytes, path: path)
    } catch {
      try? remove(path)
      throw error
    }
  }

  /// Makes the folder `path`; one that is there already will do.
  package borrowing func createFolder(_ path: String) throws(FileError) {
    try checkForNUL(path, .create)
    let result = unsafe path.withCString { unsafe mkdirat(descriptor.number, $0, 0o777) }
    if result == 0 { return }
    let error = FileError(.create, path)
    guard error.errorNumber == EEXIST else { throw error }
    // A link to a folder will do as well: the user may have laid out disks that way.
    var status = stat()
    let inspected = unsafe path.withCString { unsafe fstatat(descriptor.number, $0, &status, 0) }
    guard inspected == 0, FileKind(mode: status.st_mode) == .folder else { throw error }
  }

  /// Makes the folder `path` and all on the way to it.
  package borrowing func createFolders(_ path: String) throws(FileError) {
    do throws(FileError) {
      return try createFolder(path)
    } catch  where error.isMissing && path.utf8.contains(UInt8(ascii: "/")) {}
    // Rare, so from the top; the loop is over parts of one path, which the system keeps short.
    var prefix = path.utf8.first == UInt8(ascii: "/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += part
      try createFolder(prefix)
      prefix += "/"
    }
  }

  /// Gives the file at `path` a second name in another folder of the same file system.
  ///
  /// Both names are the same file: its time stamp, owner and permissions are shared.
  package borrowing func link(
    _ path: String, to newPath: String, in other: borrowing Folder
  ) throws(FileError) {
    try checkForNUL(path, .link)
    try checkForNUL(newPath, .link)
    let result = unsafe path.withCString { path in
      unsafe newPath.withCString { newPath in
        unsafe linkat(descriptor.number, path, other.descriptor.number, newPath, 0)
      }
    }
    guard result == 0 else { throw FileError(.link, newPath) }
  }

  /// Copies the regular file at `path`, time stamp included, where it can't be linked.
  package borrowing func copy(
    _ path: String, to newPath: String, in other: borrowing Folder
  ) throws(FileError) {
    let source = try open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, for: .read)
    let bytes = try source.readAll(limit: .max - 1, path: path)
    var status = stat()
    guard unsafe fstat(source.number, &status) == 0 else { throw FileError(.read, path) }

    try other.createFile(newPath, holding: bytes.span)
    let target = try other.open(newPath, O_WRONLY | O_NOFOLLOW, for: .write)
    #if canImport(Darwin)
      let times = [status.st_atimespec, status.st_mtimespec]
    #else
      let times = [status.st_atim, status.st_mtim]
    #endif
    guard unsafe futimens(target.number, times) == 0 else { throw FileError(.write, newPath) }
  }

  /// Moves `path`, replacing an empty folder or a file of the same kind at its new place.
  package borrowing func rename(
    _ path: String, to newPath: String, in other: borrowing Folder
  ) throws(FileError) {
    try checkForNUL(path, .rename)
    try checkForNUL(newPath, .rename)
    let result = unsafe path.withCString { path in
      unsafe newPath.withCString { newPath in
        unsafe renameat(descriptor.number, path, other.descriptor.number, newPath)
      }
    }
    guard result == 0 else { throw FileError(.rename, path) }
  }

  /// Swaps what two paths name, in one step that no one can see the middle of.
  ///
  /// - Returns: false where the system or the file system can't (Linux before 3.15, NFS, some
  ///   FUSE file systems); nothing has happened then.
  package borrowing func exchange(
    _ path: String, with otherPath: String, in other: borrowing Folder
  ) throws(FileError) -> Bool {
    try checkForNUL(path, .exchange)
    try checkForNUL(otherPath, .exchange)
    let result = unsafe path.withCString { path in
      unsafe otherPath.withCString { otherPath in
        unsafe annex_exchange(descriptor.number, path, other.descriptor.number, otherPath)
      }
    }
    if result == 0 { return true }
    let error = FileError(.exchange, otherPath)
    switch error.errorNumber {
    case EINVAL, ENOSYS, EOPNOTSUPP: return false
    default: throw error
    }
  }

  /// Asks the disk to keep the file at `path` before this returns.
  package borrowing func synchronize(_ path: String) throws(FileError) {
    let file = try open(path, O_RDONLY | O_NONBLOCK, for: .write)
    guard fsync(file.number) == 0 else { throw FileError(.write, path) }
  }
}
