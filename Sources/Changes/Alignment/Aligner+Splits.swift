internal import Differencing

extension Aligner {
  /// Finds clauses of which a part became a clause of its own beside it, and clauses that took a
  /// neighbour in.
  ///
  /// What was not matched is looked for in the nearest neighbours on both sides, so the time is
  /// linear. A neighbour that was found to be a part leads on to what it is a part of: thousands of
  /// clauses can have become one.
  mutating func findSplitsAndMerges() {
    findSplits()
    findMerges()
  }

  /// Lists what was split and merged, the first part of each as the one that it became.
  mutating func listSplitsAndMerges() {
    alignment.listParts()
    putFirstPartsFirst()
    alignment.splits.sort { ($0.old, $0.new) < ($1.old, $1.new) }
    alignment.merges.sort { ($0.new, $0.old) < ($1.new, $1.old) }
  }

  private mutating func findSplits() {
    unclaimedOld.begin(alignment.partOfOld, alignment.oldOf)
    var sources = zip(alignment.oldOf, alignment.partOfOld).map { $0 >= 0 ? $0 : $1 }
    var hasFound = false
    for node in new.nodes.indices.dropFirst()
    where findSource(ofNew: node, &sources) {
      hasFound = true
    }
    guard hasFound else { return }
    // What stands before the place that kept the name, from there on.
    for node in new.nodes.indices.dropFirst().reversed() {
      _ = findSource(ofNew: node, &sources)
    }
  }

  /// Finds the old place that a new one was split from. `sources`: by new node the old one that it
  /// was, or is a part of, or -1.
  private mutating func findSource(ofNew node: Int, _ sources: inout [Int32]) -> Bool {
    guard isFreeNew(node), Self.isPart(new.nodes[node]) || Self.isShortPart(new.nodes[node])
    else { return false }
    let neighbours = Self.neighbours(of: node, in: new.nodes, sources)
    for position in neighbours.indices where neighbours[position] >= 0 {
      let neighbour = neighbours[position]
      let source = Int(sources[neighbour])
      guard source > 0, old.nodes[source].shape == .text else { continue }
      let kept = Int(alignment.newOf[source])
      // Nothing left what is as it was.
      guard kept > 0, old.nodes[source].words >= new.nodes[node].words,
        new.nodes[kept].shape == .text, old.nodes[source].digest != new.nodes[kept].digest,
        !areOtherRecords(source, node),
        claimsOld(node, of: source, besides: kept)
          || Self.isListed(node, besides: kept, of: new, in: source, of: old)
      else { continue }
      alignment.partOfOld[node] = Int32(source)
      sources[node] = Int32(source)
      return true
    }
    return false
  }

  private mutating func claimsOld(_ node: Int, of source: Int, besides kept: Int) -> Bool {
    guard Self.isPart(new.nodes[node]),
      !unclaimedOld.hasRefused(node, of: source, besides: kept)
    else { return false }
    if unclaimedOld.claims(node, of: source, besides: kept, &newPhrases, new, &oldPhrases, old)
      || unclaimedOld.claims(node, of: source, besides: kept, &newWords, new, &oldWords, old)
    {
      return true
    }
    unclaimedOld.refuse(node, of: source, besides: kept)
    return false
  }

  private mutating func findMerges() {
    unclaimedNew.begin(alignment.partOfNew, alignment.newOf)
    var targets = zip(alignment.newOf, alignment.partOfNew).map { $0 >= 0 ? $0 : $1 }
    var hasFound = false
    for node in old.nodes.indices.dropFirst()
    where findTarget(ofOld: node, &targets) {
      hasFound = true
    }
    guard hasFound else { return }
    for node in old.nodes.indices.dropFirst().reversed() {
      _ = findTarget(ofOld: node, &targets)
    }
  }

