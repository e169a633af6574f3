/// Whose duty a sentence states.
extension WordJudge {
  /// Whether a duty that a word states is one of the controller: it acts last before the word, or in
  /// German also behind it, `Auf Verlangen muss der Auftraggeber`.
  func bindsController(at modal: Int, of words: [MarkedText.Word]) -> Bool {
    let sentence = MarkedText.sentence(around: modal, of: words)
    let own = (sentence.lowerBound..<modal).last { acts($0, in: words) }
    let behind =
      own == nil && TypedWords.germanModals.contains(words[modal].lower)
      ? (modal + 1..<min(modal + 4, sentence.upperBound)).first { acts($0, in: words) } : nil
    var party = own ?? behind
    if party == nil, words[sentence].contains(where: { Self.pronouns.contains($0.lower) }) {
      party = (0..<sentence.lowerBound).last { acts($0, in: words) }
    }
    return party.map { Self.isController(words[$0]) } ?? false
  }

  /// Whether a word is a party that can be who acts: neither is `Customer's` request, nor one
  /// `of the Customer`.
  func acts(_ index: Int, in words: [MarkedText.Word]) -> Bool {
    guard words[index].traits.contains(.party) || isPartyName(words[index]),
      TypedWords.withoutPossessive(words[index].lower) == words[index].lower
    else { return false }
    var before = index - 1
    if before >= 0, Self.articlesOfAll.contains(words[before].lower) { before -= 1 }
    return before < 0 || !Self.wordsBeforeOthers.contains(words[before].lower)
  }

  /// Whether some words name a party that can be who acts.
  func namesActor(_ words: [MarkedText.Word]) -> Bool {
    words.indices.contains { acts($0, in: words) }
  }

  /// Whether a word is the party by which something is done: `is deleted by the Processor`.
  func isAgent(_ index: Int, in words: [MarkedText.Word]) -> Bool {
    guard words[index].traits.contains(.party) || isPartyName(words[index]) else { return false }
    var before = index - 1
    if before >= 0, TypedWords.articles.contains(words[before].lower) { before -= 1 }
    return before >= 0 && ["by", "durch", "vom", "von"].contains(words[before].lower)
  }

  /// For who acted in a sentence before.
  private static let pronouns: Set<String> = ["it", "they", "he", "she", "er", "sie", "dieser"]

  /// Before a party, whoever acts and whatever is done to it.
  private static let articlesOfAll: Set<String> = [
    "the", "a", "an", "any", "each", "either", "such", "that", "die", "der",
  ]

  /// Before a party that does nothing where they stand.
  private static let wordsBeforeOthers: Set<String> = [
    "of", "by", "to", "from", "with", "for", "upon", "on", "against", "towards", "between",
    "behalf", "des", "dem", "den", "vom", "beim", "zum", "zur", "von", "durch", "für", "gegen",
    "mit", "gegenüber",
  ]
}
