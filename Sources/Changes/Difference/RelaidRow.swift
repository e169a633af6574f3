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

  /// `node`: the row. `entry`: what it was, or is now, in `other`. `unsaid`: columns that are left out.
  init(
    _ node: Int, in text: ComparedText, _ columns: TableColumns, _ names: RecordNames,
    as entry: Range<Int32>, of other: ComparedText, without unsaid: Set<Int>
  ) {
    self.text = text
    let number = names.number(of: Int32(node))
    self.number = number
    let table = text.row(of: Int32(node)).flatMap(columns.table)
    var cells = text.nodes[node].passages.map { text.passages[Int($0)] }
      .filter {
        $0.tokens != number && !$0.tokens.isEmpty && !unsaid.contains(Int($0.column))
      }
      .map { passage in
        Cell(
          tokens: passage.tokens, column: Int(passage.column),
          head: table.map { columns.head($0, Int(passage.column)).lowercased() } ?? "")
      }
    if cells.count * entry.count <= Self.mostSteps {
      let others = entry.filter(other.says)
      var taken = [Bool](repeating: false, count: others.count)
      var found = [Int?](repeating: nil, count: cells.count)
      // The longest first: a short one may be a word of a longer one, too.
      let order = cells.indices.sorted {
        (cells[$1].tokens.count, $0) < (cells[$0].tokens.count, $1)
      }
      for cell in order {
        found[cell] = Self.place(of: cells[cell].tokens, in: text, among: others, of: other, &taken)
      }
      var place = -1
      let places = found.map { found in
        // What stands nowhere stays behind the cell before it.
        place = found ?? place
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

  /// Where all words of a cell stand in a row in an entry, of which no other cell has taken one.
  private static func place(
    of cell: Range<Int32>, in text: ComparedText, among others: [Int32], of other: ComparedText,
    _ taken: inout [Bool]
  ) -> Int? {
    let words = cell.filter(text.says).map { text.tokens.ids[Int($0)] }
    guard !words.isEmpty, others.count >= words.count else { return nil }
    let start = (0...others.count - words.count).first { start in
      words.indices.allSatisfy {
        !taken[start + $0] && other.tokens.ids[Int(others[start + $0])] == words[$0]
      }
    }
    guard let start else { return nil }
    for index in start..<start + words.count { taken[index] = true }
    return Int(others[start])
  }

  /// Cells times words of the entry up to which cells are looked for in it.
  private static var mostSteps: Int { 16_384 }
}
