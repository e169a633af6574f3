/// Which columns and rows of the tables of two versions are the same; found when first asked for.
struct ComparedTables: Sendable {
  let old: ComparedText
  let new: ComparedText
  let oldColumns: TableColumns
  let newColumns: TableColumns
  let alignment: Alignment
  /// By the two tables, as one number.
  private var matches: [Int64: [Int: Int]] = [:]
  /// `nil` until columns are compared by them.
  private var alignedRows: AlignedRows?

  init(
    _ old: ComparedText, _ new: ComparedText, _ oldColumns: TableColumns,
    _ newColumns: TableColumns, _ alignment: Alignment
  ) {
    self.old = old
    self.new = new
    self.oldColumns = oldColumns
    self.newColumns = newColumns
    self.alignment = alignment
  }

  /// Which column of the new table each old one became; empty where all stayed, or where that can't
  /// be told.
  mutating func columns(of entry: WovenEntry) -> [Int: Int] {
    guard let key = key(of: entry) else { return [:] }
    if let known = matches[key] { return known }
    let (left, right) = (Int32(key >> 32), Int32(truncatingIfNeeded: key))
    let found =
      oldColumns.hasSameHeads(left, as: newColumns, right)
      ? [:]
      : ColumnPairing.matching(
        heads: (oldColumns.heads(of: left), newColumns.heads(of: right)), rows: rows(of: key), old,
        new)
    matches[key] = found
    return found
  }

  /// The rows of two tables that correspond; all of them are listed at the first question.
  private mutating func rows(of tables: Int64) -> [AlignedRows.Pair] {
    if let known = alignedRows { return known[tables] }
    var found = AlignedRows()
    for node in old.nodes.indices
    where old.nodes[node].shape == .row && old.nodes[node].role == .place {
      let match = alignment.newOf[node]
      guard match >= 0, new.nodes[Int(match)].shape == .row,
        new.nodes[Int(match)].role == .place,
        let key = self.key(
          of: WovenEntry(state: .unchanged, old: Int32(node), new: match, depth: 0))
      else { continue }
      found.add(Int32(node), match, of: key)
    }
    alignedRows = found
    return found[tables]
  }

  /// The tables that a row or head stands in, as one number.
  func key(of entry: WovenEntry) -> Int64? {
    guard let left = old.row(in: entry.old).flatMap(oldColumns.table),
      let right = new.row(in: entry.new).flatMap(newColumns.table)
    else { return nil }
    return Int64(left) << 32 | Int64(right)
  }

  /// Whether hardly anything changed below the head of a column that both tables have: it is only
  /// called otherwise, and cells that say something else are told by themselves.
  ///
  /// `entry`: the head. `column`: in the new table.
  ///
  /// - Complexity: O(cells of the rows that correspond).
  mutating func hasSameCells(_ entry: WovenEntry, column: Int) -> Bool {
    guard let key = key(of: entry) else { return false }
    let matches = columns(of: entry)
    let before = matches.isEmpty ? column : matches.first { $0.value == column }?.key
    guard let before else { return false }
    func digest(_ node: Int32, _ column: Int, _ text: ComparedText) -> UInt64? {
      text.nodes[Int(node)].passages.lazy.map { text.passages[Int($0)] }
        .first { Int($0.column) == column && !$0.tokens.isEmpty }
        .map { text.digest(of: $0.tokens) }
    }
    var (filled, same) = (0, 0)
    for row in rows(of: key) {
      let (cell, now) = (digest(row.old, before, old), digest(row.new, column, new))
      guard cell != nil || now != nil else { continue }
      filled += 1
      if cell == now { same += 1 }
    }
    return filled > 0 && same * 4 >= filled * 3
  }

  /// Whether columns that both tables have changed places.
  mutating func isReordered(_ entry: WovenEntry) -> Bool {
    let columns = columns(of: entry).sorted { $0.key < $1.key }.map(\.value)
    return zip(columns, columns.dropFirst()).contains { $0 > $1 }
  }
}
