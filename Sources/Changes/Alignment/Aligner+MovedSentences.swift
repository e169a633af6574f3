extension Aligner {
  /// Matches what corresponds to nothing with what stands where it stood and has all of its
  /// sentences but some, or some more: the others went elsewhere, or came from there. A neighbour
  /// that has most of its words now has not taken it in.
  mutating func matchRests() {
    let olds = differing(old.nodes, alignment.newOf) { new.nodes[$0].digest }
      .filter { alignment.isFree($0, in: .old) }
    let news = differing(new.nodes, alignment.oldOf) { old.nodes[$0].digest }
      .filter { alignment.isFree($0, in: .new) }
    guard !olds.isEmpty, !news.isEmpty else { return }
    let before = oldReadings.sentences.sentences(of: olds, in: old)
    let after = newReadings.sentences.sentences(of: news, in: new)
    let shared = SharedSentences(old, before, new, after) { left, right in
      freePlace(of: left, in: .old) == right
    }
    for stretch in shared.stretches where stretch.isAllOfOld || stretch.isAllOfNew {
      let (left, right) = (Int(stretch.old), Int(stretch.new))
      guard canMatch(left, right), old.nodes.hasNoInside(left), new.nodes.hasNoInside(right) else {
        continue
      }
      alignment.match(left, right)
    }
  }

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