  /// Finds the new place that an old one was merged into.
  private mutating func findTarget(ofOld node: Int, _ targets: inout [Int32]) -> Bool {
    guard isFreeOld(node), Self.isPart(old.nodes[node]) || Self.isShortPart(old.nodes[node])
    else { return false }
    let neighbours = Self.neighbours(of: node, in: old.nodes, targets)
    for position in neighbours.indices where neighbours[position] >= 0 {
      let neighbour = neighbours[position]
      let target = Int(targets[neighbour])
      guard target > 0, new.nodes[target].shape == .text else { continue }
      let kept = Int(alignment.oldOf[target])
      guard kept > 0, new.nodes[target].words >= old.nodes[node].words,
        old.nodes[kept].shape == .text, new.nodes[target].digest != old.nodes[kept].digest,
        !areOtherRecords(node, target),
        claimsNew(node, of: target, besides: kept)
          || Self.isListed(node, besides: kept, of: old, in: target, of: new)
      else { continue }
      alignment.partOfNew[node] = Int32(target)
      targets[node] = Int32(target)
      return true
    }
    return false
  }

  private mutating func claimsNew(_ node: Int, of target: Int, besides kept: Int) -> Bool {
    guard Self.isPart(old.nodes[node]),
      !unclaimedNew.hasRefused(node, of: target, besides: kept)
    else { return false }
    if unclaimedNew.claims(node, of: target, besides: kept, &oldPhrases, old, &newPhrases, new)
      || unclaimedNew.claims(node, of: target, besides: kept, &oldWords, old, &newWords, new)
    {
      return true
    }
    unclaimedNew.refuse(node, of: target, besides: kept)
    return false
  }

  /// Whether a place is long enough to be known as a part of another.
  private static func isPart(_ node: TextNode) -> Bool {
    node.words >= Limits.shortestPart && node.shape == .text
  }

  /// Makes the first part of a clause the one that it became, so that it keeps its number.
  private mutating func putFirstPartsFirst() {
    for index in alignment.splits.indices {
      let split = alignment.splits[index]
      let match = alignment.newOf[Int(split.old)]
      guard split.new < match, areSiblings(new.nodes, match, split.new),
        hasNoInside(new.nodes, match), hasNoInside(new.nodes, split.new)
      else { continue }
      alignment.oldOf[Int(match)] = -1
      alignment.match(Int(split.old), Int(split.new))
      alignment.splits[index].new = match
    }
    for index in alignment.merges.indices {
      let merge = alignment.merges[index]
      let match = alignment.oldOf[Int(merge.new)]
      guard merge.old < match, areSiblings(old.nodes, match, merge.old),
        hasNoInside(old.nodes, match), hasNoInside(old.nodes, merge.old)
      else { continue }
      alignment.newOf[Int(match)] = -1
      alignment.match(Int(merge.old), Int(merge.new))
      alignment.merges[index].old = match
    }
  }

  /// What went to another list has not become what stands there.
  private func areSiblings(_ nodes: [TextNode], _ node: Int32, _ other: Int32) -> Bool {
    nodes[Int(node)].parent == nodes[Int(other)].parent
  }

  func hasNoInside(_ nodes: [TextNode], _ node: Int32) -> Bool {
    nodes[Int(node)].end == node + 1
  }

  /// The nearest siblings before and after a node that have a match, and the place that it stands
  /// in; -1 for each that there is not.
  private static func neighbours(
    of node: Int, in nodes: [TextNode], _ matches: [Int32]
  ) -> [3 of Int] {
    let parent = Int(nodes[node].parent)
    var found: [3 of Int] = [-1, -1, -1]
    var after = Int(nodes[node].end)
    var steps = 0
    while after < Int(nodes[parent].end), steps < nearest {
      if matches[after] >= 0 {
        found[1] = after
        break
      }
      after = Int(nodes[after].end)
      steps += 1
    }
    // Backwards, nodes inside of siblings are stepped over by way of their parents.
    var before = node - 1
    steps = 0
    while before > parent, steps < nearest {
      while Int(nodes[before].parent) > parent { before = Int(nodes[before].parent) }
      if matches[before] >= 0 {
        found[0] = before
        break
      }
      before -= 1
      steps += 1
    }
    if parent > 0, nodes[parent].shape == .text, matches[parent] >= 0 { found[2] = parent }
    return found
  }

  /// How many neighbours are looked at.
  private static var nearest: Int { 8 }
}
