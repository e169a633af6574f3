package import Diagnostics
package import Markup

/// An agreement that Annex has read: its text, and what it understood of its structure.
package struct Agreement: Sendable {
  /// The file's name without its ending, unless the frontmatter names another.
  package var id: String
  /// The file, relative to the workspace.
  package var path: String
  private let sharedMetadata: SharedMetadata
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
    sharedMetadata = SharedMetadata(metadata)
    self.tree = tree
    self.provisions = provisions
    self.layout = layout
  }
}

extension Agreement {
  package var metadata: AgreementMetadata {
    // Lent and not given: who asks wants one fact of many.
    _read { yield sharedMetadata.value }
  }

  /// Metadata that all copies of an agreement share: they are large, and every pass has its own
  /// list of agreements.
  private final class SharedMetadata: Sendable {
    let value: AgreementMetadata

    init(_ value: AgreementMetadata) { self.value = value }
  }

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

  /// The place of a provision's first byte.
  package func range(ofProvision index: Int) -> SourceRange {
    let start = tree.position(ofByte: Int(provisions[index].offset))
    return SourceRange(path: path, line: start.line, column: start.column)
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

  /// The bare text of every provision; see ``PlainTexts``.
  package func plainTexts() -> PlainTexts { PlainTexts(of: self) }

  /// Calls `body` with the bare text of every provision, in UTF-8 and in their order.
  ///
  /// The texts are written into one array, which is the next provision's when `body` returns.
  package func forEachPlainText(_ body: (_ provision: Int, _ text: [UInt8]) -> Void) {
    let texts = plainTexts()
    var text: [UInt8] = []
    for index in provisions.indices {
      text.removeAll(keepingCapacity: true)
      texts.append(textOf: index, to: &text)
      body(index, text)
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
