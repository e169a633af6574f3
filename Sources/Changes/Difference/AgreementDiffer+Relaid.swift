internal import Agreements
internal import Deadlines

/// Entries of lists that are rows of tables now, and rows that are entries: what parts their facts,
/// signs here and cells there, is no text.
extension AgreementDiffer {
  /// Whether a place is a row in one version and none in the other.
  func isRelaid(_ entry: WovenEntry) -> Bool {
    guard entry.old > 0, entry.new > 0 else { return false }
    return (old.nodes[Int(entry.old)].shape == .row) != (new.nodes[Int(entry.new)].shape == .row)
  }

  /// The differences of a row and the entry that it was or became: of the cells of a new row, or of
  /// a new entry as one text.
  mutating func relaidDifferences(_ entry: WovenEntry) -> [TextDifference] {
    let isRowNew = new.nodes[Int(entry.new)].shape == .row
    let (left, right) = (old.entryTokens(Int(entry.old)), new.entryTokens(Int(entry.new)))
    let unsaid = relaidColumns.columns(
      of: relaidTable(isRowNew ? entry.new : entry.old, isRowNew ? .new : .old),
      in: isRowNew ? .new : .old)
    let row =
      isRowNew
      ? RelaidRow(
        Int(entry.new), in: new, newRecords.columns, newRecords.names, as: left, of: old,
        without: unsaid)
      : RelaidRow(
        Int(entry.old), in: old, oldRecords.columns, oldRecords.names, as: right, of: new,
        without: unsaid)
    let cells = TokenStretches(row.cells.map(\.tokens))
    let difference =
      isRowNew
      ? words.compareDiffering(TokenStretches([left]), cells)
      : words.compareDiffering(cells, TokenStretches([right]))
    var runs = RelaidRuns(row, entryText: isRowNew ? old : new, isRowNew: isRowNew)
    runs.read(difference.runs)
    let text = isRowNew ? new : old
    let leftOut = text.nodes[Int(isRowNew ? entry.new : entry.old)].passages
      .map { text.passages[Int($0)] }
      .filter { unsaid.contains(Int($0.column)) && !$0.tokens.isEmpty }
    guard isRowNew else {
      let gone = leftOut.map { WordRun(kind: .removed, old: $0.tokens, new: 0..<0) }
      return [
        TextDifference(
          kind: .paragraph, isJoined: true,
          difference: WordDifference(
            runs: runs.byCell.flatMap(\.self) + gone, retargets: difference.retargets),
          unsaid: leftOut.map { (Int($0.column), $0.tokens) })
      ]
    }
    var texts = zip(row.cells, runs.byCell).map { cell, runs in
      TextDifference(
        kind: .cell, column: cell.column, isJoined: true,
        difference: WordDifference(runs: runs, retargets: difference.retargets(in: runs, of: old)))
    }
    texts += leftOut.map { cell in
      TextDifference(
        kind: .cell, column: Int(cell.column), presence: .onlyNew,
        difference: WordDifference(runs: [WordRun(kind: .added, old: 0..<0, new: cell.tokens)]))
    }
    if let number = row.number {
      let column = new.nodes[Int(entry.new)].passages.map { new.passages[Int($0)] }
        .first { $0.tokens == number }?.column
      texts.append(
        TextDifference(
          kind: .cell, column: Int(column ?? 0),
          difference: WordDifference(runs: [WordRun(kind: .equal, old: 0..<0, new: number)])))
    }
    return texts.sorted { $0.column < $1.column }
  }
}

extension AgreementDiffer {
  /// Whether an entry stands where it stood but for the paragraph or table that holds it.
  func isRelaidInPlace(_ entry: WovenEntry) -> Bool {
    guard isRelaid(entry) else { return false }
    func home(_ node: Int32, _ nodes: [TextNode]) -> Int32 {
      var home = nodes[Int(node)].parent
      while home > 0, !nodes[Int(home)].isSectionOrAnnex { home = nodes[Int(home)].parent }
      return home
    }
    return alignment.newOf[Int(home(entry.old, old.nodes))] == home(entry.new, new.nodes)
  }

  private func relaidTable(_ row: Int32, _ side: Side) -> Int32? {
    text(side).row(in: row).flatMap((side == .old ? oldRecords : newRecords).columns.table)
  }

  /// The table and no other, as one number: where both versions have one, see ``ComparedTables``.
  private func relaidKey(_ row: Int32, _ side: Side) -> Int64? {
    relaidTable(row, side).map { table in
      side == .old
        ? Int64(table) << 32 | Int64(UInt32.max) : Int64(Int32.max) << 32 | Int64(table)
    }
  }

  /// What is told of an entry itself: without the columns of which no entry says anything, which are
  /// told once.
  mutating func takeRelaidColumns(
    _ texts: [TextDifference], of entry: WovenEntry
  ) -> [TextDifference] {
    let side: Side = new.nodes[Int(entry.new)].shape == .row ? .new : .old
    guard texts.contains(where: { $0.presence != .ofBoth || !$0.unsaid.isEmpty }),
      let key = relaidKey(side == .new ? entry.new : entry.old, side)
    else { return texts }
    var parted: [TextDifference] = []
    for text in texts {
      var told = text
      told.unsaid = []
      told.difference.runs.removeAll { run in
        run.kind == .removed && text.unsaid.contains { $0.tokens == run.old }
      }
      parted.append(told)
      parted += text.unsaid.map { cell in
        TextDifference(
          kind: .cell, column: cell.column, presence: .onlyOld,
          difference: WordDifference(runs: [
            WordRun(kind: .removed, old: cell.tokens, new: 0..<0)
          ]))
      }
    }
    columns.noteRow(entry, sequence, of: key)
    return columns.take(
      parted, of: entry, isHead: false, sequence, tables: key, clause: redline.clauses.count - 1)
  }

  /// Tells that a list became a table, or a table a list, by the heads of its columns: all else
  /// that differs is told of the entries.
  mutating func reportRelaid(head entry: WovenEntry, _ texts: [TextDifference]) {
    let isNew = entry.new > 0
    let marked = marked(texts.map(\.difference))
    let names = texts.map { text in
      text.difference.runs.map { isNew ? new.words(of: $0.new) : old.words(of: $0.old) }
        .joined(separator: " ")
    }
    let home =
      isNew
      ? alignment.oldOf[Int(new.nodes[Int(entry.new)].parent)]
      : alignment.newOf[Int(old.nodes[Int(entry.old)].parent)]
    let place = WovenEntry(
      state: .changed, old: isNew ? home : entry.old, new: isNew ? entry.new : home,
      depth: entry.depth)
    columns.noteHead(
      place, sequence, of: relaidKey(isNew ? entry.new : entry.old, isNew ? .new : .old))
    // `No.` is the head of a column that numbers rows, and denies nothing.
    let said = zip(texts, names).filter { !NameHeads.isNumber($1) }.map(\.0.difference)
    let verdict = judge(entry).judge(self.marked(said))
    var change = self.change(
      .of(.clause, .modified), place,
      verdict.isOfWordsAlone || verdict.judgement.materiality == .editorial
        ? Judgement(.editorial, .heading) : verdict.judgement
    ) { TextStatements.relaid($1, columns: names, isTable: isNew) }
    change.removed = .marked(marked, isOld: true)
    change.added = .marked(marked, isOld: false)
    changes.append(change)
  }
}
