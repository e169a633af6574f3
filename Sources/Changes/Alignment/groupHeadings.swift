internal import Agreements

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

  /// Of a section or annex its heading; of what may be a group its label.
  private static func words(of node: Int, in text: ComparedText) -> [Int32] {
    let place = text.nodes[node]
    let end = place.isSectionOrAnnex ? place.bodyStart : text.label(of: node).upperBound
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

extension ComparedText {
  /// What a place is called that may be a group: all that it says, or its bold label, below which
  /// further paragraphs can stand.
  func label(of node: Int) -> Range<Int32> {
    let place = nodes[node]
    guard place.passages.count > 1, place.role == .place, place.provision >= 0,
      kind(of: node) == .group
    else { return place.tokens }
    return passages[Int(place.passages.lowerBound)].tokens
  }
}

/// A text with those of its groups as sections that have one of some titles.
private func raised(_ text: ComparedText, to titles: Set<PlaceTitle>) -> ComparedText {
  // Most versions have the same sections.
  guard !titles.isEmpty else { return text }
  let firstWords = Set(titles.compactMap(\.words.first))
  let groups = text.nodes.indices.dropFirst().filter { index in
    let node = text.nodes[index]
    guard node.shape == .text, node.role == .place, node.words > 0,
      // Hardly a text begins as one of the headings does.
      firstWords.contains(text.comparedID(Int(node.tokens.lowerBound)))
    else { return false }
    return text.label(of: index).count < PlaceTitle.longest
      && titles.contains(PlaceTitle(of: index, in: text))
  }
  guard !groups.isEmpty else { return text }
  var paragraphs = LabelledParagraphs(text)
  for group in groups { paragraphs.raise(group, label: text.label(of: group)) }
  let (nodes, nodeOfProvision) = paragraphs.placed()
  return ComparedText(text, nodes: nodes, nodeOfProvision: nodeOfProvision)
}

/// The places of a text, with the paragraphs that stand below the labels of groups as places of
/// their own, each among the items where it stands: as those below a heading are.
private struct LabelledParagraphs {
  private let text: ComparedText
  private var nodes: [TextNode]
  /// Passages that become places, each with the group that it is of and the node that it stands
  /// before.
  private var extras: [(before: Int, group: Int, passage: Int32)] = []

  init(_ text: ComparedText) {
    self.text = text
    nodes = text.nodes
  }

  mutating func raise(_ group: Int, label: Range<Int32>) {
    let passages = nodes[group].passages
    nodes[group].shape = .section
    nodes[group].tokens = label
    nodes[group].bodyStart = label.upperBound
    guard label.upperBound < text.nodes[group].tokens.upperBound else { return }
    nodes[group].passages = passages.lowerBound..<passages.lowerBound + 1
    var before = group + 1
    for passage in passages.dropFirst() {
      let start = text.passages[Int(passage)].bytes.lowerBound
      while before < Int(nodes[group].end), firstByte(of: before) < start {
        before = Int(nodes[before].end)
      }
      extras.append((before, group, passage))
    }
  }

  /// Where the first words in a place begin; 0 where it has none.
  private func firstByte(of node: Int) -> Int32 {
    let inside = node..<Int(text.nodes[node].end)
    let first = inside.lazy.map { text.nodes[$0].passages }.first { !$0.isEmpty }
    return first.map { text.passages[Int($0.lowerBound)].bytes.lowerBound } ?? 0
  }

  /// All places in their order, and the node of each provision.
  func placed() -> ([TextNode], [Int32]) {
    // What ends at one place ends from the inside out.
    let extras = extras.sorted {
      ($0.before, $1.group, $0.passage) < ($1.before, $0.group, $1.passage)
    }
    var placed: [TextNode] = []
    placed.reserveCapacity(nodes.count + extras.count)
    var moved: [Int32] = []
    moved.reserveCapacity(nodes.count)
    var next = 0
    for index in 0...nodes.count {
      while next < extras.count, extras[next].before == index {
        placed.append(paragraph(extras[next].passage, of: extras[next].group, moved))
        placed[placed.count - 1].end = Int32(placed.count)
        next += 1
      }
      guard index < nodes.count else { break }
      moved.append(Int32(placed.count))
      var node = nodes[index]
      if node.parent >= 0 { node.parent = moved[Int(node.parent)] }
      node.end = Int32(placed.count) + 1
      placed.append(node)
    }
    for index in placed.indices.dropFirst().reversed() {
      let parent = Int(placed[index].parent)
      placed[parent].end = max(placed[parent].end, placed[index].end)
    }
    placed.digest(text.tokens, text.comparedID)
    return (placed, text.nodeOfProvision.map { moved[Int($0)] })
  }

  private func paragraph(_ passage: Int32, of group: Int, _ moved: [Int32]) -> TextNode {
    var node = TextNode(
      shape: .text, provision: nodes[group].provision, parent: moved[group], role: .body)
    node.tokens = text.passages[Int(passage)].tokens
    node.bodyStart = node.tokens.lowerBound
    node.passages = passage..<passage + 1
    return node
  }
}
