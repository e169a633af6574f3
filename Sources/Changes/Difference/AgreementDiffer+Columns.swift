internal import Deadlines

extension AgreementDiffer {
  /// What is told of a row itself: without the columns that only one version of its table has.
  ///
  /// Comes after the row was added to the redline.
  mutating func takeColumns(_ texts: [TextDifference], of entry: WovenEntry) -> [TextDifference] {
    if isRelaid(entry) { return takeRelaidColumns(texts, of: entry) }
    guard texts.contains(where: { $0.presence != .ofBoth }), let key = tables.key(of: entry) else {
      return texts
    }
    return columns.take(
      texts, of: entry, isHead: new.nodes[Int(entry.new)].role == .head, sequence, tables: key,
      clause: redline.clauses.count - 1)
  }

  /// One change for each column that came or went.
  mutating func reportColumns() {
    for column in columns.columns {
      let marked = marked(column.differences)
      let (isGone, number, cells) = (column.key.isGone, column.key.column, column.cells)
      let strikes = Strikes(marked.new[...])
      let table = isGone ? column.key.tables >> 32 : column.key.tables
      let head = (isGone ? oldRecords : newRecords).columns.head(
        Int32(truncatingIfNeeded: table), number)
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
      column.key.isGone ? (old, oldRecords.names, row.old) : (new, newRecords.names, row.new)
    guard let number = names.number(of: node) else { return false }
    return text.nodes[Int(node)].passages.contains {
      let cell = text.passages[Int($0)]
      return cell.tokens == number && Int(cell.column) == column.key.column
    }
  }
}
