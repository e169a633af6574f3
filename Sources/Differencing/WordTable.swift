/// Numbers words: equal words get equal numbers, so that texts are compared as numbers.
///
/// Shape: numbers from 0 without gaps, in the order in which words are first seen.
package struct WordTable: Sendable {
  /// The number of a word for each slot, or -1; as many as a power of two.
  private var slots = [Int32](repeating: -1, count: 1024)
  private var hashes: [UInt64] = []
  /// The bytes of all words, and where each begins.
  private var bytes: [UInt8] = []
  private var starts: [Int32] = [0]
  private let seed: UInt64

  package init() {
    // Differs from process to process, so that no text can be made to slow the table down; the
    // numbers don't depend on it.
    seed = UInt64(bitPattern: Int64(Hasher().finalize())) | 1
    bytes.reserveCapacity(4096)
  }

  package var count: Int { hashes.count }

  /// The number of the word that `text` holds in `range`.
  package mutating func number(of text: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    let word = text.extracting(range)
    var hash = seed
    for index in word.indices {
      let mixed = (hash ^ UInt64(word[index])) &* 0x9FB2_1C65_1E98_DF25
      hash = mixed ^ mixed >> 29
    }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while true {
      let known = Int(slots[slot])
      guard known >= 0 else { break }
      if hashes[known] == hash, isWord(known, word) { return Int32(known) }
      slot = (slot + 1) & mask
    }
    return add(word, hash: hash, in: slot)
  }

  /// The number of a word that is put together from bytes.
  package mutating func number(of word: [UInt8]) -> Int32 {
    number(of: word.span, 0..<word.count)
  }

  /// The word with a number.
  package func word(_ number: Int32) -> ArraySlice<UInt8> {
    bytes[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])]
  }

  /// Adds a new word, whose number goes into `slot`.
  private mutating func add(_ word: Span<UInt8>, hash: UInt64, in slot: Int) -> Int32 {
    let number = Int32(hashes.count)
    slots[slot] = number
    hashes.append(hash)
    for index in word.indices { bytes.append(word[index]) }
    starts.append(Int32(bytes.count))
    if hashes.count * 2 > slots.count { grow() }
    return number
  }

  private func isWord(_ known: Int, _ word: Span<UInt8>) -> Bool {
    let place = Int(starts[known])..<Int(starts[known + 1])
    guard place.count == word.count else { return false }
    let other = bytes.span.extracting(place)
    for index in word.indices where word[index] != other[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
