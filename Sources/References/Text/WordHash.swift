/// A 64-bit FNV-1a hash of a word, taken while its bytes are read.
///
/// Deterministic, unlike Swift's own hashing. Two words with one hash would be taken for each
/// other; in texts of people that doesn't happen, and where someone contrives it, a wrong word is
/// recognised and nothing else goes wrong.
struct WordHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The hash of a word in lower case.
  static func of(_ word: String) -> UInt64 {
    var hash = WordHash()
    for byte in word.utf8 { hash.add(byte) }
    return hash.value
  }

  /// The hash of some bytes, ASCII letters taken for small ones.
  static func ofLowered(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = WordHash()
    for byte in bytes { hash.add(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) }
    return hash.value
  }
}

/// An open-addressing table from hashes to numbers, for look-ups in the hottest loops.
///
/// Shape: a power of two slots, at most half of them filled; 0 is no value.
struct WordTable {
  private var keys: [UInt64]
  private var values: [UInt32]
  private var count = 0

  init(capacity: Int = 16) {
    var slots = 16
    while slots < capacity * 2 { slots *= 2 }
    keys = [UInt64](repeating: 0, count: slots)
    values = [UInt32](repeating: 0, count: slots)
  }

  /// One that has 1 for each of some words in lower case.
  init(of words: [String]) {
    self.init(capacity: words.count)
    for word in words { self[WordHash.of(word)] = 1 }
  }

  subscript(key: UInt64) -> UInt32 {
    get {
      let mask = keys.count - 1
      var slot = Self.slot(of: key) & mask
      while values[slot] != 0 {
        if keys[slot] == key { return values[slot] }
        slot = (slot + 1) & mask
      }
      return 0
    }
    set {
      precondition(newValue != 0, "0 stands for no value")
      if count * 2 >= keys.count { grow() }
      let mask = keys.count - 1
      var slot = Self.slot(of: key) & mask
      while values[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
      if values[slot] == 0 { count += 1 }
      keys[slot] = key
      values[slot] = newValue
    }
  }

  private static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: key ^ (key >> 29) ^ (key >> 47))
  }

  private mutating func grow() {
    var bigger = WordTable(capacity: keys.count)
    for (key, value) in zip(keys, values) where value != 0 { bigger[key] = value }
    self = bigger
  }
}
