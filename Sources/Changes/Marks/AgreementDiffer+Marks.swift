internal import Agreements
internal import Deadlines

extension AgreementDiffer {
  /// Finds what is struck out, linked, ticked, noted or raised otherwise in a place than in the one
  /// that it became; most places carry no marks.
  ///
  /// `differences`: of its texts, and of what it was split into or merged from.
  func markChanges(_ entry: WovenEntry, _ differences: [WordDifference]) -> [MarkChange] {
    guard !marks.isEmpty, entry.old >= 0 else { return [] }
    let merged = reshaped.merged(into: entry.new)
    let split = reshaped.split(from: entry.old)
    let isMarked =
      ([entry.old] + merged).contains(where: marks.old.nodes.contains)
      || ([entry.new] + split).contains(where: marks.new.nodes.contains)
    guard isMarked else { return [] }
    var comparison = MarkComparison(old, new, marks, differences)
    comparison.compare((entry.old, entry.new))
    return comparison.changes
  }

  mutating func reportMarks(_ entry: WovenEntry, _ found: [MarkChange]) {
    guard !found.isEmpty else { return }
    let teller = MarkTeller(old, new, marks, isMeasure: subject(entry) == .measure)
    for change in found { report(teller.tell(change), in: entry) }
  }

  private mutating func report(_ told: ToldMark, in entry: WovenEntry) {
    let (what, row) = (told.words, rowName(entry))
    var change = self.change(.of(subject(entry), .modified), entry, told.judgement) {
      Statements.at($1, row: row, what)
    }
    change.field = told.field
    change.valueBefore = told.before
    change.valueAfter = told.after
    change.removed = .list(told.removed)
    change.added = .list(told.added)
    changes.append(change)
  }
}
