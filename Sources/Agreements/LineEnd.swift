internal import Diagnostics

/// The end of a line of a paragraph, which tells whether the next line can be a clause.
struct LineEnd {
  /// The last words of the line.
  private let words: ArraySlice<UInt8>

  /// The end of the line of `text` before the byte `end`.
  init(of text: [UInt8], at end: Int) {
    words = text[max(0, end - Self.longestLookBack)..<end]
  }

  /// In bytes: more than the longest word that announces a number.
  private static let longestLookBack = 24

  /// Whether a sentence or a lead-in can end here: punctuation, or the `and` of an enumeration.
  var endsSentence: Bool {
    guard let last = words.last else { return false }
    return Self.isPunctuation(last) || Self.conjunctions.contains { words.ends(with: $0) }
  }

  /// Whether an item of an enumeration ends here: `one;`, `one; and`. A bare `and` can stand before
  /// a number that is cited, as in `(1) and` above `(2)`.
  var endsItem: Bool {
    guard let last = words.last else { return false }
    if Self.isPunctuation(last) { return true }
    return Self.conjunctions.contains { conjunction in
      words.ends(with: conjunction)
        && words.dropLast(conjunction.count).last.map(Self.isPunctuation) == true
    }
  }

  /// Whether what comes next is a number that is cited: `under letter`, `Article 6`.
  var announcesNumber: Bool {
    guard !endsSentence, let last = words.last else { return false }
    if last.isASCIIDigit || words.ends(with: [0xC2, 0xA7]) { return true }
    let word = words.reversed().prefix { $0 != 0x20 && $0 != 0x0A }.reversed()
      .map(\.asciiLowercased)
    return Self.announcements.contains(word)
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ","): true
    default: false
    }
  }

  private static let conjunctions = [" and", " or", " und", " oder"].map { Array($0.utf8) }

  /// Words that a cited number or letter follows, lower case.
  private static let announcements = Set(
    [
      "annex", "article", "articles", "clause", "clauses", "item", "items", "letter", "letters",
      "number", "numbers", "paragraph", "paragraphs", "point", "points", "section", "sections",
      "sentence", "sub-paragraph", "subparagraph", "absatz", "abs\u{E4}tze", "abs\u{E4}tzen",
      "anlage", "artikel", "artikels", "buchstabe", "buchstaben", "nummer", "nummern", "punkt",
      "punkte", "punkten", "satz", "ziffer", "ziffern",
    ].map { Array($0.utf8) })
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with suffix: [UInt8]) -> Bool {
    self.suffix(suffix.count).elementsEqual(suffix)
  }
}
