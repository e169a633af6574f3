/// A number of one or more words, such as `forty-five` or `one hundred and eighty`.
///
/// Reads texts that were cut in different ways: words with their hyphens in them, or hyphens as
/// signs of their own.
package struct SpelledNumber: Hashable, Sendable {
  /// From 1 to 999,999.
  package var value: Int
  /// The place behind its last word.
  package var end: Int

  /// What stands at a place of a text, as far as it can be part of a number.
  package enum Part: Hashable, Sendable {
    case word(NumberWord)
    /// `forty-five` in one.
    case number(SpelledNumber)
    /// `and`, `und`
    case and
    case hyphen
  }

  /// Reads the longest number that begins at a place. An article begins one on request only.
  ///
  /// - Complexity: O(words of the number): what may follow a word is less than it, or so many of
  ///   it.
  package init?(
    from start: Int, countingArticles: Bool = false, part: (Int) -> Part?
  ) {
    var sum = Sum()
    guard let first = part(start), countingArticles || first != .word(.article), sum.add(first)
    else { return nil }
    var end = start + 1
    while true {
      var next = end
      if part(next) == .hyphen { next += 1 }
      if sum.takesAnd, part(next) == .and {
        next += 1
        if part(next) == .hyphen { next += 1 }
      }
      guard let word = part(next), sum.add(word) else { break }
      end = next + 1
    }
    self.init(value: sum.value, end: end)
  }

  package init(value: Int, end: Int) {
    self.value = value
    self.end = end
  }
}

extension SpelledNumber {
  /// The number that a word says by itself or with hyphens: 45 of `forty-five`, of
  /// `Fünfundvierzig`. An article says none.
  package static func value(of word: some Collection<UInt8>) -> Int? {
    guard NumberWord.canBegin(word) else { return nil }
    let parts = parts(of: word)
    guard
      let number = SpelledNumber(from: 0, part: { parts.indices.contains($0) ? parts[$0] : nil }),
      number.end == parts.count
    else { return nil }
    return number.value
  }

  package static func value(of word: some StringProtocol) -> Int? { value(of: word.utf8) }

  /// Empty where a part is no number; every sign of three bytes is taken for a hyphen.
  private static func parts(of word: some Collection<UInt8>) -> [Part] {
    guard word.contains(where: { $0 == UInt8(ascii: "-") || $0 == 0xE2 }) else {
      return NumberWord(word).map { [.word($0)] } ?? []
    }
    var parts: [Part] = []
    var letters: [UInt8] = []
    /// Bytes of U+2010 or U+2011 that are left.
    var rest = 0
    for byte in Array(word) + [UInt8(ascii: "-")] {
      if rest > 0 {
        rest -= 1
        continue
      }
      guard byte == UInt8(ascii: "-") || byte == 0xE2 else {
        letters.append(byte)
        continue
      }
      if byte == 0xE2 { rest = 2 }
      if letters.elementsEqual("and".utf8) || letters.elementsEqual("und".utf8) {
        parts.append(.and)
      } else if let word = NumberWord(letters) {
        parts.append(.word(word))
      } else {
        return []
      }
      letters = []
    }
    return parts
  }

  /// The part that a word is which may have hyphens in it.
  package static func part(_ word: some StringProtocol) -> Part? {
    if word == "and" || word == "und" { return .and }
    if let word = NumberWord(word) { return .word(word) }
    return value(of: word).map { .number(SpelledNumber(value: $0, end: 1)) }
  }
}

/// What the words of a number say so far.
private struct Sum {
  private var thousands = 0
  /// Of the thousand at hand; `nil` where nothing is said of it yet.
  private var rest: Int?
  /// What is added must be less; `nil` before the first word.
  private var room: Int?

  var value: Int { thousands + (rest ?? 0) }

  /// Whether `and` may follow: behind hundreds and thousands.
  var takesAnd: Bool { (room ?? 0) >= 100 }

  /// - Returns: `false` where the part can't go on with the number, which then stays as it is.
  mutating func add(_ part: SpelledNumber.Part) -> Bool {
    switch part {
    case .word(.value(let value)): add(value)
    case .number(let number): add(number.value)
    case .word(.article): room == nil && add(1)
    case .word(.scale(1_000)): addThousand()
    case .word(.scale): addHundred()
    case .and, .hyphen: false
    }
  }

  private mutating func add(_ value: Int) -> Bool {
    if let room, value >= room { return false }
    rest = (rest ?? 0) + value
    room =
      value.isMultiple(of: 1_000)
      ? 1_000
      : value.isMultiple(of: 100) ? 100 : value.isMultiple(of: 10) && value % 100 > 10 ? 10 : 0
    return true
  }

  private mutating func addHundred() -> Bool {
    let count = rest ?? 1
    guard count < 100, room == nil || rest != nil else { return false }
    rest = count * 100
    room = 100
    return true
  }

  private mutating func addThousand() -> Bool {
    let count = rest ?? 1
    guard thousands == 0, count < 1_000 else { return false }
    thousands = count * 1_000
    rest = nil
    room = 1_000
    return true
  }
}
