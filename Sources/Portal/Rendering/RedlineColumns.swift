internal import Agreements
package import Changes

/// The names of the columns of the table whose rows a redline is at.
///
/// A table's head comes before its rows, so the clauses are gone through once, in their order.
package struct RedlineColumns: Sendable {
  /// By column: what it is called now, and what those were called that are gone.
  private var names: [Int: String] = [:]
  private var goneNames: [Int: String] = [:]

  package init() {}

  /// Takes notice of a clause before its cells are written.
  package mutating func enter(_ clause: RedlineClause, of redline: Redline) {
    if clause.kind == .row && !clause.isHead || clause.kind == .group { return }
    if !names.isEmpty { names.removeAll(keepingCapacity: true) }
    if !goneNames.isEmpty { goneNames.removeAll(keepingCapacity: true) }
    guard clause.isHead else { return }
    for text in redline.texts[clause.texts] {
      let runs = redline.runs[text.runs]
      let kept = runs.filter { $0.kind != .removed }
      let name = (kept.isEmpty ? Array(runs) : kept).map { redline.text(of: $0) }.joined()
      if kept.isEmpty { goneNames[text.column] = name } else { names[text.column] = name }
    }
  }

  /// The name of the column of a cell; `nil` where the table does not say.
  package func name(of cell: RedlineText, in redline: Redline) -> String? {
    if let gone = goneNames[cell.column],
      redline.runs[cell.runs].allSatisfy({ $0.kind == .removed })
    {
      return gone
    }
    return names[cell.column]
  }
}
