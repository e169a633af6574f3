/// What registered functions made of a text, kept by a renderer for all pages of one language that
/// stand equally deep.
///
/// The words of a page's frame are the same on thousands of pages; asking for each of them anew
/// would cost more than all else in the frame.
struct RememberedTexts: Sendable {
  /// The bytes of all results; handles of ``Handle/Space/remembered`` point into it.
  private(set) var text: [UInt8] = []

  private struct Entry {
    var hash: UInt64
    var place: Int32
    var function: Int32
    var key: Range<Int32>
    var result: Range<Int32>
  }

  private var keys: [UInt8] = []
  private var entries: [Entry] = []
  /// Indexes of ``entries`` by the low bits of their hash, one after the other where two meet; -1
  /// where there is none. A power of two.
  private var buckets: [Int32] = Array(repeating: -1, count: 512)
  private var places: [(language: String, depth: Int)] = []
  private var place: Int32 = 0

  /// Names and words are few; data that never comes again must not fill the memory.
  private static let mostEntries = 1 << 14
  private static let longestKey = 256

  /// Goes to the results for pages that stand where this one does.
  mutating func turn(to page: PagePlace) {
    let depth = page.path.utf8.count { $0 == UInt8(ascii: "/") }
    let known = places.firstIndex { $0.depth == depth && $0.language == page.language }
    if known == nil { places.append((page.language, depth)) }
    place = Int32(known ?? places.count - 1)
  }

  /// What the function gave for these bytes, where it is known.
  func result(of function: Int32, for bytes: [UInt8], _ range: Range<Int>) -> Handle? {
    let hash = hash(function, bytes, range)
    var bucket = Int(truncatingIfNeeded: hash) & (buckets.count - 1)
    while buckets[bucket] >= 0 {
      let entry = entries[Int(buckets[bucket])]
      if entry.hash == hash, entry.place == place, entry.function == function,
        isKey(entry.key, bytes, range)
      {
        return handle(entry.result)
      }
      bucket = (bucket + 1) & (buckets.count - 1)
    }
    return nil
  }

  /// Keeps a result, unless there are too many.
  mutating func keep(
    _ result: [UInt8], of function: Int32, for bytes: [UInt8], _ range: Range<Int>
  ) {
    guard entries.count < Self.mostEntries, range.count <= Self.longestKey else { return }
    let keyStart = Int32(keys.count)
    for place in range { keys.append(bytes[place]) }
    let resultStart = Int32(text.count)
    text += result
    entries.append(
      Entry(
        hash: hash(function, bytes, range), place: place, function: function,
        key: keyStart..<Int32(keys.count), result: resultStart..<Int32(text.count)))
    if entries.count * 2 > buckets.count {
      buckets = Array(repeating: -1, count: buckets.count * 2)
      for index in entries.indices { fileAway(index) }
    } else {
      fileAway(entries.count - 1)
    }
  }

  private mutating func fileAway(_ index: Int) {
    var bucket = Int(truncatingIfNeeded: entries[index].hash) & (buckets.count - 1)
    while buckets[bucket] >= 0 { bucket = (bucket + 1) & (buckets.count - 1) }
    buckets[bucket] = Int32(index)
  }

  private func isKey(_ key: Range<Int32>, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard key.count == range.count else { return false }
    var place = Int(key.lowerBound)
    for other in range {
      if keys[place] != bytes[other] { return false }
      place += 1
    }
    return true
  }

  private func handle(_ range: Range<Int32>) -> Handle {
    Handle(
      kind: .string, space: .remembered, extra: UInt32(range.count), payload: Int(range.lowerBound))
  }

  /// FNV-1a over the bytes, from a start of its own for each function and place.
  private func hash(_ function: Int32, _ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    let prime: UInt64 = 0x100_0000_01B3
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    hash = (hash ^ UInt64(UInt32(bitPattern: function))) &* prime
    hash = (hash ^ UInt64(UInt32(bitPattern: place))) &* prime
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* prime }
    return hash ^ hash >> 32
  }
}
