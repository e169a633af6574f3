/// Finds what was added by its hash: a dictionary whose keys stay where they are.
///
/// Shape: open addressing over a power of two of slots, at most half of them taken. It holds
/// indexes into whatever the caller keeps, and the caller says whether what stands there is the one
/// that is looked for, so that no key is made, copied or counted. Made for the anchors and numbers
/// of an agreement, of which a build has millions.
struct IndexTable {
  private struct Slot {
    var hash: UInt64 = 0
    var index: Int32 = Self.empty
    static let empty: Int32 = -1
  }

  private var slots: [Slot]
  private var count = 0

  /// - Parameter capacity: how many indexes are expected.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
  }

  /// The index that was added with `hash` and is the one looked for.
  func find(_ hash: NameHash, where isSame: (Int32) -> Bool) -> Int32? {
    var place = start(of: hash.value)
    while slots[place].index != Slot.empty {
      if slots[place].hash == hash.value, isSame(slots[place].index) { return slots[place].index }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds an index that is not there yet.
  mutating func add(_ index: Int32, _ hash: NameHash) {
    if (count + 1) * 2 > slots.count { grow() }
    count += 1
    put(Slot(hash: hash.value, index: index))
  }

  private mutating func put(_ slot: Slot) {
    var place = start(of: slot.hash)
    while slots[place].index != Slot.empty { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.index != Slot.empty { put(slot) }
  }

  private func start(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
  }
}

/// A hash of bytes and numbers, for ``IndexTable``.
///
/// Seeded anew in each process, since what is hashed is user input. Nothing that is written depends
/// on it.
struct NameHash {
  private(set) var value = Self.seed

  private static let seed: UInt64 = {
    var hasher = Hasher()
    hasher.combine(0)
    return UInt64(truncatingIfNeeded: hasher.finalize())
  }()

  // The step of FNV-1a, 64 bits.
  private mutating func mix(_ bits: UInt64) { value = (value ^ bits) &* 0x100_0000_01b3 }

  mutating func add(_ number: Int32) { mix(UInt64(truncatingIfNeeded: number)) }

  mutating func add(_ text: String) {
    for byte in text.utf8 { mix(UInt64(byte)) }
  }

  mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { mix(UInt64(byte)) }
  }
}
