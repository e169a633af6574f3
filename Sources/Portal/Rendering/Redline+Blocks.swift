internal import Agreements
package import Changes
internal import References

/// A part of a redline as readers see it.
package enum RedlineBlock: Sendable, Equatable {
  /// The clause with this index, with its marks; a heading above one that changed is shown, too.
  case clause(Int)
  /// Clauses in which nothing changed, to be folded into a line.
  case unchanged(Range<Int>)
  /// Clauses of a place that moved, in which nothing changed: with it, their words stand here only.
  case moved(Range<Int>)
  /// Neighbours that only have other numbers, each with what is in it: one line says that of all.
  case renumbered(Range<Int>)
}

extension Redline {
  /// What to show and what to fold, in the order of the text.
  ///
  /// `partsMoved`: whether what stands in a place that moved is told apart from other unchanged
  /// clauses, and what stands in a clause that goes on behind it from what follows.
  ///
  /// - Complexity: O(clauses × depth), and depth is limited by the parser.
  package func blocks(partsMoved: Bool = false) -> [RedlineBlock] {
    var isShown = [Bool](repeating: false, count: clauses.count)
    var isInMoved = isShown
    // The clauses around the present one, outermost first.
    var around: [Int] = []
    for (index, clause) in clauses.enumerated() {
      while let last = around.last, clauses[last].depth >= clause.depth { around.removeLast() }
      if partsMoved, let outer = around.last {
        isInMoved[index] = isInMoved[outer] || clauses[outer].state == .movedHere
      }
      if hasMarks(clause) {
        isShown[index] = true
        for outer in around where clauses[outer].kind == .section || clauses[outer].kind == .annex {
          isShown[outer] = true
        }
      }
      around.append(index)
    }
    let ends = partsMoved ? places(behindListsOf: isShown) : []
    var blocks: [RedlineBlock] = []
    var index = 0
    while index < clauses.count {
      let start = index
      if isShown[index] {
        let row = row(from: index)
        blocks.append(row.map { .renumbered($0) } ?? .clause(index))
        index = row?.upperBound ?? index + 1
      } else {
        repeat {
          index += 1
        } while index < clauses.count && !isShown[index] && isInMoved[index] == isInMoved[start]
          && !ends.contains(index)
        blocks.append(isInMoved[start] ? .moved(start..<index) : .unchanged(start..<index))
      }
    }
    return blocks
  }

  /// The neighbours from a place on that one change says have other numbers, if there are several
  /// and nothing changed in any of them; with what is in them.
  private func row(from first: Int) -> Range<Int>? {
    guard clauses[first].changes.count == 1 else { return nil }
    let (depth, changes) = (clauses[first].depth, clauses[first].changes)
    var members: [Int] = []
    var index = first
    while index < clauses.count, clauses[index].depth >= depth {
      let clause = clauses[index]
      if clause.depth == depth {
        guard clause.isRenumbered, clause.changes == changes, isSame(clause),
          members.last.map({ areNeighbours(clauses[$0].old, clause.old) }) ?? true
        else { break }
        members.append(index)
      } else if hasMarks(clause), !isSame(clause) || !clause.changes.isEmpty {
        // What it is in is no such neighbour.
        index = members.removeLast()
        break
      }
      index += 1
    }
    return members.count > 1 ? first..<index : nil
  }

  /// Whether a clause has its place and its words.
  private func isSame(_ clause: RedlineClause) -> Bool {
    clause.state == .unchanged
      && texts[clause.texts].allSatisfy { text in
        runs[text.runs].allSatisfy { $0.kind == .equal }
      }
  }

  /// Whether one place of the old version followed another, with nothing between them but what was
  /// in the first.
  private func areNeighbours(_ first: Int32, _ second: Int32) -> Bool {
    guard let old, first >= 0, first < second else { return false }
    let provisions = old.agreement.provisions
    return provisions[Int(first) + 1..<Int(second)]
      .allSatisfy { $0.parent != provisions[Int(first)].parent }
  }

  /// The first and the last of the neighbours that a row is of.
  package func ends(ofRow row: Range<Int>) -> (first: RedlineClause, last: RedlineClause) {
    let first = clauses[row.lowerBound]
    return (first, clauses[row].last { $0.depth == first.depth } ?? first)
  }

  /// Whether a reader has something to see in it.
  package func hasMarks(_ clause: RedlineClause) -> Bool {
    clause.state != .unchanged || !clause.changes.isEmpty || clause.isRenumbered
  }

  /// Whether a clause has another number or another place and the same words. A heading says what
  /// stands below it, which may well have changed.
  package func isKept(_ clause: RedlineClause) -> Bool {
    guard clause.state == .unchanged || clause.state == .movedHere, !clause.texts.isEmpty else {
      return false
    }
    return texts[clause.texts].allSatisfy { text in
      text.kind != .heading && runs[text.runs].allSatisfy { $0.kind == .equal }
    }
  }

  /// The title of the agreement: the new one, or the old one of what is gone.
  package var title: String { (new ?? old)?.agreement.metadata.title ?? "" }
  /// What lists call it.
  var listedTitle: String { (new ?? old)?.agreement.metadata.listedTitle ?? "" }
}
