/// Folds the forms of a word of English or German together: `processors` and `processor`,
/// `Auftraggebers` and `Auftraggeber`.
///
/// Not grammar but a cut: both sides of every comparison are cut alike, and only endings of plural,
/// case and genitive go, so that words of different meaning stay apart.
enum WordStem {
  /// The hash of the stem of `word`, whose capital letters count as small ones.
  static func hash(of word: ArraySlice<UInt8>) -> UInt64 {
    var bytes = lowered(word)
    cut(&bytes)
    return WordHash.ofLowered(bytes)
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
    if bytes.count > 2, bytes.last == 0x73, bytes[bytes.count - 2] == 0x27 { bytes.removeLast(2) }
    if bytes.count > 4, bytes[(bytes.count - 4)...].elementsEqual([0xE2, 0x80, 0x99, 0x73]) {
      bytes.removeLast(4)
    }
    if bytes.count > 1, bytes.last == 0x27 { bytes.removeLast() }
    return bytes
  }

  /// Cuts the endings off a word in lower case.
  static func cut(_ bytes: inout [UInt8]) {
    guard bytes.count > 3 else { return }
    if ends(bytes, in: "ies"), bytes.count > 5 {
      bytes.removeLast(3)
      bytes.append(UInt8(ascii: "y"))
      return
    }
    if ends(bytes, in: "ss") || ends(bytes, in: "us") || ends(bytes, in: "is") { return }
    if ends(bytes, in: "s") {
      bytes.removeLast()
    }
    // `measure`, `Weisungen`, `Auftraggebern`: never down to less than a word.
    if bytes.count > 6, ends(bytes, in: "en") || ends(bytes, in: "em") {
      bytes.removeLast(2)
    } else if bytes.count > 6, ends(bytes, in: "ern") {
      bytes.removeLast()
    } else if bytes.count > 5, ends(bytes, in: "e") {
      bytes.removeLast()
    }
    if bytes.count > 8, ends(bytes, in: "er") { bytes.removeLast(2) }
  }

  private static func ends(_ bytes: [UInt8], in ending: String) -> Bool {
    let ending = ending.utf8
    return bytes.count > ending.count
      && bytes[(bytes.count - ending.count)...].elementsEqual(ending)
  }
}
