extension Aligner {
  /// Finds whole sentences that one clause lost and another one has now, word for word.
  ///
  /// Those of clauses that were split or merged are a part of that.
  mutating func findMovedSentences() {
    let olds = differing(old.nodes, alignment.newOf) { new.nodes[$0].digest }
      .filter { alignment.newOf[$0] >= 0 }
    let news = differing(new.nodes, alignment.oldOf) { old.nodes[$0].digest }
      .filter { alignment.oldOf[$0] >= 0 }
    guard olds.count > 1, news.count > 1 else { return }
    var reshaped: Set<Int32> = []
    for pair in alignment.splits { reshaped.insert(pair.old) }
    for pair in alignment.merges { reshaped.insert(alignment.oldOf[Int(pair.new)]) }
    let before = oldReadings.sentences.sentences(of: olds, in: old)
    let after = newReadings.sentences.sentences(of: news, in: new)
    let shared = SharedSentences(old, before, new, after) { left, right in
      alignment.newOf[left] != right && !reshaped.contains(Int32(left))
        && !reshaped.contains(alignment.oldOf[right])
    }
    alignment.movedSentences = withoutCopies(
      shared.stretches.filter { Int($0.words) >= Limits.shortestMoved })
  }
}
