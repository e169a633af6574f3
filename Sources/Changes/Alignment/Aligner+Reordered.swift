/// Short points and rows that stand elsewhere in their list and were edited.
extension Aligner {
  /// Matches short texts of one list or table, out of their order, that kept most of their words:
  /// `Database encrypted at rest`, which stands two points below and says `hashed` now. They have
  /// too few words to be looked for anywhere.
  ///
  /// Each has to be the likest of the other, and nothing else as like.
  mutating func matchReordered() {
    for parent in old.nodes.indices where alignment.newOf[parent] >= 0 {
      let other = Int(alignment.newOf[parent])
      guard Int(old.nodes[parent].end) > parent + 1,
        Self.hasFreeChild(parent, in: old.nodes, alignment.newOf),
        Self.hasFreeChild(other, in: new.nodes, alignment.oldOf)
      else { continue }
      let olds = old.nodes.children(of: parent).filter { isReorderable($0, in: .old) }
      let news = new.nodes.children(of: other).filter { isReorderable($0, in: .new) }
      guard !olds.isEmpty, !news.isEmpty, olds.count * news.count <= Limits.gap else { continue }
      matchLikest(olds, news, likenesses(olds, news, .lenient))
    }
  }

  private mutating func matchLikest(_ olds: [Int], _ news: [Int], _ likeness: [Double]) {
    func likest(_ places: StrideTo<Int>) -> Int? {
      guard let best = places.max(by: { likeness[$0] < likeness[$1] }),
        likeness[best] >= Limits.alikeInOrder,
        !places.contains(where: { $0 != best && likeness[$0] == likeness[best] })
      else { return nil }
      return best
    }
    for (row, node) in olds.enumerated() {
      let start = row * news.count
      guard let best = likest(stride(from: start, to: start + news.count, by: 1)),
        likest(stride(from: best - start, to: likeness.count, by: news.count)) == best,
        keepsMostWords(node, news[best - start]), canMatch(node, news[best - start])
      else { continue }
      alignment.match(node, news[best - start])
    }
  }

  private func isReorderable(_ index: Int, in side: Side) -> Bool {
    guard alignment.isFree(index, in: side) else { return false }
    let nodes = text(side).nodes
    let node = nodes[index]
    let name = repeated.words(of: index, in: side)?.count ?? 0
    return (node.shape == .text || node.shape == .row) && node.role == .place
      && nodes.hasNoInside(index) && node.words > 1
      && Int(node.words) - name <= Limits.longestPoint
  }

  /// Whether more than half of the words of either text, and two of them, stand in the other, not
  /// counting particles.
  private func keepsMostWords(_ left: Int, _ right: Int) -> Bool {
    func words(_ side: Side, _ node: Int) -> Set<Int32> {
      let text = text(side)
      let name = repeated.words(of: node, in: side)
      return Set(
        text.nodes[node].tokens.lazy
          .filter { text.tokens.words[Int($0)].kind != .sign && name?.contains($0) != true }
          .map { text.comparedID(Int($0)) }
          .filter { $0 >= Particles.count })
    }
    let (before, after) = (words(.old, left), words(.new, right))
    let kept = before.intersection(after).count
    return kept > 1 && kept * 2 > max(before.count, after.count)
  }
}
