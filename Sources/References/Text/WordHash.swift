internal import Diagnostics

/// A 64-bit hash of a word, taken while its bytes are read: a rotation and an exclusive or for
/// each, which is half the latency of a multiplication, and one multiplication at the end.
///
/// Deterministic, unlike Swift's own hashing. Two words with one hash would be taken for each
/// other; in texts of people that doesn't happen, and where someone contrives it, a wrong word is
/// recognised and nothing else goes wrong.
struct WordHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    state = (state << 7 | state >> 57) ^ UInt64(byte)
  }

  var value: UInt64 {
    let product = state &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
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
    for byte in bytes { hash.add(byte.asciiLowercased) }
    return hash.value
  }
}

/// An open-addressing table from hashes to numbers, for look-ups in the hottest loops.
///
/// Shape: a power of two slots, at most half of them filled; 0 is no value.
struct WordTable {
  fileprivate struct Slot {
    var key: UInt64 = 0
    var value: UInt32 = 0
  }

  fileprivate var slots: [Slot]
  fileprivate var count = 0

  init(capacity: Int = 16) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
  }

  /// One that has 1 for each of some words in lower case.
  init(of words: [String]) {
    self.init(capacity: words.count)
    for word in words { self[WordHash.of(word)] = 1 }
  }

  @inline(__always)
  subscript(key: UInt64) -> UInt32 {
    get {
      let mask = slots.count - 1
      var index = Self.slot(of: key) & mask
      while true {
        let slot = slots[index]
        if slot.value == 0 || slot.key == key { return slot.value }
        index = (index + 1) & mask
      }
    }
    set {
      precondition(newValue != 0, "0 stands for no value")
      if count * 2 >= slots.count { grow() }
      let mask = slots.count - 1
      var index = Self.slot(of: key) & mask
      while slots[index].value != 0, slots[index].key != key { index = (index + 1) & mask }
      if slots[index].value == 0 { count += 1 }
      slots[index] = Slot(key: key, value: newValue)
    }
  }

  fileprivate static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: key ^ (key >> 29) ^ (key >> 47))
  }

  private mutating func grow() {
    var bigger = WordTable(capacity: slots.count)
    for slot in slots where slot.value != 0 { bigger[slot.key] = slot.value }
    self = bigger
  }
}

/// A ``WordTable`` that nothing is added to any more, in a third of the memory.
///
/// Shape: half of the bits of each key. Together with the slot they tell so much of it that the
/// chance to find one of a million keys that are not there is below one in a thousand.
struct CompactWordTable {
  private struct Slot {
    var tag: UInt32 = 0
    var value: UInt32 = 0
  }

  private var slots: [Slot]

  init() { slots = [Slot()] }

  init(_ table: WordTable) {
    var size = 1
    while size * 3 < table.count * 4 + 3 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    for slot in table.slots where slot.value != 0 {
      var index = WordTable.slot(of: slot.key) & (size - 1)
      while slots[index].value != 0 { index = (index + 1) & (size - 1) }
      slots[index] = Slot(tag: Self.tag(of: slot.key), value: slot.value)
    }
  }

  subscript(key: UInt64) -> UInt32 {
    let mask = slots.count - 1
    var index = WordTable.slot(of: key) & mask
    while true {
      let slot = slots[index]
      if slot.value == 0 || slot.tag == Self.tag(of: key) { return slot.value }
      index = (index + 1) & mask
    }
  }

  private static func tag(of key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key >> 32) }
}
