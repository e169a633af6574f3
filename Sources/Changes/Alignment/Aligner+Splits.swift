internal import Differencing

extension Aligner {
  /// Finds clauses of which a part became a clause of its own beside it, and clauses that took a
  /// neighbour in.
  ///
  /// What was not matched is looked for in the nearest neighbours on both sides, so the time is
  /// linear. A neighbour that was found to be a part leads on to what it is a part of: thousands of
  /// clauses can have become one.
  mutating func findSplitsAndMerges() {
    findParts(in: .new)
    findParts(in: .old)
  }

  /// Lists what was split and merged, the first part of each as the one that it became.
  mutating func listSplitsAndMerges() {
    var splits = alignment.parts(in: .new)
    var merges = alignment.parts(in: .old)
    putFirstPartsFirst(&splits, in: .new)
    putFirstPartsFirst(&merges, in: .old)
    alignment.splits = splits.map { (old: $0.whole, new: $0.part) }
    alignment.merges = merges.map { (old: $0.part, new: $0.whole) }
  }

  /// `side`: of the version that has the parts.
  private mutating func findParts(in side: Side) {
    let (wholes, matches) = (alignment.wholes(side), alignment.matches(side))
    if side == .new {
      oldReadings.unclaimed.begin(wholes, matches)
    } else {
      newReadings.unclaimed.begin(wholes, matches)
    }
    /// By node the place of the other version that it corresponds to, or is a part of, or -1.
    var sources = zip(matches, wholes).map { $0 >= 0 ? $0 : $1 }
    let nodes = sources.indices.dropFirst()
    var hasFound = false
    for node in nodes where findWhole(of: node, in: side, &sources) { hasFound = true }
    guard hasFound else { return }
    // What stands before the place that kept the name, from there on.
    for node in nodes.reversed() { _ = findWhole(of: node, in: side, &sources) }
  }

  /// Finds the place of the other version that a place was, or went, into one with others.
  private mutating func findWhole(of node: Int, in side: Side, _ sources: inout [Int32]) -> Bool {
    guard alignment.isFree(node, in: side) else { return false }
    let (text, other) = (text(side), text(side.other))
    guard Self.isPart(text.nodes[node]) || Self.isShortPart(text.nodes[node]) else { return false }
    let shape = text.nodes[node].shape
    let neighbours = Self.neighbours(of: node, in: text.nodes, sources)
    for position in neighbours.indices where neighbours[position] >= 0 {
      let whole = Int(sources[neighbours[position]])
      guard whole > 0, other.nodes[whole].shape == shape, other.nodes[whole].holdsOneText else {
        continue
      }
      let kept = alignment.match(of: whole, in: side.other)
      let pair = side.pair(node, whole)
      // Nothing left what is as it was.
      guard kept > 0, other.nodes[whole].words >= text.nodes[node].words,
        text.nodes[kept].shape == shape, text.nodes[kept].holdsOneText,
        other.nodes[whole].digest != text.nodes[kept].digest,
        !areOtherRecords(pair.old, pair.new),
        claims(node, in: side, of: whole, besides: kept)
          || Self.isListed(node, besides: kept, of: text, in: whole, of: other)
          || Self.isCoordinated(node, besides: kept, of: text, in: whole, of: other)
      else { continue }
      alignment.setWhole(of: node, in: side, to: whole)
      sources[node] = Int32(whole)
      return true
    }
    return false
  }

  /// Whether a part is in what is left of a place; then it is left no longer.
  private mutating func claims(
    _ part: Int, in side: Side, of whole: Int, besides kept: Int
  ) -> Bool {
    guard Self.isPart(text(side).nodes[part]) else { return false }
    return side == .old
      ? Self.claims(part, &oldReadings, old, of: whole, &newReadings, new, besides: kept)
      : Self.claims(part, &newReadings, new, of: whole, &oldReadings, old, besides: kept)
  }

  private static func claims(
    _ part: Int, _ own: inout PlaceReadings, _ text: ComparedText, of whole: Int,
    _ others: inout PlaceReadings, _ other: ComparedText, besides kept: Int
  ) -> Bool {
    if others.unclaimed.hasRefused(part, of: whole, besides: kept) { return false }
    if others.unclaimed.claims(
      part, of: whole, besides: kept, &own.phrases, text, &others.phrases, other)
      || others.unclaimed.claims(
        part, of: whole, besides: kept, &own.words, text, &others.words, other)
    {
      return true
    }
    others.unclaimed.refuse(part, of: whole, besides: kept)
    return false
  }

  /// Whether a place is long enough to be known as a part of another.
  private static func isPart(_ node: TextNode) -> Bool {
    node.words >= Limits.shortestPart && node.shape == .text
  }

  /// Makes the first part of a clause the one that it became, so that it keeps its number; what
  /// corresponded to it before is a part.
  ///
  /// `parts`: of a version, by the places that have them; they are so again.
  private mutating func putFirstPartsFirst(_ parts: inout [NodePart], in side: Side) {
    let nodes = text(side).nodes
    for index in parts.indices {
      let (part, whole) = (Int(parts[index].part), Int(parts[index].whole))
      let match = alignment.match(of: whole, in: side.other)
      // What went to another list has not become what stands there.
      guard part < match, nodes[match].parent == nodes[part].parent, nodes.hasNoInside(match),
        nodes.hasNoInside(part)
      else { continue }
      if side == .new { alignment.oldOf[match] = -1 } else { alignment.newOf[match] = -1 }
      let pair = side.pair(part, whole)
      alignment.match(pair.old, pair.new)
      parts[index].part = Int32(match)
    }
    parts.sort { ($0.whole, $0.part) < ($1.whole, $1.part) }
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
    var before = node
    steps = 0
    while steps < nearest, let sibling = nodes.previousSibling(of: before) {
      if matches[sibling] >= 0 {
        found[0] = sibling
        break
      }
      before = sibling
      steps += 1
    }
    if parent > 0, nodes[parent].shape == .text, matches[parent] >= 0 { found[2] = parent }
    return found
  }

  /// How many neighbours are looked at.
  private static var nearest: Int { 8 }
}
