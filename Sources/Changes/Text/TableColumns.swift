internal import Agreements
internal import Differencing
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

  /// Which column of `new` each column of `old` became; `nil` for one that is gone.
  static func matching(
    _ old: TableColumns, _ oldTable: Int32, _ new: TableColumns, _ newTable: Int32
  ) -> [Int: Int] {
    let before = (old.heads[oldTable] ?? []).map { $0.lowercased() }
    let after = (new.heads[newTable] ?? []).map { $0.lowercased() }
    let comparison = compareSequences(before, after)
    var matching: [Int: Int] = [:]
    for (left, right) in comparison.matches(oldCount: before.count) { matching[left] = right }
    // What changed places with its neighbours keeps its name.
    for left in before.indices where matching[left] == nil && !before[left].isEmpty {
      let found = after.indices.filter { after[$0] == before[left] }
      if found.count == 1, !matching.values.contains(found[0]) { matching[left] = found[0] }
    }
    let taken = Set(matching.values)
    for hunk in comparison.hunks where hunk.old.count == hunk.new.count {
      for (left, right) in zip(hunk.old, hunk.new)
      where matching[left] == nil && !taken.contains(right) {
        matching[left] = right
      }
    }
    return matching
  }
}
