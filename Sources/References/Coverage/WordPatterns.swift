internal import Diagnostics

/// Patterns of words, looked for in a text all at once.
///
/// A pattern is written as groups with spaces between, all of which must stand in the text, in any
/// order; a group is words that stand side by side, joined by `_`. A word of a pattern is the
/// beginning of one in the text, or with `$` the whole.
struct WordPatterns: Sendable {
  private struct Word: Sendable {
    /// Where it stands in ``letters``, half-open.
    var start: Int32
    var end: Int32
    var isWhole: Bool
    /// The next word with the same ``slot(_:_:)``, or -1.
    var next: Int32 = -1

    var count: Int { Int(end &- start) }
  }

  private struct Pattern: Sendable {
    /// What the pattern stands for.
    var value: Int
    /// The words of all groups; a text without one of them doesn't fit.
    var needed: WordSet
    /// The numbers of the words of each group of more than one.
    var groups: [[Int]]
  }

  private var words: [Word] = []
  /// The letters of all words, in lower case.
  private var letters: [UInt8] = []
  /// By the word as it is written.
  private var numbers: [Substring: Int] = [:]
  private var patterns: [Pattern] = []
  /// The number of the first word by the first two bytes, or -1: see ``slot(_:_:)``.
  private var firsts = [Int32](repeating: -1, count: 1024)

  /// Adds a pattern that stands for `value`; patterns of equal values are alternatives.
  mutating func add(_ text: String, value: Int) {
    var needed = WordSet()
    var groups: [[Int]] = []
    for group in text.split(separator: " ") {
      let numbers = group.split(separator: "_").map { number(of: $0) }
      for number in numbers { needed.insert(number) }
      if numbers.count > 1 { groups.append(numbers) }
    }
    patterns.append(Pattern(value: value, needed: needed, groups: groups))
  }

  private mutating func number(of text: Substring) -> Int {
    if let known = numbers[text] { return known }
    let number = words.count
    // The file of duties ships with the program and has far fewer.
    precondition(number < WordSet.capacity, "more words in patterns than a set can hold")
    let isWhole = text.last == "$"
    let start = letters.count
    letters += (isWhole ? text.dropLast() : text).utf8
    let slot = Self.slot(letters[start], letters.count - start > 1 ? letters[start + 1] : 0)
    words.append(
      Word(
        start: Int32(start), end: Int32(letters.count), isWhole: isWhole, next: firsts[slot]))
    firsts[slot] = Int32(number)
    numbers[text] = number
    return number
  }

  /// The same for capital and small letters, of ASCII and of Latin-1.
  @inline(__always)
  private static func slot(_ first: UInt8, _ second: UInt8) -> Int {
    (Int(first | 0x20) &* 31 &+ Int(second | 0x20)) & 1023
  }

  /// Calls `found` with the value of each pattern that the text fits, in their order.
  ///
  /// - Complexity: O(bytes), and O(patterns) where a word of one stands.
  func match(_ text: borrowing Span<UInt8>, from start: Int, to end: Int, found: (Int) -> Void) {
    var hits: [(place: Int, word: Int)] = []
    var seen = WordSet()
    var place = 0
    let text = text.extracting(start..<end)
    var index = 0
    while index < text.count {
      guard Self.isPart(text[index]) else {
        index &+= 1
        continue
      }
      let first = index
      repeat { index &+= 1 } while index < text.count && Self.isPart(text[index])
      let slot = Self.slot(text[first], index &- first > 1 ? text[first &+ 1] : 0)
      place &+= 1
      var number = firsts[slot]
      while number >= 0 {
        let word = words[Int(number)]
        if fits(word, text, first, index) {
          hits.append((place - 1, Int(number)))
          seen.insert(Int(number))
        }
        number = word.next
      }
    }
    guard !hits.isEmpty else { return }
    var last = -1
    for pattern in patterns where pattern.value != last && seen.isSuperset(of: pattern.needed) {
      guard pattern.groups.allSatisfy({ Self.stand($0, sideBySideIn: hits) }) else { continue }
      last = pattern.value
      found(pattern.value)
    }
  }

  private func fits(
    _ word: Word, _ text: borrowing Span<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    let count = word.count
    guard end - start >= count else { return false }
    for offset in 0..<count
    where Self.lowered(text, start + offset, start) != letters[Int(word.start) + offset] {
      return false
    }
    guard word.isWhole else { return true }
    return end - start == count || Self.isGenitive(text, start + count, end)
  }

  /// `'s`, or an apostrophe alone.
  private static func isGenitive(_ text: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if end - start == 1 { return text[start] == 0x27 }
    if end - start == 2 { return text[start] == 0x27 && text[start + 1] == 0x73 }
    return end - start == 4 && text[start] == 0xE2 && text[start + 1] == 0x80
      && text[start + 2] == 0x99 && text[start + 3] == 0x73
  }

  /// Whether the words of a group follow each other somewhere; `hits` are in the text's order.
  private static func stand(_ group: [Int], sideBySideIn hits: [(place: Int, word: Int)]) -> Bool {
    hits.indices.contains { index in
      guard hits[index].word == group[0] else { return false }
      var offset = 1
      var next = index + 1
      while offset < group.count, next < hits.count, hits[next].place <= hits[index].place + offset
      {
        if hits[next].place == hits[index].place + offset, hits[next].word == group[offset] {
          offset += 1
        }
        next += 1
      }
      return offset == group.count
    }
  }

  /// Whether a byte is part of a word: a letter, an apostrophe, or anything beyond ASCII.
  @inline(__always)
  private static func isPart(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte >= 0x80 || byte == 0x27
  }

  /// The byte of the word in lower case, of ASCII and of Latin-1.
  @inline(__always)
  private static func lowered(_ text: borrowing Span<UInt8>, _ index: Int, _ start: Int) -> UInt8 {
    let byte = text[index]
    if byte >= 0x41, byte <= 0x5A { return byte | 0x20 }
    if byte >= 0x80, byte <= 0x9E, byte != 0x97, index > start, text[index - 1] == 0xC3 {
      return byte | 0x20
    }
    return byte
  }
}

/// A set of small numbers.
private struct WordSet: Sendable {
  static let capacity = 512
  private var bits = SIMD8<UInt64>(repeating: 0)

  mutating func insert(_ number: Int) { bits[number >> 6] |= 1 << UInt64(number & 63) }

  func isSuperset(of other: WordSet) -> Bool { (other.bits & ~bits) == SIMD8(repeating: 0) }
}
