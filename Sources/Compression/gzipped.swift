internal import CZlib

/// `bytes` as a file of gzip, which every browser reads; the only function that touches zlib.
///
/// The same bytes give the same file under one version of zlib: its header has no name, no time and
/// no system. At the highest level, as a portal is compressed once and sent many times.
///
/// Source: RFC 1952; zlib.h.
///
/// - Returns: `nil` for more bytes than zlib counts in one go, some four billion.
package func gzipped(_ bytes: Span<UInt8>) -> [UInt8]? {
  guard let count = UInt32(exactly: bytes.count) else { return nil }
  let compressor = GzipCompressor()
  return unsafe bytes.withUnsafeBufferPointer { unsafe compressor.compress($0, count: count) }
}

/// A stream of zlib with its header, both on the heap: zlib keeps their addresses.
@safe
private struct GzipCompressor: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>
  private let header: UnsafeMutablePointer<gz_header>

  /// Window bits for the largest window (15), with a header of gzip (16).
  private static let windowBits: Int32 = 15 + 16
  /// More memory than by default, for some per cent less of output.
  private static let memoryLevel: Int32 = 9
  /// The system that a header of gzip names where none is meant.
  private static let noSystem: Int32 = 255

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    unsafe header = .allocate(capacity: 1)
    unsafe header.initialize(to: gz_header())
    unsafe header.pointee.os = Self.noSystem
    let status = unsafe deflateInit2_(
      stream, Z_BEST_COMPRESSION, Z_DEFLATED, Self.windowBits, Self.memoryLevel,
      Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    // With constant arguments and a stream that is gzip's, nothing else can fail. No caller could go
    // on without memory, as with the arrays of Swift, which stop the program, too.
    guard status == Z_OK, unsafe deflateSetHeader(stream, header) == Z_OK else {
      fatalError("zlib has no memory for a compressor")
    }
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
    unsafe header.deallocate()
  }

  borrowing func compress(_ bytes: UnsafeBufferPointer<UInt8>, count: UInt32) -> [UInt8]? {
    let bound = unsafe deflateBound(stream, uLong(count))
    guard let room = UInt32(exactly: bound) else { return nil }
    return unsafe [UInt8](unsafeUninitializedCapacity: Int(room)) { output, written in
      // zlib only reads its input; its declaration does not say so.
      unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
      unsafe stream.pointee.avail_in = count
      unsafe stream.pointee.next_out = output.baseAddress
      unsafe stream.pointee.avail_out = room
      let status = unsafe deflate(stream, Z_FINISH)
      precondition(status == Z_STREAM_END, "what deflateBound gives is room enough")
      written = unsafe Int(room - stream.pointee.avail_out)
    }
  }
}
