internal import Agreements
internal import Markup

/// Both versions, with the headings that annexes took for their own as sections of theirs, where
/// the other version has those headings as sections.
///
/// `# Annex 1` with the one section `## I. Contact persons` is called by that section's name. With
/// a second section the annex has no name and two sections: what stands in the first has not moved.
///
/// - Complexity: O(places).
func withAnnexTitles(
  _ old: ComparedText, _ new: ComparedText
) -> (old: ComparedText, new: ComparedText) {
  let (olds, news) = (takenTitles(of: old), takenTitles(of: new))
  if olds.isEmpty, news.isEmpty { return (old, new) }
  return (parted(old, olds, as: new), parted(new, news, as: old))
}

/// The annexes that are named by the heading of their only section.
private func takenTitles(of text: ComparedText) -> [Int] {
  text.nodes.indices.filter { index in
    let node = text.nodes[index]
    guard node.shape == .annex, node.tokens.lowerBound < node.bodyStart else { return false }
    let provision = Int(node.provision)
    let heading = Int(text.agreement.provisions[provision].node)
    return text.agreement.provisions[provision].titleNodes.lowerBound
      >= text.agreement.tree.nodes[heading].end
  }
}

private func parted(
  _ text: ComparedText, _ annexes: [Int], as other: ComparedText
) -> ComparedText {
  guard !annexes.isEmpty else { return text }
  let forms = AnnexForms(other)
  let own = annexes.filter { forms.haveAsSection($0, of: text) }
  guard !own.isEmpty else { return text }
  var nodes = text.nodes
  let insertions = own.map { annex in
    let place = text.nodes[annex]
    var section = TextNode(
      shape: .section, provision: place.provision, parent: Int32(annex), role: .title)
    section.tokens = place.tokens
    section.bodyStart = place.bodyStart
    section.passages = place.passages
    nodes[annex].tokens = place.tokens.lowerBound..<place.tokens.lowerBound
    nodes[annex].bodyStart = place.tokens.lowerBound
    nodes[annex].passages = place.passages.lowerBound..<place.passages.lowerBound
    return NodeInsertion(
      before: annex + 1, node: section, children: text.nodes.children(of: annex))
  }
  return text.inserting(insertions, among: nodes)
}

/// How a version has the headings in its annexes.
private struct AnnexForms {
  /// Names of annexes, their own or that of their only section; and of sections that stand directly
  /// in annexes.
  private var names: Set<[Int32]> = []
  private var sections: Set<[Int32]> = []
  /// The numbers of annexes without a name that hold sections.
  private var nameless: Set<String> = []

  init(_ text: ComparedText) {
    for index in text.nodes.indices {
      let node = text.nodes[index]
      let name = Self.name(of: index, in: text)
      if node.shape == .annex, !name.isEmpty { names.insert(name) }
      guard node.shape == .section, text.nodes[Int(node.parent)].shape == .annex else { continue }
      if !name.isEmpty { sections.insert(name) }
      if Self.name(of: Int(node.parent), in: text).isEmpty {
        nameless.insert(text.designation(of: Int(node.parent)))
      }
    }
  }

  /// Whether the name of an annex of another version is that of a section here, or one that was
  /// written anew: the annex of its number has sections, and no name.
  func haveAsSection(_ annex: Int, of other: ComparedText) -> Bool {
    let name = Self.name(of: annex, in: other)
    if names.contains(name) { return false }
    return sections.contains(name) || nameless.contains(other.designation(of: annex))
  }

  private static func name(of node: Int, in text: ComparedText) -> [Int32] {
    let place = text.nodes[node]
    return (place.tokens.lowerBound..<place.bodyStart).map { text.comparedID(Int($0)) }
  }
}
