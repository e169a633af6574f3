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

    /// Whether no value became another one, so that in a heading nothing is promised otherwise.
    var isOfWordsAlone: Bool {
      switch judgement.rule {
      case .wording, .addition, .removal: true
      // `Subcontracting` that became `Other processors`.
      case .party: before == nil || after == nil
      default: false
      }
    }

    /// Whether words became others, and no sentence was added or removed.
    var namesOtherwise: Bool {
      judgement.rule != .addition && judgement.rule != .removal && isOfWordsAlone
    }
  }

  /// What the frontmatter calls the parties, in lower case.
  let partyNames: Set<String>
  /// Whether the place is a measure.
  let isMeasure: Bool
  /// The tags of the languages that both versions are in, as far as they say so.
  var languages: (old: String?, new: String?) = (nil, nil)
  /// Of all words of both versions; `nil` for texts that stand by themselves.
  var uses: WordUses?
  /// What is called otherwise throughout the new version.
  var renamed = RenamedTerms()
  /// What stands above the place, if it is a point of a list.
  var leadIn: LeadIn?

  /// Decides by the rule that says most; what is weakened beside it weighs more.
  func judge(_ text: MarkedText) -> Verdict {
    if text.pieces.isEmpty, text.isReordered {
      return Verdict(judgement: Judgement(.editorial, .place))
    }
    var rest = text
    rest.unmark(pieces: text.sameCitations)
    let names = renamed.pieces(of: rest)
    rest.unmark(pieces: names)
    guard rest.pieces.count < text.pieces.count else {
      return judgeBesideSentences(text, judgeRest)
    }
    // What is called otherwise says more than how a citation is written.
    let rule = names.isEmpty ? MaterialityRule.reference : .term
    guard !rest.pieces.isEmpty else { return Verdict(judgement: Judgement(.editorial, rule)) }
    let verdict = judgeBesideSentences(rest, judgeRest)
    return verdict.judgement.materiality == .editorial
      ? Verdict(judgement: Judgement(.editorial, rule)) : verdict
  }

  /// Decides about a text in which nothing is just called or cited otherwise.
  private func judgeRest(_ text: MarkedText) -> Verdict {
    guard
      let same = withoutSameDates(text) ?? withoutSamePeriods(text) ?? withoutSameRhythms(text)
    else {
      return judgeOther(text)
    }
    if same.rest.pieces.isEmpty { return same.verdict }
    let verdict = judgeRest(same.rest)
    return verdict.judgement.materiality == .editorial
      ? Verdict(judgement: Judgement(.editorial, .spelling)) : verdict
  }

  /// Decides about a text in which no day or period is just written in another way.
  private func judgeOther(_ text: MarkedText) -> Verdict {
    var verdict = firstVerdict(text)
    lazy var isRewritten = isRewritten(text)
    switch verdict.judgement.rule {
    case .period, .country, .mechanism, .negation, .date:
      if verdict.judgement.materiality != .weakening, !isRewritten,
        let modal = modalRule(text), modal.judgement.materiality == .weakening
      {
        verdict.judgement = modal.judgement
      }
    default: break
    }
    if isMeasure, verdict.judgement.materiality != .weakening, !isRewritten,
      ProtectiveStrength.isLowered(text.old, text.new)
    {
      verdict.judgement = Judgement(.weakening, .number)
    }
    if isMeasure, verdict.judgement.materiality != .weakening, let rule = loweringRule(text) {
      verdict.judgement = Judgement(.weakening, rule)
    }
    if verdict.judgement.materiality == .substantive, !isRewritten,
      isHedged(text) || isReserved(text) || isOnlyAdvised(text) || liftsProhibition(text)
        || freesFromDuty(text)
    {
      verdict.judgement = Judgement(.weakening, .modal)
    }
    return verdict
  }

  /// From the rule that says most to the one that says least.
  private func firstVerdict(_ text: MarkedText) -> Verdict {
    if let verdict = placeholderRule(text) { return verdict }
    if let verdict = revisionRule(text) { return verdict }
    if let verdict = sentenceRule(text) { return verdict }
    if let verdict = rangeRule(text) { return verdict }
    if let verdict = sameNumbersRule(text) { return verdict }
    let country = countryRule(text)
    if let country, country.before != nil, country.after != nil { return country }
    if let verdict = exchangedCasesRule(text) { return verdict }
    if let verdict = answerRule(text) { return verdict }
    if let verdict = editorialRule(text), !holdsTypedWords(text) { return verdict }
    if let verdict = stateRule(text) { return verdict }
    if let verdict = periodRule(text) { return sayingMore(than: verdict, text) }
    if let country { return country }
    if let verdict = mechanismRule(text) { return verdict }
    if let verdict = citationRule(text) { return verdict }
    if isRewritten(text) { return Verdict(judgement: Judgement(.substantive, .wording)) }
    if let verdict = negationRule(text) { return verdict }
    if let verdict = modalRule(text) { return verdict }
    if let verdict = partyRule(text) { return verdict }
    if let verdict = dateRule(text) { return verdict }
    if let verdict = numberRule(text) { return verdict }
    if let verdict = symbolRule(text) { return verdict }
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
    if Self.isOnlyParted(text) { return false }
    if !before.isEmpty, !after.isEmpty {
      return before.map { Spelling.folded($0.lower) } != after.map { Spelling.folded($0.lower) }
    }
    return (before + after).contains { $0.lower.utf8.count < 6 || $0.kind == .number }
  }

  func isPartyName(_ word: MarkedText.Word) -> Bool {
    !partyNames.isEmpty && partyNames.contains(TypedWords.withoutPossessive(word.lower))
  }

  private func contentCount(_ words: [MarkedText.Word]) -> Int {
    words.count { $0.isMarked && $0.isWord }
  }

  /// The marked words of a kind, each once.
  func set(_ traits: WordTraits, in words: [MarkedText.Word]) -> Set<String> {
    Set(words.lazy.filter { $0.isMarked && $0.traits.contains(traits) }.map(\.lower))
  }
}

