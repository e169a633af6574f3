internal import Deadlines

/// Decides how much a change of words matters, by the typed values in what was marked.
struct WordJudge: Sendable {
  /// What decided, with the values before and after where there are some.
  struct Verdict: Sendable {
    var judgement: Judgement
    var before: String?
    var after: String?
    /// For a period: the two, to word it.
    var periods: (before: WrittenPeriod, after: WrittenPeriod)?
  }

  /// What the frontmatter calls the parties, in lower case.
  let partyNames: Set<String>
  /// Whether the place is a measure.
  let isMeasure: Bool

  /// Decides by the rule that says most; what is weakened beside it weighs more.
  func judge(_ text: MarkedText) -> Verdict {
    var verdict = firstVerdict(text)
    switch verdict.judgement.rule {
    case .period, .country, .mechanism, .negation, .date:
      if verdict.judgement.materiality != .weakening, !isRewritten(text),
        let modal = modalRule(text), modal.judgement.materiality == .weakening
      {
        verdict.judgement = modal.judgement
      }
    default: break
    }
    return verdict
  }

  /// From the rule that says most to the one that says least.
  private func firstVerdict(_ text: MarkedText) -> Verdict {
    if let verdict = sentenceRule(text) { return verdict }
    if let verdict = editorialRule(text), !holdsTypedWords(text) { return verdict }
    if let verdict = stateRule(text) { return verdict }
    if let verdict = periodRule(text) { return verdict }
    if let verdict = countryRule(text) { return verdict }
    if let verdict = mechanismRule(text) { return verdict }
    if isRewritten(text) { return Verdict(judgement: Judgement(.substantive, .wording)) }
    if let verdict = negationRule(text) { return verdict }
    if let verdict = modalRule(text) { return verdict }
    if let verdict = partyRule(text) { return verdict }
    if let verdict = dateRule(text) { return verdict }
    if let verdict = numberRule(text) { return verdict }
    if let verdict = editorialRule(text) { return verdict }
    return Verdict(judgement: Judgement(.substantive, .wording))
  }

  /// Whether words with a meaning of their own changed on both sides, or short ones, so that a
  /// likeness of their letters says nothing: `keine` and `kleine`.
  private func holdsTypedWords(_ text: MarkedText) -> Bool {
    func typed(_ words: [MarkedText.Word]) -> [MarkedText.Word] {
      words.filter {
        $0.isMarked
          && ($0.kind == .number || $0.isDesignator || !$0.traits.isDisjoint(with: .typed)
            || isPartyName($0))
      }
    }
    let (before, after) = (typed(text.old), typed(text.new))
    if !before.isEmpty, !after.isEmpty { return before.map(\.lower) != after.map(\.lower) }
    return (before + after).contains { $0.lower.utf8.count < 6 || $0.kind == .number }
  }

  private func isPartyName(_ word: MarkedText.Word) -> Bool {
    !partyNames.isEmpty && partyNames.contains(word.lower)
  }

  private func contentCount(_ words: [MarkedText.Word]) -> Int {
    words.count { $0.isMarked && ($0.kind == .word || $0.kind == .number) }
  }

  /// The marked words of a kind, each once.
  private func set(_ traits: WordTraits, in words: [MarkedText.Word]) -> Set<String> {
    Set(words.lazy.filter { $0.isMarked && $0.traits.contains(traits) }.map(\.lower))
  }
}

// MARK: - Whole sentences

extension WordJudge {
  /// In words: what is longer and has no counterpart is an addition, whatever words it holds.
  private static let shortestSentence = 6

  private func sentenceRule(_ text: MarkedText) -> Verdict? {
    let (removed, added) = (contentCount(text.old), contentCount(text.new))
    if removed == 0, added >= Self.shortestSentence {
      return Verdict(judgement: Judgement(.substantive, .addition))
    }
    if added == 0, removed >= Self.shortestSentence {
      return Verdict(judgement: Judgement(isMeasure ? .weakening : .substantive, .removal))
    }
    return nil
  }
}

