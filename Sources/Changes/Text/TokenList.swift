internal import Differencing

/// The words and signs of one version of an agreement, as numbers.
///
/// Shape: parallel arrays, in the order of the places and, inside a place, of its text.
struct TokenList: Sendable {
  /// The word's number in the table that both versions share.
  private(set) var ids: [Int32] = []
  private(set) var words: [Word] = []

  /// Where a word stands, and as what.
  struct Word: Sendable {
    /// Bytes of the tree's text.
    var start: Int32
    var end: Int32
    var kind: WordKind
    var lead: Lead

    var bytes: Range<Int> { Int(start)..<Int(end) }
  }

  /// What stands before a word.
  enum Lead: UInt8, Sendable { case nothing, space, line }

  var count: Int { ids.count }
  var indices: Range<Int> { ids.indices }

  /// What some tokens are to readers.
  ///
  /// `firstContentWord`: words with a lower number are particles.
  func roles(_ range: Range<Int>, firstContentWord: Int32) -> [TokenRole] {
    range.map { token in
      switch words[token].kind {
      case .word: ids[token] < firstContentWord ? .particle : .word
      case .number, .blank: .word
      case .stop: .stop
      case .sign, .symbol, .quote: .sign
      }
    }
  }

  /// The lines of a cell.
  func lines(of cell: Range<Int32>) -> [Range<Int32>] {
    var lines: [Range<Int32>] = []
    var start = cell.lowerBound
    for token in cell.dropFirst() where words[Int(token)].lead == .line {
      lines.append(start..<token)
      start = token
    }
    return cell.isEmpty ? [] : lines + [start..<cell.upperBound]
  }

  /// The bytes from one token to another, both with them.
  func bytes(from first: Int32, through last: Int32) -> Range<Int32> {
    words[Int(first)].start..<words[Int(last)].end
  }

  mutating func reserve(_ count: Int) {
    ids.reserveCapacity(count)
    words.reserveCapacity(count)
  }

  /// Adds the words that `text` holds in `range`, a passage.
  mutating func append(_ text: Span<UInt8>, _ range: Range<Int>, numberedBy table: inout WordTable)
  {
    var index = range.lowerBound
    var lead = Lead.line
    while index < range.upperBound {
      let byte = text[index]
      if byte == 0x20 || byte == 0x0A {
        if lead != .line { lead = byte == 0x20 ? .space : .line }
        index += 1
        continue
      }
      if let end = appendPlainWord(text, index, range.upperBound, lead, numberedBy: &table) {
        index = end
      } else {
        guard let word = WordReader.next(text, from: index, to: range.upperBound) else { return }
        if word.lowerBound > index, lead == .nothing { lead = .space }
        appendWord(text, word, lead, numberedBy: &table)
        index = word.upperBound
      }
      lead = .nothing
    }
  }

  /// Adds words that another list has, of a text in which they stand `shift` bytes before.
  mutating func append(_ other: TokenList, _ tokens: Range<Int32>, movedBy shift: Int32) {
    let range = Int(tokens.lowerBound)..<Int(tokens.upperBound)
    ids += other.ids[range]
    for token in range {
      var word = other.words[token]
      word.start += shift
      word.end += shift
      words.append(word)
    }
  }

  /// Adds a word of ASCII letters and digits with a blank or a sign behind it, as nearly all are.
  ///
  /// - Returns: where it ends; nil where there is none.
  private mutating func appendPlainWord(
    _ text: Span<UInt8>, _ index: Int, _ end: Int, _ lead: Lead,
    numberedBy table: inout WordTable
  ) -> Int? {
    var hasDigit = false
    var packed: UInt64 = 0
    var next = index
    while next < end {
      let byte = text[next]
      if (byte | 0x20) &- 0x61 < 26 {
      } else if WordReader.isDigit(byte) {
        hasDigit = true
      } else if byte <= 0x20 {
        break
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        // Inside a number or an abbreviation it does not end the word.
        if next + 1 < end, text[next + 1] > 0x20 { return nil }
        break
      } else if byte == UInt8(ascii: ";") || byte == UInt8(ascii: ")") {
        break
      } else {
        return nil
      }
      packed = packed &<< 8 | UInt64(byte)
      next &+= 1
    }
    guard next > index else { return nil }
    ids.append(table.number(of: text, index..<next, lastBytes: packed))
    words.append(
      Word(start: Int32(index), end: Int32(next), kind: hasDigit ? .number : .word, lead: lead))
    return next
  }