// MARK: - Whole sentences

extension WordJudge {
  /// In words: what is longer and has no counterpart is an addition, whatever words it holds.
  static let shortestSentence = 6

  private func sentenceRule(_ text: MarkedText) -> Verdict? {
    func hasContent(_ words: [MarkedText.Word]) -> Bool {
      words.contains { $0.isMarked && $0.isWord }
    }
    switch (hasContent(text.old), hasContent(text.new)) {
    case (false, true) where contentCount(text.new) >= Self.shortestSentence:
      return Verdict(judgement: Judgement(.substantive, .addition))
    case (true, false)
    where contentCount(text.old) >= Self.shortestSentence
      || isMeasure && !text.wholeSentences(atLeast: .max, orLines: true).isEmpty:
      // Without its reservations, a measure promises more.
      let isWeaker = isMeasure && !dropsOnlyReservations(text)
      return Verdict(judgement: Judgement(isWeaker ? .weakening : .substantive, .removal))
    default: return nil
    }
  }
}

// MARK: - Typed values

extension WordJudge {
  /// Whether hardly a word of a whole text was kept, so that no single one decides.
  func isRewritten(_ text: MarkedText) -> Bool {
    isReplaced(text.old[...]) && isReplaced(text.new[...])
  }

  /// Whether hardly a word of a text or sentence was kept.
  func isReplaced(_ words: ArraySlice<MarkedText.Word>) -> Bool {
    var (all, marked) = (0, 0)
    for index in words.indices where words[index].isWord {
      all += 1
      if words[index].isMarked { marked += 1 }
    }
    return marked >= Self.shortestSentence && marked * 10 >= all * 9
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

  func negationRule(_ text: MarkedText) -> Verdict? {
    guard text.traits.contains(.negation) else { return nil }
    let (before, after) = (Self.negations(in: text.old), Self.negations(in: text.new))
    guard before.map(\.lower).sorted() != after.map(\.lower).sorted() else { return nil }
    return Verdict(
      judgement: Judgement(.substantive, .negation), before: before.first?.lower,
      after: after.first?.lower)
  }

  /// `No, transfer is allowed` answers; `No transfer is allowed` forbids.
  private func answerRule(_ text: MarkedText) -> Verdict? {
    func isAnswer(_ range: Range<Int>, _ words: [MarkedText.Word]) -> Bool {
      guard range.count == 1, words[range.lowerBound].text == ",", range.lowerBound > 0 else {
        return false
      }
      return words[range.lowerBound - 1].lower == "no"
    }
    let isTurned = text.pieces.contains { piece in
      piece.new.isEmpty && isAnswer(piece.old, text.old)
        || piece.old.isEmpty && isAnswer(piece.new, text.new)
    }
    return isTurned ? Verdict(judgement: Judgement(.substantive, .negation)) : nil
  }

  /// The marked words that turn a sentence; the `no.` of a number is none.
  private static func negations(in words: [MarkedText.Word]) -> [MarkedText.Word] {
    words.indices.filter { index in
      guard words[index].isMarked, words[index].traits.contains(.negation) else { return false }
      // `without undue delay` is how soon.
      let delay = words[index...].prefix(4).indices.dropFirst().contains {
        WrittenRhythm.startOfNoDelay(endingAt: $0, in: words) == index
      }
      if delay { return false }
      let next = words[(index + 1)...].prefix(2)
      return words[index].lower != "no" || next.first?.text != "." || next.last?.kind != .number
    }.map { words[$0] }
  }

  private func countryRule(_ text: MarkedText) -> Verdict? {
    guard !text.traits.isDisjoint(with: [.startsCountry, .nationality, .region]) else { return nil }
    func countries(_ words: [MarkedText.Word]) -> Set<String> {
      CountryNames.shipped.marked(in: words).union(Nationalities.shipped.marked(in: words))
    }
    let (before, after) = (countries(text.old), countries(text.new))
    if before != after {
      return Verdict(
        judgement: Judgement(.substantive, .country),
        before: before.subtracting(after).min(), after: after.subtracting(before).min())
    }
    if !before.isEmpty, contentCount(text.old) <= 2, contentCount(text.new) <= 2 {
      return Verdict(judgement: Judgement(.editorial, .spelling))
    }
    let regions = (Self.regions(in: text.old), Self.regions(in: text.new))
    guard regions.0 != regions.1 else {
      return Self.writesOnlyRegion(text, regions.0.count)
        ? Verdict(judgement: Judgement(.editorial, .spelling)) : nil
    }
    return Verdict(judgement: Judgement(.substantive, .country))
  }

  /// Whether all that changed is how the one region is written that both versions name.
  private static func writesOnlyRegion(_ text: MarkedText, _ count: Int) -> Bool {
    func isOfName(_ word: MarkedText.Word) -> Bool {
      !word.isMarked || !word.isWord || word.traits.contains(.region)
        || regionWords.contains(word.lower)
    }
    return count == 1 && text.old.allSatisfy(isOfName) && text.new.allSatisfy(isOfName)
  }

  private static let regionWords: Set<String> = [
    "the", "european", "union", "economic", "area", "europäische", "europäischen",
    "europäischer", "wirtschaftsraum", "der", "den", "die", "im", "in",
  ]

  /// The marked regions, each once, as English shortens them; `(EU) 2021/914` is the name of a law.
  private static func regions(in words: [MarkedText.Word]) -> Set<String> {
    func word(_ index: Int) -> String { index >= 0 ? words[index].lower : "" }
    var found: Set<String> = []
    for index in words.indices where words[index].isMarked {
      if words[index].traits.contains(.region) {
        let isOfLaw =
          words[(index + 1)...].prefix(2).map { $0.kind == .number || $0.text == ")" }
          == [true, true]
        if !isOfLaw { found.insert(word(index) == "ewr" ? "eea" : word(index)) }
        continue
      }
      guard words[index].traits.contains(.endsRegion) else { continue }
      switch word(index) {
      case "union" where word(index - 1).hasPrefix("europ"): found.insert("eu")
      case "area" where word(index - 1) == "economic" && word(index - 2) == "european",
        "wirtschaftsraum" where word(index - 1).hasPrefix("europ"):
        found.insert("eea")
      default: break
      }
    }
    return found
  }

  private func mechanismRule(_ text: MarkedText) -> Verdict? {
    guard !text.traits.isDisjoint(with: [.mechanism, .startsMechanism]),
      mechanisms(in: text.old) != mechanisms(in: text.new)
    else { return nil }
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
    // In order: two that changed places are others, too.
    guard before != after else { return nil }
    return Verdict(
      judgement: Judgement(.substantive, .party),
      before: before.first { !after.contains($0) } ?? before.first,
      after: after.first { !before.contains($0) } ?? after.first)
  }

  /// Whether a word is a legal form where it stands: `limited` is a verb of many sentences, and
  /// `as`, `se` and `inc` are words or parts of them.
  static func isForm(_ index: Int, of words: [MarkedText.Word]) -> Bool {
    func isCapitalised(_ word: MarkedText.Word) -> Bool {
      word.text.unicodeScalars.first?.properties.isUppercase == true
    }
    if words[index].text.contains(where: \.isUppercase) { return true }
    return index > 0 && words[index].lower != "limited" && isCapitalised(words[index - 1])
  }

  /// Parties by their roles, and companies by what stands before their legal form.
  private func parties(in words: [MarkedText.Word]) -> [String] {
    var found: [String] = []
    for (index, word) in words.enumerated() {
      if word.isMarked, word.traits.contains(.party) || isPartyName(word) {
        found.append(TypedWords.withoutPossessive(word.lower))
      }
      guard index > 0, word.traits.contains(.companyForm), Self.isForm(index, of: words) else {
        continue
      }
      let name = words[max(0, index - 3)...index]
      guard name.contains(where: \.isMarked) else { continue }
      found.append(MarkedText.text(name))
    }
    return found
  }
}
