#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Folder {
  /// Removes the file or symbolic link at `path`; one that is gone already is no error.
  package borrowing func remove(_ path: String) throws(FileError) {
    try checkForNUL(path, .remove)
    try unlink(Array(path.utf8), 0)
  }

  /// Removes the folder at `path`, which must be empty; one that is gone already is no error.
  package borrowing func removeEmptyFolder(_ path: String) throws(FileError) {
    try checkForNUL(path, .remove)
    try unlink(Array(path.utf8), AT_REMOVEDIR)
  }

  /// Removes the folder at `path` with all that is in it. Symbolic links are removed, not followed.
  ///
  /// A tree that is gone already, or goes meanwhile, is no error. Needs no memory for the files but
  /// one folder's names, and no stack for the depth.
  package borrowing func removeTree(_ path: String) throws(FileError) {
    try checkForNUL(path, .remove)
    var pending = [Array(path.utf8)]
    // Each folder before those in it, so that the way back meets them empty.
    var emptied: [[UInt8]] = []
    while let next = pending.popLast() {
      emptied.append(next)
      guard let folder = try openForRemoval(next) else { continue }
      for (name, kind) in try folder.listing() {
        if kind == .folder {
          pending.append(next + [UInt8(ascii: "/")] + name)
        } else {
          try folder.unlink(name, 0)
        }
      }
    }
    for folder in emptied.reversed() { try unlink(folder, AT_REMOVEDIR) }
  }

  private borrowing func openForRemoval(_ path: [UInt8]) throws(FileError) -> Folder? {
    let number = unsafe withCString(of: path) { path in
      unsafe openat(
        descriptor.number, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    if number >= 0 { return Folder(Descriptor(owning: number), resolution: resolution) }
    let error = FileError(.remove, String(decoding: path, as: UTF8.self))
    if error.isMissing { return nil }
    throw error
  }

  private borrowing func unlink(_ path: [UInt8], _ flags: Int32) throws(FileError) {
    let result = unsafe withCString(of: path) { unsafe unlinkat(descriptor.number, $0, flags) }
    if result == 0 { return }
    let error = FileError(.remove, String(decoding: path, as: UTF8.self))
    if !error.isMissing { throw error }
  }
}
