internal import Agreements
internal import Markup

/// The heads of an agreement's tables, by which cells of two versions are compared.
struct TableColumns: Sendable {
  /// By table.
  private var heads: [Int32: [String]] = [:]
  /// The table of each row, by the row's node in the markup tree.
  private var tables: [Int32: Int32] = [:]

  init(_ agreement: Agreement) {
    let tree = agreement.tree
    for step in agreement.layout {
      guard case .table(let table) = step else { continue }
      for row in tree.children(of: Int(table)) {
        tables[Int32(row)] = table
        guard tree.nodes[row].flag else { continue }
        heads[table] = Self.cells(of: row, in: tree)
      }
      let isEmpty = heads[table]?.allSatisfy(\.isEmpty) ?? false
      if isEmpty, let row = tree.children(of: Int(table)).first(where: { !tree.nodes[$0].flag }) {
        // Converters from other formats leave the head empty, and put it into the first row.
        let first = Self.cells(of: row, in: tree)
        if first.contains(where: { NameHeads.namesCompanies($0) || NameHeads.names($0) }) {
          heads[table] = first
        }
      }
    }
  }

  private static func cells(of row: Int, in tree: MarkupTree) -> [String] {
    tree.children(of: row).map { cell in
      var words: [UInt8] = []
      tree.appendPlainText(ofInlines: Int32(cell + 1)..<tree.nodes[cell].end, to: &words)
      return String(decoding: words, as: UTF8.self)
    }
  }

  /// The table that a row stands in.
  func table(ofRow row: Int32) -> Int32? { tables[row] }

  /// The heads of a table, from its first column; empty where it has none.
  func heads(of table: Int32) -> [String] { heads[table] ?? [] }

  /// The head above a cell, or an empty text.
  func head(_ table: Int32, _ column: Int) -> String {
    guard let heads = heads[table], column < heads.count else { return "" }
    return heads[column]
  }

  /// Whether two tables are headed by the same words.
  func hasSameHeads(_ table: Int32, as other: TableColumns, _ otherTable: Int32) -> Bool {
    heads[table] == other.heads[otherTable]
  }

  /// The tables of which one of the heads fits.
  func tables(where fits: (String) -> Bool) -> Set<Int32> {
    Set(heads.filter { $0.value.contains(where: fits) }.keys)
  }
}
