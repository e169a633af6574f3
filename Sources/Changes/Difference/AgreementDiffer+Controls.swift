internal import Agreements

/// Groups of measures.
extension AgreementDiffer {
  /// A named group that came or went with its measures; `nil` for a measure.
  func control(_ root: Int, in side: Side) -> Statements.Control? {
    let text = text(side)
    guard isGroup(root, text) else { return nil }
    let nodes = text.nodes
    let measures = (root + 1..<Int(nodes[root].end)).count { node in
      nodes[node].words > 0 && nodes.hasNoInside(node) && nodes[node].role == .place
        && alignment.isFree(node, in: side)
    }
    let title = text.agreement.provisions[Int(nodes[root].provision)].title
    let name = title.isEmpty ? text.words(of: text.label(of: root)) : title
    guard measures > 0, !name.isEmpty else { return nil }
    let path = ChangePlace(text, root).parts
    return Statements.Control(
      name: name, measures: measures, place: path.last == name ? path.dropLast() : path)
  }
}
