import CSystemCalls

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Folder {
  /// Opens `path` beneath the folder; `flags` are those of open(2).
  borrowing func open(
    _ path: String, _ flags: Int32, for operation: FileError.Operation
  ) throws(FileError) -> Descriptor {
    try checkForNUL(path, operation)
    let flags = flags | O_CLOEXEC
    let mode: UInt32 = flags & O_CREAT == 0 ? 0 : 0o666
    var failure: Int32 = ENOSYS
    if resolution == .kernelOrSteps {
      // A rename or mount elsewhere can make the kernel unsure; it then asks to be called again.
      for _ in 0..<64 {
        let number = unsafe path.withCString { path in
          unsafe annex_open_beneath(descriptor.number, path, flags, mode)
        }
        if number >= 0 { return Descriptor(owning: number) }
        failure = errno
        if failure != EAGAIN && failure != EINTR { break }
      }
    }
    // Containers' system call filters answer EPERM, or ENOSYS, to calls that they don't know.
    if failure == ENOSYS || failure == EPERM || failure == EAGAIN {
      let steps = StepwiseResolution(from: descriptor.number)
      let number = steps.open(path, flags)
      if number >= 0 { return Descriptor(owning: number) }
      failure = -number
    }
    switch failure {
    case EXDEV: throw FileError(operation, path, .leadsOutside)
    case ENXIO: throw FileError(operation, path, .notAFile(.socket))
    default: throw FileError(operation, path, .system(failure))
    }
  }
}

/// Opens a path part by part, so that no symbolic link is followed without being looked at.
///
/// Keeps a descriptor for every folder from the root to where it is, as `..` must lead back to the
/// folder that was passed, even if it was moved meanwhile.
private struct StepwiseResolution: ~Copyable {
  private let root: Int32
  /// The folders below the root that lead to the present one; owned.
  private var folders: [Int32] = []

  /// As many as Linux follows on one path (path_resolution(7)).
  private static let maximumLinks = 40

  /// Borrows `root`.
  init(from root: Int32) { self.root = root }

  deinit { for folder in folders { close(folder) } }

  /// A descriptor, or the negated error number: `-EXDEV` for a path that leaves the root.
  consuming func open(_ path: String, _ flags: Int32) -> Int32 {
    if path.isEmpty { return -ENOENT }
    if path.utf8.first == UInt8(ascii: "/") { return -EXDEV }
    // In reverse, so that the next part and the parts of a link are pushed and popped at the end.
    var parts = Self.parts(of: Array(path.utf8))
    var links = 0
    while let part = parts.popLast() {
      if part == Array("..".utf8) {
        guard let left = folders.popLast() else { return -EXDEV }
        close(left)
        continue
      }
      let isLast = parts.isEmpty
      let number = step(part, isLast ? flags : O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      if number >= 0 {
        if isLast { return number }
        folders.append(number)
        continue
      }
      // A link shows as ELOOP, or as ENOTDIR where a folder was asked for.
      guard number == -ELOOP || number == -ENOTDIR, let target = target(of: part) else {
        return number
      }
      links += 1
      if links > Self.maximumLinks { return -ELOOP }
      if target.first == UInt8(ascii: "/") { return -EXDEV }
      parts += Self.parts(of: target)
    }
    // Nothing but `.` and `..`: the folder that they lead to.
    let number = unsafe openat(folders.last ?? root, ".", flags)
    return number >= 0 ? number : -errno
  }

  private func step(_ part: [UInt8], _ flags: Int32) -> Int32 {
    let number = unsafe withCString(of: part) { name in
      unsafe openat(folders.last ?? root, name, flags | O_NOFOLLOW, 0o666)
    }
    return number >= 0 ? number : -errno
  }

  /// Where the link `part` points, or `nil` if it isn't one.
  private func target(of part: [UInt8]) -> [UInt8]? {
    var count = 0
    let target = unsafe [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, used in
      count = unsafe withCString(of: part) { name in
        unsafe buffer.withMemoryRebound(to: CChar.self) { buffer in
          guard let start = buffer.baseAddress else { return -1 }
          return unsafe readlinkat(folders.last ?? root, name, start, buffer.count)
        }
      }
      used = max(count, 0)
    }
    return count >= 0 ? target : nil
  }

  /// The parts of a path in reverse, without the empty ones and `.`.
  private static func parts(of path: [UInt8]) -> [[UInt8]] {
    path.split(separator: UInt8(ascii: "/")).map(Array.init).filter { $0 != [UInt8(ascii: ".")] }
      .reversed()
  }
}

/// Lends `bytes` with the NUL that the system wants at the end; there must be none inside.
func withCString<Result>(of bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
  unsafe (bytes + [0]).withUnsafeBufferPointer { buffer in
    unsafe buffer.withMemoryRebound(to: CChar.self) { buffer in
      guard let name = buffer.baseAddress else { preconditionFailure("it ends in NUL") }
      return unsafe body(name)
    }
  }
}
