/// Places that were written anew.
extension AgreementDiffer {
  /// Whether a clause has no word in common with the one in its place.
  func isRewritten(_ entry: WovenEntry) -> Bool {
    entry.old > 0 && alignment.rewritten.contains(entry.old)
  }

  /// Whether a measure of a text says another thing now: what it promised is gone, as if it had
  /// been removed. What said that it was not applicable promised nothing.
  func isOtherMeasure(_ entry: WovenEntry, _ text: MarkedText, _ judge: WordJudge) -> Bool {
    guard subject(entry) == .measure, entry.old > 0, entry.new > 0,
      new.nodes[Int(entry.new)].shape == .text, old.nodes[Int(entry.old)].shape == .text,
      !isGroup(Int(entry.old), old), !isGroup(Int(entry.new), new)
    else { return false }
    return judge.sharesNothing(text) && !old.saysNotApplicable(Int(entry.old))
  }
}
