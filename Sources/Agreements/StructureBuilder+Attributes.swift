package import Diagnostics
internal import Markup

extension StructureBuilder {
  /// Takes the attributes off the end of a heading or clause.
  ///
  /// A converter that does not know them writes its own behind; of two labels the first counts.
  mutating func cutAttributes(ofBlock node: Int) -> AttributeBlock? {
    var attributes: AttributeBlock?
    for _ in 0..<Self.mostAttributeBlocks {
      guard let block = cutLastAttributes(ofBlock: node) else { break }
      attributes = attributes.map { block.followed(by: $0) } ?? block
    }
    return attributes
  }

  private static let mostAttributeBlocks = 4

  private mutating func cutLastAttributes(ofBlock node: Int) -> AttributeBlock? {
    let start = Int(tree.nodes[node].textStart)
    let end = Int(tree.nodes[node].textEnd)
    guard end > start else { return nil }
    guard let attributes = AttributeBlock(endOf: tree.text[start..<end]) else {
      if AttributeBlock.isMalformed(endOf: tree.text[start..<end]) {
        diagnostics.append(.malformedAttributes(at: range(ofNode: node)))
      }
      return nil
    }
    var index = Int(tree.nodes[node].end) - 1
    while index > node, tree.nodes[index].textEnd > attributes.start {
      tree.nodes[index].textEnd = Int32(attributes.start)
      if tree.nodes[index].textStart > attributes.start {
        tree.nodes[index].textStart = Int32(attributes.start)
        // A break before the attributes would be a line without words.
        if tree.nodes[index].kind == .softBreak { tree.nodes[index].kind = .text }
      }
      index -= 1
    }
    tree.nodes[node].textEnd = Int32(attributes.start)
    return attributes
  }

  mutating func apply(_ attributes: AttributeBlock?, to provision: inout Provision, at node: Int) {
    guard let attributes else { return }
    provision.label = attributes.label
    provision.covers = attributes.covers
    if !attributes.alternative.isEmpty { provision.secondDesignation = attributes.alternative }
    for key in attributes.unknownKeys {
      diagnostics.append(.unknownAttribute(key, at: range(ofNode: node)))
    }
  }

  /// Takes `bytes` off the start of a block's text: its number or marker.
  mutating func cutText(ofBlock node: Int, bytes: Int) {
    let start = Int(tree.nodes[node].textStart)
    cutText(ofInlines: Int32(node + 1)..<tree.nodes[node].end, to: start + bytes)
    tree.nodes[node].textStart = Int32(min(start + bytes, Int(tree.nodes[node].textEnd)))
  }

  /// Takes all before the byte `cut` of the tree's text off some inline nodes.
  mutating func cutText(ofInlines nodes: Range<Int32>, to cut: Int) {
    for index in nodes {
      let node = tree.nodes[Int(index)]
      guard Int(node.textStart) < cut else { break }
      tree.nodes[Int(index)].textStart = Int32(min(cut, Int(node.textEnd)))
      // A break that only set the marker apart is not part of the words.
      if node.kind == .softBreak || node.kind == .lineBreak {
        tree.nodes[Int(index)].kind = .text
      }
    }
  }
}

extension Diagnostic.Code {
  package static let unknownAttribute = Self(rawValue: "unknown-attribute")
}

extension Diagnostic {
  fileprivate static func malformedAttributes(at range: SourceRange) -> Self {
    Diagnostic(
      .unknownAttribute, .warning,
      "'{#' begins attributes that can't be read, and is published as text", at: range,
      help: "write a label of letters, digits, '-', '_' and '.', such as '{#sub-notice}'")
  }

  fileprivate static func unknownAttribute(_ key: String, at range: SourceRange) -> Self {
    Diagnostic(
      .unknownAttribute, .warning, "attribute '\(key)' has no meaning on a clause", at: range,
      help: replacementHelp(for: key, among: ["covers", "alt"], noun: "attributes"))
  }
}
