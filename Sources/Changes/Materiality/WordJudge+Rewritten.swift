extension WordJudge {
  /// Whether two texts have no word and no number in common but particles, negations and the
  /// parties, each some of its own. Words count as one that begin alike.
  func sharesNothing(_ text: MarkedText) -> Bool {
    let (before, after) = (stems(of: text.old), stems(of: text.new))
    return !before.isEmpty && !after.isEmpty && before.isDisjoint(with: after)
  }

  private func stems(of words: [MarkedText.Word]) -> Set<String> {
    let words = words.filter {
      $0.isWord && $0.traits.isDisjoint(with: [.party, .negation])
        && !Particles.all.contains($0.lower)
        && !partyNames.contains(TypedWords.withoutPossessive($0.lower))
    }
    return Set(words.map { WordBeginning.of($0.lower) })
  }
}
