import Foundation
import TestSupport

extension TemporaryFolder {
  /// Makes a symbolic link at `path` with the text `target`, whatever that leads to.
  func link(_ path: String, to target: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: file.path(percentEncoded: false), withDestinationPath: target)
  }

  /// Makes a folder, and those on the way.
  func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      at: url.appending(path: path), withIntermediateDirectories: true)
  }

  /// Makes an empty file whose name is any bytes.
  func makeFile(named name: [UInt8]) -> Bool {
    let path = (Array(path.utf8) + name + [0]).map { CChar(bitPattern: $0) }
    let descriptor = unsafe creat(path, 0o600)
    return descriptor >= 0 && close(descriptor) == 0
  }
}
