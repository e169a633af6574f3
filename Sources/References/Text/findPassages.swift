package import Agreements
internal import Markup

/// Finds the passages of an agreement, in the order of its text.
///
/// Code is no running text, so code blocks have no passage. Footnotes come last; they belong to the
/// place that first refers to them.
///
/// - Complexity: O(nodes).
package func findPassages(in agreement: Agreement) -> [Passage] {
  var finder = PassageFinder(agreement)
  finder.find()
  return finder.passages
}

private struct PassageFinder {
  let agreement: Agreement
  var passages: [Passage] = []
  /// The row's place for a row node, to which its cells belong.
  private var rowPlaces: [Int32: Int32] = [:]
  /// The place of the first reference to each footnote, by its number.
  private var footnotePlaces: [Int32: Int32] = [:]

  init(_ agreement: Agreement) {
    self.agreement = agreement
    passages.reserveCapacity(agreement.layout.count / 2)
    for index in agreement.provisions.indices {
      let kind = agreement.provisions[index].kind
      guard kind == .row || kind == .group else { continue }
      // A group and its first row share a node; the row comes second and takes it.
      rowPlaces[agreement.provisions[index].node] = Int32(index)
    }
  }

  mutating func find() {
    var open: [Int32] = []
    for step in agreement.layout {
      let place = open.last ?? Provision.none
      switch step {
      case .open(let provision):
        open.append(provision)
        let titleNodes = agreement.provisions[Int(provision)].titleNodes
        add(.heading, at: provision, node: agreement.provisions[Int(provision)].node, titleNodes)
      case .close: open.removeLast()
      case .text(let node, let from, let to): add(.text, at: place, node: node, from..<to)
      case .block(let node): addBlocks(in: node, at: place, as: .quotation)
      case .table(let node): addCells(of: node, at: place)
      case .openList, .closeList: continue
      }
    }
    for block in agreement.tree.children(of: 0) {
      let node = agreement.tree.nodes[block]
      guard node.kind == .footnoteDefinition else { continue }
      addBlocks(in: Int32(block), at: footnotePlaces[node.value] ?? Provision.none, as: .footnote)
    }
  }

  private mutating func add(
    _ kind: Passage.Kind, at place: Int32, node: Int32, _ inlines: Range<Int32>,
    isHead: Bool = false
  ) {
    var start: Int32?
    var end: Int32 = 0
    for index in inlines {
      let inline = agreement.tree.nodes[Int(index)]
      if inline.kind == .footnoteReference, footnotePlaces[inline.value] == nil {
        footnotePlaces[inline.value] = place
      }
      guard inline.textEnd > inline.textStart else { continue }
      if start == nil { start = inline.textStart }
      end = max(end, inline.textEnd)
    }
    guard let start else { return }
    var passage = Passage(kind: kind, provision: place, node: node, start: start, end: end)
    passage.isHead = isHead
    passages.append(passage)
  }

  /// The paragraphs, headings and cells inside a quotation or footnote.
  private mutating func addBlocks(in block: Int32, at place: Int32, as kind: Passage.Kind) {
    for index in block..<agreement.tree.nodes[Int(block)].end {
      switch agreement.tree.nodes[Int(index)].kind {
      case .paragraph, .heading, .tableCell:
        add(kind, at: place, node: index, (index + 1)..<agreement.tree.nodes[Int(index)].end)
      default: continue
      }
    }
  }

  private mutating func addCells(of table: Int32, at place: Int32) {
    for row in agreement.tree.children(of: Int(table)) {
      let rowPlace = rowPlaces[Int32(row)] ?? place
      let isHead = agreement.tree.nodes[row].flag
      for cell in agreement.tree.children(of: row) {
        add(
          .cell, at: rowPlace, node: Int32(cell), Int32(cell + 1)..<agreement.tree.nodes[cell].end,
          isHead: isHead)
      }
    }
  }
}

extension MarkupTree {
  /// ``text`` with what is no running text made unreadable, byte for byte in its place.
  ///
  /// Code and the text of links become ``maskByte``, so that nothing is recognised in them or
  /// across them; HTML tags become spaces, so that they don't part words.
  func readableText() -> [UInt8] {
    var readable = text
    for node in nodes {
      let replacement: UInt8
      switch node.kind {
      case .code, .link, .image, .codeBlock, .htmlBlock: replacement = maskByte
      case .htmlInline: replacement = UInt8(ascii: " ")
      default: continue
      }
      for index in Int(node.textStart)..<max(Int(node.textStart), Int(node.textEnd)) {
        readable[index] = replacement
      }
    }
    return readable
  }
}

/// What stands for a byte that is no running text; no Markdown text holds it as a character.
let maskByte: UInt8 = 0x01
