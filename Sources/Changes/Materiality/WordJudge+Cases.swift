/// Who does something to whom, where only articles tell it.
extension WordJudge {
  /// Two parties of a German sentence exchange their cases: `Der Auftragnehmer ... den
  /// Auftraggeber`, `Den Auftragnehmer ... der Auftraggeber`. One article alone may be a slip.
  func exchangedCasesRule(_ text: MarkedText) -> Verdict? {
    // Two must have changed, and English texts have none.
    guard text.traits.contains(.determiner), Self.determiners(markedIn: text.old) > 1,
      Self.determiners(markedIn: text.new) > 1
    else { return nil }
    var becameObject: Set<Int> = []
    var becameSubject: Set<Int> = []
    for piece in text.pieces {
      let old = piece.old.filter { isBeforeParty($0, in: text.old) }
      let new = piece.new.filter { isBeforeParty($0, in: text.new) }
      guard old.count == new.count else { continue }
      for (left, right) in zip(old, new)
      where text.old[left + 1].lower.prefix(4) == text.new[right + 1].lower.prefix(4) {
        guard
          let becomes = Determiners.becomesSubject(text.old[left].lower, text.new[right].lower)
        else { continue }
        let sentence = MarkedText.sentence(around: left, of: text.old).lowerBound
        if becomes { becameSubject.insert(sentence) } else { becameObject.insert(sentence) }
      }
    }
    return becameObject.isDisjoint(with: becameSubject)
      ? nil : Verdict(judgement: Judgement(.substantive, .party))
  }

  private static func determiners(markedIn words: [MarkedText.Word]) -> Int {
    words.count { $0.isMarked && $0.traits.contains(.determiner) }
  }

  private func isBeforeParty(_ index: Int, in words: [MarkedText.Word]) -> Bool {
    // Articles are short, and most words are not.
    guard words[index].lower.utf8.count <= Determiners.longest, words[index].isWord,
      index + 1 < words.count, words[index + 1].kind == .word
    else { return false }
    let noun = words[index + 1]
    return noun.traits.contains(.party) || partyNames.contains(noun.lower)
      || Self.partyStems.contains { noun.lower.hasPrefix($0) }
  }

  /// What else parties are called in German.
  private static let partyStems = [
    "kund", "gesellschaft", "partei", "lizenz", "besteller", "dienstleist", "mandant", "nutzer",
    "anwender", "verantwortlich", "auftrag", "unterauftrag", "anbieter", "verkäufer", "käufer",
  ]
}
