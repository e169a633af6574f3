#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Sole owner of an open file descriptor: closed exactly once, by `deinit`.
struct Descriptor: ~Copyable, Sendable {
  let number: Int32

  /// Takes over `number`, which must be open and belong to nobody else.
  init(owning number: Int32) { self.number = number }

  deinit { close(number) }

}

extension Descriptor {
  borrowing func status(path: String) throws(FileError) -> FileStatus {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw FileError(.inspect, path) }
    return FileStatus(status)
  }

  /// The whole file; refuses what is not a regular file and what is longer than `limit`.
  ///
  /// A file over the limit costs one system call, not its length. A file that grows while it is
  /// read is held to the limit as well.
  borrowing func readAll(limit: Int, path: String) throws(FileError) -> [UInt8] {
    let status = try status(path: path)
    guard status.kind == .file else { throw FileError(.read, path, .notAFile(status.kind)) }
    guard status.size <= limit else { throw FileError(.read, path, .overLimit(limit: limit)) }

    // One byte more than the file has: the read that fills less proves the end.
    var bytes = try readChunk(of: status.size + 1, path: path)
    guard bytes.count > status.size else { return bytes }
    while true {
      guard bytes.count <= limit else { throw FileError(.read, path, .overLimit(limit: limit)) }
      let chunk = try readChunk(of: 1 << 16, path: path)
      guard !chunk.isEmpty else { return bytes }
      bytes.append(contentsOf: chunk)
    }
  }

  /// All that comes through a pipe until nobody writes to it any more.
  ///
  /// Waits for what is written, and for somebody who writes.
  borrowing func readStream(limit: Int, path: String) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      Self.wait(until: POLLIN, number)
      let chunk = try readChunk(of: 1 << 16, path: path, isWhole: false)
      guard !chunk.isEmpty else { return bytes }
      bytes.append(contentsOf: chunk)
      guard bytes.count <= limit else { throw FileError(.read, path, .overLimit(limit: limit)) }
    }
  }

  /// Up to `size` bytes; fewer only at the end of the file, or of what is there where not `isWhole`.
  private borrowing func readChunk(
    of size: Int, path: String, isWhole: Bool = true
  ) throws(FileError) -> [UInt8] {
    let number = number
    var failure: FileError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = unsafe read(number, buffer.baseAddress.map { unsafe $0 + count }, size - count)
        if got > 0 {
          count += got
          if !isWhole { return }
        } else if got == 0 {
          return
        } else if errno == EAGAIN {
          Self.wait(until: POLLIN, number)
        } else if errno != EINTR {
          failure = FileError(.read, path)
          return
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes all of `bytes`, however few the system takes at a time.
  borrowing func writeAll(_ bytes: Span<UInt8>, path: String) throws(FileError) {
    try Self.writeAll(bytes, to: number, path: path)
  }

  /// The same for a descriptor that nobody owns, such as standard output.
  static func writeAll(_ bytes: Span<UInt8>, to number: Int32, path: String) throws(FileError) {
    var done = 0
    while done < bytes.count {
      let wrote = unsafe bytes.extracting(droppingFirst: done).withUnsafeBytes { rest in
        unsafe write(number, rest.baseAddress, rest.count)
      }
      if wrote >= 0 {
        done += wrote
      } else if errno == EAGAIN {
        wait(until: POLLOUT, number)
      } else if errno != EINTR {
        throw FileError(.write, path)
      }
    }
  }

  /// A pipe that somebody set non-blocking refuses bytes while it is full, and has none while it is
  /// empty.
  private static func wait(until event: Int32, _ number: Int32) {
    var request = pollfd(fd: number, events: Int16(event), revents: 0)
    unsafe poll(&request, 1, -1)
  }

  /// Whether the file holds exactly `bytes`. Reads no further than the first difference.
  borrowing func holds(_ bytes: Span<UInt8>, path: String) throws(FileError) -> Bool {
    let status = try status(path: path)
    guard status.kind == .file, status.size == bytes.count else { return false }
    let number = number
    var failure: FileError?
    let isEqual = unsafe bytes.withUnsafeBytes { expected in
      unsafe withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
        var done = 0
        while true {
          let got = unsafe read(number, buffer.baseAddress, buffer.count)
          if got == 0 { return done == expected.count }
          if got < 0 {
            if errno == EINTR { continue }
            failure = FileError(.read, path)
            return false
          }
          guard got <= expected.count - done,
            let expected = expected.baseAddress, let actual = buffer.baseAddress,
            unsafe memcmp(actual, expected + done, got) == 0
          else { return false }
          done += got
        }
      }
    }
    if let failure { throw failure }
    return isEqual
  }
}
