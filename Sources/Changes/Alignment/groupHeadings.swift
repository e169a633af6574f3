/// Both versions, with named groups of one that are headings of the other as sections.
///
/// `- **Entry control**` with items below it and `## Entry control` with the same are one thing in
/// two forms; seen as two, all that stands below them would move.
///
/// - Complexity: O(places).
func withGroupsAsSections(
  _ old: ComparedText, _ new: ComparedText
) -> (old: ComparedText, new: ComparedText) {
  let (before, after) = (headings(of: old), headings(of: new))
  return (
    raised(old, to: after.subtracting(before)), raised(new, to: before.subtracting(after))
  )
}

/// What a place is called, and what the one is called that it stands in.
private struct PlaceTitle: Hashable {
  var words: [Int32]
  var outer: [Int32]

  init(of node: Int, in text: ComparedText) {
    words = Self.words(of: node, in: text)
    outer = Self.words(of: Int(text.nodes[node].parent), in: text)
  }

  /// Of a section or annex its heading; of what may be a group all that it says.
  private static func words(of node: Int, in text: ComparedText) -> [Int32] {
    let place = text.nodes[node]
    let end = place.isSectionOrAnnex ? place.bodyStart : place.tokens.upperBound
    // What is longer is no name.
    return (place.tokens.lowerBound..<end).prefix(longest).map { text.comparedID(Int($0)) }
  }

  static let longest = 32
}

private func headings(of text: ComparedText) -> Set<PlaceTitle> {
  var titles: Set<PlaceTitle> = []
  for (index, node) in text.nodes.enumerated()
  where node.shape == .section && node.tokens.lowerBound < node.bodyStart {
    titles.insert(PlaceTitle(of: index, in: text))
  }
  return titles
}

/// A text with those of its groups as sections that have one of some titles.
private func raised(_ text: ComparedText, to titles: Set<PlaceTitle>) -> ComparedText {
  // Most versions have the same sections.
  guard !titles.isEmpty else { return text }
  let groups = text.nodes.indices.dropFirst().filter { index in
    let node = text.nodes[index]
    return node.shape == .text && node.role == .place && node.words > 0
      && node.tokens.count < PlaceTitle.longest
      && titles.contains(PlaceTitle(of: index, in: text))
  }
  guard !groups.isEmpty else { return text }
  var nodes = text.nodes
  for group in groups {
    nodes[group].shape = .section
    nodes[group].bodyStart = nodes[group].tokens.upperBound
  }
  nodes.digest(text.tokens, text.comparedID)
  return ComparedText(text, nodes: nodes)
}
