/// What is meant from one to another: `§§ 3–5`, `(a)–(h)`, `Monday–Friday`.
extension WordJudge {
  /// Where signs alone changed, and with them what is meant: of `3–5`, `3, 5` leaves out the 4.
  func rangeRule(_ text: MarkedText) -> Verdict? {
    func isMarkedDash(_ word: MarkedText.Word) -> Bool {
      word.isMarked && word.kind == .sign && Self.isDash(word.text)
    }
    guard !text.marksWords,
      text.old.contains(where: isMarkedDash) || text.new.contains(where: isMarkedDash)
    else { return nil }
    let (before, after) = (ranges(in: text.old), ranges(in: text.new))
    guard before.map(\.ends) != after.map(\.ends) else { return nil }
    let isOfNumbers = (before + after).contains(where: \.isOfNumbers)
    let piece = text.pieces.first { piece in
      text.old[piece.old].contains(where: isMarkedDash)
        || text.new[piece.new].contains(where: isMarkedDash)
    }
    return Verdict(
      judgement: Judgement(.substantive, isOfNumbers ? .number : .wording),
      before: piece.map { MarkedText.text(Self.withEnds($0.old, in: text.old)) },
      after: piece.map { MarkedText.text(Self.withEnds($0.new, in: text.new)) })
  }

  private func ranges(
    in words: [MarkedText.Word]
  ) -> [(ends: [String], isOfNumbers: Bool)] {
    words.indices.compactMap { index in
      guard words[index].kind == .sign, Self.isDash(words[index].text),
        let first = words[..<index].last(where: { !Self.isBracket($0) }), Self.isEnd(first),
        let last = words[(index + 1)...].first(where: { !Self.isBracket($0) }), Self.isEnd(last)
      else { return nil }
      return ([first.lower, last.lower], first.kind == .number || first.isDesignator)
    }
  }

  private static func isBracket(_ word: MarkedText.Word) -> Bool {
    word.text == "(" || word.text == ")"
  }

  /// Whether something is one of several in an order that everybody knows.
  private static func isEnd(_ word: MarkedText.Word) -> Bool {
    word.kind == .number || word.isDesignator || word.traits.contains(.month)
      || word.kind == .word && word.lower.count == 1 || weekdays.contains(word.lower)
  }

  private static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag",
    "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "mon",
    "tue", "wed", "thu", "fri", "sat", "sun", "mo", "di", "mi", "do", "fr", "sa", "so",
  ]

  /// A stretch with the words before and behind it, and their brackets.
  private static func withEnds(
    _ range: Range<Int>, in words: [MarkedText.Word]
  ) -> ArraySlice<MarkedText.Word> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > 0 {
      start -= 1
      if !isBracket(words[start]) { break }
    }
    if start > 0, words[start - 1].text == "(" { start -= 1 }
    while end < words.count {
      end += 1
      if !isBracket(words[end - 1]) { break }
    }
    if end < words.count, words[end].text == ")" { end += 1 }
    return words[start..<end]
  }
}
