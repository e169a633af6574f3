internal import Agreements

/// A row that was an entry of a list, or is one now: its cells in the order in which the entry says
/// them.
struct RelaidRow: Sendable {
  struct Cell: Sendable {
    var tokens: Range<Int32>
    var column: Int
    /// The name of its column, in lower case.
    var head: String
  }

  let text: ComparedText
  let cells: [Cell]
  /// The cell that numbers the row, as the marker of an entry does.
  let number: Range<Int32>?
  private let cellOfToken: [Int32: Int]

  /// `node`: the row. `entry`: what it was, or is now, in `other`.
  init(
    _ node: Int, in text: ComparedText, _ columns: TableColumns, _ names: RecordNames,
    as entry: Range<Int32>, of other: ComparedText
  ) {
    self.text = text
    let number = names.number(of: Int32(node))
    self.number = number
    let table = text.row(of: Int32(node)).flatMap(columns.table)
    var cells = text.nodes[node].passages.map { text.passages[Int($0)] }
      .filter { $0.tokens != number && !$0.tokens.isEmpty }
      .map { passage in
        Cell(
          tokens: passage.tokens, column: Int(passage.column),
          head: table.map { columns.head($0, Int(passage.column)).lowercased() } ?? "")
      }
    if cells.count * entry.count <= Self.mostSteps {
      var place = -1
      let places = cells.map { cell in
        // What stands nowhere stays behind the cell before it.
        place = Self.place(of: cell.tokens, in: text, within: entry, of: other) ?? place
        return place
      }
      cells = cells.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { cells[$0] }
    }
    self.cells = cells
    var owners: [Int32: Int] = [:]
    for (index, cell) in cells.enumerated() { for token in cell.tokens { owners[token] = index } }
    cellOfToken = owners
  }

  /// The cell that a token is in.
  func cell(of token: Int32) -> Int { cellOfToken[token] ?? 0 }

  func startsCell(_ token: Int32) -> Bool { cells[cell(of: token)].tokens.lowerBound == token }

  func endsCell(_ token: Int32) -> Bool { cells[cell(of: token)].tokens.upperBound == token + 1 }

  /// Where all words of a cell stand in a row in an entry.
  private static func place(
    of cell: Range<Int32>, in text: ComparedText, within entry: Range<Int32>,
    of other: ComparedText
  ) -> Int? {
    let words = cell.filter(text.says).map { text.tokens.ids[Int($0)] }
    guard let first = words.first else { return nil }
    let others = entry.filter(other.says)
    guard others.count >= words.count else { return nil }
    let start = (0...others.count - words.count).first { start in
      other.tokens.ids[Int(others[start])] == first
        && words.indices.allSatisfy { other.tokens.ids[Int(others[start + $0])] == words[$0] }
    }
    return start.map { Int(others[$0]) }
  }

  /// Cells times words of the entry up to which cells are looked for in it.
  private static var mostSteps: Int { 16_384 }
}
