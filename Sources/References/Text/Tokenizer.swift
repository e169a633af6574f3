internal import Diagnostics

/// Cuts passages into tokens.
///
/// Works on bytes: all that it decides on is ASCII, or one of the few typographic signs of General
/// Punctuation and Latin-1, and every other byte from 0x80 is part of a letter.
///
/// - Complexity: O(bytes) for a passage.
struct Tokenizer {
  private(set) var tokens = PassageTokens()
  /// Tokens that were cut before.
  private let table: TokenTable?
  /// The classes of the tokens of the passage at hand, of those that were cut before.
  private var classes: WordClasses = []

  /// One whose words have hashes only; the rest of what they are, a ``Lexicon`` knows.
  init() {
    table = nil
  }

  /// One that adds tokens to an empty array, whose capacity is used.
  init(reusing array: consuming [Token]) {
    table = nil
    tokens.all = array
  }

  /// One that finds its tokens in `table`.
  init(_ table: TokenTable) {
    self.table = table
    tokens.all = table.tokens
  }

  /// Replaces ``tokens`` with those of a passage of the table.
  mutating func enter(_ passage: Int) {
    guard let table else { preconditionFailure("only a table has passages") }
    (tokens.start, tokens.end, classes) = table.passage(passage)
  }

  /// Whether the passage at hand has a token of one of `classes`.
  func holds(_ classes: WordClasses) -> Bool { !self.classes.isDisjoint(with: classes) }

  /// The array of all tokens, which is taken out.
  mutating func takeTokens() -> [Token] {
    let all = tokens.all
    tokens = PassageTokens()
    return all
  }

  /// Replaces ``tokens`` with those of `text[start..<end]` and one `.end` token.
  mutating func tokenize(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) {
    tokens.all.removeAll(keepingCapacity: true)
    append(text, from: start, to: end)
    tokens.start = 0
    tokens.end = tokens.all.count
  }

  /// Adds the tokens of `text[start..<end]` and one `.end` token to `tokens.all`.
  mutating func append(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) {
    var index = start
    var hasSpace = true
    while index < end {
      let byte = text[index]
      switch byte {
      case 0x20, 0x0A, 0x09, 0x0D:
        hasSpace = true
        index += 1
        continue
      case 0x41...0x5A, 0x61...0x7A:
        index = word(in: text, from: index, to: end, hasSpace: hasSpace)
      case 0x30...0x39:
        index = number(in: text, from: index, to: end, hasSpace: hasSpace)
      case maskByte:
        var next = index + 1
        while next < end, text[next] == maskByte { next += 1 }
        append(.masked, index, next, hasSpace)
        index = next
      case 0x40:
        index = mailAddress(in: text, from: index, to: end, hasSpace: hasSpace)
      case 0x80...:
        let scalar = Typography(text, at: index, end: end)
        switch scalar.kind {
        case .space:
          hasSpace = true
          index += scalar.length
          continue
        case .nothing:
          index += scalar.length
          continue
        case .letter: index = word(in: text, from: index, to: end, hasSpace: hasSpace)
        case .sign(let sign):
          append(sign.rawValue, in: text, index, index + scalar.length, hasSpace, end)
          index += scalar.length
        }
      default:
        append(Self.code(of: byte), in: text, index, index + 1, hasSpace, end)
        index += 1
      }
      hasSpace = false
    }
    append(.end, end, end, true)
  }

  private static func code(of byte: UInt8) -> UInt16 {
    Sign(rawValue: UInt16(byte)) == nil ? Sign.other.rawValue : UInt16(byte)
  }

  private mutating func append(
    _ kind: Token.Kind, _ start: Int, _ end: Int, _ hasSpace: Bool
  ) {
    var token = Token(kind, start, end, hasSpaceBefore: hasSpace)
    if kind == .address { token.classes = .reference }
    tokens.all.append(token)
  }

