/// Renders runs of nodes of one tree, one after the other: the walk, and what is open while it goes
/// on.
///
/// Who writes hundreds of short runs keeps one: a ``MarkupHTML`` is copied for each.
package struct MarkupHTMLWriter {
  package let html: MarkupHTML
  /// Bytes that were in the output before; line feeds are put between blocks after that only.
  private var base = 0
  /// Nodes that are open, outermost first; the depth of trees is limited.
  private var open = InlineArray<128, Int32>(repeating: 0)
  private var depth = 0
  /// Links that are open; text in them is not annotated, since links do not nest.
  private(set) var linkDepth = 0
  var annotations: AnnotationCursor

  package init(_ html: MarkupHTML) {
    self.html = html
    annotations = AnnotationCursor(html.weave, from: 0)
  }

  /// As ``MarkupHTML/append(_:to:)``.
  package mutating func append(_ node: Int, to output: inout [UInt8]) {
    append(nodes: node..<Int(html.tree.nodes[node].end), to: &output)
  }

  /// As ``MarkupHTML/appendChildren(of:to:)``.
  package mutating func appendChildren(of node: Int, to output: inout [UInt8]) {
    append(nodes: (node + 1)..<Int(html.tree.nodes[node].end), to: &output)
  }

  /// As ``MarkupHTML/append(nodes:to:)``.
  package mutating func append(nodes range: Range<Int>, to output: inout [UInt8]) {
    base = output.count
    var index = range.lowerBound
    let textStart = index < html.tree.nodes.count ? html.tree.nodes[index].textStart : 0
    annotations = AnnotationCursor(html.weave, from: textStart)
    while true {
      while depth > 0, Int(html.tree.nodes[Int(open[depth - 1])].end) <= index {
        depth -= 1
        close(Int(open[depth]), to: &output)
      }
      guard index < range.upperBound else { break }
      index = enter(index, to: &output)
    }
    annotations.close(html.weave, to: &output)
  }

  /// Writes a leaf, or the start of a node that has children, and returns the next index.
  private mutating func enter(_ index: Int, to output: inout [UInt8]) -> Int {
    let node = html.tree.nodes[index]
    switch node.kind {
    case .text:
      writeText(node, to: &output)
    case .softBreak:
      output.append(UInt8(ascii: "\n"))
    case .lineBreak:
      output.append(contentsOf: "<br />\n".utf8)
    default:
      // Annotations go on over breaks, and end at the border of any other node.
      annotations.close(html.weave, to: &output)
      return enterOther(index, node, to: &output)
    }
    return index + 1
  }

  private mutating func enterOther(
    _ index: Int, _ node: MarkupNode, to output: inout [UInt8]
  ) -> Int {
    switch node.kind {
    case .code:
      output.append(contentsOf: "<code>".utf8)
      appendEscapedHTML(html.tree.plainText(of: index), to: &output)
      output.append(contentsOf: "</code>".utf8)
    case .htmlInline: writeTag(index, node, to: &output)
    case .footnoteReference: writeReference(node, to: &output)
    case .image:
      writeImage(index, node, to: &output)
      return Int(node.end)
    case .codeBlock: writeCodeBlock(index, node, to: &output)
    case .htmlBlock: writeHTMLBlock(index, to: &output)
    case .thematicBreak:
      startLine(&output)
      output.append(contentsOf: "<hr />\n".utf8)
    case .footnoteDefinition:
      return Int(node.end)
    default:
      if node.kind == .link { linkDepth += 1 }
      start(index, node, to: &output)
      open[depth] = Int32(truncatingIfNeeded: index)
      depth += 1
    }
    return index + 1
  }

  private mutating func close(_ index: Int, to output: inout [UInt8]) {
    annotations.close(html.weave, to: &output)
    let node = html.tree.nodes[index]
    if node.kind == .link { linkDepth -= 1 }
    end(index, node, to: &output)
  }

  /// The table whose direct children are being written.
  var openTable: Int? {
    guard depth > 0 else { return nil }
    let index = Int(open[depth - 1])
    return html.tree.nodes[index].kind == .table ? index : nil
  }

  /// Ends the line before a block, unless the output is at the start of one.
  func startLine(_ output: inout [UInt8]) {
    if output.count > base, output.last != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
  }
}

extension MarkupHTMLWriter {
  private mutating func writeText(_ node: MarkupNode, to output: inout [UInt8]) {
    let text = html.tree.text
    var position = node.textStart
    while let (annotation, index) = annotations.next(html.weave, from: position, to: node.textEnd) {
      if annotation.start > position {
        annotations.close(html.weave, to: &output)
        appendEscapedHTML(text[Int(position)..<Int(annotation.start)], to: &output)
        position = annotation.start
      }
      let end = min(annotation.end, node.textEnd)
      if annotation.isReplacement {
        annotations.close(html.weave, to: &output)
        // A stretch over several nodes is replaced once.
        if position == annotation.start {
          annotations.append(annotation.opening, html.weave, &output)
        }
      } else {
        if linkDepth == 0 { annotations.open(index, html.weave, to: &output) }
        appendEscapedHTML(text[Int(position)..<Int(end)], to: &output)
      }
      position = end
    }
    guard position < node.textEnd else { return }
    annotations.close(html.weave, to: &output)
    appendEscapedHTML(text[Int(position)..<Int(node.textEnd)], to: &output)
  }
}
