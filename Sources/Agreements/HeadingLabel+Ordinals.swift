internal import Diagnostics

// Annexes that are counted in words: `FIRST SCHEDULE`, `Second Annex: Fees`, `Erste Anlage`.

extension HeadingLabel {
  /// Where the ordinal of such a heading stands in `text`, and where the word for the annex ends.
  static func ordinalAnnex(in text: [UInt8]) -> (body: Range<Int>, end: Int)? {
    var start = 0
    if text.starts(with: "The ".utf8) || text.starts(with: "THE ".utf8) { start = 4 }
    let body = start..<endOfWord(in: text, from: start)
    // Most second words of a heading are no annexes, which is told sooner than ordinals.
    guard (4...9).contains(body.count),
      ClauseMarker.spaceLength(text[...], at: body.upperBound) > 0
    else { return nil }
    let word = body.upperBound + ClauseMarker.spaceLength(text[...], at: body.upperBound)
    let end = endOfWord(in: text, from: word)
    guard isAnnexWord(text[word..<end]), spelledOrdinal(text[body]) != nil else { return nil }
    // `Second Schedule Review` names something else.
    var next = end
    while ClauseMarker.isSpace(text[...], at: next) {
      next += ClauseMarker.spaceLength(text[...], at: next)
    }
    guard next == text.count || !text[next].isASCIILetter else { return nil }
    return (body, end)
  }

  /// The word of a designation that says what kind of annex it is: `Annex` of `Annex 2`, `SCHEDULE`
  /// of `FIRST SCHEDULE`.
  static func annexWord(of designation: String) -> Substring.UTF8View {
    let words = designation.utf8.split(separator: 0x20)
    return words.first { isAnnexWord($0) } ?? words.first ?? Substring().utf8
  }

  private static func isAnnexWord(_ word: some Collection<UInt8>) -> Bool {
    annexWords.contains { known in
      known.count == word.count && zip(known, word).allSatisfy { $0 == $1 | 0x20 }
    }
  }

  private static func endOfWord(in text: [UInt8], from start: Int) -> Int {
    // The bytes of `ö` and `ü`, and none of a no-break space.
    text[min(start, text.count)...]
      .prefix { $0.isASCIILetter || $0 == 0xC3 || $0 == 0xB6 || $0 == 0xBC }.endIndex
  }
}
