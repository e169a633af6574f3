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

extension AgreementDiffer {
  /// Takes out of the texts of a row those of columns that only one version of the table has: they
  /// are told once for the table, not once a row.
  ///
  /// Comes after the row was added to the redline.
  mutating func takeColumns(_ texts: [TextDifference], of entry: WovenEntry) -> [TextDifference] {
    guard texts.contains(where: { $0.presence != .ofBoth }), let tables = tables(of: entry) else {
      return texts
    }
    let isHead = new.nodes[Int(entry.new)].role == .head
    // A row that went to another table says nothing of that table's columns.
    guard isHead || columnHeads[tables] != nil || entry.state != .movedHere else { return texts }
    if columnHeads[tables] == nil { columnHeads[tables] = (entry, sequence) }
    guard let head = columnHeads[tables] else { return texts }
    for text in texts where text.presence != .ofBoth {
      let key = ColumnChange.Key(
        tables: tables, column: text.column, isGone: text.presence == .onlyOld)
      let index: Int
      if let known = columnIndexes[key] {
        index = known
      } else {
        index = columns.count
        columnIndexes[key] = index
        columns.append(ColumnChange(key: key, place: head.entry, sequence: head.sequence))
      }
      columns[index].differences.append(text.difference)
      columns[index].clauses.append(redline.clauses.count - 1)
      guard !isHead else { continue }
      columns[index].cells += 1
      columns[index].row = columns[index].row ?? entry
    }
    return texts.filter { $0.presence == .ofBoth }
  }

  /// Remembers the head of a table that both versions have, for what its rows say of its columns.
  mutating func noteHead(_ entry: WovenEntry) {
    guard new.nodes[Int(entry.new)].role == .head, let tables = tables(of: entry) else { return }
    columnHeads[tables] = (entry, sequence)
  }

  /// One change for each column that came or went.
  mutating func reportColumns() {
    for column in columns {
      let marked = marked(column.differences)
      let (isGone, number, cells) = (column.key.isGone, column.key.column, column.cells)
      let strikes = Strikes(marked.new[...])
      let table = isGone ? column.key.tables >> 32 : column.key.tables
      let head = (isGone ? oldColumns : newColumns).head(Int32(truncatingIfNeeded: table), number)
      var change = self.change(
        .of(.clause, .modified), column.place, judgement(column, marked)
      ) { TextStatements.column($1, head, number, isGone: isGone, cells: cells, strikes) }
      change.field = head.isEmpty ? "column \(number + 1)" : head
      change.valueBefore = isGone ? head : ""
      change.valueAfter = isGone ? "" : head
      change.removed = .marked(marked, isOld: true)
      change.added = .marked(marked, isOld: false)
      change.clauses = column.clauses
      change.order.place = column.sequence
      changes.append(change)
    }
  }

  /// What its cells say decides; a head over empty cells promises nothing.
  private func judgement(_ column: ColumnChange, _ marked: MarkedText) -> Judgement {
    guard let row = column.row else { return Judgement(.editorial, .heading) }
    if numbersRows(column, at: row) { return Judgement(.editorial, .numbering) }
    let found = judge(row).judge(marked).judgement
    let holdsWords = (marked.old + marked.new).contains { $0.kind != .sign && $0.kind != .stop }
    guard found.materiality == .editorial, holdsWords else { return found }
    return Judgement(.substantive, column.key.isGone ? .removal : .addition)
  }

  /// Whether a column only counts the rows of its table.
  private func numbersRows(_ column: ColumnChange, at row: WovenEntry) -> Bool {
    let (text, names, node) =
      column.key.isGone ? (old, oldNames, row.old) : (new, newNames, row.new)
    guard let number = names.number(of: node) else { return false }
    return text.nodes[Int(node)].passages.contains {
      let cell = text.passages[Int($0)]
      return cell.tokens == number && Int(cell.column) == column.key.column
    }
  }
}
