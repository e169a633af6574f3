internal import Diagnostics
internal import Markup
internal import References

/// Checks where the links lead that stand in the text of a record.
///
/// Links of agreements are resolved with their references; the text of a record has no places of
/// its own, and leads to agreements by their ids, or out of the portal.
///
/// `file`: the bytes that `tree` was parsed from.
/// `agreements`: the ids of those that are published.
///
/// - Returns: `unknown-reference` and `unsafe-link` for each link that leads nowhere.
func checkLinks(
  of tree: MarkupTree, file: [UInt8], path: String, agreements: Set<String>
) -> [Diagnostic] {
  guard !tree.links.isEmpty else { return [] }
  var diagnostics: [Diagnostic] = []
  var places: MarkupPlaces?
  func range(ofNode index: Int) -> SourceRange {
    var known = places ?? MarkupPlaces(tree, file: file)
    let start = tree.position(ofByte: known.fileOffset(ofNode: index))
    places = known
    return SourceRange(path: path, line: start.line, column: start.column)
  }
  for (index, node) in tree.nodes.enumerated() where node.kind == .link {
    let destination = tree.links[Int(node.value)].destination
    switch LinkDestination(destination) {
    case .elsewhere, .place: continue
    case .rooted: diagnostics.append(.rootedLink(destination, at: range(ofNode: index)))
    case .agreement(let document, _):
      guard !agreements.contains(document) else { continue }
      let id = LinkDestination.id(of: document)
      // Near misses cost time for each candidate, and a text can have thousands of wrong links.
      let near =
        agreements.contains(id)
        ? id : diagnostics.count < 20 ? nearMiss(for: id, among: agreements) : nil
      diagnostics.append(.unknownDocument(document, near: near, at: range(ofNode: index)))
    }
  }
  return diagnostics
}
