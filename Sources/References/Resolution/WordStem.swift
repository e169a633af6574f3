internal import Diagnostics

/// Folds the forms of a word of English or German together: `processors` and `processor`,
/// `Auftraggebers` and `Auftraggeber`.
///
/// Not grammar but a cut: both sides of every comparison are cut alike, and only endings of plural,
/// case and genitive go, so that words of different meaning stay apart.
enum WordStem {
  /// The hash of the stem of the word from `start` to `end`, as the tokenizer cut it.
  static func hash(of text: borrowing Span<UInt8>, from start: Int, to end: Int) -> UInt64 {
    var letters: [UInt8] = []
    letters.reserveCapacity(end - start)
    appendLetters(of: text, from: start, to: end, to: &letters)
    cut(&letters)
    return WordHash.ofLowered(letters)
  }

  /// Adds the letters that the tokenizer took a word's hash of: small ones, without a genitive `'s`
  /// and without hyphens that don't show.
  static func appendLetters(
    of text: borrowing Span<UInt8>, from start: Int, to end: Int, to letters: inout [UInt8]
  ) {
    var index = start
    while index < end {
      let byte = text[index]
      if byte < 0x80, byte != 0x27 {
        letters.append(byte.asciiLowercased)
        index += 1
        continue
      }
      let scalar = byte == 0x27 ? nil : Typography(text, at: index, end: end)
      let length = scalar?.length ?? 1
      switch scalar?.kind ?? .sign(.singleQuote) {
      case .letter:
        for offset in 0..<length {
          let byte = text[index + offset]
          let isLatinCapital =
            offset == 1 && text[index] == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97
          letters.append(isLatinCapital ? byte | 0x20 : byte)
        }
      case .sign:
        let next = index + length
        let endsThere = next + 1 >= end || !text[next + 1].isASCIILetter
        if next < end, text[next] | 0x20 == 0x73, endsThere {
          index = next + 1
          continue
        }
        letters.append(0x27)
      case .space, .nothing: break
      }
      index += length
    }
  }

  /// The word in lower case without a genitive `'s`.
  static func lowered(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(word.count)
    var previous: UInt8 = 0
    for byte in word {
      if byte >= 0x41, byte <= 0x5A {
        bytes.append(byte | 0x20)
      } else if previous == 0xC3, byte >= 0x80, byte <= 0x9E, byte != 0x97 {
        bytes.append(byte | 0x20)
      } else {
        bytes.append(byte)
      }
      previous = byte
    }
    cutGenitive(&bytes)
    return bytes
  }

  /// Cuts a genitive `'s`, or an apostrophe alone, off a word in lower case.
  static func cutGenitive(_ bytes: inout [UInt8]) {
    if bytes.count > 2, bytes[bytes.count - 1] == 0x73, bytes[bytes.count - 2] == 0x27 {
      bytes.removeLast(2)
    }
    let count = bytes.count
    if count > 4, bytes[count - 1] == 0x73, bytes[count - 2] == 0x99, bytes[count - 3] == 0x80,
      bytes[count - 4] == 0xE2
    {
      bytes.removeLast(4)
    }
    if bytes.count > 1, bytes[bytes.count - 1] == 0x27 { bytes.removeLast() }
  }

  /// Cuts the endings off a word in lower case, and folds the vowels that change in plurals.
  static func cut(_ bytes: inout [UInt8]) {
    cutEndings(&bytes)
    // `Verzeichnisse`
    if bytes.count > 5, bytes.suffix(4).elementsEqual("niss".utf8) { bytes.removeLast() }
    foldUmlauts(&bytes)
  }

  /// `Störfälle` is the plural of `Störfall`: an umlaut is its vowel.
  private static func foldUmlauts(_ bytes: inout [UInt8]) {
    guard let first = bytes.firstIndex(of: 0xC3) else { return }
    var end = first
    var index = first
    while index < bytes.count {
      let vowel: UInt8? =
        if bytes[index] == 0xC3, index + 1 < bytes.count {
          switch bytes[index + 1] {
          case 0xA4: UInt8(ascii: "a")
          case 0xB6: UInt8(ascii: "o")
          case 0xBC: UInt8(ascii: "u")
          default: nil
          }
        } else {
          nil
        }
      bytes[end] = vowel ?? bytes[index]
      index += vowel == nil ? 1 : 2
      end += 1
    }
    bytes.removeLast(bytes.count - end)
  }

  private static func cutEndings(_ bytes: inout [UInt8]) {
    guard bytes.count > 3 else { return }
    if bytes.last == UInt8(ascii: "s") {
      let before = bytes[bytes.count - 2]
      if before == UInt8(ascii: "e"), bytes[bytes.count - 3] == UInt8(ascii: "i"), bytes.count > 5 {
        bytes.removeLast(3)
        bytes.append(UInt8(ascii: "y"))
        return
      }
      // `process`, `status`, `basis`.
      if before == UInt8(ascii: "s") || before == UInt8(ascii: "u") || before == UInt8(ascii: "i") {
        return
      }
      bytes.removeLast()
      // `Losses`, `taxes`: too short for the rule below.
      if bytes.count <= 5, bytes.last == UInt8(ascii: "e"), bytes.count > 3,
        bytes[bytes.count - 2] == UInt8(ascii: "x")
          || (bytes[bytes.count - 2] == UInt8(ascii: "s")
            && bytes[bytes.count - 3] == UInt8(ascii: "s"))
      {
        bytes.removeLast()
        return
      }
    }
    // `measure`, `Weisungen`, `Auftraggebern`: never down to less than a word.
    let count = bytes.count
    let last = bytes[count - 1]
    let isBehindE = bytes[count - 2] == UInt8(ascii: "e")
    if count > 6, isBehindE, last == UInt8(ascii: "n") || last == UInt8(ascii: "m") {
      bytes.removeLast(2)
    } else if count > 6, last == UInt8(ascii: "n"), bytes[count - 2] == UInt8(ascii: "r"),
      bytes[count - 3] == UInt8(ascii: "e")
    {
      bytes.removeLast()
    } else if count > 5, last == UInt8(ascii: "e") || last == UInt8(ascii: "o") {
      // `Risiko` and `Risiken`
      bytes.removeLast()
    }
    if bytes.count > 8, bytes[bytes.count - 1] == UInt8(ascii: "r"),
      bytes[bytes.count - 2] == UInt8(ascii: "e")
    {
      bytes.removeLast(2)
    }
  }
}
