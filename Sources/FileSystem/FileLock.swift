#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A lock on a name in a folder, which one process at a time holds.
///
/// It ends with the value or with the process, however that ends: a killed build leaves the file
/// but no lock. The lock is advisory; only programs that ask for it are kept out.
package struct FileLock: ~Copyable, Sendable {
  private let descriptor: Descriptor

  fileprivate init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }
}

extension Folder {
  /// Locks the file `name`, which is made where it is missing.
  ///
  /// - Returns: `nil` where another process, or another value in this one, holds the lock.
  package borrowing func lock(_ name: String) throws(FileError) -> FileLock? {
    while true {
      let file = try open(name, O_RDWR | O_CREAT | O_NOFOLLOW, for: .lock)
      while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
        if errno == EWOULDBLOCK { return nil }
        if errno != EINTR { throw FileError(.lock, name) }
      }
      // Its last holder may have removed the file between the two calls; then it locks nothing.
      if try file.status(path: name).linkCount > 0 { return FileLock(file) }
    }
  }
}
