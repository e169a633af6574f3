/// Start and end of nodes that have children.
extension MarkupHTMLWriter {
  func start(_ index: Int, _ node: MarkupNode, to output: inout [UInt8]) {
    switch node.kind {
    case .emphasis: output.append(contentsOf: "<em>".utf8)
    case .strong: output.append(contentsOf: "<strong>".utf8)
    case .strikethrough: output.append(contentsOf: "<del>".utf8)
    case .link: startLink(node, to: &output)
    case .paragraph: startParagraph(index, node, to: &output)
    case .heading:
      startLine(&output)
      output.append(contentsOf: "<h".utf8)
      output.append(levelDigit(node))
      output.append(UInt8(ascii: ">"))
    case .blockQuote:
      startLine(&output)
      output.append(contentsOf: "<blockquote>\n".utf8)
    case .bulletList:
      startLine(&output)
      output.append(contentsOf: "<ul>\n".utf8)
    case .orderedList:
      startLine(&output)
      let start = node.value == 1 ? "<ol>\n" : "<ol start=\"\(node.value)\">\n"
      output.append(contentsOf: start.utf8)
    case .item, .taskItem: startItem(index, node, to: &output)
    case .table:
      startLine(&output)
      output.append(contentsOf: "<table>\n".utf8)
    case .tableRow: startRow(index, node, to: &output)
    case .tableCell: startCell(node, to: &output)
    default: break
    }
  }

  func end(_ index: Int, _ node: MarkupNode, to output: inout [UInt8]) {
    switch node.kind {
    case .emphasis: output.append(contentsOf: "</em>".utf8)
    case .strong: output.append(contentsOf: "</strong>".utf8)
    case .strikethrough: output.append(contentsOf: "</del>".utf8)
    case .link:
      if isLinked(node) { output.append(contentsOf: "</a>".utf8) }
    case .paragraph:
      if isLabelOfTask(index) { output.append(contentsOf: "</label>".utf8) }
      if !node.flag { output.append(contentsOf: "</p>\n".utf8) }
    case .heading:
      output.append(contentsOf: "</h".utf8)
      output.append(levelDigit(node))
      output.append(contentsOf: ">\n".utf8)
    case .blockQuote:
      startLine(&output)
      output.append(contentsOf: "</blockquote>\n".utf8)
    case .bulletList: output.append(contentsOf: "</ul>\n".utf8)
    case .orderedList: output.append(contentsOf: "</ol>\n".utf8)
    case .item, .taskItem: output.append(contentsOf: "</li>\n".utf8)
    case .table:
      // A table with a row besides its head has an open body.
      let head = index + 1
      if head < Int(node.end), html.tree.nodes[head].end < node.end {
        output.append(contentsOf: "</tbody>\n".utf8)
      }
      output.append(contentsOf: "</table>\n".utf8)
    case .tableRow:
      let endsHead = node.flag && openTable != nil
      output.append(contentsOf: (endsHead ? "</tr>\n</thead>\n" : "</tr>\n").utf8)
    case .tableCell:
      output.append(contentsOf: (node.flag ? "</th>\n" : "</td>\n").utf8)
    default: break
    }
  }

  private func levelDigit(_ node: MarkupNode) -> UInt8 {
    let level = min(max(Int(node.value) + html.headingShift, 1), 6)
    return UInt8(ascii: "0") + UInt8(level)
  }
}

extension MarkupHTMLWriter {
  private func startParagraph(_ index: Int, _ node: MarkupNode, to output: inout [UInt8]) {
    if !node.flag {
      startLine(&output)
      output.append(contentsOf: "<p>".utf8)
    }
    guard isLabelOfTask(index) else { return }
    output.append(contentsOf: "<label>".utf8)
    writeCheckbox(html.tree.nodes[index - 1], to: &output)
  }

