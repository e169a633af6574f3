/// Tells, at the cost of one look at each byte, which groups of phrases may stand in a text.
///
/// Nearly all clauses of an agreement say nothing of what is looked for, and comparing phrases word by
/// word costs a hundred times as much. A group is found where the first word of one of its phrases is;
/// where that is a mere letter or two, where the first two are.
struct PhraseFilter: Sendable {
  /// The groups that a word, or two, begin a phrase of; by their hash.
  private var groups: [UInt64: UInt32] = [:]
  /// A bit for each hash that is a key, by its lowest bits.
  private var isKey = [Bool](repeating: false, count: 4_096)
  private let capitalised: UInt32

  /// `groups`: the phrases of each group, as small words. At most 32 groups.
  /// `capitalised`: the groups, a bit for each, whose phrases begin with a capital letter or are mere
  /// letters: `Limited` ends a name, and `limited` does not.
  init(_ groups: [[[String]]], capitalised: UInt32) {
    self.capitalised = capitalised
    for (number, phrases) in groups.enumerated() {
      for phrase in phrases {
        var words = WordHashes()
        var key: UInt64 = 0
        let bytes = Array(phrase.joined(separator: " ").utf8)
        while let word = words.next(in: bytes.span) {
          key = key == 0 ? word.hash : Self.joined(key, word.hash)
          if word.length > Self.shortWord || key != word.hash { break }
        }
        self.groups[key, default: 0] |= 1 << UInt32(number)
        isKey[Int(key & 4_095)] = true
      }
    }
  }

  /// The groups that may have a phrase in a text, a bit for each.
  func groups(in text: Span<UInt8>) -> UInt32 {
    var found: UInt32 = 0
    var words = WordHashes()
    var short: UInt64 = 0
    while let word = words.next(in: text) {
      if isKey[Int(word.hash & 4_095)], let held = groups[word.hash] {
        found |= word.isCapitalised || word.length <= Self.shortWord ? held : held & ~capitalised
      }
      if short != 0 {
        let key = Self.joined(short, word.hash)
        if isKey[Int(key & 4_095)] { found |= groups[key] ?? 0 }
      }
      short = word.length <= Self.shortWord ? word.hash : 0
    }
    return found
  }

  /// Longest word, in bytes, that alone says too little.
  private static let shortWord = 2

  @inline(__always)
  private static func joined(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first ^ second &* 0x9E37_79B9_7F4A_7C15) &* 0x100_0000_01B3
  }
}

/// Walks over the words of a text: runs of letters and digits, as hashes (FNV-1a) of their small
/// letters.
private struct WordHashes {
  private var position = 0

  @inline(__always)
  mutating func next(in text: Span<UInt8>) -> (hash: UInt64, length: Int, isCapitalised: Bool)? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var length = 0
    var isCapitalised = false
    while position < text.count {
      var byte = text[position]
      var isWord = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      if !isWord {
        if (0x41...0x5A).contains(byte) {
          byte |= 0x20
          isWord = true
          isCapitalised = isCapitalised || length == 0
        } else if byte >= 0x80 {
          isWord = true
          isCapitalised = isCapitalised || length == 0
          if byte == 0xC2 || byte == 0xE2 {
            // Blanks, quotation marks and dashes.
            position += byte == 0xC2 ? 1 : 2
            isWord = false
            isCapitalised = isCapitalised && length > 0
          } else if (0x80...0x9E).contains(byte), position > 0, text[position - 1] == 0xC3 {
            // Capitals of Latin-1 are 32 before their small letters, as those of ASCII.
            byte += 0x20
          }
        }
      }
      position += 1
      if isWord {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        length += 1
      } else if length > 0 {
        break
      }
    }
    return length > 0 ? (hash, length, isCapitalised) : nil
  }
}
