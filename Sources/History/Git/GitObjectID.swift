internal import Diagnostics

/// The name of an object in a git repository: its SHA-1.
///
/// Equal names mean equal bytes, which is how texts that many commits share are read once.
package struct GitObjectID: Hashable, Sendable {
  /// The first 16 of 20 bytes, in the order of the name, and the last four.
  private let head: (UInt64, UInt64)
  private let tail: UInt32

  static let byteCount = 20

  /// - Precondition: `bytes` are 20.
  init(_ bytes: [UInt8]) {
    precondition(bytes.count == Self.byteCount, "a SHA-1 has 20 bytes")
    func word(_ range: Range<Int>) -> UInt64 {
      bytes[range].reduce(0) { $0 << 8 | UInt64($1) }
    }
    head = (word(0..<8), word(8..<16))
    tail = UInt32(truncatingIfNeeded: word(16..<20))
  }

  package static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.head == rhs.head && lhs.tail == rhs.tail
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(head.0)
    hasher.combine(head.1)
    hasher.combine(tail)
  }
}

extension GitObjectID: CustomStringConvertible {
  /// 40 hexadecimal digits.
  package var description: String {
    hexadecimal(head.0, digits: 16) + hexadecimal(head.1, digits: 16)
      + hexadecimal(tail, digits: 8)
  }
}
