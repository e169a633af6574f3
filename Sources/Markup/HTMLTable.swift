internal import Diagnostics

/// A table that is written as HTML.
///
/// Converters of word processors write one where a cell holds what tables of Markdown have no room
/// for: several paragraphs, lists, cells that span rows or columns.
struct HTMLTable {
  struct Cell {
    /// The stretch of the block between its tags; `nil` for a place that has no cell of its own.
    var content: Range<Int>?
    var alignment = MarkupAlignment.none
  }

  struct Row {
    /// Where its tag stands.
    var start: Int
    var cells: [Cell] = []
  }

  /// Where its tag stands.
  let start: Int
  /// The stretch of the block that its title takes.
  let caption: Range<Int>?
  /// Each with as many cells as the table has columns. A cell that spans others stands in the first
  /// place of them, and the others are empty, as they would be in Markdown.
  private(set) var rows: [Row]
  /// Whether the first row is the head.
  let hasHead: Bool
  let columns: Int

  fileprivate init(start: Int, caption: Range<Int>?, rows: [Row], hasHead: Bool) {
    self.start = start
    self.caption = caption
    self.rows = rows
    self.hasHead = hasHead
    columns = rows.reduce(0) { max($0, $1.cells.count) }
    for index in rows.indices {
      for _ in rows[index].cells.count..<columns { self.rows[index].cells.append(Cell()) }
    }
  }

  /// The tables of a block that holds nothing else; `nil` for any other.
  ///
  /// - Complexity: O(bytes of the block and cells of the tables, which have a limit).
  static func tables(in block: [UInt8]) -> [HTMLTable]? {
    var tokens = HTMLTokens(block, in: block.indices)
    var tables: [HTMLTable] = []
    var missing = 0
    while let token = tokens.next() {
      if token.kind == .start, token.isNamed("table") {
        guard let table = HTMLTableReader.read(from: token, &tokens, in: block) else { return nil }
        missing += table.missingCells
        guard missing <= MarkupLimits.missingCells else { return nil }
        tables.append(table)
      } else if !isFrame(token, in: block) {
        return nil
      }
    }
    return tables.isEmpty ? nil : tables
  }

  /// Whether what stands beside a table shows nothing.
  private static func isFrame(_ token: HTMLTokens.Token, in block: [UInt8]) -> Bool {
    switch token.kind {
    case .text: block[token.range].allSatisfy(\.isASCIIWhitespace)
    // One without an end would hide what follows.
    case .comment: block[token.range].suffix(3).elementsEqual("-->".utf8)
    case .start, .end: token.isNamed("div", "center", "section", "article", "figure", "br")
    }
  }

  private var missingCells: Int {
    rows.reduce(0) { sum, row in sum + row.cells.count { $0.content == nil } }
  }
}

/// Reads the rows of one table.
private struct HTMLTableReader {
  private struct Cell {
    var cell: HTMLTable.Cell
    /// How many rows and columns it spans.
    var rows: Int
    var columns: Int
  }

  private let block: [UInt8]
  private var rows: [(start: Int, cells: [Cell])] = []
  private var isInHead = false
  private var hasHead = false
  /// Whether the last of the rows goes on.
  private var hasOpenRow = false
  /// The cell that is open, from the end of its tag.
  private var open: (start: Int, cell: Cell)?

  private init(_ block: [UInt8]) { self.block = block }

  /// `nil` where a table stands in another, words stand between its cells, or it does not end.
  static func read(
    from tag: HTMLTokens.Token, _ tokens: inout HTMLTokens, in block: [UInt8]
  ) -> HTMLTable? {
    var reader = HTMLTableReader(block)
    var caption: Range<Int>?
    var captionStart: Int?
    while let token = tokens.next() {
      if let start = captionStart {
        guard token.kind == .end, token.isNamed("caption") else { continue }
        caption = start..<token.range.lowerBound
        captionStart = nil
      } else if token.kind == .start, token.isNamed("caption"), reader.open == nil {
        captionStart = token.range.upperBound
      } else if token.kind == .end, token.isNamed("table") {
        reader.endCell(at: token.range.lowerBound)
        return reader.placedRows().map {
          HTMLTable(
            start: tag.range.lowerBound, caption: caption, rows: $0, hasHead: reader.hasHead)
        }
      } else if !reader.take(token) {
        return nil
      }
    }
    return nil
  }

