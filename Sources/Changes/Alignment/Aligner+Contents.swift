extension Aligner {
  /// Matches places by what is inside them, the innermost first.
  mutating func matchByContents() {
    for index in old.nodes.indices.dropFirst().reversed() {
      let node = old.nodes[index]
      guard alignment.newOf[index] < 0, Int(node.end) > index + 1,
        let best = candidate(for: index, placesOfContents(of: index, in: .old))
      else { continue }
      let match = Int(best.key)
      let changesRank = canChangeRank(index, match)
      guard changesRank || canMatch(index, match) else { continue }
      let candidate = new.nodes[match]
      let (smaller, larger) = (
        min(node.treeWords, candidate.treeWords), max(node.treeWords, candidate.treeWords)
      )
      let holdsEnough =
        if hasSameTitle(index, match) {
          best.value * 4 >= smaller
        } else if changesRank {
          best.value * 2 >= larger && haveNoNamesake(index, match)
        } else {
          best.value * 2 >= smaller && best.value * 4 >= larger
        }
      if holdsEnough { alignment.match(index, match) }
    }
  }

  /// Where what is inside a place stands in the other version: the words by the place that holds
  /// them.
  func placesOfContents(of node: Int, in side: Side) -> [Int32: Int32] {
    let (nodes, others) = (text(side).nodes, text(side.other).nodes)
    var words: [Int32: Int32] = [:]
    var child = node + 1
    while child < nodes[node].end {
      let match = alignment.match(of: child, in: side)
      if match >= 0 { words[others[match].parent, default: 0] += max(nodes[child].treeWords, 1) }
      child = Int(nodes[child].end)
    }
    return words
  }

  /// Where most of what is inside a node is now; of places that hold a fair part of it, rather the
  /// one that kept the title: a clause that moved does not take its section along.
  private func candidate(
    for index: Int, _ places: [Int32: Int32]
  ) -> (key: Int32, value: Int32)? {
    let ranked = places.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let node = old.nodes[index]
    guard let best = ranked.first, node.titleDigest != 0 else { return ranked.first }
    let keeper = ranked.first { place in
      hasSameTitle(index, Int(place.key))
        && place.value * 4 >= min(node.treeWords, new.nodes[Int(place.key)].treeWords)
    }
    return keeper ?? best
  }

  /// Matches sections whose title occurs once among those that are left.
  mutating func matchTitles() {
    var known: [UInt64: (node: Int, isUnique: Bool)] = [:]
    for index in new.nodes.indices where alignment.oldOf[index] < 0 && isTitled(new.nodes[index]) {
      let title = new.nodes[index].titleDigest
      known[title] = known[title].map { ($0.node, false) } ?? (index, true)
    }
    var counts: [UInt64: Int] = [:]
    for index in old.nodes.indices where alignment.newOf[index] < 0 && isTitled(old.nodes[index]) {
      counts[old.nodes[index].titleDigest, default: 0] += 1
    }
    for index in old.nodes.indices where alignment.newOf[index] < 0 && isTitled(old.nodes[index]) {
      let title = old.nodes[index].titleDigest
      guard counts[title] == 1, let match = known[title], match.isUnique,
        canMatch(index, match.node)
      else { continue }
      alignment.match(index, match.node)
    }
  }

  private func isTitled(_ node: TextNode) -> Bool {
    node.isSectionOrAnnex && node.titleDigest != 0
  }
}
