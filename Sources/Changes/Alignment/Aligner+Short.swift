extension Aligner {
  /// Where a short text stands among those that are not matched yet.
  private struct Occurrence {
    var olds: [Int] = []
    var news: [Int] = []
  }

  /// Matches short texts and rows that are equal, and that each version has left over once:
  /// `Firewall`, which went to another list or to another group of a table.
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
        places.news.count == 1,
        mayBeTheSame(home(of: index, in: old.nodes), home(of: places.news[0], in: new.nodes))
      else { continue }
      matchTree(index, places.news[0])
    }
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