  /// `false` where no table goes on so.
  private mutating func take(_ token: HTMLTokens.Token) -> Bool {
    switch token.kind {
    case .comment: return true
    case .text: return open != nil || block[token.range].allSatisfy(\.isASCIIWhitespace)
    case .start, .end: break
    }
    let isStart = token.kind == .start
    switch String(decoding: token.name, as: UTF8.self) {
    case "table": return false
    case "td", "th":
      endCell(at: token.range.lowerBound)
      if isStart { return beginCell(token) }
    case "tr":
      endCell(at: token.range.lowerBound)
      hasOpenRow = false
      if isStart { beginRow(at: token.range.lowerBound) }
    case "thead", "tbody", "tfoot":
      endCell(at: token.range.lowerBound)
      hasOpenRow = false
      isInHead = isStart && token.isNamed("thead")
    case "colgroup", "col": return open == nil
    default: return open != nil
    }
    return true
  }

  private mutating func beginRow(at offset: Int) {
    // A row without cells is none.
    if rows.last?.cells.isEmpty == true { rows.removeLast() }
    rows.append((offset, []))
    hasOpenRow = true
  }

  private mutating func beginCell(_ token: HTMLTokens.Token) -> Bool {
    if !hasOpenRow { beginRow(at: token.range.lowerBound) }
    let before = rows[rows.count - 1].cells.count
    guard before < MarkupLimits.tableColumns else { return false }
    if rows.count == 1 {
      hasHead = (isInHead || token.isNamed("th")) && (hasHead || before == 0)
    }
    open = (
      token.range.upperBound,
      Cell(
        cell: HTMLTable.Cell(alignment: alignment(of: token)),
        rows: count("rowspan", of: token, atMost: Int(UInt16.max)),
        columns: count("colspan", of: token, atMost: MarkupLimits.tableColumns + 1))
    )
    return true
  }

  private mutating func endCell(at offset: Int) {
    guard var cell = open?.cell, let start = open?.start else { return }
    cell.cell.content = start..<offset
    rows[rows.count - 1].cells.append(cell)
    open = nil
  }

  private func count(_ name: String, of tag: HTMLTokens.Token, atMost most: Int) -> Int {
    guard let value = tag.attribute(name, in: block),
      let number = Int(String(decoding: value, as: UTF8.self))
    else { return 1 }
    return min(max(number, 1), most)
  }

  private func alignment(of tag: HTMLTokens.Token) -> MarkupAlignment {
    let style = (tag.attribute("style", in: block) ?? []).filter { !$0.isASCIIWhitespace }
    let align = tag.attribute("align", in: block) ?? []
    let named: [(String, MarkupAlignment)] = [
      ("left", .left), ("center", .center), ("right", .right),
    ]
    return named.first { name, _ in
      align.elementsEqual(name.utf8) || style.contains("text-align:\(name)".utf8)
    }?.1 ?? .none
  }

  /// Puts each cell in its column; `nil` where there are no rows, or too many columns.
  private func placedRows() -> [HTMLTable.Row]? {
    var placed: [HTMLTable.Row] = []
    // By column: in how many rows more a cell from above stands in it.
    var taken: [Int] = []
    for row in rows where !row.cells.isEmpty {
      var cells: [HTMLTable.Cell] = []
      func passTaken() {
        while cells.count < taken.count, taken[cells.count] > 0 {
          taken[cells.count] -= 1
          cells.append(HTMLTable.Cell())
        }
      }
      for cell in row.cells {
        passTaken()
        for column in 0..<cell.columns {
          guard cells.count < MarkupLimits.tableColumns else { return nil }
          if taken.count == cells.count { taken.append(0) }
          taken[cells.count] = cell.rows - 1
          cells.append(column == 0 ? cell.cell : HTMLTable.Cell())
        }
      }
      passTaken()
      placed.append(HTMLTable.Row(start: row.start, cells: cells))
    }
    return placed.isEmpty ? nil : placed
  }
}
