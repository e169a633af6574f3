internal import Differencing

extension Aligner {
  /// Finds clauses of which a part became a clause of its own beside it, and clauses that took a
  /// neighbour in.
  ///
  /// What was not matched is looked for in the nearest neighbours on both sides, so the time is
  /// linear.
  mutating func findSplitsAndMerges() {
    findSplits()
    findMerges()
    putFirstPartsFirst()
    // By place: they were found with the help of either neighbour.
    alignment.splits.sort { ($0.old, $0.new) < ($1.old, $1.new) }
    alignment.merges.sort { ($0.new, $0.old) < ($1.new, $1.old) }
  }

  private mutating func findSplits() {
    var unclaimed = UnclaimedText()
    for node in new.nodes.indices.dropFirst() where alignment.oldOf[node] < 0 {
      guard new.nodes[node].words >= Limits.shortestPart, new.nodes[node].shape == .text else {
        continue
      }
      for neighbour in neighbours(of: node, in: new.nodes, alignment.oldOf) {
        let source = Int(alignment.oldOf[neighbour])
        guard source > 0, old.nodes[source].shape == .text else { continue }
        // Nothing left what is as it was.
        guard old.nodes[source].words >= new.nodes[node].words,
          old.nodes[source].digest != new.nodes[neighbour].digest,
          !areOtherRecords(source, node)
        else { continue }
        let isPart =
          unclaimed.claims(
            node, of: source, besides: neighbour, &newPhrases, new, &oldPhrases, old)
          || unclaimed.claims(node, of: source, besides: neighbour, &newWords, new, &oldWords, old)
        guard isPart else { continue }
        alignment.splits.append((Int32(source), Int32(node)))
        break
      }
    }
  }

  private mutating func findMerges() {
    var unclaimed = UnclaimedText()
    for node in old.nodes.indices.dropFirst() where alignment.newOf[node] < 0 {
      guard old.nodes[node].words >= Limits.shortestPart, old.nodes[node].shape == .text else {
        continue
      }
      for neighbour in neighbours(of: node, in: old.nodes, alignment.newOf) {
        let target = Int(alignment.newOf[neighbour])
        guard target > 0, new.nodes[target].shape == .text else { continue }
        guard new.nodes[target].words >= old.nodes[node].words,
          new.nodes[target].digest != old.nodes[neighbour].digest,
          !areOtherRecords(node, target)
        else { continue }
        let isPart =
          unclaimed.claims(
            node, of: target, besides: neighbour, &oldPhrases, old, &newPhrases, new)
          || unclaimed.claims(node, of: target, besides: neighbour, &oldWords, old, &newWords, new)
        guard isPart else { continue }
        alignment.merges.append((Int32(node), Int32(target)))
        break
      }
    }
  }

  /// Makes the first part of a clause the one that it became, so that it keeps its number.
  private mutating func putFirstPartsFirst() {
    for index in alignment.splits.indices {
      let split = alignment.splits[index]
      let match = alignment.newOf[Int(split.old)]
      guard split.new < match, hasNoInside(new.nodes, match), hasNoInside(new.nodes, split.new)
      else { continue }
      alignment.oldOf[Int(match)] = -1
      alignment.match(Int(split.old), Int(split.new))
      alignment.splits[index].new = match
    }
    for index in alignment.merges.indices {
      let merge = alignment.merges[index]
      let match = alignment.oldOf[Int(merge.new)]
      guard merge.old < match, hasNoInside(old.nodes, match), hasNoInside(old.nodes, merge.old)
      else { continue }
      alignment.newOf[Int(match)] = -1
      alignment.match(Int(merge.old), Int(merge.new))
      alignment.merges[index].old = match
    }
  }

  private func hasNoInside(_ nodes: [TextNode], _ node: Int32) -> Bool {
    nodes[Int(node)].end == node + 1
  }

  /// The nearest matched siblings before and after a node, and the place that it stands in.
  private func neighbours(of node: Int, in nodes: [TextNode], _ matches: [Int32]) -> [Int] {
    let parent = Int(nodes[node].parent)
    var found: [Int] = []
    var after = Int(nodes[node].end)
    var steps = 0
    while after < Int(nodes[parent].end), steps < Self.nearest {
      if matches[after] >= 0 {
        found.append(after)
        break
      }
      after = Int(nodes[after].end)
      steps += 1
    }
    // Backwards, nodes inside of siblings are stepped over by way of their parents.
    var before = node - 1
    steps = 0
    while before > parent, steps < Self.nearest {
      while Int(nodes[before].parent) > parent { before = Int(nodes[before].parent) }
      if matches[before] >= 0 {
        found.insert(before, at: 0)
        break
      }
      before -= 1
      steps += 1
    }
    if parent > 0, nodes[parent].shape == .text, matches[parent] >= 0 { found.append(parent) }
    return found
  }

  /// How many parts a clause can be split into, or put together from.
  private static var nearest: Int { 8 }
}