  private mutating func appendWord(
    _ text: Span<UInt8>, _ word: Range<Int>, _ lead: Lead, numberedBy table: inout WordTable
  ) {
    var isPlain = true
    var hasDigit = false
    for index in word {
      let byte = text[index]
      if byte >= 0x80 { isPlain = false }
      if WordReader.isDigit(byte) { hasDigit = true }
    }
    let first = text[word.lowerBound]
    var kind: WordKind
    if WordReader.firstLetter(text, word.lowerBound, word.upperBound) != nil {
      kind = hasDigit ? .number : .word
    } else {
      kind = Self.kind(ofSign: first, count: word.count)
      if kind == .sign, Self.isSymbol(text, word, isApart: lead != .nothing) { kind = .symbol }
    }
    let id: Int32
    if kind == .quote || (!isPlain && kind == .sign && Self.isQuotation(text, word)) {
      kind = .quote
      id = table.number(of: [UInt8(ascii: "\"")])
    } else if isPlain || !Self.needsNormalising(text, word) {
      id = table.number(of: text, word)
    } else {
      id = table.number(of: Accents.composed(Self.normalised(text, word)))
    }
    ids.append(id)
    words.append(
      Word(start: Int32(word.lowerBound), end: Int32(word.upperBound), kind: kind, lead: lead))
  }

  private static func kind(ofSign first: UInt8, count: Int) -> WordKind {
    switch first {
    case UInt8(ascii: "."): count >= 3 ? .blank : .stop
    case UInt8(ascii: "_"): count >= 2 ? .blank : .sign
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): .stop
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): .quote
    default: .sign
    }
  }

  /// Whether a sign is of a currency or of mathematics, a number such as `½`, a tick or the like.
  ///
  /// `isApart`: whether nothing stands right before it, as before the minus of a number.
  private static func isSymbol(_ text: Span<UInt8>, _ word: Range<Int>, isApart: Bool) -> Bool {
    switch text[word.lowerBound] {
    case UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "="), UInt8(ascii: "$"), UInt8(ascii: "~"):
      return true
    case UInt8(ascii: "-"):
      return isApart && word.upperBound < text.count && WordReader.isDigit(text[word.upperBound])
    case 0x80...:
      var bytes: [UInt8] = []
      for index in word { bytes.append(text[index]) }
      guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else {
        return false
      }
      // Elsewhere than behind a number, it is the number of a note or of a sentence.
      if isRaised(scalar) {
        return !isApart && word.lowerBound > 0 && WordReader.isDigit(text[word.lowerBound - 1])
      }
      return isSymbol(scalar)
    default: return false
    }
  }

  /// Whether a number is written above the line: `10²`.
  private static func isRaised(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB2, 0xB3, 0xB9, 0x2070...0x207B: true
    default: false
    }
  }

  private static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .currencySymbol, .mathSymbol, .otherNumber, .letterNumber: true
    // Signs of copyright and of trade marks say nothing about what they stand at.
    case .otherSymbol: !["\u{A9}", "\u{AE}", "\u{2120}", "\u{2122}"].contains(scalar)
    default: false
    }
  }

  /// U+2018...U+201F, U+2039, U+203A, and the angled marks of U+00AB and U+00BB.
  private static func isQuotation(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    let first = text[word.lowerBound]
    guard word.count >= 2 else { return false }
    let second = text[word.lowerBound + 1]
    if first == 0xC2 { return second == 0xAB || second == 0xBB }
    guard first == 0xE2, second == 0x80, word.count == 3 else { return false }
    let third = text[word.lowerBound + 2]
    return (0x98...0x9F).contains(third) || third == 0xB9 || third == 0xBA
  }

  /// Whether a word holds an apostrophe or hyphen of typography, a soft hyphen, or an accent that
  /// is written behind its letter.
  private static func needsNormalising(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    for index in word {
      switch text[index] {
      case 0xE2, 0xAD, 0xCC, 0xCD: return true
      default: break
      }
    }
    return false
  }

  private static func normalised(_ text: Span<UInt8>, _ word: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = word.lowerBound
    while index < word.upperBound {
      let byte = text[index]
      if byte == 0xC2, index + 1 < word.upperBound, text[index + 1] == 0xAD {
        index += 2
      } else if byte == 0xE2, index + 2 < word.upperBound, text[index + 1] == 0x80,
        text[index + 2] == 0x99 || text[index + 2] == 0x90 || text[index + 2] == 0x91
      {
        bytes.append(text[index + 2] == 0x99 ? UInt8(ascii: "'") : UInt8(ascii: "-"))
        index += 3
      } else {
        bytes.append(byte)
        index += 1
      }
    }
    return bytes
  }
}
