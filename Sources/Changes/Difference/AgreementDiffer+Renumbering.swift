internal import Agreements
internal import Deadlines

extension AgreementDiffer {
  /// Reports places that only have another number, once for each row of neighbours.
  mutating func reportRenumbering() {
    for row in numbers.rows(of: order.renumbered) { reportRenumbering(of: row) }
  }

  private mutating func reportRenumbering(of row: [OrderChanges.Renumbered]) {
    guard let first = row.first?.entry, let last = row.last?.entry else { return }
    let isSection = subject(first) == .section
    let from = (
      numbers.designation(Int(first.old), in: .old), numbers.designation(Int(last.old), in: .old)
    )
    let to = (
      numbers.designation(Int(first.new), in: .new), numbers.designation(Int(last.new), in: .new)
    )
    let isOne = first.new == last.new
    let before = isOne ? [from.0] : [from.0, from.1]
    let after = isOne ? [to.0] : [to.0, to.1]
    let parent = new.nodes[Int(first.new)].parent
    let place = parent == 0 ? nil : place(ofNew: parent)
    var change = self.change(
      .of(subject(first), .renumbered), first, Judgement(.renumberingOnly, .numbering)
    ) { _, _ in
      Statements.renumbered(
        in: place.map { PlaceWords($0) }, isSection ? before.map(sectionSign) : before,
        isSection ? after.map(sectionSign) : after)
    }
    change.field = "number"
    change.valueBefore = from.0.isEmpty ? nil : before.joined(separator: "\u{2013}")
    change.valueAfter = to.0.isEmpty ? nil : after.joined(separator: "\u{2013}")
    change.clauses = row.map(\.clause)
    change.order.place = Int(first.new)
    changes.append(change)
  }
}

/// `§ 7` for `7`.
private func sectionSign(_ number: String) -> String {
  number.utf8.first.map(WordReader.isDigit) == true ? "\u{A7} " + number : number
}
