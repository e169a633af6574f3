/// Tells of most stems, at the cost of one look at a bit, that they are not in a set.
struct StemFilter: Sendable {
  private var bits = InlineArray<16, UInt64>(repeating: 0)

  mutating func insert(_ stem: UInt64) { bits[Int(stem >> 6) & 15] |= 1 << (stem & 63) }

  @inline(__always)
  func mayHold(_ stem: UInt64) -> Bool { bits[Int(stem >> 6) & 15] >> (stem & 63) & 1 != 0 }
}
