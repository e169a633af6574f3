/// Words, each once, numbered in the order in which they came.
///
/// A hash table of flat arrays: the words lie one after the other in one array of bytes.
struct TermTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []
  private var hashes: [UInt32] = []
  /// Numbers of words by their hash; -1 where there is none. Its size is a power of two.
  private var slots = [Int32](repeating: -1, count: 1024)

  var count: Int { ends.count }

  /// The bytes of a word.
  func word(_ index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
  }

  /// Whether word `left` comes before word `right`, byte by byte.
  func precedes(_ left: Int, _ right: Int) -> Bool {
    word(left).lexicographicallyPrecedes(word(right))
  }

  /// The number of `word`, which is ``count`` before the call where it is new.
  mutating func index(of word: Span<UInt8>) -> Int {
    var hash = Self.emptyHash
    for index in 0..<word.count { hash = Self.hash(hash, word[index]) }
    return index(of: word, 0..<word.count, hash: hash)
  }

  static let emptyHash: UInt32 = 0x811C_9DC5

  /// The hash of a word with one byte more.
  @inline(__always)
  static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 0x0100_0193 }

  /// The number of the word that stands at `range` of a text, whose hash is known.
  mutating func index(of text: Span<UInt8>, _ range: Range<Int>, hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while true {
      let candidate = Int(slots[slot])
      guard candidate >= 0 else { break }
      if hashes[candidate] == hash, isWord(candidate, text, range) { return candidate }
      slot = (slot + 1) & mask
    }
    return insert(text, range, hash: hash, in: slot)
  }

  /// Adds a new word, whose number goes into `slot`.
  private mutating func insert(
    _ text: Span<UInt8>, _ range: Range<Int>, hash: UInt32, in slot: Int
  ) -> Int {
    let index = ends.count
    slots[slot] = Int32(index)
    for position in range { bytes.append(text[position]) }
    ends.append(Int32(bytes.count))
    hashes.append(hash)
    if (index + 1) * 2 > slots.count { grow() }
    return index
  }

  private func isWord(_ index: Int, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    guard Int(ends[index]) &- start == range.count else { return false }
    let word = bytes.span.extracting(start..<Int(ends[index]))
    let spelling = text.extracting(range)
    for position in 0..<word.count where word[position] != spelling[position] { return false }
    return true
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for index in hashes.indices {
      var slot = Int(hashes[index]) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }
}
