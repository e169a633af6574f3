package import Diagnostics
package import Markup

extension StructureBuilder {
  /// Reports a paragraph that its author set in bold for a heading: it is all bold, and begins with
  /// the number of an annex or a section.
  mutating func checkBoldHeading(_ node: Int) {
    guard tree.isOnlyStrong(node) else { return }
    let text = Array(tree.plainText(of: node))
    // `(1)` begins a clause rather than a section.
    guard text.first != UInt8(ascii: "("), let label = HeadingLabel(parsing: text),
      label.isAnnex || label.titleOffset < text.count
    else { return }
    let place = range(ofNode: node)
    diagnostics.append(
      .boldHeading(
        String(decoding: text, as: UTF8.self), level: label.isAnnex ? 1 : 2, at: place))
  }
}

extension MarkupTree {
  /// Whether a block is a paragraph that is bold from its start to its end.
  package func isOnlyStrong(_ block: Int) -> Bool {
    guard nodes[block].kind == .paragraph else { return false }
    var first = block + 1
    // What is left of marks that show nothing.
    while first < Int(nodes[block].end), nodes[first].kind == .text,
      nodes[first].textStart == nodes[first].textEnd
    {
      first += 1
    }
    guard first < Int(nodes[block].end), nodes[first].end == nodes[block].end else { return false }
    if nodes[first].kind == .strong { return true }
    // `***Title***`
    let inner = first + 1
    return nodes[first].kind == .emphasis && inner < Int(nodes[first].end)
      && nodes[inner].kind == .strong && nodes[inner].end == nodes[first].end
  }

  /// Whether a block is a paragraph in italics from its start to its end.
  func isOnlyEmphasis(_ block: Int) -> Bool {
    let first = block + 1
    return nodes[block].kind == .paragraph && first < Int(nodes[block].end)
      && nodes[first].kind == .emphasis && nodes[first].end == nodes[block].end
  }
}

extension Diagnostic.Code {
  package static let boldHeading = Self(rawValue: "bold-heading")
}

extension Diagnostic {
  fileprivate static func boldHeading(_ text: String, level: Int, at range: SourceRange) -> Self {
    let isLong = text.utf8.count > 80
    let shown = isLong ? String(text.unicodeScalars.prefix(60)) + "..." : text
    let signs = level == 1 ? "#" : "##"
    return Diagnostic(
      .boldHeading, .warning,
      "'\(shown)' looks like a heading, and is a paragraph; what follows it is not under it",
      at: range, help: "write '\(signs) \(shown)', without the asterisks, to make it one")
  }
}
