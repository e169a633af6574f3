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
    let before = oldReadings.sentences.sentences(of: olds, in: old)
    let after = newReadings.sentences.sentences(of: news, in: new)
    let shared = SharedSentences(old, before, new, after) { left, right in
      alignment.newOf[left] != right && (scope == .anywhere || areNeighbours(left, right))
    }
    guard !shared.stretches.isEmpty else { return }
    let stretches = withoutCopies(shared.stretches)
    matchParts(stretches, in: .old, scope)
    matchParts(stretches, in: .new, scope)
  }

  /// What has gone from one place to another, without what either place has or had by itself.
  func withoutCopies(_ stretches: [SharedSentences.Stretch]) -> [SharedSentences.Stretch] {
    var (keptHere, keptThere) = (KeptPhrases(), KeptPhrases())
    return stretches.filter { stretch in
      if let here = spot(of: stretch.old, in: .old), here != stretch.new,
        keptHere.hold(here, of: new, stretch.oldTokens, of: stretch.old, in: old)
      {
        return false
      }
      guard let there = spot(of: stretch.new, in: .new), there != stretch.old else { return true }
      return !keptThere.hold(there, of: old, stretch.newTokens, of: stretch.new, in: new)
    }
  }

  /// What a place corresponds to; of one that corresponds to nothing, what stands in the other
  /// version where it stood.
  private func spot(of node: Int32, in side: Side) -> Int32? {
    let match = alignment.match(of: Int(node), in: side)
    return match >= 0 ? Int32(match) : freePlace(of: Int(node), in: side).map { Int32($0) }
  }

  /// What corresponds to nothing and stands in the other version where a place stands: behind what
  /// the neighbour before became, or first in the same place.
  func freePlace(of node: Int, in side: Side) -> Int? {
    let (nodes, others) = (text(side).nodes, text(side.other).nodes)
    let home = alignment.match(of: Int(nodes[node].parent), in: side)
    guard home >= 0 else { return nil }
    var place = home + 1
    if let before = nodes.previousSibling(of: node) {
      let match = alignment.match(of: before, in: side)
      guard match >= 0, Int(others[match].parent) == home else { return nil }
      place = Int(others[match].end)
    }
    guard place < Int(others[home].end), alignment.match(of: place, in: side.other) < 0 else {
      return nil
    }
    return place
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

  /// Makes places parts of the one that has all of what each of them says, and more.
  ///
  /// `side`: of the version that has the parts.
  private mutating func matchParts(
    _ shared: [SharedSentences.Stretch], in side: Side, _ scope: SentenceScope
  ) {
    let (text, other) = (text(side), text(side.other))
    var parts: [Int32: [SharedSentences.Stretch]] = [:]
    var others: Set<Int32> = []
    for stretch in shared {
      if stretch.isAll(of: side), alignment.isFree(Int(stretch.place(in: side)), in: side) {
        parts[stretch.place(in: side.other), default: []].append(stretch)
      } else {
        others.insert(stretch.place(in: side.other))
      }
    }
    for (place, found) in parts.sorted(by: { $0.key < $1.key }) {
      let whole = Int(place)
      guard alignment.whole(of: whole, in: side.other) < 0 else { continue }
      let words = SharedSentences.wordsBelowHeading(of: whole, in: other)
      let match = alignment.match(of: whole, in: side.other)
      let own = match < 0 ? 0 : SharedSentences.wordsBelowHeading(of: match, in: text)
      let kept = known(found, words, besides: own, scope)
        .sorted { $0.place(in: side) < $1.place(in: side) }
      guard let first = kept.first else { continue }
      let pair = side.pair(Int(first.place(in: side)), whole)
      if match < 0, isMostly(kept, of: words, hasRivals: others.contains(place)),
        other.nodes.hasNoInside(whole),
        kept.allSatisfy({ text.nodes.hasNoInside(Int($0.place(in: side))) }),
        canMatch(pair.old, pair.new)
      {
        alignment.match(pair.old, pair.new)
      }
      for stretch in kept {
        let part = Int(stretch.place(in: side))
        let pair = side.pair(part, whole)
        guard alignment.match(of: part, in: side) < 0, !areOtherRecords(pair.old, pair.new) else {
          continue
        }
        alignment.setWhole(of: part, in: side, to: whole)
      }
    }
  }

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
    settleParts(in: .old)
    settleParts(in: .new)
  }

  private mutating func settleParts(in side: Side) {
    for node in text(side).nodes.indices where alignment.match(of: node, in: side) < 0 {
      let whole = alignment.whole(of: node, in: side)
      let pair = side.pair(node, whole)
      if whole >= 0, canMatch(pair.old, pair.new) { alignment.match(pair.old, pair.new) }
    }
  }
}