// MARK: - Typed values

extension WordJudge {
  /// Whether hardly a word of a whole text was kept, so that no single one decides.
  private func isRewritten(_ text: MarkedText) -> Bool {
    func isReplaced(_ words: [MarkedText.Word]) -> Bool {
      let all = words.count { $0.kind == .word || $0.kind == .number }
      let marked = contentCount(words)
      return marked >= Self.shortestSentence && marked * 10 >= all * 9
    }
    return isReplaced(text.old) && isReplaced(text.new)
  }

  private func stateRule(_ text: MarkedText) -> Verdict? {
    guard isMeasure else { return nil }
    let before = state(in: text.old)
    let after = state(in: text.new)
    guard before?.state != after?.state, before != nil || after != nil else {
      return nil
    }
    let ranks = (before?.rank ?? 4, after?.rank ?? 4)
    return Verdict(
      judgement: Judgement(ranks.1 < ranks.0 ? .weakening : .substantive, .state),
      before: before?.state ?? "implemented", after: after?.state ?? "implemented")
  }

  /// The state that marked words name.
  private func state(in words: [MarkedText.Word]) -> (state: String, rank: Int)? {
    for known in TypedWords.states {
      for start in words.indices
      where words[start].traits.contains(.startsState) && words[start].lower == known.words[0] {
        let end = start + known.words.count
        guard end <= words.count,
          zip(words[start..<end], known.words).allSatisfy({ $0.lower == $1 }),
          words[start..<end].contains(where: \.isMarked)
        else { continue }
        return (known.state, known.rank)
      }
    }
    return nil
  }

