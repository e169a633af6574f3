internal import Diagnostics

/// The words of two versions as rules look at them, each made once.
struct SpelledWords: Sendable {
  struct Spelling: Sendable {
    /// As the text has it.
    var text: String
    var lower: String
    var traits: WordTraits
  }

  /// By the number of a word; `nil` for one that was not looked up yet.
  private var known: [Spelling?] = []

  /// How a word is spelled where it stands.
  ///
  /// `id`: its number in the table that both versions share.
  mutating func spelling(
    of word: TokenList.Word, _ id: Int32, in text: [UInt8]
  ) -> Spelling {
    let index = Int(id)
    // Only of what is written in ASCII letters does the number tell how it is written.
    guard word.kind != .quote, index >= 0, Self.isPlain(text, word.bytes) else {
      return Self.spelling(text, word.bytes)
    }
    if index >= known.count {
      known.append(contentsOf: repeatElement(nil, count: index + 1 - known.count))
    }
    if let spelling = known[index] { return spelling }
    let spelling = Self.spelling(text, word.bytes)
    known[index] = spelling
    return spelling
  }

  private static func spelling(_ bytes: [UInt8], _ range: Range<Int>) -> Spelling {
    let text = String(decoding: bytes[range], as: UTF8.self)
    let lower = text.lowercased()
    var traits = WordTraits.of(lower)
    // `in` and `us` are in most texts, `IN` and `US` in few.
    if bytes[range.lowerBound].isASCIILowercase { traits.remove(.startsCountry) }
    return Spelling(text: text, lower: lower, traits: traits)
  }

  private static func isPlain(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    for index in range where bytes[index] >= 0x80 { return false }
    return true
  }
}
