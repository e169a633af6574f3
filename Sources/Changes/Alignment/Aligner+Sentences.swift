/// Clauses that were split, merged or moved with whole sentences kept word for word: what stands
/// somewhere verbatim says more about where it came from than any number or place does.
extension Aligner {
  /// Where the parts of places are looked for.
  enum SentenceScope: Sendable {
    /// Among what stands beside a place, above it or inside it.
    case neighbours
    /// In the whole text, for sentences that are long enough to be known by their words alone.
    case anywhere
  }

  /// Matches places with the one that has all of what they say, and makes the others parts of it.
  ///
  /// Where the whole has more to do with another place it is left to that; see ``settleParts()``.
  mutating func matchSentences(_ scope: SentenceScope) {
    let olds = differing(old.nodes, alignment.newOf) { new.nodes[$0].digest }
    let news = differing(new.nodes, alignment.oldOf) { old.nodes[$0].digest }
    guard !olds.isEmpty, !news.isEmpty else { return }
    let before = oldSentences.sentences(of: olds, in: old)
    let after = newSentences.sentences(of: news, in: new)
    let shared = SharedSentences(old, before, new, after) { left, right in
      alignment.newOf[left] != right && (scope == .anywhere || areNeighbours(left, right))
    }
    guard !shared.stretches.isEmpty else { return }
    let stretches = withoutCopies(shared.stretches)
    matchMerged(stretches, scope)
    matchSplit(stretches, scope)
  }

  /// What has gone from one place to another, without what either place has or had by itself.
  func withoutCopies(_ stretches: [SharedSentences.Stretch]) -> [SharedSentences.Stretch] {
    var (keptHere, keptThere) = (KeptPhrases(), KeptPhrases())
    return stretches.filter { stretch in
      let (match, source) = (
        alignment.newOf[Int(stretch.old)], alignment.oldOf[Int(stretch.new)]
      )
      let here = match >= 0 ? Int(match) : successor(of: Int(stretch.old))
      if let here, here != stretch.new,
        keptHere.hold(Int32(here), of: new, stretch.oldTokens, of: stretch.old, in: old)
      {
        return false
      }
      let there = source >= 0 ? Int(source) : predecessor(of: Int(stretch.new))
      guard let there, there != stretch.old else { return true }
      return !keptThere.hold(
        Int32(there), of: old, stretch.newTokens, of: stretch.new, in: new)
    }
  }

  /// What stands where an old place stood: behind what its neighbour became.
  private func successor(of node: Int) -> Int? {
    Self.place(of: node, old.nodes, alignment.newOf, new.nodes, alignment.oldOf)
  }

  private func predecessor(of node: Int) -> Int? {
    Self.place(of: node, new.nodes, alignment.oldOf, old.nodes, alignment.newOf)
  }

  private static func place(
    of node: Int, _ nodes: [TextNode], _ matches: [Int32], _ others: [TextNode],
    _ otherMatches: [Int32]
  ) -> Int? {
    let parent = Int(nodes[node].parent)
    let home = Int(matches[parent])
    guard home >= 0 else { return nil }
    var before = node - 1
    while before > parent, Int(nodes[before].parent) > parent {
      before = Int(nodes[before].parent)
    }
    var place = home + 1
    if before > parent {
      let match = Int(matches[before])
      guard match >= 0, Int(others[match].parent) == home else { return nil }
      place = Int(others[match].end)
    }
    return place < Int(others[home].end) && otherMatches[place] < 0 ? place : nil
  }

  /// Texts that correspond to nothing, or to something that says anything else.
  func differing(
    _ nodes: [TextNode], _ matches: [Int32], _ digest: (Int) -> UInt64
  ) -> [Int] {
    nodes.indices.dropFirst().filter { index in
      guard nodes[index].shape == .text, nodes[index].words > 0 else { return false }
      return matches[index] < 0 || digest(Int(matches[index])) != nodes[index].digest
    }
  }

  /// Whether two places stand in the same one, or one of them in what the other became.
  private func areNeighbours(_ left: Int, _ right: Int) -> Bool {
    let (outer, home) = (Int(old.nodes[left].parent), Int(new.nodes[right].parent))
    return alignment.newOf[outer] == home || alignment.newOf[left] == home
      || alignment.newOf[outer] == right
  }

  // MARK: Merges

  private mutating func matchMerged(
    _ shared: [SharedSentences.Stretch], _ scope: SentenceScope
  ) {
    var parts: [Int32: [SharedSentences.Stretch]] = [:]
    var others: Set<Int32> = []
    for stretch in shared {
      if stretch.isAllOfOld, isFreeOld(Int(stretch.old)) {
        parts[stretch.new, default: []].append(stretch)
      } else {
        others.insert(stretch.new)
      }
    }
    for (whole, found) in parts.sorted(by: { $0.key < $1.key }) {
      let node = Int(whole)
      guard alignment.partOfOld[node] < 0 else { continue }
      let words = SharedSentences.words(SharedSentences.body(of: node, in: new), in: new)
      let source = Int(alignment.oldOf[node])
      let own = source < 0 ? 0 : SharedSentences.words(body(ofOld: source), in: old)
      let kept = known(found, words, besides: own, scope)
      guard !kept.isEmpty else { continue }
      if alignment.oldOf[node] < 0,
        isMostly(kept, of: words, hasRivals: others.contains(whole)),
        hasNoInside(new.nodes, whole), kept.allSatisfy({ hasNoInside(old.nodes, $0.old) }),
        canMatch(Int(kept[0].old), node)
      {
        alignment.match(Int(kept[0].old), node)
      }
      for part in kept where alignment.newOf[Int(part.old)] < 0 {
        guard !areOtherRecords(Int(part.old), node) else { continue }
        alignment.partOfNew[Int(part.old)] = whole
      }
    }
  }

