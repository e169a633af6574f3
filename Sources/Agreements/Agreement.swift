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
    var texts: [String] = []
    texts.reserveCapacity(provisions.count)
    forEachPlainText { _, text in texts.append(String(decoding: text, as: UTF8.self)) }
    return texts
  }

  /// As ``plainTexts()``, with the texts of some provisions only; those of others are empty.
  package func plainTexts(of wanted: some Sequence<Int>) -> [String] {
    var texts = Array(repeating: "", count: provisions.count)
    var isWanted = Array(repeating: false, count: provisions.count)
    for index in wanted { isWanted[index] = true }
    forEachPlainText(where: { isWanted[$0] }) { texts[$0] = String(decoding: $1, as: UTF8.self) }
    return texts
  }

  /// Calls `body` with the bare text of every provision, in UTF-8 and in their order; see
  /// ``plainTexts()``.
  ///
  /// The texts are written into one array, which is the next provision's when `body` returns.
  package func forEachPlainText(
    where isWanted: (Int) -> Bool = { _ in true },
    _ body: (_ provision: Int, _ text: [UInt8]) -> Void
  ) {
    let pieces = TextPieces(of: layout, provisions: provisions.count)
    var text: [UInt8] = []
    for index in provisions.indices where isWanted(index) {
      text.removeAll(keepingCapacity: true)
      if provisions[index].kind == .row {
        appendRow(index, to: &text)
      } else {
        pieces.forEach(of: index) { step in
          if !text.isEmpty { text.append(UInt8(ascii: "\n")) }
          switch layout[step] {
          case .text(_, let from, let to): tree.appendPlainText(ofInlines: from..<to, to: &text)
          case .block(let node): text += tree.plainText(of: Int(node))
          case .open, .close, .openList, .closeList, .table: break
          }
        }
      }
      body(index, text)
    }
  }

  private func appendRow(_ index: Int, to text: inout [UInt8]) {
    let row = Int(provisions[index].node)
    let parent = provisions[index].parent
    let isGrouped = parent >= 0 && provisions[Int(parent)].kind == .group
    var end = 0
    for (column, cell) in tree.children(of: row).dropFirst(isGrouped ? 1 : 0).enumerated() {
      if column > 0 { text += " | ".utf8 }
      let count = text.count
      tree.appendPlainText(ofInlines: Int32(cell + 1)..<tree.nodes[cell].end, to: &text)
      // Cells that are left out at the end are no part of the text.
      if text.count > count { end = text.count }
    }
    text.removeLast(text.count - end)
  }
}

/// The steps of a layout that write texts, by the provision that they belong to.
private struct TextPieces {
  /// By provision, the first and the last of its steps; -1 for none.
  private var ends: [(first: Int32, last: Int32)]
  /// By step, the next one of the same provision; -1 for none.
  private var next: [Int32]

  init(of layout: [LayoutStep], provisions: Int) {
    ends = Array(repeating: (-1, -1), count: provisions)
    next = Array(repeating: -1, count: layout.count)
    var open: [Int32] = []
    for step in layout.indices {
      switch layout[step] {
      case .open(let provision): open.append(provision)
      case .close: open.removeLast()
      case .text, .block:
        guard let provision = open.last.map(Int.init) else { continue }
        if ends[provision].last < 0 {
          ends[provision].first = Int32(step)
        } else {
          next[Int(ends[provision].last)] = Int32(step)
        }
        ends[provision].last = Int32(step)
      case .openList, .closeList, .table: continue
      }
    }
  }

  func forEach(of provision: Int, _ body: (Int) -> Void) {
    var step = ends[provision].first
    while step >= 0 {
      body(Int(step))
      step = next[Int(step)]
    }
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
