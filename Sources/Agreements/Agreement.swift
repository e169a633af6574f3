package import Markup

/// An agreement that Annex has read: its text, and what it understood of its structure.
package struct Agreement: Sendable {
  /// The file's name without its ending, unless the frontmatter names another.
  package var id: String
  /// The file, relative to the workspace.
  package var path: String
  package var metadata: AgreementMetadata
  package var tree: MarkupTree
  /// In the order of the text, each before what it encloses.
  package var provisions: [Provision]
  package var layout: [LayoutStep]
  /// Registers that stand in the place of paragraphs, in the order of the text.
  package var embeddedRegisters: [EmbeddedRegister] = []

  package init(
    id: String, path: String, metadata: AgreementMetadata, tree: MarkupTree,
    provisions: [Provision], layout: [LayoutStep]
  ) {
    self.id = id
    self.path = path
    self.metadata = metadata
    self.tree = tree
    self.provisions = provisions
    self.layout = layout
  }
}

extension Agreement {
  /// The legal path of a provision.
  package func legalPath(of index: Int) -> LegalPath {
    var parts: [String] = []
    var current = Int32(index)
    while current != Provision.none {
      let part = provisions[Int(current)].part
      if !part.isEmpty { parts.append(part) }
      current = provisions[Int(current)].pathParent
    }
    return LegalPath(parts.reversed())
  }

  /// The direct children of a provision, or the outermost provisions.
  package func children(of parent: Int32) -> Children {
    let end = parent == Provision.none ? provisions.count : Int(provisions[Int(parent)].end)
    return Children(provisions: provisions, position: Int(parent) + 1, end: end)
  }

  /// Indexes of provisions that are neighbours.
  package struct Children: Sequence, IteratorProtocol {
    fileprivate let provisions: [Provision]
    fileprivate var position: Int
    fileprivate let end: Int

    package mutating func next() -> Int? {
      guard position < end else { return nil }
      defer { position = Int(provisions[position].end) }
      return position
    }
  }

  /// The bare text of every provision, without its children: paragraphs separated by line feeds,
  /// line breaks inside them as spaces, cells of a row by ` | `.
  package func plainTexts() -> [String] {
    plainTextBytes().map { String(decoding: $0, as: UTF8.self) }
  }

  /// ``plainTexts()`` in UTF-8.
  package func plainTextBytes() -> [[UInt8]] {
    var texts = [[UInt8]](repeating: [], count: provisions.count)
    var open: [Int] = []
    for step in layout {
      switch step {
      case .open(let provision): open.append(Int(provision))
      case .close: open.removeLast()
      case .text(_, let from, let to):
        guard let current = open.last else { continue }
        if !texts[current].isEmpty { texts[current].append(UInt8(ascii: "\n")) }
        tree.appendPlainText(ofInlines: from..<to, to: &texts[current])
      case .block(let node):
        guard let current = open.last else { continue }
        if !texts[current].isEmpty { texts[current].append(UInt8(ascii: "\n")) }
        texts[current] += tree.plainText(of: Int(node))
      case .openList, .closeList, .table: continue
      }
    }
    for index in provisions.indices where provisions[index].kind == .row {
      texts[index] = rowText(of: index)
    }
    return texts
  }

  private func rowText(of index: Int) -> [UInt8] {
    let row = Int(provisions[index].node)
    let parent = provisions[index].parent
    let isGrouped = parent >= 0 && provisions[Int(parent)].kind == .group
    var text: [UInt8] = []
    var end = 0
    for (column, cell) in tree.children(of: row).dropFirst(isGrouped ? 1 : 0).enumerated() {
      if column > 0 { text += " | ".utf8 }
      let count = text.count
      tree.appendPlainText(ofInlines: Int32(cell + 1)..<tree.nodes[cell].end, to: &text)
      // Cells that are left out at the end are no part of the text.
      if text.count > count { end = text.count }
    }
    return Array(text[..<end])
  }
}

extension MarkupTree {
  /// The text of some inline nodes, line breaks as spaces, markup left out.
  package func appendPlainText(ofInlines range: Range<Int32>, to output: inout [UInt8]) {
    for index in range {
      let node = nodes[Int(index)]
      switch node.kind {
      case .text, .code:
        output += text[Int(node.textStart)..<Int(node.textEnd)]
      case .softBreak, .lineBreak:
        output.append(UInt8(ascii: " "))
      case .htmlInline where text[Int(node.textStart)..<Int(node.textEnd)].elementsEqual([0x0A]):
        // `<br>`, and `<p>` behind words.
        output.append(UInt8(ascii: " "))
      default: continue
      }
    }
  }
}
