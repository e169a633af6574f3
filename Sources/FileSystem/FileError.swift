#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system, or a rule of this module, refused.
///
/// Thrown by everything here that touches files. ``reason`` says it in plain words; the layer that
/// knows what the file was for turns the error into a diagnostic.
package struct FileError: Error, Hashable, Sendable {
  /// What was tried.
  package enum Operation: Hashable, Sendable {
    case open, read, list, inspect, create, write, link, rename, exchange, remove, lock
  }

  package enum Cause: Hashable, Sendable {
    /// An error number of the system (`errno.h`).
    case system(Int32)
    /// Something other than a regular file, which must not be read: it could block for ever.
    case notAFile(FileKind)
    case notAFolder
    /// A folder that is the root of another file system: it has no name that could be exchanged.
    case mountPoint
    /// More bytes than the caller accepts; none of them was kept.
    case overLimit(limit: Int)
    /// The path, or a symbolic link on it, leaves the folder that it was given for.
    case leadsOutside
    /// A path with a NUL byte, which the system would silently cut there.
    case containsNUL
  }

  package var operation: Operation
  /// As it was passed to the function that threw, not made absolute.
  package var path: String
  package var cause: Cause

  package init(_ operation: Operation, _ path: String, _ cause: Cause) {
    self.operation = operation
    self.path = path
    self.cause = cause
  }

  /// The error of the system call that has just failed.
  init(_ operation: Operation, _ path: String) {
    self.init(operation, path, .system(errno))
  }

  /// The system's error number, or `nil` where the refusal is this module's own.
  package var errorNumber: Int32? {
    if case .system(let number) = cause { number } else { nil }
  }

  /// Whether the path named nothing.
  package var isMissing: Bool { errorNumber == ENOENT }

  /// Whether symbolic links lead in a circle, or on and on.
  package var isLinkLoop: Bool { errorNumber == ELOOP }

  /// Whether the disk, the quota or a limit on sizes is used up.
  package var isOutOfSpace: Bool {
    errorNumber == ENOSPC || errorNumber == EDQUOT || errorNumber == EFBIG
  }

  /// Whether a file can't have a second name, for reasons of its file system or its owner.
  package var forbidsLinks: Bool {
    switch errorNumber {
    case EPERM, EACCES, EMLINK, EXDEV, EOPNOTSUPP, ENOSYS: true
    default: false
    }
  }

  /// Whether the reader of a pipe has gone away, which ends a command without a complaint.
  package var isBrokenPipe: Bool { errorNumber == EPIPE }
}

extension FileError: CustomStringConvertible {
  /// A phrase such as `'Site/index.html' cannot be written: no space left on the device`.
  package var description: String { "'\(path)' cannot be \(operation.participle): \(reason)" }
}

extension FileError.Operation {
  fileprivate var participle: String {
    switch self {
    case .open: "opened"
    case .read: "read"
    case .list: "listed"
    case .inspect: "inspected"
    case .create: "created"
    case .write: "written"
    case .link: "linked"
    case .rename: "renamed"
    case .exchange: "replaced"
    case .remove: "removed"
    case .lock: "locked"
    }
  }
}
