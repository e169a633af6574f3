/// Values by digests, each digest once, in the order in which they were added.
///
/// Digests are mixed already, so they are not hashed as the keys of a dictionary are: places are
/// looked for by their digests many times.
struct DigestTable<Value> {
  private var entries: [(digest: UInt64, value: Value)] = []
  /// The index of an entry for each slot, or -1; as many as a power of two, at least twice as many
  /// as entries. Empty while the entries are so few that they are looked through.
  private var slots: [Int32] = []
  private let seed = digestSeed

  private static var few: Int { 8 }

  init() {}

  /// `capacity`: how many digests will be added.
  init(capacity: Int) {
    entries.reserveCapacity(capacity)
    if capacity > Self.few { makeSlots(for: capacity) }
  }

  var isEmpty: Bool { entries.isEmpty }
  var count: Int { entries.count }

  subscript(digest: UInt64) -> Value? { index(of: digest).map { entries[$0].value } }

  /// The value at an index that ``index(of:)`` gave.
  subscript(at index: Int) -> Value {
    get { entries[index].value }
    _modify { yield &entries[index].value }
  }

  func index(of digest: UInt64) -> Int? {
    guard !slots.isEmpty else { return entries.firstIndex { $0.digest == digest } }
    let index = Int(slots[slot(of: digest)])
    return index < 0 ? nil : index
  }

  /// The index of a digest, which is added with a value if it is not there yet.
  mutating func index(of digest: UInt64, orAdding value: @autoclosure () -> Value) -> Int {
    if let known = index(of: digest) { return known }
    let index = entries.count
    entries.append((digest, value()))
    if slots.isEmpty, index < Self.few { return index }
    if entries.count * 2 > slots.count {
      makeSlots(for: entries.count)
    } else {
      slots[slot(of: digest)] = Int32(index)
    }
    return index
  }

  /// Where a digest is, or would be.
  private func slot(of digest: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: ((digest ^ seed) &* 0x9E37_79B9_7F4A_7C15) >> 24) & mask
    while slots[slot] >= 0, entries[Int(slots[slot])].digest != digest { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func makeSlots(for count: Int) {
    var size = 32
    while size < count * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size * 2)
    for index in entries.indices { slots[slot(of: entries[index].digest)] = Int32(index) }
  }
}

/// Differs from process to process, so that no text can be made to slow a table down; what is found
/// does not depend on it.
private let digestSeed = UInt64(bitPattern: Int64(Hasher().finalize()))