  private func startItem(_ index: Int, _ node: MarkupNode, to output: inout [UInt8]) {
    startLine(&output)
    output.append(contentsOf: (node.kind == .taskItem ? "<li class=\"task\">" : "<li>").utf8)
    let startsWithText = index + 1 < Int(node.end) && isLabelOfTask(index + 1)
    if node.kind == .taskItem, !startsWithText { writeCheckbox(node, to: &output) }
  }

  /// Whether the node is the first paragraph of a task, which then is the label of its box.
  private func isLabelOfTask(_ index: Int) -> Bool {
    index > 0 && html.tree.nodes[index].kind == .paragraph
      && html.tree.nodes[index - 1].kind == .taskItem
  }

  private func writeCheckbox(_ item: MarkupNode, to output: inout [UInt8]) {
    output.append(contentsOf: "<input type=\"checkbox\" ".utf8)
    if item.flag { output.append(contentsOf: "checked=\"\" ".utf8) }
    output.append(contentsOf: "disabled=\"\" /> ".utf8)
  }
}

extension MarkupHTMLWriter {
  private func startRow(_ index: Int, _ node: MarkupNode, to output: inout [UInt8]) {
    startLine(&output)
    // A row that is rendered by itself has no part of the table round it.
    if let table = openTable {
      let head = table + 1
      if node.flag {
        output.append(contentsOf: "<thead>\n".utf8)
      } else if Int(html.tree.nodes[head].end) == index {
        output.append(contentsOf: "<tbody>\n".utf8)
      }
    }
    output.append(contentsOf: "<tr>\n".utf8)
  }

  private func startCell(_ node: MarkupNode, to output: inout [UInt8]) {
    output.append(contentsOf: (node.flag ? "<th" : "<td").utf8)
    switch MarkupAlignment(rawValue: node.value) {
    case .left: output.append(contentsOf: " class=\"align-left\"".utf8)
    case .center: output.append(contentsOf: " class=\"align-center\"".utf8)
    case .right: output.append(contentsOf: " class=\"align-right\"".utf8)
    default: break
    }
    output.append(contentsOf: (node.flag ? " scope=\"col\">" : ">").utf8)
  }
}

extension MarkupHTMLWriter {
  private func startLink(_ node: MarkupNode, to output: inout [UInt8]) {
    guard isLinked(node) else { return }
    output.append(contentsOf: "<a href=\"".utf8)
    appendDestination(node, to: &output)
    appendTitle(node, to: &output)
    output.append(contentsOf: "\">".utf8)
  }

  /// Whether the link leads anywhere: one with an unsafe destination is text.
  func isLinked(_ node: MarkupNode) -> Bool {
    if html.weave.isDropped(link: Int(node.value)) { return false }
    return redirection(of: node) != nil || html.tree.links[Int(node.value)].isSafeDestination
  }

  /// Whether an address that is kept lies outside the portal.
  func isElsewhere(_ node: MarkupNode) -> Bool {
    guard redirection(of: node) == nil, !html.weave.isDropped(link: Int(node.value)) else {
      return false
    }
    let link = html.tree.links[Int(node.value)]
    return link.isSafeDestination && link.isElsewhere
  }

  func appendDestination(_ node: MarkupNode, to output: inout [UInt8]) {
    if let stretch = redirection(of: node) {
      let bytes = html.weave.bytes[Int(stretch.start)..<Int(stretch.end)]
      appendEscapedDestination(bytes, to: &output)
    } else {
      appendEscapedDestination(html.tree.links[Int(node.value)].destination, to: &output)
    }
  }

  func appendTitle(_ node: MarkupNode, to output: inout [UInt8]) {
    let title = html.tree.links[Int(node.value)].title
    guard !title.isEmpty else { return }
    output.append(contentsOf: "\" title=\"".utf8)
    appendEscapedHTML(title[...], to: &output)
  }

  private func redirection(of node: MarkupNode) -> MarkupWeave.Stretch? {
    let link = Int(node.value)
    guard link < html.weave.destinations.count else { return nil }
    let stretch = html.weave.destinations[link]
    return stretch.isEmpty ? nil : stretch
  }
}
