/// A digest of 64 bits (FNV-1a), the same in each process.
///
/// Two contents with one digest would be taken for each other; in texts of people that doesn't
/// happen.
struct FNVDigest {
  private(set) var value: UInt64

  init() { value = 0xCBF2_9CE4_8422_2325 }

  /// Goes on with a digest that was begun elsewhere.
  init(from value: UInt64) { self.value = value }

  @inline(__always)
  mutating func add(_ element: UInt64) { value = (value ^ element) &* Self.prime }

  /// Adds the number of a word.
  @inline(__always)
  mutating func add(_ id: Int32) { add(UInt64(UInt32(bitPattern: id))) }

  static let prime: UInt64 = 0x0000_0100_0000_01B3
}
