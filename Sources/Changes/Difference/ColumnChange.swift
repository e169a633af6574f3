/// A column that only one of the two versions of a table has, with all that stands in it.
struct ColumnChange: Sendable {
  /// Which column: the two tables, and its place in the one that has it.
  struct Key: Hashable, Sendable {
    var tables: Int64
    var column: Int
    var isGone: Bool
  }

  var key: Key
  /// The head of the table, or its first row where it has none: the place that it is told of.
  var place: WovenEntry
  var sequence: Int
  /// A row of the table, which tells what its cells are about.
  var row: WovenEntry?
  /// Of its head and cells.
  var differences: [WordDifference] = []
  /// How many of its cells have words.
  var cells = 0
  /// The clauses of the redline that show it.
  var clauses: [Int] = []
}

/// The columns that came or went, as rows tell of them.
struct ColumnChanges: Sendable {
  /// In order.
  private(set) var columns: [ColumnChange] = []
  private var indexes: [ColumnChange.Key: Int] = [:]
  /// By table the head that tells of it.
  private var heads: [Int64: (entry: WovenEntry, sequence: Int)] = [:]

  /// Remembers the head of a table that both versions have, for what its rows say of its columns.
  mutating func noteHead(_ entry: WovenEntry, _ sequence: Int, of tables: Int64?) {
    if let tables { heads[tables] = (entry, sequence) }
  }

  /// Remembers a row where no head tells of the table.
  mutating func noteRow(_ entry: WovenEntry, _ sequence: Int, of tables: Int64) {
    heads[tables] = heads[tables] ?? (entry, sequence)
  }

  /// Takes out of the texts of a row those of columns that only one version of the table has: they
  /// are told once for the table, not once a row.
  ///
  /// `clause`: the one of the redline that shows the row.
  mutating func take(
    _ texts: [TextDifference], of entry: WovenEntry, isHead: Bool, _ sequence: Int,
    tables: Int64, clause: Int
  ) -> [TextDifference] {
    // A row that went to another table says nothing of that table's columns.
    guard isHead || heads[tables] != nil || entry.state != .movedHere else { return texts }
    let head = heads[tables] ?? (entry, sequence)
    heads[tables] = head
    for text in texts where text.presence != .ofBoth {
      let key = ColumnChange.Key(
        tables: tables, column: text.column, isGone: text.presence == .onlyOld)
      let index: Int
      if let known = indexes[key] {
        index = known
      } else {
        index = columns.count
        indexes[key] = index
        columns.append(ColumnChange(key: key, place: head.entry, sequence: head.sequence))
      }
      columns[index].differences.append(text.difference)
      columns[index].clauses.append(clause)
      guard !isHead else { continue }
      columns[index].cells += 1
      columns[index].row = columns[index].row ?? entry
    }
    return texts.filter { $0.presence == .ofBoth }
  }
}
