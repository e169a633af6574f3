/// The runs of a row and an entry, told by cell; what only parts the cells counts as kept.
struct RelaidRuns: Sendable {
  private let row: RelaidRow
  private let entryText: ComparedText
  private let isRowNew: Bool
  /// As many as the row has cells, at least one.
  private(set) var byCell: [[WordRun]]
  /// The last word of the row so far, and the first behind what is looked at.
  private var before: Int32?
  private var after: Int32?
  private var current = 0

  init(_ row: RelaidRow, entryText: ComparedText, isRowNew: Bool) {
    self.row = row
    self.entryText = entryText
    self.isRowNew = isRowNew
    byCell = [[WordRun]](repeating: [], count: max(row.cells.count, 1))
  }

  mutating func read(_ runs: [WordRun]) {
    var index = 0
    while index < runs.count {
      guard runs[index].isChange else {
        let tokens = isRowNew ? runs[index].new : runs[index].old
        if let first = tokens.first { current = row.cell(of: first) }
        byCell[current].append(runs[index])
        before = tokens.last ?? before
        index += 1
        continue
      }
      var end = index
      while end < runs.count, runs[end].isChange { end += 1 }
      after = end < runs.count ? (isRowNew ? runs[end].new : runs[end].old).first : nil
      let rowKind: WordRun.Kind = isRowNew ? .added : .removed
      let changed = runs[index..<end]
      read(
        entry: changed.filter { $0.kind != rowKind }.flatMap { isRowNew ? $0.old : $0.new },
        row: changed.filter { $0.kind == rowKind }.flatMap { isRowNew ? $0.new : $0.old })
      index = end
    }
  }

  /// Reads what stands in the entry where the row has other tokens, or none.
  private mutating func read(entry: [Int32], row tokens: [Int32]) {
    let next = tokens.first ?? after
    let opens = next.map(row.startsCell) ?? true
    let closes = (tokens.last ?? before).map(row.endsCell) ?? true
    var (start, end) = (0, entry.count)
    if opens { start = startOfWords(entry, head: next.map { row.cells[row.cell(of: $0)].head }) }
    if tokens.isEmpty ? opens : closes {
      while end > start, !entryText.says(entry[end - 1]) { end -= 1 }
    }
    keep(entry: entry[..<start])
    let words = Array(entry[start..<end])
    // A stop at the end of a cell.
    if words.isEmpty, closes, !tokens.contains(where: row.text.says) {
      keep(row: tokens)
    } else {
      tell(words, tokens)
    }
    keep(entry: entry[end...])
    before = tokens.last ?? before
  }

  /// Where words begin that are neither signs nor the name of the column.
  private func startOfWords(_ entry: [Int32], head: String?) -> Int {
    var start = entry.firstIndex(where: entryText.says) ?? entry.count
    guard let head, !head.isEmpty, start < entry.count,
      let colon = entry[start...].first(where: { !entryText.says($0) }),
      entryText.words(of: colon..<colon + 1) == ":",
      entryText.words(of: entry[start]..<colon).lowercased() == head
    else { return start }
    start = entry.firstIndex(of: colon) ?? start
    return entry[start...].firstIndex(where: entryText.says) ?? entry.count
  }

  /// Tells words that came in the place of others: by cell, where both sides part them alike.
  private mutating func tell(_ words: [Int32], _ tokens: [Int32]) {
    var cells: [[Int32]] = []
    for token in tokens {
      if cells.isEmpty || row.startsCell(token) { cells.append([]) }
      cells[cells.count - 1].append(token)
    }
    var facts: [[Int32]] = [[]]
    for word in words {
      if !entryText.says(word), facts.last?.isEmpty == false { facts.append([]) }
      facts[facts.count - 1].append(word)
    }
    guard cells.count > 1, cells.count == facts.count else {
      if let first = tokens.first { current = row.cell(of: first) }
      append(words, tokens)
      return
    }
    for (fact, cell) in zip(facts, cells) {
      current = row.cell(of: cell[0])
      let start = fact.firstIndex(where: entryText.says) ?? fact.count
      keep(entry: fact[..<start])
      append(Array(fact[start...]), cell)
    }
  }

  private mutating func append(_ words: [Int32], _ tokens: [Int32]) {
    let (said, cells) = (Self.stretches(words), stretchesByCell(tokens))
    for range in isRowNew ? said : cells {
      if !isRowNew { current = row.cell(of: range.lowerBound) }
      byCell[current].append(WordRun(kind: .removed, old: range, new: 0..<0))
    }
    for range in isRowNew ? cells : said {
      if isRowNew { current = row.cell(of: range.lowerBound) }
      byCell[current].append(WordRun(kind: .added, old: 0..<0, new: range))
    }
  }

  private mutating func keep(entry tokens: ArraySlice<Int32>) {
    for range in Self.stretches(Array(tokens)) {
      byCell[current].append(
        WordRun(
          kind: .equal, old: isRowNew ? range : 0..<0, new: isRowNew ? 0..<0 : range))
    }
  }

  private mutating func keep(row tokens: [Int32]) {
    for range in stretchesByCell(tokens) {
      current = row.cell(of: range.lowerBound)
      byCell[current].append(
        WordRun(
          kind: .equal, old: isRowNew ? 0..<0 : range, new: isRowNew ? range : 0..<0))
    }
  }

  private func stretchesByCell(_ tokens: [Int32]) -> [Range<Int32>] {
    Self.stretches(tokens).flatMap { range -> [Range<Int32>] in
      let starts = range.filter { $0 == range.lowerBound || row.startsCell($0) }
      return zip(starts, starts.dropFirst() + [range.upperBound]).map { $0..<$1 }
    }
  }

  /// Tokens as ranges of those that follow each other.
  private static func stretches(_ tokens: [Int32]) -> [Range<Int32>] {
    var ranges: [Range<Int32>] = []
    for token in tokens {
      if let last = ranges.last, last.upperBound == token {
        ranges[ranges.count - 1] = last.lowerBound..<token + 1
      } else {
        ranges.append(token..<token + 1)
      }
    }
    return ranges
  }
}
