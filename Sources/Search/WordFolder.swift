/// Cuts text into words and folds each to the form that is searched for.
///
/// Folding makes one word of `Löschung`, `Loeschung` and `LOSCHUNG`: lower case, letters without
/// their marks, `ß` as `ss`, and the `e` dropped that stands for an umlaut's dots (not behind
/// another vowel or a `q`, as in `neue` and `quelle`). A prefix of a word folds to a prefix of the
/// folded word, so that one finds the other while it is typed.
///
/// The script of the theme folds in the same way (`templates/assets/search.js`); a test holds the
/// two against each other.
package struct WordFolder: Sendable {
  /// Longer words are cut: nobody types them to their end.
  package static let longestWord = 48

  /// The word found last, folded, as UTF-8.
  package private(set) var word: [UInt8] = []
  /// Where it stands in the text.
  package private(set) var range = 0..<0
  /// Whether the last letter swallowed an `e`: it swallows one only.
  private var hasSwallowed = false
  /// The letters U+00E0 to U+017E without their marks.
  private let plainLetters: [UInt32]

  package init() {
    word.reserveCapacity(Self.longestWord + 4)
    plainLetters = plainLatinLetters.unicodeScalars.map(\.value)
  }

  /// Moves to the next word at or after `position`, and behind it.
  ///
  /// - Returns: `false` where there is none before `end`.
  package mutating func next(
    in text: Span<UInt8>, from position: inout Int, to end: Int
  ) -> Bool {
    word.removeAll(keepingCapacity: true)
    hasSwallowed = false
    range = position..<position
    while position < end {
      let byte = text[position]
      if word.isEmpty { range = position..<end }
      if byte < 0x80 {
        position += 1
        if Self.isLetterOrDigit(byte) {
          append(byte | 0x20)
        } else if !word.isEmpty {
          range = range.lowerBound..<(position - 1)
          return true
        }
        continue
      }
      let (scalar, length) = Self.decode(text, at: position, end: end)
      position += length
      if isWordCharacter(scalar) {
        append(folding: scalar)
      } else if !word.isEmpty {
        range = range.lowerBound..<(position - length)
        return true
      }
    }
    return !word.isEmpty
  }

  /// The next word from `position` as it is written, before it is folded, with the hash that
  /// ``TermTable`` knows it by; `nil` where there is none before `end`.
  static func nextSpelling(
    in text: Span<UInt8>, from position: Int, to end: Int
  ) -> (range: Range<Int>, hash: UInt32)? {
    let text = text.extracting(..<end)
    var start = position
    while start < text.count {
      let byte = text[start]
      if byte < 0x80 {
        if isLetterOrDigit(byte) { break }
        start += 1
      } else {
        let (scalar, length) = decode(text, at: start, end: text.count)
        if isWordCharacter(scalar) { break }
        start += length
      }
    }
    guard start < text.count else { return nil }
    var position = start
    var hash = TermTable.emptyHash
    while position < text.count {
      let byte = text[position]
      if byte < 0x80 {
        guard isLetterOrDigit(byte) else { break }
        hash = TermTable.hash(hash, byte)
        position += 1
      } else {
        let (scalar, length) = decode(text, at: position, end: text.count)
        guard isWordCharacter(scalar) else { break }
        for offset in 0..<length { hash = TermTable.hash(hash, text[position + offset]) }
        position += length
      }
    }
    return (start..<position, hash)
  }

  /// Of ASCII.
  @inline(__always)
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }

  private mutating func append(_ byte: UInt8) {
    if byte == UInt8(ascii: "e"), !hasSwallowed, swallowsE() {
      hasSwallowed = true
      return
    }
    hasSwallowed = false
    if word.count < Self.longestWord { word.append(byte) }
  }

  /// Whether the word so far ends in a letter that a following `e` gives dots.
  private func swallowsE() -> Bool {
    guard let last = word.last, isUmlautVowel(last) else { return false }
    guard word.count > 1 else { return true }
    let before = word[word.count - 2]
    return
      !(isUmlautVowel(before) || before == UInt8(ascii: "e") || before == UInt8(ascii: "i")
      || before == UInt8(ascii: "q"))
  }

  private mutating func append(folding scalar: UInt32) {
    switch scalar {
    case 0x300...0x36F: return
    case 0xDF, 0x1E9E:
      append(UInt8(ascii: "s"))
      append(UInt8(ascii: "s"))
    case 0xC0...0xDE: append(plain: plainLetters[Int(scalar) - 0xC0])
    case 0xE0...0x17E: append(plain: plainLetters[Int(scalar) - 0xE0])
    default:
      guard let letter = Unicode.Scalar(scalar) else { return }
      for lowered in letter.properties.lowercaseMapping.unicodeScalars {
        append(plain: lowered.value)
      }
    }
  }

  private mutating func append(plain scalar: UInt32) {
    guard scalar >= 0x80 else { return append(UInt8(truncatingIfNeeded: scalar)) }
    hasSwallowed = false
    guard word.count < Self.longestWord, let letter = Unicode.Scalar(scalar) else { return }
    word += UTF8.encode(letter) ?? UTF8.EncodedScalar()
  }

  /// The scalar at a byte of UTF-8; a broken one is taken for a space.
  private static func decode(
    _ text: Span<UInt8>, at position: Int, end: Int
  ) -> (scalar: UInt32, length: Int) {
    let lead = text[position]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
    guard length > 1, position + length <= end else { return (0x20, 1) }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = text[position + offset]
      guard byte & 0xC0 == 0x80 else { return (0x20, offset) }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    return (scalar, length)
  }
}

private func isUmlautVowel(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "a") || byte == UInt8(ascii: "o") || byte == UInt8(ascii: "u")
}

/// What is part of a word, beyond ASCII: all but punctuation, symbols and spaces.
private func isWordCharacter(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0..<0xC0, 0xD7, 0xF7, 0x2000...0x2BFF, 0x3000...0x303F, 0xFE00...0xFFFF: false
  default: true
  }
}

/// A small letter of Latin without its marks: `o` of `ö`, `e` of `é`.
package func plainLetter(_ letter: Unicode.Scalar) -> Unicode.Scalar {
  guard letter.value >= 0xE0 else { return letter }
  let index = Int(letter.value) - 0xE0
  return plainLatinScalars.indices.contains(index) ? plainLatinScalars[index] : letter
}

private let plainLatinScalars = Array(plainLatinLetters.unicodeScalars)

/// U+00E0 to U+017E in lower case and without marks, letter by letter.
private let plainLatinLetters =
  "aaaaaaæceeeeiiiiðnooooo÷øuuuuyþy"
  + "aaaaaaccccccccddđđeeeeeeeeeegggggggghhħħiiiiiiiii" + "ıĳĳjjkkĸllllllŀŀłłnnnnnnŉŋŋ"
  + "ooooooœœrrrrrrssssssssttttŧŧuuuuuuuuuuuuwwyyyzzzzzz"
