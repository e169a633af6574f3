extension WordJudge {
  func modalRule(_ text: MarkedText) -> Verdict? {
    let before = modals(in: text.old)
    let after = modals(in: text.new)
    guard before.map(\.word) != after.map(\.word) else { return nil }
    var materiality = Materiality.substantive
    if let first = before.map(\.strength).max(), let second = after.map(\.strength).max(),
      second < first, !bindsController(text)
    {
      materiality = .weakening
    }
    return Verdict(
      judgement: Judgement(materiality, .modal), before: before.first?.word,
      after: after.first?.word)
  }

  /// The marked modal words, and how firmly each binds where it stands.
  private func modals(in words: [MarkedText.Word]) -> [(word: String, strength: Int)] {
    var found: [(word: String, strength: Int)] = []
    for (index, word) in words.enumerated() where word.isMarked && word.traits.contains(.modal) {
      guard let strength = TypedWords.strength(ofModal: word.lower), !isMonth(words, index) else {
        continue
      }
      let next = words[(index + 1)...].prefix(Self.reach).prefix { $0.isWord }
      found.append((word.lower, Self.strength(strength, of: word.lower, before: next)))
    }
    // `hat ... zu löschen` obliges like `muss`.
    if found.isEmpty, let verb = words.first(where: { $0.isMarked && $0.traits.contains(.duty) }),
      words.contains(where: { $0.isMarked && ["zu", "to"].contains($0.lower) })
    {
      found.append((verb.lower, 3))
    }
    return found
  }

  /// Whether a word is the month of a day, or of a year: `May 6th`, `May, 5`, `6 May`.
  private func isMonth(_ words: [MarkedText.Word], _ index: Int) -> Bool {
    guard words[index].text == "May" else { return false }
    return words[..<index].last?.kind == .number
      || words[(index + 1)...].first { $0.text != "," }?.kind == .number
  }

  /// Words after a modal one in which it is turned round: `may not`, `darf die Daten nur`.
  private static var reach: Int { 6 }

  /// What is not allowed is forbidden; what may only be done in one way is a duty.
  private static func strength(
    _ strength: Int, of modal: String, before next: ArraySlice<MarkedText.Word>
  ) -> Int {
    if next.prefix(3).contains(where: { TypedWords.restrictions.contains($0.lower) }) { return 3 }
    // In German, what is spoken of stands between: `darf die Daten nicht löschen`.
    let isNegated =
      TypedWords.germanModals.contains(modal)
      ? next.contains { $0.traits.contains(.negation) }
      : next.first?.traits.contains(.negation) ?? false
    guard isNegated else { return strength }
    return TypedWords.freeingWhenNegated.contains(modal) ? 1 : max(strength, 3)
  }

  /// Whether the duty whose modal word changed is one of the controller.
  private func bindsController(_ text: MarkedText) -> Bool {
    guard
      let modal = text.old.firstIndex(where: {
        $0.isMarked && !$0.traits.isDisjoint(with: [.modal, .duty])
      })
    else { return false }
    let party = text.old[..<modal].last { $0.traits.contains(.party) }
    return party.map { TypedWords.controllers.contains($0.lower) } ?? false
  }
}
