internal import FileSystem

extension CommandContext {
  /// Far above any agreement or page of data; more is a mistake, and is told before it is read.
  private static let inputLimit = 64 << 20

  /// The bytes of a file that the user named.
  func readInput(_ path: String) throws(CommandFailure) -> [UInt8] {
    do {
      return try readFile(at: path, limit: Self.inputLimit)
    } catch {
      throw CommandFailure(.noInput, "file '\(path)' can't be read: \(error.reason)")
    }
  }
}
