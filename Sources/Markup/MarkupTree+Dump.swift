import Diagnostics

extension MarkupTree {
  /// The tree in print, one node a line, for tests and for looking at what was understood.
  ///
  /// Shape: two blanks a level, the kind, what its value and flag mean, the place of blocks as
  /// `line:column`, and the text of leaves in quotes.
  package func dump() -> String {
    var output = ""
    var ends: [Int32] = []
    for (index, node) in nodes.enumerated() {
      while let end = ends.last, end <= index { ends.removeLast() }
      output += String(repeating: "  ", count: ends.count)
      output += "\(node.kind)\(details(of: node))"
      if !node.kind.isInline {
        let position = position(ofByte: Int(node.offset))
        output += " \(position.line):\(position.column)"
      }
      if Int(node.end) == index + 1, node.textEnd > node.textStart {
        output += " \(quoted(plainText(of: index)))"
      }
      output += "\n"
      ends.append(node.end)
    }
    return output
  }

  private func details(of node: MarkupNode) -> String {
    switch node.kind {
    case .heading: " level=\(node.value)"
    case .orderedList: " start=\(node.value)\(node.flag ? " tight" : "")"
    case .bulletList: node.flag ? " tight" : ""
    case .taskItem: node.flag ? " done" : ""
    case .tableRow: node.flag ? " head" : ""
    case .tableCell: alignmentName(node.value).map { " \($0)" } ?? ""
    case .footnoteDefinition, .footnoteReference: " number=\(node.value)"
    case .codeBlock where node.value > 0: " info=\(quoted(codeInfos[Int(node.value) - 1][...]))"
    case .link, .image: linkDetails(links[Int(node.value)])
    default: ""
    }
  }

  private func linkDetails(_ link: MarkupLink) -> String {
    let title = link.title.isEmpty ? "" : " title=\(quoted(link.title[...]))"
    return " to=\(quoted(link.destination[...]))\(title)"
  }

  private func alignmentName(_ value: Int32) -> String? {
    guard let alignment = MarkupAlignment(rawValue: value), alignment != .none else { return nil }
    return "\(alignment)"
  }

  private func quoted(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return "\"" + text.map { $0 == "\n" ? "\\n" : $0 == "\"" ? "\\\"" : "\($0)" }.joined() + "\""
  }
}
