/// Renders nodes of a tree to HTML, as bytes appended to what the caller has.
///
/// The HTML is GFM's, but for what docs/markdown.md names: no raw HTML beyond ``MarkupElement``,
/// columns aligned by class, and footnotes where the caller wants them. Nothing is recursive.
package struct MarkupHTML: Sendable {
  let tree: MarkupTree
  let weave: MarkupWeave

  /// Added to the level of each heading; the result is kept within 1...6.
  package var headingShift = 0
  /// Put before the ids of footnotes and of references to them, so that several trees can stand in
  /// one page.
  package var idPrefix: [UInt8] = []
  /// What a screen reader says for the arrow that leads back from a footnote, as HTML text.
  package var footnoteReturnLabel: [UInt8] = Array("Back to the text".utf8)

  package init(_ tree: MarkupTree, weave: MarkupWeave = MarkupWeave()) {
    self.tree = tree
    self.weave = weave
  }

  /// Appends a node with all that is inside it.
  ///
  /// Definitions of footnotes are left out: see ``appendFootnotes(to:)``.
  package func append(_ node: Int, to output: inout [UInt8]) {
    append(nodes: node..<Int(tree.nodes[node].end), to: &output)
  }

  /// Appends what is inside a node, without the node itself: for a paragraph, heading or cell that
  /// is its inline content.
  package func appendChildren(of node: Int, to output: inout [UInt8]) {
    append(nodes: (node + 1)..<Int(tree.nodes[node].end), to: &output)
  }

  /// Appends whole nodes in their order.
  ///
  /// - Precondition: the range begins at a node and ends behind a node of the same parent.
  package func append(nodes: Range<Int>, to output: inout [UInt8]) {
    var writer = MarkupHTMLWriter(self)
    writer.append(nodes: nodes, to: &output)
  }

  /// Appends the section of footnotes of the whole tree, or nothing where there are none.
  package func appendFootnotes(to output: inout [UInt8]) {
    appendFootnotes(to: &output) { _ in true }
  }

  /// Appends the footnotes whose numbers are `included`, each with the number that it has in the
  /// text.
  package func appendFootnotes(
    to output: inout [UInt8], where isIncluded: (_ number: Int32) -> Bool
  ) {
    var hasSection = false
    // cmark moves the definitions to the end of the document, in the order of their numbers.
    for index in tree.children(of: 0) where tree.nodes[index].kind == .footnoteDefinition {
      let number = tree.nodes[index].value
      guard isIncluded(number) else { continue }
      if !hasSection {
        output.append(
          contentsOf: "<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n".utf8)
        hasSection = true
      }
      output.append(contentsOf: "<li id=\"".utf8)
      output.append(contentsOf: idPrefix)
      output.append(contentsOf: "fn-\(number)\" value=\"\(number)\">\n".utf8)
      appendFootnoteText(index, number: number, to: &output)
      output.append(contentsOf: "</li>\n".utf8)
    }
    if hasSection { output.append(contentsOf: "</ol>\n</section>\n".utf8) }
  }

  /// The arrow back stands in the note's last paragraph where it ends in one.
  private func appendFootnoteText(_ index: Int, number: Int32, to output: inout [UInt8]) {
    let end = Int(tree.nodes[index].end)
    var last = index + 1
    for child in tree.children(of: index) { last = child }
    guard last < end, tree.nodes[last].kind == .paragraph else {
      append(nodes: (index + 1)..<end, to: &output)
      appendReturn(to: number, &output)
      output.append(UInt8(ascii: "\n"))
      return
    }
    append(nodes: (index + 1)..<last, to: &output)
    output.append(contentsOf: "<p>".utf8)
    appendChildren(of: last, to: &output)
    output.append(UInt8(ascii: " "))
    appendReturn(to: number, &output)
    output.append(contentsOf: "</p>\n".utf8)
  }

  private func appendReturn(to number: Int32, _ output: inout [UInt8]) {
    output.append(contentsOf: "<a href=\"#".utf8)
    output.append(contentsOf: idPrefix)
    output.append(
      contentsOf: "fnref-\(number)\" class=\"footnote-return\" role=\"doc-backlink\" aria-label=\""
        .utf8)
    output.append(contentsOf: footnoteReturnLabel)
    output.append(contentsOf: "\">↩</a>".utf8)
  }
}
