internal import Agreements
internal import Deadlines
internal import Differencing
internal import References

extension AgreementDiffer {
  /// Compares a place with the one that it became.
  mutating func comparePair(_ entry: WovenEntry) {
    let reshaped = self.reshaped.texts(at: entry.new, &words)
    var texts = differences(entry, reshaped)
    let isMoved = entry.state == .movedHere && !isRelaidInPlace(entry)
    let hasChanges = texts.contains(where: \.difference.hasChanges)
    let isReshaped = reshaped != nil
    let found = markChanges(entry, reshaped.map { [$0.whole] } ?? texts.map(\.difference))
    markTargets(of: found, in: &texts)
    appendClause(
      entry, isMoved ? .movedHere : hasChanges || isReshaped ? .changed : .unchanged, texts)
    guard entry.old >= 0 else { return }

    let isHead = new.nodes[Int(entry.new)].role == .head
    if isHead { columns.noteHead(entry, sequence, of: tables.key(of: entry)) }
    let told = takeColumns(texts, of: entry)
    if let reshaped {
      reportReshaped(entry, told, reshaped)
    } else if isMoved {
      reportMoved(entry, told)
    } else if hasChanges {
      reportModified(entry, told)
    }
    if isHead, tables.isReordered(entry) {
      changes.append(
        change(.of(.clause, .modified), entry, Judgement(.editorial, .place)) {
          Statements.at(
            $1,
            BilingualText(
              english: "the columns of the table stand in another order",
              german: "die Spalten der Tabelle stehen in anderer Reihenfolge"))
        })
    }
    for text in texts { reportRetargets(text.difference, in: entry) }
    reportMarks(entry, found)
    if !isMoved, !isReshaped, numbers.isRenumbered(entry) {
      order.noteRenumbered(entry, clause: redline.clauses.count - 1)
    }
  }

  /// The differences of a place's own texts: heading, text, or each cell.
  private mutating func differences(
    _ entry: WovenEntry, _ reshaped: ReshapedTexts?
  ) -> [TextDifference] {
    if isRelaid(entry) { return relaidDifferences(entry) }
    let (left, right) = (old.nodes[Int(entry.old)], new.nodes[Int(entry.new)])
    if right.shape == .row {
      return reshaped.map { [reshapedCell($0, entry)] } ?? cellDifferences(entry, left, right)
    }
    var texts: [TextDifference] = []
    let oldHeading = left.tokens.lowerBound..<left.bodyStart
    let newHeading = right.tokens.lowerBound..<right.bodyStart
    if !oldHeading.isEmpty || !newHeading.isEmpty {
      texts.append(
        TextDifference(kind: .heading, difference: words.compare(oldHeading, newHeading)))
    }
    if let reshaped {
      texts.append(
        TextDifference(
          kind: .paragraph, isJoined: !reshaped.merged.isEmpty,
          difference: reshaped.parts[entry.new] ?? WordDifference()))
    } else if !left.body.isEmpty || !right.body.isEmpty {
      texts.append(
        TextDifference(kind: .paragraph, difference: bodyDifference(entry, left.body, right.body)))
    }
    return texts
  }

  /// The one cell of a row that was split or took others in.
  private func reshapedCell(_ reshaped: ReshapedTexts, _ entry: WovenEntry) -> TextDifference {
    TextDifference(
      kind: .cell, column: new.firstColumn(of: entry.new), isJoined: !reshaped.merged.isEmpty,
      difference: reshaped.parts[entry.new] ?? WordDifference())
  }

  private mutating func bodyDifference(
    _ entry: WovenEntry, _ oldBody: Range<Int32>, _ newBody: Range<Int32>
  ) -> WordDifference {
    let gone = movedSentences.gone[entry.old] ?? []
    let came = movedSentences.came[entry.new] ?? []
    if gone.isEmpty, came.isEmpty, isRewritten(entry) {
      return words.replacement(oldBody, newBody)
    }
    return gone.isEmpty && came.isEmpty
      ? words.compareText(oldBody, newBody)
      : words.compareText(oldBody, newBody, gone: gone, came: came)
  }

  private mutating func cellDifferences(
    _ entry: WovenEntry, _ left: TextNode, _ right: TextNode
  ) -> [TextDifference] {
    let columns = tables.columns(of: entry)
    let kept = Set(columns.values)
    // By column; empty on both sides where neither version says anything.
    var cells: [(old: Range<Int32>, new: Range<Int32>)] = []
    func reach(_ column: Int) {
      while cells.count <= column { cells.append((0..<0, 0..<0)) }
    }
    var gone: [TextDifference] = []
    for passage in right.passages {
      let cell = new.passages[Int(passage)]
      reach(Int(cell.column))
      cells[Int(cell.column)].new = cell.tokens
    }
    for passage in left.passages {
      let cell = old.passages[Int(passage)]
      if let column = columns.isEmpty ? Int(cell.column) : columns[Int(cell.column)] {
        reach(column)
        cells[column].old = cell.tokens
      } else {
        gone.append(
          TextDifference(
            kind: .cell, column: Int(cell.column), presence: .onlyOld,
            difference: WordDifference(runs: [
              WordRun(kind: .removed, old: cell.tokens, new: 0..<0)
            ])))
      }
    }
    var texts: [TextDifference] = []
    let numbers = (oldRecords.names.number(of: entry.old), newRecords.names.number(of: entry.new))
    for (column, cell) in cells.enumerated() where !cell.old.isEmpty || !cell.new.isEmpty {
      let isNumber = cell.old == numbers.0 && cell.new == numbers.1
      texts.append(
        TextDifference(
          kind: .cell, column: column,
          presence: columns.isEmpty || kept.contains(column) ? .ofBoth : .onlyNew,
          difference: isNumber
            ? renumbering(cell.old, cell.new)
            : Self.ofCell(words.compareCell(cell.old, cell.new))))
    }
    return texts + gone
  }

  private static func ofCell(_ difference: WordDifference) -> WordDifference {
    var difference = difference
    difference.isOfCell = true
    return difference
  }

  /// What differs between two cells that only number their rows: nothing that anyone says.
  private mutating func renumbering(_ old: Range<Int32>, _ new: Range<Int32>) -> WordDifference {
    let difference = words.compare(old, new)
    guard difference.hasChanges, old.count == new.count else { return difference }
    return WordDifference(runs: [WordRun(kind: .renumbered, old: old, new: new)])
  }
}
