extension Aligner {
  /// Where a short text stands among those that are not matched yet.
  private struct Occurrence {
    var olds: [Int] = []
    var news: [Int] = []
  }

  /// Matches short texts and rows that are equal, of which the old version has one left over and
  /// the new one as many or more: `Firewall`, which went to another list or to another group of a
  /// table.
  ///
  /// Of several, the one that stands in a place that there was.
  mutating func matchShort() {
    var found: [UInt64: Occurrence] = [:]
    for index in old.nodes.indices.dropFirst()
    where alignment.newOf[index] < 0 && isShort(old.nodes[index], index) {
      found[old.nodes[index].digest, default: Occurrence()].olds.append(index)
    }
    guard !found.isEmpty else { return }
    for index in new.nodes.indices.dropFirst()
    where alignment.oldOf[index] < 0 && isShort(new.nodes[index], index) {
      found[new.nodes[index].digest]?.news.append(index)
    }
    for index in old.nodes.indices.dropFirst() where alignment.newOf[index] < 0 {
      guard let places = found[old.nodes[index].digest], places.olds == [index],
        let match = stayed(places.news),
        mayBeTheSame(home(of: index, in: old.nodes), home(of: match, in: new.nodes))
      else { continue }
      matchTree(index, match)
    }
  }

  /// Of equal texts, the only one whose surroundings are no new ones; `nil` where several are that,
  /// and of several labels, which stand in every form: `Tel.:`.
  private func stayed(_ news: [Int]) -> Int? {
    guard news.count > 1 else { return news.first }
    let known = news.filter { alignment.oldOf[Int(new.nodes[$0].parent)] >= 0 }
    guard known.count == 1, let last = new.nodes[known[0]].tokens.last,
      new.tokens.words[Int(last)].kind != .sign
    else { return nil }
    return known[0]
  }

  /// Whether something may have gone from one outermost place to another: from section to section,
  /// but not from annex to annex, where the same few words fill forms.
  private func mayBeTheSame(_ left: Int, _ right: Int) -> Bool {
    alignment.newOf[left] == right
      || old.nodes[left].shape == .section && new.nodes[right].shape == .section
  }

  private func isShort(_ node: TextNode, _ index: Int) -> Bool {
    (node.shape == .text || node.shape == .row) && node.role == .place
      && Int(node.end) == index + 1 && node.words > 0 && node.words < Limits.shortestMoved
  }

  /// The outermost place that a node stands in.
  private func home(of node: Int, in nodes: [TextNode]) -> Int {
    var home = node
    while nodes[home].parent > 0 { home = Int(nodes[home].parent) }
    return home
  }
}