  private mutating func append(
    _ sign: UInt16, in text: borrowing Span<UInt8>, _ start: Int, _ end: Int, _ hasSpace: Bool,
    _ limit: Int
  ) {
    var token = Token(.sign, start, end, hasSpaceBefore: hasSpace)
    token.word = sign
    token.classes = WordClasses(sign, in: text, from: start, to: end, limit: limit)
    tokens.all.append(token)
  }
}

// MARK: - Words and numbers

extension Tokenizer {
  @inline(__always)
  private mutating func word(
    in text: borrowing Span<UInt8>, from start: Int, to end: Int, hasSpace: Bool
  ) -> Int {
    var index = start
    var hash = WordHash()
    var all: UInt8 = 0
    // Nearly all words have no other letters, and are read without leaving the registers.
    while index < end {
      let byte = text[index]
      guard byte.isASCIILetter else { break }
      hash.add(byte | 0x20)
      all |= byte
      index &+= 1
    }
    // Beside a small letter it doesn't matter how many are capitals.
    var word = WordShape(hash: hash, capitals: all & 0x20 == 0 ? index &- start : 0)
    word.isCapitalised = text[start].isASCIIUppercase
    if index < end, text[index] >= 0x80 || text[index] == 0x27 {
      index = restOfWord(in: text, from: index, start: start, to: end, word: &word)
    }
    if index - start <= 5, index < end, text[index] == 0x3A || text[index] == 0x2E,
      let after = webAddress(in: text, hash: word.hash.value, at: index, to: end)
    {
      append(.address, start, after, hasSpace)
      return after
    }
    var token = Token(.word, start, index, hasSpaceBefore: hasSpace)
    token.hash = word.hash.value
    token.setCapitals(
      first: word.isCapitalised,
      all: word.capitals > 1 && word.capitals + word.others == index - start)
    tokens.all.append(token)
    return index
  }

  /// What is learned of a word while its bytes are read.
  private struct WordShape {
    var hash = WordHash()
    var capitals = 0
    /// Bytes that are neither capital nor small letters: the second ones of capital letters, signs.
    var others = 0
    var isCapitalised = false

    @inline(__always)
    mutating func addCapital(_ lowered: UInt8) {
      hash.add(lowered)
      capitals &+= 1
    }
  }

  /// Reads on where a word has letters beyond ASCII or an apostrophe.
  private func restOfWord(
    in text: borrowing Span<UInt8>, from first: Int, start: Int, to end: Int,
    word: inout WordShape
  ) -> Int {
    var index = first
    while index < end {
      let byte = text[index]
      if byte.isASCIILowercase {
        word.hash.add(byte)
        index &+= 1
      } else if byte.isASCIIUppercase {
        word.addCapital(byte | 0x20)
        index &+= 1
      } else if byte >= 0x80 || byte == 0x27,
        let next = wordGoesOn(in: text, at: index, to: end, word: &word)
      {
        if index == start, word.capitals > 0 { word.isCapitalised = true }
        index = next
      } else {
        break
      }
    }
    return index
  }

  /// The index behind a letter beyond ASCII or an apostrophe that the word goes on with, or `nil`
  /// where the word ends.
  private func wordGoesOn(
    in text: borrowing Span<UInt8>, at index: Int, to end: Int, word: inout WordShape
  ) -> Int? {
    let byte = text[index]
    if byte == 0x27 {
      return apostrophe(in: text, at: index, length: 1, to: end, word: &word)
    }
    let scalar = Typography(text, at: index, end: end)
    switch scalar.kind {
    case .nothing:
      word.others += scalar.length
      return index + scalar.length
    case .sign(.singleQuote):
      return apostrophe(in: text, at: index, length: scalar.length, to: end, word: &word)
    case .letter:
      let second = index + 1 < end ? text[index + 1] : 0
      let isLatinCapital = byte == 0xC3 && second >= 0x80 && second <= 0x9E && second != 0x97
      if isLatinCapital {
        word.addCapital(byte)
        word.hash.add(second | 0x20)
        word.others += 1
      } else {
        for offset in 0..<scalar.length { word.hash.add(text[index + offset]) }
      }
      return index + scalar.length
    case .space, .sign: return nil
    }
  }

