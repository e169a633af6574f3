extension WordJudge {
  /// A change in which values are only written in another way: what is left of it without them, and
  /// what is to be said of a change that has nothing else.
  typealias SameValues = (rest: MarkedText, verdict: Verdict)

  /// Where days are only written in another way.
  func withoutSameDates(_ text: MarkedText) -> SameValues? {
    func mayBeOfDate(_ word: MarkedText.Word) -> Bool {
      word.isMarked && (word.kind == .number || word.traits.contains(.month))
    }
    guard text.old.contains(where: mayBeOfDate), text.new.contains(where: mayBeOfDate) else {
      return nil
    }
    func dates(in words: [MarkedText.Word]) -> [WrittenDate] {
      WrittenDate.all(in: words).filter { words[$0.range].contains(where: \.isMarked) }
    }
    let (before, after) = (dates(in: text.old), dates(in: text.new))
    guard !before.isEmpty, before.map(\.day) == after.map(\.day) else { return nil }
    let pairs = zip(before, after).lazy.map {
      (MarkedText.text(text.old[$0.range]), MarkedText.text(text.new[$1.range]))
    }
    guard let first = pairs.first(where: { $0 != $1 }) else { return nil }
    var rest = text
    rest.unmark(before.map(\.range), after.map(\.range))
    let verdict = Verdict(
      judgement: Judgement(.editorial, .spelling), before: first.0, after: first.1)
    return (rest, verdict)
  }

  /// Where periods are the same in another unit: `two weeks` for `14 days`, `12 months` for `one
  /// year`.
  func withoutSamePeriods(_ text: MarkedText) -> SameValues? {
    guard text.traits.contains(.time) else { return nil }
    let (all, others) = (WrittenPeriod.all(in: text.old), WrittenPeriod.all(in: text.new))
    guard all.count == others.count else { return nil }
    let pairs = zip(all, others).filter { before, after in
      (before.isSameInOtherUnit(as: after)
        || before.isSame(as: after) && before.isInWords != after.isInWords)
        && (text.old[before.range].contains(where: \.isMarked)
          || text.new[after.range].contains(where: \.isMarked))
    }
    guard let first = pairs.first else { return nil }
    var rest = text
    rest.unmark(pairs.map(\.0.range), pairs.map(\.1.range))
    let verdict = Verdict(
      judgement: Judgement(.editorial, .spelling),
      before: MarkedText.text(text.old[first.0.range]),
      after: MarkedText.text(text.new[first.1.range]),
      // As many of the same unit read alike in a sentence.
      periods: pairs.count == 1 && !first.0.isSame(as: first.1) ? first : nil)
    return (rest, verdict)
  }

  /// Where it is only said otherwise how often something is done: `annually`, `once a year`.
  func withoutSameRhythms(_ text: MarkedText) -> SameValues? {
    guard !text.traits.isDisjoint(with: WrittenRhythm.traits) else { return nil }
    let all = WrittenRhythm.all(in: text.old).filter { $0.gap != nil }
    let others = WrittenRhythm.all(in: text.new).filter { $0.gap != nil }
    guard all.count == others.count else { return nil }
    let pairs = zip(all, others).filter { before, after in
      before.kind == after.kind
        && (before.isMarked(in: text.old) || after.isMarked(in: text.new))
    }
    guard let first = pairs.first else { return nil }
    var rest = text
    rest.unmark(pairs.map(\.0.range), pairs.map(\.1.range))
    let verdict = Verdict(
      judgement: Judgement(.editorial, .spelling),
      before: MarkedText.text(text.old[first.0.range]),
      after: MarkedText.text(text.new[first.1.range]))
    return (rest, verdict)
  }
}

extension MarkedText {
  /// Takes the marks off some stretches of both sides, in order.
  fileprivate mutating func unmark(_ oldRanges: [Range<Int>], _ newRanges: [Range<Int>]) {
    for range in oldRanges { for index in range { old[index].isMarked = false } }
    for range in newRanges { for index in range { new[index].isMarked = false } }
    var kept: [Piece] = []
    var keptCitations: [Int: Piece] = [:]
    for (index, piece) in pieces.enumerated() {
      let left = Self.marked(piece.old, in: old)
      let right = Self.marked(piece.new, in: new)
      if left.isEmpty, right.isEmpty { continue }
      keptCitations[kept.count] = citations[index]
      kept.append(Piece(old: left, new: right))
    }
    (pieces, citations) = (kept, keptCitations)
  }

  /// A stretch from its first marked word to its last.
  private static func marked(_ range: Range<Int>, in words: [Word]) -> Range<Int> {
    guard let first = range.first(where: { words[$0].isMarked }),
      let last = range.last(where: { words[$0].isMarked })
    else { return range.lowerBound..<range.lowerBound }
    return first..<(last + 1)
  }
}
