internal import Markup

/// The bare texts of an agreement's provisions, each without its children: paragraphs separated by
/// line feeds, line breaks inside them as spaces, cells of a row by ` | `.
///
/// Shape: a text for each provision, by its index. A text is written when it is asked for: most
/// passes want a few of them.
package struct PlainTexts: RandomAccessCollection, Sendable {
  private let provisions: [Provision]
  private let layout: [LayoutStep]
  private let tree: MarkupTree
  private let pieces: TextPieces

  package init(of agreement: Agreement) {
    provisions = agreement.provisions
    layout = agreement.layout
    tree = agreement.tree
    pieces = TextPieces(of: layout, provisions: provisions.count)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { provisions.count }

  package subscript(provision: Int) -> String {
    var text: [UInt8] = []
    append(textOf: provision, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the bare text of a provision, in UTF-8, to an empty array.
  package func append(textOf provision: Int, to text: inout [UInt8]) {
    guard provisions[provision].kind != .row else {
      appendRow(provision, to: &text)
      return
    }
    pieces.forEach(of: provision) { step in
      if !text.isEmpty { text.append(UInt8(ascii: "\n")) }
      switch layout[step] {
      case .text(_, let from, let to): tree.appendPlainText(ofInlines: from..<to, to: &text)
      case .block(let node): text += tree.plainText(of: Int(node))
      case .open, .close, .openList, .closeList, .table: break
      }
    }
  }

  private func appendRow(_ index: Int, to text: inout [UInt8]) {
    let row = Int(provisions[index].node)
    let parent = provisions[index].parent
    // A bold item of a list is a group, too, and takes no cell of a table below it.
    let isGrouped =
      parent >= 0 && provisions[Int(parent)].kind == .group
      && tree.nodes[Int(provisions[Int(parent)].node)].kind == .tableRow
    var end = 0
    for (column, cell) in tree.children(of: row).dropFirst(isGrouped ? 1 : 0).enumerated() {
      if column > 0 { text += Self.betweenCells }
      let count = text.count
      tree.appendPlainText(ofInlines: Int32(cell + 1)..<tree.nodes[cell].end, to: &text)
      // Cells that are left out at the end are no part of the text.
      if text.count > count { end = text.count }
    }
    text.removeLast(text.count - end)
  }

  private static let betweenCells = Array(" | ".utf8)
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
