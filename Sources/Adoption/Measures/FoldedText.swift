internal import Diagnostics

/// A text in small letters, for looking for words in it.
///
/// Shape: as many bytes as the text, so that a place in it is the place in the text. Capital
/// letters of ASCII and Latin-1 are folded, blanks of all kinds are one blank each.
struct FoldedText: Sendable {
  let bytes: [UInt8]

  init(_ text: String) {
    var bytes = Array(text.utf8)
    for index in bytes.indices {
      switch bytes[index] {
      case 0x41...0x5A: bytes[index] |= 0x20
      case 0x09...0x0D: bytes[index] = 0x20
      case 0x80...0x9E where index > 0 && bytes[index - 1] == 0xC3 && bytes[index] != 0x97:
        bytes[index] |= 0x20
      default: break
      }
    }
    self.bytes = bytes
  }

  /// Where `phrase` first stands at the beginning of a word.
  ///
  /// `isWhole`: whether the word must end there, too.
  func firstRange(of phrase: FoldedText, isWhole: Bool = true, from start: Int = 0) -> Range<Int>? {
    guard let first = phrase.bytes.first, bytes.count - start >= phrase.bytes.count else {
      return nil
    }
    let isWord = Self.isWord(first)
    for index in start...(bytes.count - phrase.bytes.count) where bytes[index] == first {
      if isWord, index > 0, Self.isWord(bytes[index - 1]) { continue }
      let end = index + phrase.bytes.count
      guard bytes[index..<end].elementsEqual(phrase.bytes) else { continue }
      let isCut =
        isWhole && end < bytes.count && Self.isWord(bytes[end]) && Self.isWord(bytes[end - 1])
      if !isCut { return index..<end }
    }
    return nil
  }

  func contains(_ phrase: FoldedText, isWhole: Bool = true) -> Bool {
    firstRange(of: phrase, isWhole: isWhole) != nil
  }

  /// Whether the text begins with `phrase` as a whole word.
  func starts(with phrase: FoldedText) -> Bool {
    guard bytes.starts(with: phrase.bytes) else { return false }
    let end = phrase.bytes.count
    guard end < bytes.count, let last = phrase.bytes.last else { return true }
    return !(Self.isWord(bytes[end]) && Self.isWord(last))
  }

  /// Letters, digits, and all that is not ASCII.
  static func isWord(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte.isASCIILowercase || byte >= 0x80
  }

  /// The text as names are compared: words apart by one blank, `&` as a word.
  var key: [UInt8] {
    var key: [UInt8] = []
    var isApart = false
    for byte in bytes {
      if Self.isWord(byte) || byte == UInt8(ascii: "&") {
        if isApart, !key.isEmpty { key.append(0x20) }
        isApart = false
        if byte == UInt8(ascii: "&") { key += "and".utf8 } else { key.append(byte) }
      } else {
        isApart = true
      }
    }
    return key
  }
}

extension String {
  /// The text in one line, blanks at its ends and doubled ones left out.
  var singleSpaced: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The stretch of the text's bytes.
  func bytes(_ range: Range<Int>) -> String { String(decoding: Array(utf8)[range], as: UTF8.self) }
}
