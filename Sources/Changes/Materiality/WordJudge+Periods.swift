extension WordJudge {
  func periodRule(_ text: MarkedText) -> Verdict? {
    guard !text.traits.isDisjoint(with: [.time, .rhythm, .regularity]),
      holdsTimeWords(text.old) || holdsTimeWords(text.new)
    else { return nil }
    let (allBefore, allAfter) = (WrittenPeriod.all(in: text.old), WrittenPeriod.all(in: text.new))
    if let pair = Self.onlyChange(allBefore, allAfter) { return Self.verdict(pair, text) }
    let before = allBefore.filter { text.old[$0.range].contains(where: \.isMarked) }
    let after = allAfter.filter { text.new[$0.range].contains(where: \.isMarked) }
    if let pair = zip(before, after).first(where: { !$0.isSame(as: $1) }) {
      return Self.verdict(pair, text)
    }
    if before.count != after.count {
      return Verdict(
        judgement: Judgement(.substantive, .period),
        before: before.count > after.count
          ? MarkedText.text(text.old[before[after.count].range]) : nil,
        after: after.count > before.count
          ? MarkedText.text(text.new[after[before.count].range]) : nil)
    }
    let rhythms = (set(.rhythm, in: text.old), set(.rhythm, in: text.new))
    guard rhythms.0 == rhythms.1 else {
      return Verdict(
        judgement: Judgement(.substantive, .period), before: rhythms.0.min(),
        after: rhythms.1.min())
    }
    let soon = (soonWords(text.old), soonWords(text.new))
    guard soon.0 != soon.1 else { return nil }
    return Verdict(
      judgement: Judgement(.substantive, .period), before: soon.0.first, after: soon.1.first)
  }

  /// Whether a time that only came or went says least of what did: a sentence that forbids now, or
  /// binds otherwise, does so whatever time was in it.
  func sayingMore(than verdict: Verdict, _ text: MarkedText) -> Verdict {
    guard verdict.before == nil || verdict.after == nil else { return verdict }
    var rest = text
    rest.unmarkBoundsOfPeriods()
    return negationRule(rest) ?? modalRule(text) ?? verdict
  }

  /// The one period of a text that became another one, though perhaps only one of both has a mark.
  private static func onlyChange(
    _ before: [WrittenPeriod], _ after: [WrittenPeriod]
  ) -> (WrittenPeriod, WrittenPeriod)? {
    guard before.count == after.count else { return nil }
    let changed = zip(before, after).filter {
      !$0.isSame(as: $1) && !$0.isSameInOtherUnit(as: $1)
    }
    return changed.count == 1 ? changed[0] : nil
  }

  private static func verdict(
    _ pair: (WrittenPeriod, WrittenPeriod), _ text: MarkedText
  ) -> Verdict {
    Verdict(
      judgement: Judgement(.substantive, .period),
      before: MarkedText.text(text.old[pair.0.range]),
      after: MarkedText.text(text.new[pair.1.range]),
      periods: (pair.0, pair.1))
  }

  /// What marked phrases say that something is done at once: `without delay`.
  private func soonWords(_ words: [MarkedText.Word]) -> [String] {
    WrittenRhythm.all(in: words).filter { $0.kind == .soon && $0.isMarked(in: words) }
      .map { MarkedText.text(words[$0.range]) }
  }

  /// Whether a number, a unit of time or a rhythm is marked at all.
  private func holdsTimeWords(_ words: [MarkedText.Word]) -> Bool {
    words.contains {
      $0.isMarked
        && ($0.kind == .number
          || !$0.traits.isDisjoint(with: [.time, .count, .rhythm, .regularity]))
    }
  }
}