  /// Where a word goes on after an apostrophe, or `nil` where the sign ends it.
  ///
  /// A genitive `'s` is part of the word but not of its hash, so that `Processor's` is a form of
  /// `Processor`.
  private func apostrophe(
    in text: borrowing Span<UInt8>, at index: Int, length: Int, to end: Int,
    word: inout WordShape
  ) -> Int? {
    let next = index + length
    guard next < end, text[next].isASCIILetter else { return nil }
    let afterLetter = next + 1
    let endsThere = afterLetter >= end || !text[afterLetter].isASCIILetter
    if text[next] | 0x20 == 0x73, endsThere {
      word.others += length + 1
      return afterLetter
    }
    word.others += length
    word.hash.add(0x27)
    return next
  }

  private mutating func number(
    in text: borrowing Span<UInt8>, from start: Int, to end: Int, hasSpace: Bool
  ) -> Int {
    var hash = WordHash()
    var index = start
    while index < end, text[index] >= 0x30, text[index] <= 0x39 {
      hash.add(text[index])
      index += 1
    }
    var token = Token(.number, start, index, hasSpaceBefore: hasSpace)
    token.hash = hash.value
    token.classes = [.reference, .period]
    tokens.all.append(token)
    return index
  }
}

// MARK: - Addresses

extension Tokenizer {
  private static let schemes: Set<UInt64> = [
    WordHash.of("http"), WordHash.of("https"), WordHash.of("ftp"),
  ]
  private static let www = WordHash.of("www")

  /// The end of a web address whose scheme, or `www`, ends at `index`.
  private func webAddress(
    in text: borrowing Span<UInt8>, hash: UInt64, at index: Int, to end: Int
  ) -> Int? {
    if Self.schemes.contains(hash) {
      guard index + 3 < end, text[index] == 0x3A, text[index + 1] == 0x2F, text[index + 2] == 0x2F
      else { return nil }
    } else {
      guard hash == Self.www, index + 1 < end, text[index] == 0x2E,
        Self.isAddressByte(text[index + 1])
      else { return nil }
    }
    var last = index
    var depth = 0
    while last < end, Self.isAddressByte(text[last]) {
      if text[last] == 0x28 { depth += 1 }
      if text[last] == 0x29 {
        if depth == 0 { break }
        depth -= 1
      }
      last += 1
    }
    // Punctuation behind an address belongs to the sentence.
    while last > index, [0x2E, 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x27, 0x5D].contains(text[last - 1]) {
      last -= 1
    }
    return last
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x22 && byte != 0x3C && byte != 0x3E && byte != 0x7F && byte != maskByte
      && byte != 0x7C && byte != 0x60
  }

  /// Joins what stands closely around an `@` to one token.
  private mutating func mailAddress(
    in text: borrowing Span<UInt8>, from at: Int, to end: Int, hasSpace: Bool
  ) -> Int {
    var last = at + 1
    while last < end, Self.isMailByte(text[last]) { last += 1 }
    while last > at + 1, text[last - 1] == 0x2E || text[last - 1] == 0x2D { last -= 1 }
    guard last > at + 1, !hasSpace else {
      append(Sign.other.rawValue, in: text, at, at + 1, hasSpace, end)
      return at + 1
    }
    var start = at
    var hadSpace = hasSpace
    while let token = tokens.all.last, Int(token.end) == start, token.kind != .masked,
      token.kind != .address, Self.isMailByte(text[Int(token.end) - 1])
    {
      start = Int(token.start)
      hadSpace = token.hasSpaceBefore
      tokens.all.removeLast()
      if hadSpace { break }
    }
    append(.address, start, last, hadSpace)
    return last
  }

  private static func isMailByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte == 0x2E || byte == 0x2D
      || byte == 0x5F || byte == 0x2B || byte >= 0x80
  }
}
