/// Who does something to whom, where only articles tell it.
extension WordJudge {
  /// Two parties of a German sentence exchange their cases: `Der Auftragnehmer ... den
  /// Auftraggeber`, `Den Auftragnehmer ... der Auftraggeber`. One article alone may be a slip.
  func exchangedCasesRule(_ text: MarkedText) -> Verdict? {
    var becameObject: Set<Int> = []
    var becameSubject: Set<Int> = []
    for piece in text.pieces {
      let old = piece.old.filter { isBeforeParty($0, in: text.old) }
      let new = piece.new.filter { isBeforeParty($0, in: text.new) }
      guard old.count == new.count else { continue }
      for (left, right) in zip(old, new)
      where text.old[left + 1].lower.prefix(4) == text.new[right + 1].lower.prefix(4) {
        guard let becomes = Self.becomesSubject(text.old[left].lower, text.new[right].lower) else {
          continue
        }
        let sentence = MarkedText.sentence(around: left, of: text.old).lowerBound
        if becomes { becameSubject.insert(sentence) } else { becameObject.insert(sentence) }
      }
    }
    return becameObject.isDisjoint(with: becameSubject)
      ? nil : Verdict(judgement: Judgement(.substantive, .party))
  }

  private func isBeforeParty(_ index: Int, in words: [MarkedText.Word]) -> Bool {
    // Articles are short, and most words are not.
    guard words[index].lower.utf8.count <= Self.longestArticle, words[index].isWord,
      index + 1 < words.count, words[index + 1].kind == .word
    else { return false }
    let noun = words[index + 1]
    return noun.traits.contains(.party) || partyNames.contains(noun.lower)
      || Self.partyStems.contains { noun.lower.hasPrefix($0) }
  }

  /// Whether the party behind an article is who acts now, and was not; `nil` where neither changed.
  private static func becomesSubject(_ before: String, _ after: String) -> Bool? {
    if before == after { return nil }
    // Of a woman or a company: `die`, `der`.
    if isFeminine(before, after) { return false }
    if isFeminine(after, before) { return true }
    if subjects.contains(before), objects.contains(after) { return false }
    if objects.contains(before), subjects.contains(after) { return true }
    return nil
  }

  private static func isFeminine(_ subject: String, _ object: String) -> Bool {
    subject == "die" && object == "der"
      || subject.hasSuffix("e") && object == subject + "r" && subjects.contains(subject)
  }

  /// How articles and pronouns begin before their endings.
  private static let determiners = ["dies", "jed", "jen"]
  private static let possessives = ["ein", "kein", "sein", "ihr", "unser"]

  private static let subjects: Set<String> = Set(
    ["der", "die", "das"] + possessives + (determiners + possessives).map { $0 + "e" }
      + determiners.map { $0 + "er" })

  private static let objects: Set<String> = Set(
    ["den", "dem", "des"]
      + (determiners + possessives).flatMap { [$0 + "en", $0 + "em", $0 + "es"] })

  /// In bytes: `unserem`.
  private static let longestArticle = 7

  /// What else parties are called in German.
  private static let partyStems = [
    "kund", "gesellschaft", "partei", "lizenz", "besteller", "dienstleist", "mandant", "nutzer",
    "anwender", "verantwortlich", "auftrag", "unterauftrag", "anbieter", "verkäufer", "käufer",
  ]
}
