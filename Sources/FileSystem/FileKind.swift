#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a name in a folder stands for.
package enum FileKind: Hashable, Sendable {
  case file, folder, link, pipe, socket, device

  /// With its article, for use in a sentence.
  package var phrase: String {
    switch self {
    case .file: "a file"
    case .folder: "a folder"
    case .link: "a symbolic link"
    case .pipe: "a named pipe"
    case .socket: "a socket"
    case .device: "a device"
    }
  }

  /// From `st_mode` (inode(7)).
  init(mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
  }

  /// From `d_type` (readdir(3)), or `nil` where the file system doesn't tell.
  init?(directoryType: UInt8) {
    switch Int(directoryType) {
    case Int(DT_REG): self = .file
    case Int(DT_DIR): self = .folder
    case Int(DT_LNK): self = .link
    case Int(DT_FIFO): self = .pipe
    case Int(DT_SOCK): self = .socket
    case Int(DT_BLK), Int(DT_CHR): self = .device
    default: return nil
    }
  }
}

/// What the system knows about a file without opening it for reading.
package struct FileStatus: Hashable, Sendable {
  package var kind: FileKind
  /// In bytes; meaningful for regular files.
  package var size: Int
  package var identity: FileIdentity
  /// Names that the file has; 0 once the last was removed.
  package var linkCount: Int

  init(_ status: stat) {
    kind = FileKind(mode: status.st_mode)
    size = Int(status.st_size)
    identity = FileIdentity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
    linkCount = Int(status.st_nlink)
  }
}

/// Tells whether two paths mean the same file, whatever they look like.
package struct FileIdentity: Hashable, Sendable {
  package var device: UInt64
  package var node: UInt64
}
