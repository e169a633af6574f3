#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension FileError {
  /// Why, in words that need no manual: a phrase without a capital and without a period.
  ///
  /// The same on every system and in every language, unlike `strerror`.
  package var reason: String {
    switch cause {
    case .system(let number): Self.words(for: number)
    case .notAFile(let kind): "it is \(kind.phrase), not a regular file"
    case .notAFolder: "it is not a folder"
    case .mountPoint: "it is a mount point"
    case .overLimit(let limit): "it is larger than \(Self.size(limit))"
    case .leadsOutside: "it leads out of the folder"
    case .containsNUL: "its name contains a NUL byte"
    }
  }

  private static func words(for number: Int32) -> String {
    switch number {
    case ENOENT: "no such file or folder"
    case EACCES, EPERM: "permission denied"
    case ENOSPC: "no space left on the device"
    case EDQUOT: "the disk quota is used up"
    case EFBIG: "the file would be larger than the system allows"
    case EROFS: "the file system is read-only"
    case EEXIST: "it exists already"
    case ENOTEMPTY: "the folder is not empty"
    case ENOTDIR: "a part of the path is not a folder"
    case EISDIR: "it is a folder"
    case ELOOP: "too many symbolic links, or links in a circle"
    case ENAMETOOLONG: "the name is too long"
    case EMFILE, ENFILE: "too many open files"
    case ENOMEM: "not enough memory"
    case EIO: "the device failed"
    case EBUSY: "it is in use or a mount point"
    case EXDEV: "it is on another file system"
    case EMLINK: "too many hard links to one file"
    case ENXIO, ENODEV: "no such device"
    case EPIPE: "the reader has gone away"
    case EINVAL, ENOSYS, EOPNOTSUPP: "the file system does not support it"
    case ESTALE: "the network file system has lost it"
    case ETXTBSY: "the program is running"
    case EILSEQ: "the file system does not accept the name"
    default: "system error \(number)"
    }
  }

  /// A limit in the unit that it was most likely given in.
  private static func size(_ bytes: Int) -> String {
    let units = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")]
    for (unit, name) in units where bytes >= unit && bytes.isMultiple(of: unit) {
      return "\(bytes / unit) \(name)"
    }
    return "\(bytes) bytes"
  }
}
