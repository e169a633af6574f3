/// What stands where a clause was taken out and the numbers of the others were to stay.
enum Placeholders {
  /// Whether words are nothing but that: `[reserved]`, `Intentionally left blank.`, `(entfällt)`.
  static func areAll(_ words: [MarkedText.Word]) -> Bool {
    guard words.count <= 12 else { return false }
    return phrases.contains(words.filter(\.isWord).map(\.lower))
  }

  private static let phrases: Set<[String]> = [
    ["reserved"], ["intentionally", "omitted"], ["intentionally", "left", "blank"],
    ["intentionally", "blank"], ["intentionally", "deleted"],
    ["left", "blank"], ["deleted"], ["omitted"], ["removed"], ["not", "used"], ["unused"],
    ["vacant"], ["entfällt"], ["entfallen"], ["weggefallen"], ["gestrichen"], ["aufgehoben"],
    ["gelöscht"], ["unbesetzt"], ["nicht", "besetzt"], ["bleibt", "frei"], ["frei"],
    ["einstweilen", "frei"], ["frei", "geblieben"], ["freigelassen"],
    ["absichtlich", "freigelassen"],
    ["reserviert"], ["vorbehalten"],
  ]
}

extension WordJudge {
  /// A text of which nothing is left but a word that it is gone.
  func placeholderRule(_ text: MarkedText) -> Verdict? {
    guard !text.new.isEmpty, Placeholders.areAll(text.new), !Placeholders.areAll(text.old),
      text.old.contains(where: { $0.isMarked && $0.isWord }),
      // Of a measure, what says that it is not applicable is its state.
      !isMeasure || !text.new.contains(where: { $0.traits.contains(.startsState) })
    else { return nil }
    return Verdict(judgement: Judgement(isMeasure ? .weakening : .substantive, .removal))
  }
}
