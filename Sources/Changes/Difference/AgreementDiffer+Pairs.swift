internal import Agreements
internal import Deadlines
internal import Differencing
internal import References

extension AgreementDiffer {
  /// Compares a place with the one that it became.
  mutating func comparePair(_ entry: WovenEntry) {
    let reshaped = reshapedTexts(at: entry.new)
    var texts = differences(entry, reshaped)
    let isMoved = entry.state == .movedHere && !isRelaidInPlace(entry)
    let hasChanges = texts.contains(where: \.difference.hasChanges)
    let isReshaped = reshaped != nil
    let found = markChanges(entry, reshaped.map { [$0.whole] } ?? texts.map(\.difference))
    markTargets(of: found, in: &texts)
    appendClause(
      entry, isMoved ? .movedHere : hasChanges || isReshaped ? .changed : .unchanged, texts)
    guard entry.old >= 0 else { return }

    noteHead(entry)
    let told = takeColumns(texts, of: entry)
    if let reshaped {
      reportReshaped(entry, told, reshaped)
    } else if isMoved {
      reportMoved(entry, told)
    } else if hasChanges {
      reportModified(entry, told)
    }
    if new.nodes[Int(entry.new)].role == .head, isReordered(entry) {
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
    if !isMoved, !isReshaped, isRenumbered(entry) {
      renumbered.append((entry, redline.clauses.count - 1))
    }
  }

  /// The differences of a place's own texts: heading, text, or each cell.
  private mutating func differences(
    _ entry: WovenEntry, _ reshaped: ReshapedTexts?
  ) -> [TextDifference] {
    if isRelaid(entry) { return relaidDifferences(entry) }
    let (left, right) = (old.nodes[Int(entry.old)], new.nodes[Int(entry.new)])
    if right.shape == .row { return cellDifferences(entry, left, right) }
    var texts: [TextDifference] = []
    let oldHeading = left.tokens.lowerBound..<left.bodyStart
    let newHeading = right.tokens.lowerBound..<right.bodyStart
    if !oldHeading.isEmpty || !newHeading.isEmpty {
      texts.append(
        TextDifference(kind: .heading, difference: words.compare(oldHeading, newHeading)))
    }
    let oldBody = left.bodyStart..<left.tokens.upperBound
    let newBody = right.bodyStart..<right.tokens.upperBound
    if let reshaped {
      texts.append(
        TextDifference(
          kind: .paragraph, isJoined: !reshaped.merged.isEmpty,
          difference: reshaped.parts[entry.new] ?? WordDifference()))
    } else if !oldBody.isEmpty || !newBody.isEmpty {
      texts.append(
        TextDifference(kind: .paragraph, difference: bodyDifference(entry, oldBody, newBody)))
    }
    return texts
  }

  private mutating func bodyDifference(
    _ entry: WovenEntry, _ oldBody: Range<Int32>, _ newBody: Range<Int32>
  ) -> WordDifference {
    let gone = movedSentences.gone[entry.old] ?? []
    let came = movedSentences.came[entry.new] ?? []
    return gone.isEmpty && came.isEmpty
      ? words.compareText(oldBody, newBody)
      : words.compareText(oldBody, newBody, gone: gone, came: came)
  }

  private mutating func cellDifferences(
    _ entry: WovenEntry, _ left: TextNode, _ right: TextNode
  ) -> [TextDifference] {
    let columns = columnMatches(entry)
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
    let numbers = (oldNames.number(of: entry.old), newNames.number(of: entry.new))
    for (column, cell) in cells.enumerated() where !cell.old.isEmpty || !cell.new.isEmpty {
      let isNumber = cell.old == numbers.0 && cell.new == numbers.1
      texts.append(
        TextDifference(
          kind: .cell, column: column,
          presence: columns.isEmpty || kept.contains(column) ? .ofBoth : .onlyNew,
          difference: isNumber
            ? renumbering(cell.old, cell.new) : words.compareText(cell.old, cell.new)))
    }
    return texts + gone
  }

  /// What differs between two cells that only number their rows: nothing that anyone says.
  private mutating func renumbering(_ old: Range<Int32>, _ new: Range<Int32>) -> WordDifference {
    let difference = words.compare(old, new)
    guard difference.hasChanges, old.count == new.count else { return difference }
    return WordDifference(runs: [WordRun(kind: .renumbered, old: old, new: new)])
  }

  /// Which column of the new table each old one became; empty where all stayed, or where that can't
  /// be told.
  private mutating func columnMatches(_ entry: WovenEntry) -> [Int: Int] {
    guard let key = tables(of: entry) else { return [:] }
    if let known = columnMatches[key] { return known }
    let (left, right) = (Int32(key >> 32), Int32(truncatingIfNeeded: key))
    let matches =
      oldColumns.hasSameHeads(left, as: newColumns, right)
      ? [:]
      : ColumnPairing.matching(
        heads: (oldColumns.heads(of: left), newColumns.heads(of: right)), rows: rows(of: key), old,
        new)
    columnMatches[key] = matches
    return matches
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
        let key = self.tables(
          of: WovenEntry(state: .unchanged, old: Int32(node), new: match, depth: 0))
      else { continue }
      found.add(Int32(node), match, of: key)
    }
    alignedRows = found
    return found[tables]
  }

