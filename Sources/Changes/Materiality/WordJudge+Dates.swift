extension WordJudge {
  /// Dates whose month is written out; others are numbers.
  func dateRule(_ text: MarkedText) -> Verdict? {
    let (before, after) = (dates(in: text.old), dates(in: text.new))
    guard before != after, !before.isEmpty, !after.isEmpty else { return nil }
    return Verdict(
      judgement: Judgement(.substantive, .date), before: before.first, after: after.first)
  }

  /// The dates of which a word or number is marked.
  private func dates(in words: [MarkedText.Word]) -> [String] {
    words.indices.compactMap { month in
      guard words[month].traits.contains(.month) else { return nil }
      var range = month..<(month + 1)
      // `1. März 2026`, `1 March 2026`, `March 1, 2026`.
      for index in max(0, month - 2)..<min(words.count, month + 4)
      where words[index].kind == .number {
        range = min(range.lowerBound, index)..<max(range.upperBound, index + 1)
      }
      guard range.count > 1, words[range].contains(where: \.isMarked) else { return nil }
      return MarkedText.text(words[range])
    }
  }
}
