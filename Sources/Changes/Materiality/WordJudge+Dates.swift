extension WordJudge {
  /// Dates with a month that is written out, or all in figures; also where one came or went, and no
  /// number beside it.
  func dateRule(_ text: MarkedText) -> Verdict? {
    let (first, second) = (dates(in: text.old), dates(in: text.new))
    let before = first.map { MarkedText.text(text.old[$0]) }
    let after = second.map { MarkedText.text(text.new[$0]) }
    guard before != after else { return nil }
    if before.isEmpty || after.isEmpty {
      guard holdsNoOtherNumber(text.old, than: first), holdsNoOtherNumber(text.new, than: second)
      else { return nil }
    }
    return Verdict(
      judgement: Judgement(.substantive, .date), before: before.first, after: after.first)
  }

  private func holdsNoOtherNumber(
    _ words: [MarkedText.Word], than dates: [Range<Int>]
  ) -> Bool {
    words.indices.allSatisfy { index in
      !words[index].isMarked || words[index].kind != .number
        || dates.contains { $0.contains(index) }
    }
  }

  /// The dates of which a word or number is marked.
  func dates(in words: [MarkedText.Word]) -> [Range<Int>] {
    words.indices.compactMap { month in
      if words[month].kind == .number, words[month].isMarked, Self.isDate(words[month].text) {
        return month..<(month + 1)
      }
      // The month of May has a capital.
      guard words[month].traits.contains(.month), words[month].text != "may" else { return nil }
      var range = month..<(month + 1)
      // `1. März 2026`, `1 March 2026`, `March 1, 2026`, `1st of March`.
      for index in max(0, month - 2)..<min(words.count, month + 4)
      where words[index].kind == .number {
        range = min(range.lowerBound, index)..<max(range.upperBound, index + 1)
      }
      guard range.count > 1, words[range].contains(where: \.isMarked) else { return nil }
      return range
    }
  }

  /// `2026-03-01`, `1.3.2026` or `01/03/2026`.
  static func isDate(_ word: String) -> Bool {
    for separator in "-./" {
      let parts = word.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) else { continue }
      let counts = parts.map(\.count)
      if counts[0] == 4 ? counts[1...].allSatisfy({ $0 == 2 }) : counts[2] == 4 && counts[0] <= 2 {
        return true
      }
    }
    return false
  }
}
