internal import Agreements
package import Diagnostics
internal import Frontmatter
internal import Markup

/// A place of an agreement that is read as a register, as a stretch of its markup tree.
struct AdoptedPlace {
  /// The provision, or ``Provision/none`` for the whole text.
  var provision: Int32
  /// The nodes of the tree that belong to it.
  var nodes: Range<Int>
}

/// Finds the place that an author names: by its path, number, title, label or anchor.
///
/// `nil` names the whole text.
///
/// - Returns: the place, or an `unknown-place` where there is none.
func findAdoptedPlace(
  _ name: Located<String>?, in agreement: Agreement
) -> (place: AdoptedPlace?, diagnostics: [Diagnostic]) {
  guard let name else {
    return (AdoptedPlace(provision: Provision.none, nodes: 1..<agreement.tree.nodes.count), [])
  }
  let wanted = folded(head: name.value)
  let provisions = agreement.provisions
  let found =
    provisions.indices.first { index in
      let provision = provisions[index]
      return !provision.label.isEmpty && "#\(provision.label)" == name.value
        || folded(head: provision.designation) == wanted
    }
    ?? provisions.indices.first { index in
      folded(head: agreement.legalPath(of: index).written) == wanted
    }
    ?? provisions.indices.first { index in
      let provision = provisions[index]
      return folded(head: provision.title) == wanted || folded(head: provision.part) == wanted
        || folded(head: provision.secondDesignation) == wanted
        || provision.anchor == wanted || provision.label == wanted
        || folded(head: "\(provision.designation): \(provision.title)") == wanted
        || folded(head: "\(provision.designation) \(provision.title)") == wanted
    }
  guard let found else {
    let paths = provisions.indices.lazy.filter { provisions[$0].level > 0 }.prefix(500).map {
      agreement.legalPath(of: $0).written
    }
    return (
      nil,
      [
        Diagnostic(
          .unknownPlace, .error, "place '\(name.value)' does not exist in the text",
          at: name.range,
          help: replacementHelp(for: name.value, among: Array(paths), noun: "places"))
      ]
    )
  }
  return (
    AdoptedPlace(provision: Int32(found), nodes: nodes(of: provisions[found], in: agreement)), []
  )
}

/// A heading's place reaches up to the next heading that is not below it; any other is its own
/// node.
private func nodes(of provision: Provision, in agreement: Agreement) -> Range<Int> {
  let node = Int(provision.node)
  guard provision.level > 0 else { return node..<Int(agreement.tree.nodes[node].end) }
  let next = agreement.provisions[Int(provision.end)...].first { $0.level > 0 }
  return node..<(next.map { Int($0.node) } ?? agreement.tree.nodes.count)
}

extension Diagnostic.Code {
  package static let unknownPlace = Self(rawValue: "unknown-place")
}