  private func periodRule(_ text: MarkedText) -> Verdict? {
    guard holdsTimeWords(text.old) || holdsTimeWords(text.new) else { return nil }
    let before = WrittenPeriod.all(in: text.old).filter {
      text.old[$0.range].contains { $0.isMarked }
    }
    let after = WrittenPeriod.all(in: text.new).filter {
      text.new[$0.range].contains { $0.isMarked }
    }
    for (first, second) in zip(before, after)
    where first.count != second.count || first.unit != second.unit {
      return Verdict(
        judgement: Judgement(.substantive, .period),
        before: MarkedText.text(text.old[first.range]),
        after: MarkedText.text(text.new[second.range]),
        periods: (first, second))
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
    guard rhythms.0 != rhythms.1 else { return nil }
    return Verdict(
      judgement: Judgement(.substantive, .period), before: rhythms.0.min(), after: rhythms.1.min())
  }

  /// Whether a number, a unit of time or a rhythm is marked at all.
  private func holdsTimeWords(_ words: [MarkedText.Word]) -> Bool {
    words.contains {
      $0.isMarked
        && ($0.kind == .number || !$0.traits.isDisjoint(with: [.time, .count, .rhythm]))
    }
  }

  private func modalRule(_ text: MarkedText) -> Verdict? {
    let before = text.old.filter { $0.isMarked && $0.traits.contains(.modal) }
    let after = text.new.filter { $0.isMarked && $0.traits.contains(.modal) }
    guard before.map(\.lower) != after.map(\.lower), !before.isEmpty || !after.isEmpty else {
      return nil
    }
    let strengths = (
      before.compactMap { TypedWords.strength(ofModal: $0.lower) }.max(),
      after.compactMap { TypedWords.strength(ofModal: $0.lower) }.max()
    )
    var materiality = Materiality.substantive
    if let first = strengths.0, let second = strengths.1 {
      if first == second { return nil }
      if second < first, !bindsController(text) { materiality = .weakening }
    }
    return Verdict(
      judgement: Judgement(materiality, .modal), before: before.first?.lower,
      after: after.first?.lower)
  }

  /// Whether the duty whose modal word changed is one of the controller.
  private func bindsController(_ text: MarkedText) -> Bool {
    guard
      let modal = text.old.firstIndex(where: {
        $0.isMarked && $0.traits.contains(.modal)
      })
    else { return false }
    let party = text.old[..<modal].last { $0.traits.contains(.party) }
    return party.map { TypedWords.controllers.contains($0.lower) } ?? false
  }

  private func negationRule(_ text: MarkedText) -> Verdict? {
    let before = text.old.filter { $0.isMarked && $0.traits.contains(.negation) }
    let after = text.new.filter { $0.isMarked && $0.traits.contains(.negation) }
    guard before.map(\.lower).sorted() != after.map(\.lower).sorted() else { return nil }
    return Verdict(
      judgement: Judgement(.substantive, .negation), before: before.first?.lower,
      after: after.first?.lower)
  }

  private func countryRule(_ text: MarkedText) -> Verdict? {
    let before = CountryNames.shipped.marked(in: text.old)
    let after = CountryNames.shipped.marked(in: text.new)
    if before != after {
      return Verdict(
        judgement: Judgement(.substantive, .country),
        before: before.subtracting(after).min(), after: after.subtracting(before).min())
    }
    if !before.isEmpty, contentCount(text.old) <= 2, contentCount(text.new) <= 2 {
      return Verdict(judgement: Judgement(.editorial, .spelling))
    }
    guard set(.region, in: text.old) != set(.region, in: text.new) else { return nil }
    return Verdict(judgement: Judgement(.substantive, .country))
  }

  private func mechanismRule(_ text: MarkedText) -> Verdict? {
    guard mechanisms(in: text.old) != mechanisms(in: text.new) else { return nil }
    return Verdict(judgement: Judgement(.substantive, .mechanism))
  }

  private func mechanisms(in words: [MarkedText.Word]) -> [String] {
    var found: [String] = []
    for start in words.indices {
      if words[start].isMarked, words[start].traits.contains(.mechanism) {
        found.append(words[start].lower)
      }
      guard words[start].traits.contains(.startsMechanism) else { continue }
      for phrase in TypedWords.mechanismPhrases where words[start].lower == phrase[0] {
        let end = start + phrase.count
        guard end <= words.count, zip(words[start..<end], phrase).allSatisfy({ $0.lower == $1 }),
          words[start..<end].contains(where: \.isMarked)
        else { continue }
        found.append(phrase.joined(separator: " "))
      }
    }
    return found.sorted()
  }

  private func partyRule(_ text: MarkedText) -> Verdict? {
    let before = parties(in: text.old)
    let after = parties(in: text.new)
    guard before != after else { return nil }
    return Verdict(
      judgement: Judgement(.substantive, .party), before: before.subtracting(after).min(),
      after: after.subtracting(before).min())
  }

  /// Parties by their roles, and companies by what stands before their legal form.
  private func parties(in words: [MarkedText.Word]) -> Set<String> {
    var found: Set<String> = []
    for (index, word) in words.enumerated() {
      if word.isMarked, word.traits.contains(.party) || isPartyName(word) {
        found.insert(word.lower)
      }
      guard index > 0, word.traits.contains(.companyForm) else { continue }
      let name = words[max(0, index - 3)...index]
      guard name.contains(where: \.isMarked) else { continue }
      found.insert(MarkedText.text(name))
    }
    return found
  }

  private func numberRule(_ text: MarkedText) -> Verdict? {
    let before = numbers(in: text.old)
    let after = numbers(in: text.new)
    guard before.map(\.lower) != after.map(\.lower) else { return nil }
    let isReference = (before + after).allSatisfy(\.isDesignator)
    return Verdict(
      judgement: Judgement(.substantive, isReference ? .reference : .number),
      before: before.first?.text, after: after.first?.text)
  }

  private func numbers(in words: [MarkedText.Word]) -> [MarkedText.Word] {
    words.filter {
      $0.isMarked
        && ($0.kind == .number || $0.isDesignator || $0.traits.contains(.number))
    }
  }
}
