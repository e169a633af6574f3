/// Numbers words: equal words get equal numbers, so that texts are compared as numbers.
///
/// Shape: numbers from 0 without gaps, in the order in which words are first seen.
package struct WordTable: Sendable {
  /// The number of a word for each slot, or -1; as many as a power of two.
  private var slots = [Int32](repeating: -1, count: 1024)
  /// By number. All that is asked of a word lies together in memory.
  private var entries: [Entry] = []
  /// The bytes of all words, one after the other.
  private var bytes: [UInt8] = []
  private let seed: UInt64

  package init() {
    // Differs from process to process, so that no text can be made to slow the table down; the
    // numbers don't depend on it.
    seed = UInt64(bitPattern: Int64(Hasher().finalize())) | 1
    bytes.reserveCapacity(4096)
  }

  private struct Entry {
    var hash: UInt64
    /// Where the word is among ``bytes``.
    var start: Int32
    var count: Int32

    var place: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  package var count: Int { entries.count }

  /// The number of the word that `text` holds in `range`.
  package mutating func number(of text: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    number(of: text, range, hash: hash(of: text, range))
  }

  /// The same for who has read the word already. `lastBytes`: its last eight bytes, or all of a
  /// shorter one, the first highest.
  package mutating func number(
    of text: Span<UInt8>, _ range: Range<Int>, lastBytes: UInt64
  ) -> Int32 {
    let isShort = range.count <= Self.exactCount
    return number(
      of: text, range, hash: isShort ? Self.spread(seed ^ lastBytes) : hash(of: text, range))
  }

  private mutating func number(
    of text: Span<UInt8>, _ range: Range<Int>, hash: UInt64
  ) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while true {
      let known = Int(slots[slot])
      guard known >= 0 else { break }
      let entry = entries[known]
      // Short words of one length and one hash are equal.
      if entry.hash == hash, Int(entry.count) == range.count,
        range.count <= Self.exactCount || isWord(at: Int(entry.start), text, range)
      {
        return Int32(known)
      }
      slot = (slot + 1) & mask
    }
    return add(text.extracting(range), hash: hash, in: slot)
  }

  /// The number of a word that is put together from bytes.
  package mutating func number(of word: [UInt8]) -> Int32 {
    number(of: word.span, 0..<word.count)
  }

  /// The word with a number.
  package func word(_ number: Int32) -> ArraySlice<UInt8> {
    bytes[entries[Int(number)].place]
  }

  /// Adds a new word, whose number goes into `slot`.
  private mutating func add(_ word: Span<UInt8>, hash: UInt64, in slot: Int) -> Int32 {
    let number = Int32(entries.count)
    slots[slot] = number
    entries.append(Entry(hash: hash, start: Int32(bytes.count), count: Int32(word.count)))
    for index in word.indices { bytes.append(word[index]) }
    if entries.count * 2 > slots.count { grow() }
    return number
  }

  /// Whether the word that is kept from `start` on is the one in `range`, which is as long.
  private func isWord(at start: Int, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let kept = bytes.span
    for offset in 0..<range.count where text[range.lowerBound + offset] != kept[start + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for (number, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash >> 20) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}

extension WordTable {
  /// Words of one length, of so many bytes at most, have one hash only if they are equal: each step
  /// is one to one. Most words are as short.
  private static let exactCount = 8

  private func hash(of text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var mixed = seed
    var start = range.lowerBound
    while range.upperBound - start > Self.exactCount {
      mixed = Self.spread(mixed ^ Self.packed(text, start..<(start + Self.exactCount)))
      start += Self.exactCount
    }
    return Self.spread(mixed ^ Self.packed(text, start..<range.upperBound))
  }

  private static func packed(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var bytes: UInt64 = 0
    for index in range { bytes = bytes << 8 | UInt64(text[index]) }
    return bytes
  }

  /// Multiplying by an odd number and adding the upper half to the lower can both be undone.
  private static func spread(_ value: UInt64) -> UInt64 {
    let product = value &* 0x9FB2_1C65_1E98_DF25
    return product ^ product >> 32
  }
}
