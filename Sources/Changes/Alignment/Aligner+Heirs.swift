/// Sections of which one became two, and those that became one: which of them is the same section
/// still is told by its name, its place and how it begins, not by how many words went where.
extension Aligner {
  /// Matches places that hold others and kept their name or their place, as long as they begin as
  /// they did or hold a fair part of what they held.
  ///
  /// - Complexity: O(words).
  mutating func matchHeirs() {
    let olds = Holders(old, alignment.newOf)
    guard !olds.nodes.isEmpty else { return }
    let news = Holders(new, alignment.oldOf)
    guard !news.nodes.isEmpty else { return }
    for node in olds.nodes {
      if let heir = heir(of: node, olds, news) { alignment.match(node, heir) }
    }
  }

  private mutating func heir(of node: Int, _ olds: Holders, _ news: Holders) -> Int? {
    let numbered = olds.numbered(like: node, in: news, alignment.newOf)
      .flatMap { canMatch(node, $0) ? $0 : nil }
    let following = olds.following(node, in: news, alignment.newOf).filter { canMatch(node, $0) }
    let name = olds.name(of: node)
    if name != 0 {
      let here = [numbered, following.first].compactMap(\.self)
      for spot in here where news.name(of: spot) == name {
        if isKept(node, spot, likeness: Limits.alikeInTheSameGap) { return spot }
      }
      if let other = news.only(name), olds.only(name) == node, canMatch(node, other),
        isKept(node, other, likeness: Limits.alikeInOrder)
      {
        return other
      }
    }
    // A name that is elsewhere now, or comes from elsewhere, is that of something else.
    if news.hasName(name) { return nil }
    if let numbered, !olds.hasName(news.name(of: numbered)),
      beginAlike(node, numbered, likeness: Limits.alikeInOrder)
    {
      return numbered
    }
    return following.first {
      !olds.hasName(news.name(of: $0)) && areFirst(node, $0)
        && beginAlike(node, $0, likeness: Limits.alikeInOrder)
    }
  }

  /// Whether nothing of an old place went to a place before a new one, and nothing in that came
  /// from a place before the old one: of the parts that a section was split into, the first is its
  /// heir.
  private func areFirst(_ left: Int, _ right: Int) -> Bool {
    placesOfContents(of: left, in: .old).keys.allSatisfy { $0 >= right }
      && placesOfContents(of: right, in: .new).keys.allSatisfy { $0 >= left }
  }

  /// Whether two places of one name begin alike or have a fair part of what they hold in common.
  private mutating func isKept(_ left: Int, _ right: Int, likeness: Double) -> Bool {
    let kept = placesOfContents(of: left, in: .old)[Int32(right)] ?? 0
    return kept * 4 >= max(min(old.nodes[left].treeWords, new.nodes[right].treeWords), 1)
      || beginAlike(left, right, likeness: likeness)
  }

  /// Whether the first text inside of two places is the same, if edited.
  private mutating func beginAlike(_ left: Int, _ right: Int, likeness: Double) -> Bool {
    guard let first = Self.opening(of: left, in: old.nodes),
      let second = Self.opening(of: right, in: new.nodes)
    else { return false }
    if alignment.newOf[first] == second { return true }
    guard let found = likenessOfOpenings(first, second), found >= likeness else { return false }
    // What most of either place has to do with may begin more alike.
    if let other = Self.best(placesOfContents(of: left, in: .old), besides: right),
      let opening = Self.opening(of: other, in: new.nodes),
      let rival = likenessOfOpenings(first, opening), rival > found
    {
      return false
    }
    if let other = Self.best(placesOfContents(of: right, in: .new), besides: left),
      let opening = Self.opening(of: other, in: old.nodes),
      let rival = likenessOfOpenings(opening, second), rival > found
    {
      return false
    }
    return true
  }

  /// How alike two texts are that correspond to nothing yet; `nil` where they can't be the same, or
  /// are too long to be compared again and again.
  private mutating func likenessOfOpenings(_ left: Int, _ right: Int) -> Double? {
    guard canMatch(left, right), Int(old.nodes[left].words) <= Limits.wordsOfSection,
      Int(new.nodes[right].words) <= Limits.wordsOfSection
    else { return nil }
    return similarity(left, right)
  }

  private static func best(_ places: [Int32: Int32], besides node: Int) -> Int? {
    places.filter { $0.key != node }.max { ($0.value, $1.key) < ($1.value, $0.key) }
      .map { Int($0.key) }
  }

  /// The first place inside of another that has words and is no section.
  private static func opening(of node: Int, in nodes: [TextNode]) -> Int? {
    (node + 1..<Int(nodes[node].end)).first {
      !nodes[$0].isSectionOrAnnex && nodes[$0].words > 0
    }
  }
}
