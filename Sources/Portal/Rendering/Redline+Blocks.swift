internal import Agreements
package import Changes
internal import References

/// A part of a redline as readers see it.
package enum RedlineBlock: Sendable, Equatable {
  /// The clause with this index, with its marks; a heading above one that changed is shown, too.
  case clause(Int)
  /// Clauses in which nothing changed, to be folded into a line.
  case unchanged(Range<Int>)
}

extension Redline {
  /// What to show and what to fold, in the order of the text.
  ///
  /// - Complexity: O(clauses × depth), and depth is limited by the parser.
  package func blocks() -> [RedlineBlock] {
    var isShown = [Bool](repeating: false, count: clauses.count)
    // The clauses around the present one, outermost first.
    var around: [Int] = []
    for (index, clause) in clauses.enumerated() {
      while let last = around.last, clauses[last].depth >= clause.depth { around.removeLast() }
      if hasMarks(clause) {
        isShown[index] = true
        for outer in around where clauses[outer].kind == .section || clauses[outer].kind == .annex {
          isShown[outer] = true
        }
      }
      around.append(index)
    }
    var blocks: [RedlineBlock] = []
    var start = 0
    for index in clauses.indices where isShown[index] {
      if start < index { blocks.append(.unchanged(start..<index)) }
      blocks.append(.clause(index))
      start = index + 1
    }
    if start < clauses.count { blocks.append(.unchanged(start..<clauses.count)) }
    return blocks
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
}