  /// The tables that a row or head stands in, as one number.
  func tables(of entry: WovenEntry) -> Int64? {
    guard let left = old.row(in: entry.old).flatMap(oldColumns.table),
      let right = new.row(in: entry.new).flatMap(newColumns.table)
    else { return nil }
    return Int64(left) << 32 | Int64(right)
  }

  /// Whether nothing changed below the head of a column that both tables have: it is only called
  /// otherwise.
  ///
  /// `entry`: the head. `column`: in the new table.
  ///
  /// - Complexity: O(cells of the rows that correspond).
  mutating func hasSameCells(_ entry: WovenEntry, column: Int) -> Bool {
    guard let key = tables(of: entry) else { return false }
    let matches = columnMatches(entry)
    let before = matches.isEmpty ? column : matches.first { $0.value == column }?.key
    guard let before else { return false }
    func digest(_ node: Int32, _ column: Int, _ text: ComparedText) -> UInt64? {
      text.nodes[Int(node)].passages.lazy.map { text.passages[Int($0)] }
        .first { Int($0.column) == column && !$0.tokens.isEmpty }
        .map { text.digest(of: $0.tokens) }
    }
    var hasCell = false
    for row in rows(of: key) {
      let cell = digest(row.old, before, old)
      guard cell == digest(row.new, column, new) else { return false }
      hasCell = hasCell || cell != nil
    }
    return hasCell
  }

  /// Whether columns that both tables have changed places.
  private mutating func isReordered(_ entry: WovenEntry) -> Bool {
    let columns = columnMatches(entry).sorted { $0.key < $1.key }.map(\.value)
    return zip(columns, columns.dropFirst()).contains { $0 > $1 }
  }

  func body(_ node: TextNode) -> Range<Int32> { node.bodyStart..<node.tokens.upperBound }

  private func isRenumbered(_ entry: WovenEntry) -> Bool {
    guard entry.old > 0, entry.new > 0 else { return false }
    let roles = (old.nodes[Int(entry.old)].role, new.nodes[Int(entry.new)].role)
    // Of the section that an annex is named by, the number beside its name.
    if roles.0 == .title || roles.1 == .title {
      let before = old.designation(of: Int(entry.old))
      let after = new.designation(of: Int(entry.new))
      return before != after && !before.isEmpty && !after.isEmpty
    }
    guard roles == (.place, .place) else { return false }
    if let before = oldNames.number(of: entry.old), let after = newNames.number(of: entry.new) {
      return old.words(of: before) != new.words(of: after)
    }
    // Nearly all are called as before.
    if hasSameDesignations(entry) { return false }
    let before = ownNumber(Int(entry.old), old)
    let after = ownNumber(Int(entry.new), new)
    return before != after && !before.isEmpty && !after.isEmpty
  }

  /// Whether both versions write the same in front of a place, and of the one around it.
  private func hasSameDesignations(_ entry: WovenEntry) -> Bool {
    let before = Int(old.nodes[Int(entry.old)].provision)
    let after = Int(new.nodes[Int(entry.new)].provision)
    guard
      old.agreement.provisions[before].designation == new.agreement.provisions[after].designation
    else { return false }
    let (oldOuter, newOuter) = (
      Int(old.agreement.provisions[before].parent), Int(new.agreement.provisions[after].parent)
    )
    guard oldOuter >= 0, newOuter >= 0 else { return oldOuter < 0 && newOuter < 0 }
    return old.agreement.provisions[oldOuter].designation
      == new.agreement.provisions[newOuter].designation
  }

  /// What a place is called by in a renumbering: a row by its number, with the head above it.
  func designation(_ node: Int, _ text: ComparedText) -> String {
    guard text.nodes[node].shape == .row else { return text.designation(of: node) }
    let columns = text === new ? newColumns : oldColumns
    let table = text.row(of: Int32(node)).flatMap(columns.table)
    let head = table.map { columns.head($0, 0) } ?? ""
    let number = rowNumber(node, text)
    return head.isEmpty ? number : "\(head) \(number)"
  }

  private func rowNumber(_ node: Int, _ text: ComparedText) -> String {
    text.number(of: node, text === new ? newNames : oldNames)
  }

  /// The number of a place without those of the places around it: `1` of `8.1`.
  func ownNumber(_ node: Int, _ text: ComparedText) -> String {
    if text.nodes[node].shape == .row { return rowNumber(node, text) }
    if text.nodes[node].role == .title { return numberBody(text.designation(of: node)) }
    let provision = Int(text.nodes[node].provision)
    // Nearly all texts that are no list have none.
    if text.agreement.provisions[provision].designation.isEmpty { return "" }
    let number = numberBody(text.agreement.provisions[provision].designation)
    let outer = Int(text.agreement.provisions[provision].parent)
    guard outer >= 0 else { return number }
    let parent = numberBody(text.agreement.provisions[outer].designation)
    guard !parent.isEmpty, number.hasPrefix(parent + ".") else { return number }
    return String(number.dropFirst(parent.utf8.count + 1))
  }
}
