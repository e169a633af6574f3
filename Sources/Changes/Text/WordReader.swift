/// Finds the words and signs of a text, byte by byte.
///
/// A word goes on over hyphens, apostrophes, underscores, and dots, commas or slashes between
/// letters and digits (`2016/679`, `28.3.h`); web and mail addresses are one word. Every other sign
/// stands alone, but a row of the same one, such as a line to write on, is one. White space and
/// wrapping only part words.
struct WordReader {
  /// The next word or sign from `index` on.
  ///
  /// `end`: where the text ends.
  static func next(_ text: Span<UInt8>, from index: Int, to end: Int) -> Range<Int>? {
    var start = index
    while start < end {
      let space = spaceLength(text, start, end)
      if space == 0 { break }
      start += space
    }
    guard start < end else { return nil }
    guard let letter = firstLetter(text, start, end) else {
      return start..<endOfSign(text, start, end)
    }
    return start..<endOfWord(text, letter, end)
  }

  /// Where the letters of the word that begins at `start` begin: names such as `_session` begin
  /// with one or two underscores, lines to write on have more.
  static func firstLetter(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var index = start
    while index < end, index < start + 2, text[index] == UInt8(ascii: "_") { index += 1 }
    return index < end && isLetter(text, index, end) ? index : nil
  }

  private static func endOfWord(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      if isLetter(text, index, end) {
        index += length(text[index])
        continue
      }
      let byte = text[index]
      if byte == UInt8(ascii: ":"), index + 2 < end, text[index + 1] == UInt8(ascii: "/"),
        text[index + 2] == UInt8(ascii: "/")
      {
        return endOfAddress(text, index, end)
      }
      let joiner = joinerLength(text, index, end)
      guard joiner > 0, index + joiner < end, isLetter(text, index + joiner, end) else { break }
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "/"),
        !(isDigit(text[index - 1]) && isDigit(text[index + 1]))
      {
        break
      }
      index += joiner
    }
    return min(index, end)
  }

  /// The end of a web address, without the sign that closes the sentence around it.
  private static func endOfAddress(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, text[index] > 0x20, text[index] != UInt8(ascii: ">") { index += 1 }
    while index > start {
      switch text[index - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ")"): index -= 1
      default: return index
      }
    }
    return index
  }

  /// A sign, or a row of the same one.
  private static func endOfSign(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let width = length(text[start])
    var index = min(start + width, end)
    guard width == 1, text[start] == UInt8(ascii: "_") || text[start] == UInt8(ascii: ".") else {
      return index
    }
    while index < end, text[index] == text[start] { index += 1 }
    return index
  }
}

extension WordReader {
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// The bytes of white space at a place: blanks of all widths, and what only allows a break.
  static func spaceLength(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    switch text[index] {
    case 0x20, 0x09, 0x0A, 0x0D: return 1
    case 0xC2 where index + 1 < end && text[index + 1] == 0xA0: return 2
    case 0xE2 where index + 2 < end && text[index + 1] == 0x80:
      let last = text[index + 2]
      return (0x80...0x8B).contains(last) || last == 0xAF ? 3 : 0
    default: return 0
    }
  }

  /// The bytes of a sign that can stand inside a word.
  private static func joinerLength(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    switch text[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: ","),
      UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "_"):
      return 1
    // U+2010, U+2011: hyphens; U+2019: the apostrophe.
    case 0xE2 where index + 2 < end && text[index + 1] == 0x80:
      let last = text[index + 2]
      return last == 0x90 || last == 0x91 || last == 0x99 ? 3 : 0
    default: return 0
    }
  }

  static func length(_ byte: UInt8) -> Int {
    byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  /// Whether a letter or digit of any script begins here, rather than a sign or a blank.
  static func isLetter(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    let byte = text[index]
    if byte < 0x80 {
      return isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }
    guard index + 1 < end else { return true }
    let second = text[index + 1]
    switch byte {
    // U+0080...U+00BF: signs, but for the soft hyphen, which is part of its word, and a, o, micro.
    case 0xC2: return second == 0xAD || second == 0xAA || second == 0xB5 || second == 0xBA
    // U+2000...U+2BFF: typographic and mathematical signs, arrows; U+3000...U+303F.
    case 0xE2: return second >= 0xB0
    case 0xE3: return second != 0x80
    default: return true
    }
  }
}
