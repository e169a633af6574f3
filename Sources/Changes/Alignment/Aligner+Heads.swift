/// Heads of tables. What a table is headed by is chosen anew more often than what it lists.
extension Aligner {
  /// Matches the heads of tables of which rows correspond, whatever they say where the table stays;
  /// first those of which most do.
  ///
  /// - Complexity: O(places).
  mutating func matchHeads() {
    let olds = TableHeads(old, alignment.newOf)
    guard !olds.isEmpty else { return }
    let news = TableHeads(new, alignment.oldOf)
    guard !news.isEmpty else { return }
    var counts: [Int32: [Int32: Int]] = [:]
    for row in old.nodes.indices where alignment.newOf[row] >= 0 {
      guard let before = olds.headOfRow[Int32(row)],
        let after = news.headOfRow[alignment.newOf[row]]
      else { continue }
      counts[before, default: [:]][after, default: 0] += 1
    }
    var pairs: [(rows: Int, old: Int32, new: Int32)] = []
    for (before, found) in counts {
      for (after, rows) in found
      where rows * 2 >= min(olds.rows[before] ?? 0, news.rows[after] ?? 0) {
        pairs.append((rows, before, after))
      }
    }
    pairs.sort { ($1.rows, $0.old, $0.new) < ($0.rows, $1.old, $1.new) }
    for pair in pairs {
      let (before, after) = (Int(pair.old), Int(pair.new))
      let place = alignment.newOf[Int(old.nodes[before].parent)]
      // With its table to another place goes a head that stayed as it is.
      guard canMatch(before, after),
        place == new.nodes[after].parent || old.nodes[before].digest == new.nodes[after].digest
      else { continue }
      alignment.match(before, after)
    }
  }
}

/// The heads of a version's tables that correspond to nothing yet.
private struct TableHeads {
  /// By row.
  private(set) var headOfRow: [Int32: Int32] = [:]
  /// By head, how many rows stand below it.
  private(set) var rows: [Int32: Int] = [:]

  var isEmpty: Bool { headOfRow.isEmpty }

  init(_ text: ComparedText, _ matches: [Int32]) {
    /// The last head so far, by what holds it.
    var last: [Int32: Int32] = [:]
    for index in text.nodes.indices where text.nodes[index].shape == .row {
      let parent = text.nodes[index].parent
      if text.nodes[index].role == .head {
        last[parent] = matches[index] < 0 ? Int32(index) : nil
      } else if let head = last[parent] {
        headOfRow[Int32(index)] = head
        rows[head, default: 0] += 1
      }
    }
  }
}
