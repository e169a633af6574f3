/// Nodes that are written in one go.
extension MarkupHTMLWriter {
  func writeCodeBlock(_ index: Int, _ node: MarkupNode, to output: inout [UInt8]) {
    startLine(&output)
    output.append(contentsOf: "<pre><code".utf8)
    if node.value > 0 {
      let info = html.tree.codeInfos[Int(node.value) - 1]
      let language = info.prefix { $0 > UInt8(ascii: " ") }
      output.append(contentsOf: " class=\"language-".utf8)
      appendEscapedHTML(language, to: &output)
      output.append(UInt8(ascii: "\""))
    }
    output.append(UInt8(ascii: ">"))
    appendEscapedHTML(html.tree.plainText(of: index), to: &output)
    output.append(contentsOf: "</code></pre>\n".utf8)
  }

  /// HTML that is not kept is text to the reader; a block of comments alone is nothing.
  func writeHTMLBlock(_ index: Int, to output: inout [UInt8]) {
    let text = html.tree.plainText(of: index)
    guard !text.isEmpty else { return }
    startLine(&output)
    output.append(contentsOf: "<p>".utf8)
    appendEscapedHTML(text, to: &output)
    output.append(contentsOf: "</p>\n".utf8)
  }

  func writeTag(_ index: Int, _ node: MarkupNode, to output: inout [UInt8]) {
    guard let element = MarkupElement(rawValue: node.value) else {
      return appendEscapedHTML(html.tree.plainText(of: index), to: &output)
    }
    output.append(contentsOf: (node.flag ? "</" : "<").utf8)
    output.append(contentsOf: element.name.description.utf8)
    output.append(contentsOf: (element.isVoid ? " />" : ">").utf8)
  }

  func writeReference(_ node: MarkupNode, to output: inout [UInt8]) {
    output.append(contentsOf: "<sup class=\"footnote-ref\"><a href=\"#".utf8)
    output.append(contentsOf: html.idPrefix)
    output.append(contentsOf: "fn-\(node.value)\"".utf8)
    // The note leads back to its first reference; the others need no address.
    if node.flag {
      output.append(contentsOf: " id=\"".utf8)
      output.append(contentsOf: html.idPrefix)
      output.append(contentsOf: "fnref-\(node.value)\"".utf8)
    }
    output.append(contentsOf: " role=\"doc-noteref\">\(node.value)</a></sup>".utf8)
  }

  /// An image with its text as the alternative; that text where it leads nowhere; and a link with
  /// the text where it lies elsewhere: a page loads nothing from others.
  func writeImage(_ index: Int, _ node: MarkupNode, to output: inout [UInt8]) {
    let isElsewhere = isElsewhere(node)
    let isShown = isLinked(node) && !isElsewhere
    let isLink = isElsewhere && linkDepth == 0
    if isLink {
      output.append(contentsOf: "<a href=\"".utf8)
      appendDestination(node, to: &output)
      appendTitle(node, to: &output)
      output.append(contentsOf: "\">".utf8)
    } else if isShown {
      output.append(contentsOf: "<img src=\"".utf8)
      appendDestination(node, to: &output)
      output.append(contentsOf: "\" alt=\"".utf8)
    }
    if isLink, node.end == index + 1 { appendDestination(node, to: &output) }
    for inner in (index + 1)..<Int(node.end) {
      switch html.tree.nodes[inner].kind {
      case .text, .code, .htmlInline:
        appendEscapedHTML(html.tree.plainText(of: inner), to: &output)
      case .softBreak, .lineBreak: output.append(UInt8(ascii: " "))
      default: break
      }
    }
    if isLink {
      output.append(contentsOf: "</a>".utf8)
    } else if isShown {
      appendTitle(node, to: &output)
      output.append(contentsOf: "\" />".utf8)
    }
  }
}
