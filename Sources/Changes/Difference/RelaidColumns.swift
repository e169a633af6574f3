internal import Agreements

/// The columns of tables that became lists of which no entry says anything, and those of tables
/// that were lists of which no entry said anything.
struct RelaidColumns: Sendable {
  private let olds: [Int32: Set<Int>]
  private let news: [Int32: Set<Int>]

  init(
    _ old: ComparedText, _ oldRecords: RecordPlaces, _ new: ComparedText,
    _ newRecords: RecordPlaces, _ alignment: Alignment
  ) {
    olds = Self.columns(of: old, oldRecords, alignment.newOf, in: new)
    news = Self.columns(of: new, newRecords, alignment.oldOf, in: old)
  }

  func columns(of table: Int32?, in side: Side) -> Set<Int> {
    table.flatMap { side == .old ? olds[$0] : news[$0] } ?? []
  }

  /// How many rows of a table fill a column, and how many of the entries say what stands there.
  private struct Tally {
    var cells: [Int: Int] = [:]
    var said: [Int: Int] = [:]
    var rows = 0
    /// Entries that say more than their rows.
    var wordier = 0

    /// Where entries say what no row does, they may say a column in other words.
    var unsaid: Set<Int> {
      guard wordier * 2 <= rows, !said.isEmpty else { return [] }
      return Set(cells.filter { $0.value > 1 && said[$0.key] == nil }.keys)
    }
  }

  /// - Complexity: O(words of the rows).
  private static func columns(
    of text: ComparedText, _ records: RecordPlaces, _ matches: [Int32], in other: ComparedText
  ) -> [Int32: Set<Int>] {
    var tallies: [Int32: Tally] = [:]
    for node in text.nodes.indices
    where text.nodes[node].shape == .row && text.nodes[node].role == .place && matches[node] > 0 {
      let entry = other.nodes[Int(matches[node])]
      guard entry.shape != .row,
        let table = text.row(of: Int32(node)).flatMap(records.columns.table)
      else { continue }
      let number = records.names.number(of: Int32(node))
      let cells = text.nodes[node].passages.map { text.passages[Int($0)] }
        .filter { !$0.tokens.isEmpty && $0.tokens != number }
      func counts(_ tokens: Range<Int32>, _ text: ComparedText) -> [Int32: Int] {
        tokens.reduce(into: [:]) { counts, token in
          if text.says(token) { counts[text.tokens.ids[Int(token)], default: 0] += 1 }
        }
      }
      let words = counts(other.entryTokens(Int(matches[node])), other)
      let cellWords = cells.map { counts($0.tokens, text) }
      let rowWords = cellWords.reduce(into: [Int32: Int]()) { all, cell in
        all.merge(cell, uniquingKeysWith: +)
      }
      var tally = tallies[table] ?? Tally()
      tally.rows += 1
      if words.contains(where: { $1 > rowWords[$0] ?? 0 }) { tally.wordier += 1 }
      for (cell, own) in zip(cells, cellWords) where !own.isEmpty {
        let column = Int(cell.column)
        tally.cells[column, default: 0] += 1
        // A word that other cells hold is theirs.
        let isSaid = own.contains { word, count in
          (words[word] ?? 0) > (rowWords[word] ?? 0) - count
        }
        if isSaid { tally.said[column, default: 0] += 1 }
      }
      tallies[table] = tally
    }
    return tallies.mapValues(\.unsaid).filter { !$0.value.isEmpty }
  }
}
