/// Both versions, with headings that only one of them has as neighbours of what they stand above.
///
/// A heading that was put above clauses, or taken away from them, changes where they stand and
/// nothing of what they say. Seen as a place that holds them, it would make each of them move. So
/// would the tables of a place that had only one before: rows of a lone table stand in its place
/// directly.
///
/// - Complexity: O(places).
func withBareHeadings(
  _ old: ComparedText, _ new: ComparedText
) -> (old: ComparedText, new: ComparedText) {
  (flattened(old, against: new), flattened(new, against: old))
}

private func flattened(_ text: ComparedText, against other: ComparedText) -> ComparedText {
  let titles = Set(other.nodes.lazy.filter { $0.shape == .section }.map(\.titleDigest))
  lazy var texts = Set(other.nodes.lazy.filter { $0.shape == .text }.map(\.digest))
  let own = text.nodes.indices.filter { index in
    let node = text.nodes[index]
    guard Int(node.end) > index + 1 else { return false }
    return switch node.shape {
    case .table: true
    case .section: !titles.contains(node.titleDigest)
    case .text: text.isListLabel(index) && !texts.contains(node.digest)
    case .root, .annex, .row: false
    }
  }
  guard !own.isEmpty else { return text }
  var containers = Containers(of: other)
  let bare = own.filter { containers.hold($0, of: text) }
  guard !bare.isEmpty else { return text }
  var nodes = text.nodes
  // The innermost first, so that what one hands on is handed on by the next one out.
  for section in bare.reversed() {
    let parent = nodes[section].parent
    for child in nodes.children(of: section) { nodes[child].parent = parent }
    nodes[section].end = Int32(section) + 1
    nodes[section].isBareHeading = true
    nodes[section].treeDigest = nodes[section].digest
    nodes[section].treeWords = nodes[section].words
  }
  return ComparedText(text, nodes: nodes)
}

/// What stands directly in each place of a version.
private struct Containers {
  private let text: ComparedText
  /// Places by their titles, and texts that hold others by their words; those whose name is not the
  /// only one of its kind are left out.
  private var titled: [UInt64: Int?] = [:]
  private var texts: [UInt64: Int?] = [:]
  /// How often each thing stands in a place, those left out that stood under a heading of the other
  /// version.
  private var contents: [Int: [UInt64: Int]] = [:]
  private var holdingTables: Set<Int> = []

  init(of text: ComparedText) {
    self.text = text
    for (index, node) in text.nodes.enumerated() {
      if node.isSectionOrAnnex, node.titleDigest != 0 {
        titled[node.titleDigest] = titled[node.titleDigest] == nil ? .some(index) : .some(nil)
      } else if node.shape == .text, Int(node.end) > index + 1 {
        texts[node.digest] = texts[node.digest] == nil ? .some(index) : .some(nil)
      }
    }
  }

  /// The place that this version has for one of the other.
  private func place(for outer: Int, of other: ComparedText) -> Int? {
    let node = other.nodes[outer]
    if outer == 0 { return 0 }
    return (node.shape == .text ? texts[node.digest] : titled[node.titleDigest]) ?? nil
  }

  /// Whether most of what stands under a heading of another version stands directly in the place
  /// that this one has for what holds the heading.
  mutating func hold(_ section: Int, of other: ComparedText) -> Bool {
    let outer = Int(other.nodes[section].parent)
    guard let place = place(for: outer, of: other) else { return false }
    read(place)
    // Of several tables each is a place of its own.
    if other.nodes[section].shape == .table, holdingTables.contains(place) { return false }
    var (words, kept) = (0, 0)
    var taken: [UInt64: Int] = [:]
    for child in other.nodes.children(of: section) {
      let node = other.nodes[child]
      words += Int(node.treeWords)
      guard let left = contents[place]?[node.treeDigest], left > taken[node.treeDigest] ?? 0
      else { continue }
      taken[node.treeDigest, default: 0] += 1
      kept += Int(node.treeWords)
    }
    guard kept > 0, kept * 2 >= words else { return false }
    for (digest, count) in taken { contents[place]?[digest]? -= count }
    return true
  }

  /// Counts what stands in a place, at the first question about it: a text can have as many new
  /// headings as old places.
  private mutating func read(_ place: Int) {
    guard contents[place] == nil else { return }
    var digests: [UInt64: Int] = [:]
    for child in text.nodes.children(of: place) {
      digests[text.nodes[child].treeDigest, default: 0] += 1
      if text.nodes[child].shape == .table { holdingTables.insert(place) }
    }
    contents[place] = digests
  }
}