  // MARK: Splits

  private mutating func matchSplit(
    _ shared: [SharedSentences.Stretch], _ scope: SentenceScope
  ) {
    var parts: [Int32: [SharedSentences.Stretch]] = [:]
    var others: Set<Int32> = []
    for stretch in shared {
      if stretch.isAllOfNew, isFreeNew(Int(stretch.new)) {
        parts[stretch.old, default: []].append(stretch)
      } else {
        others.insert(stretch.old)
      }
    }
    for (whole, found) in parts.sorted(by: { $0.key < $1.key }) {
      let node = Int(whole)
      guard alignment.partOfNew[node] < 0 else { continue }
      let words = SharedSentences.words(SharedSentences.body(of: node, in: old), in: old)
      let match = Int(alignment.newOf[node])
      let own = match < 0 ? 0 : SharedSentences.words(body(ofNew: match), in: new)
      let kept = known(found, words, besides: own, scope).sorted { $0.new < $1.new }
      guard !kept.isEmpty else { continue }
      if alignment.newOf[node] < 0,
        isMostly(kept, of: words, hasRivals: others.contains(whole)),
        hasNoInside(old.nodes, whole), kept.allSatisfy({ hasNoInside(new.nodes, $0.new) }),
        canMatch(node, Int(kept[0].new))
      {
        alignment.match(node, Int(kept[0].new))
      }
      for part in kept where alignment.oldOf[Int(part.new)] < 0 {
        guard !areOtherRecords(node, Int(part.new)) else { continue }
        alignment.partOfOld[Int(part.new)] = whole
      }
    }
  }

  // MARK: Parts

  /// The parts that are long enough to be known; all of them if they are neighbours that leave
  /// nothing of their whole.
  ///
  /// `words`: of the whole. `own`: of the place that it corresponds to already, one more of its
  /// parts.
  private func known(
    _ parts: [SharedSentences.Stretch], _ words: Int32, besides own: Int32, _ scope: SentenceScope
  ) -> [SharedSentences.Stretch] {
    let shortest = scope == .anywhere ? Limits.shortestMoved : Limits.shortestPart
    if parts.count > 1 || own > 0, Self.words(of: parts) + own == words,
      parts.allSatisfy({ areNeighbours(Int($0.old), Int($0.new)) })
    {
      return parts
    }
    return parts.filter { Int($0.words) >= shortest }
  }

  private func body(ofOld node: Int) -> Range<Int32> { SharedSentences.body(of: node, in: old) }
  private func body(ofNew node: Int) -> Range<Int32> { SharedSentences.body(of: node, in: new) }

  /// Whether a whole is rather what its parts are than anything that it has beside them.
  private func isMostly(
    _ parts: [SharedSentences.Stretch], of words: Int32, hasRivals: Bool
  ) -> Bool {
    let own = Self.words(of: parts)
    return own == words || !hasRivals && own * 2 >= words
  }

  private static func words(of parts: [SharedSentences.Stretch]) -> Int32 {
    parts.reduce(0) { $0 + $1.words }
  }

  /// Matches places that correspond to nothing else with the first of their parts.
  mutating func settleParts() {
    for node in old.nodes.indices where alignment.newOf[node] < 0 {
      let whole = Int(alignment.partOfNew[node])
      if whole >= 0, canMatch(node, whole) { alignment.match(node, whole) }
    }
    for node in new.nodes.indices where alignment.oldOf[node] < 0 {
      let whole = Int(alignment.partOfOld[node])
      if whole >= 0, canMatch(whole, node) { alignment.match(whole, node) }
    }
  }

  /// Whether an old place corresponds to nothing, and is no part of anything.
  func isFreeOld(_ node: Int) -> Bool {
    alignment.newOf[node] < 0 && alignment.partOfNew[node] < 0
  }

  func isFreeNew(_ node: Int) -> Bool {
    alignment.oldOf[node] < 0 && alignment.partOfOld[node] < 0
  }

  /// Whether an old place can still be matched with one of its neighbours.
  func isOpenOld(_ node: Int) -> Bool {
    guard alignment.newOf[node] < 0 else { return false }
    let whole = alignment.partOfNew[node]
    return whole < 0 || alignment.oldOf[Int(whole)] < 0
  }

  func isOpenNew(_ node: Int) -> Bool {
    guard alignment.oldOf[node] < 0 else { return false }
    let whole = alignment.partOfOld[node]
    return whole < 0 || alignment.newOf[Int(whole)] < 0
  }
}
