internal import Diagnostics

/// Tells, at the cost of one look at each byte, which groups of phrases may stand in a text.
///
/// Nearly all clauses of an agreement say nothing of what is looked for, and comparing phrases word
/// by word costs a hundred times as much. A group is found where the first word of one of its
/// phrases is; where that is a mere letter or two, where the first two are.
struct PhraseFilter: Sendable {
  /// The groups that a word, or two, begin a phrase of; by their hash.
  private var groups: [UInt64: UInt32] = [:]
  /// A bit for each hash that is a key, by its lowest bits.
  private var isKey = [Bool](repeating: false, count: 4_096)
  /// Whether a phrase may begin with a word of these first letters and length: see
  /// ``slot(of:in:)``.
  private var beginnings = [Bool](repeating: false, count: 4_096)
  /// Whether a phrase may begin with a short word, by the lowest bits of its hash.
  private var isShortBeginning = [Bool](repeating: false, count: 4_096)
  private let capitalised: UInt32

  /// `groups`: the phrases of each group, as small words. At most 32 groups.
  /// `capitalised`: the groups, a bit for each, whose phrases begin with a capital letter or are
  /// mere letters: `Limited` ends a name, and `limited` does not.
  init(_ groups: [[[String]]], capitalised: UInt32) {
    self.capitalised = capitalised
    for (number, phrases) in groups.enumerated() {
      for phrase in phrases {
        var walk = WordWalk()
        var key: UInt64 = 0
        let bytes = Array(phrase.joined(separator: " ").utf8)
        while walk.next(in: bytes.span) {
          let hash = walk.hash(in: bytes.span)
          if key == 0 {
            beginnings[Self.slot(of: walk, in: bytes.span)] = true
            if walk.length <= Self.shortWord { isShortBeginning[Int(hash & 4_095)] = true }
          }
          key = key == 0 ? hash : Self.joined(key, hash)
          if walk.length > Self.shortWord || key != hash { break }
        }
        self.groups[key, default: 0] |= 1 << UInt32(number)
        isKey[Int(key & 4_095)] = true
      }
    }
  }

  /// The groups that may have a phrase in a text, a bit for each.
  func groups(in text: Span<UInt8>) -> UInt32 {
    var found: UInt32 = 0
    var walk = WordWalk()
    var short: UInt64 = 0
    while walk.next(in: text) {
      // Most words begin no phrase, and are left without a look at their other letters.
      guard short != 0 || beginnings[Self.slot(of: walk, in: text)] else { continue }
      let hash = walk.hash(in: text)
      let isShort = walk.length <= Self.shortWord
      if isKey[Int(hash & 4_095)], let held = groups[hash] {
        let first = text[walk.start]
        let isCapitalised = first.isASCIIUppercase || first >= 0x80
        found |= isCapitalised || isShort ? held : held & ~capitalised
      }
      if short != 0 {
        let key = Self.joined(short, hash)
        if isKey[Int(key & 4_095)] { found |= groups[key] ?? 0 }
      }
      short = isShort && isShortBeginning[Int(hash & 4_095)] ? hash : 0
    }
    return found
  }

  /// A number under 4,096 for the first two letters of a word and its length; of words that begin
  /// beyond ASCII, or whose second letter is, for the first byte and the length.
  @inline(__always)
  private static func slot(of word: WordWalk, in text: borrowing Span<UInt8>) -> Int {
    let first = text[word.start] | 0x20
    let start = Int(first) &+ word.length &* 61
    guard word.length > 1, first < 0x80 else { return start & 4_095 }
    let second = text[word.start &+ 1] | 0x20
    return (second < 0x80 ? start &+ Int(second) &* 1_031 : start) & 4_095
  }

  /// Longest word, in bytes, that alone says too little.
  private static let shortWord = 2

  @inline(__always)
  private static func joined(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first ^ second &* 0x9E37_79B9_7F4A_7C15) &* 0x100_0000_01B3
  }
}

/// Walks over the words of a text: runs of letters and digits.
private struct WordWalk {
  /// The word at hand, half-open.
  private(set) var start = 0
  private var end = 0

  var length: Int { end - start }

  /// Goes to the next word; `false` where there is none.
  @inline(__always)
  mutating func next(in text: borrowing Span<UInt8>) -> Bool {
    let count = text.count
    var index = end
    while index < count {
      let byte = text[index]
      if Self.isWord(byte) { break }
      // Blanks, quotation marks and dashes beyond ASCII are two or three bytes.
      index &+= byte < 0x80 ? 1 : byte == 0xC2 ? 2 : 3
    }
    guard index < count else { return false }
    start = index
    repeat { index &+= 1 } while index < count && Self.isWord(text[index])
    end = index
    return true
  }

  /// Whether a byte is part of a word, at the cost of one bit.
  @inline(__always)
  private static func isWord(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return byte != 0xC2 && byte != 0xE2 }
    return (byte < 0x40 ? digits : letters) &>> UInt64(byte & 0x3F) & 1 != 0
  }

  /// `0` to `9`, by the lowest six bits of a byte under 64.
  private static let digits: UInt64 = 0x03FF_0000_0000_0000
  /// The letters of ASCII, by the lowest six bits of a byte from 64.
  private static let letters: UInt64 = 0x07FF_FFFE_07FF_FFFE

  /// The hash (FNV-1a) of the small letters of the word at hand.
  func hash(in text: borrowing Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in start..<end {
      var byte = text[index].asciiLowercased
      // Capitals of Latin-1 are 32 before their small letters, as those of ASCII.
      if byte >= 0x80, byte <= 0x9E, index > 0, text[index - 1] == 0xC3 { byte += 0x20 }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return hash
  }
}
