internal import Agreements
internal import Deadlines

extension AgreementDiffer {
  /// Reports places that only have another number, once for each row of neighbours; what is
  /// renumbered inside of one of them does not break the row.
  mutating func reportRenumbering() {
    var rows: [[Int]] = []
    var openRow: [Int32: Int] = [:]
    for index in renumbered.indices {
      let entry = renumbered[index].entry
      let parent = new.nodes[Int(entry.new)].parent
      if let row = openRow[parent], let last = rows[row].last,
        continues(renumbered[last].entry, entry)
      {
        rows[row].append(index)
      } else {
        openRow[parent] = rows.count
        rows.append([index])
      }
    }
    for row in rows { reportRenumbering(of: row) }
  }

  /// Whether a renumbered place stands next to another in both versions, or behind places that are
  /// told otherwise, all of one kind and moved by the same number: what kept its number, is new or
  /// gone ends a row, and a section and an annex are no neighbours.
  private func continues(_ entry: WovenEntry, _ next: WovenEntry) -> Bool {
    let shift = shift(entry.old, entry.new)
    var (left, right) = (entry.old, entry.new)
    while let before = follower(of: left, in: old), let after = follower(of: right, in: new) {
      guard alignment.newOf[Int(before)] == after,
        old.nodes[Int(before)].shape == old.nodes[Int(left)].shape,
        new.nodes[Int(after)].shape == new.nodes[Int(right)].shape,
        self.shift(before, after) == shift
      else { return false }
      if after == next.new { return before == next.old }
      (left, right) = (before, after)
    }
    return false
  }

  /// The next place of the same list that has a number.
  private func follower(of node: Int32, in text: ComparedText) -> Int32? {
    let parent = text.nodes[Int(node)].parent
    guard parent >= 0 else { return nil }
    var next = text.nodes[Int(node)].end
    while next < text.nodes[Int(parent)].end {
      if text.nodes[Int(next)].role == .place, !ownNumber(Int(next), text).isEmpty { return next }
      next = text.nodes[Int(next)].end
    }
    return nil
  }

  /// By how many places a number moved.
  private func shift(_ before: Int32, _ after: Int32) -> Int {
    /// Of `Annex 3`, `3`; of `b`, its place in the alphabet.
    func value(_ number: String) -> Int {
      let last = number.split(separator: " ").last ?? ""
      if let value = Int(last) { return value }
      let letters = last.lowercased().unicodeScalars
      guard let first = letters.first, letters.allSatisfy({ $0 == first }) else { return 0 }
      return Int(first.value) + 26 * (letters.count - 1)
    }
    return value(ownNumber(Int(after), new)) - value(ownNumber(Int(before), old))
  }

  private mutating func reportRenumbering(of row: [Int]) {
    guard let start = row.first, let end = row.last else { return }
    let first = renumbered[start].entry
    let last = renumbered[end].entry
    let isSection = subject(first) == .section
    let from = (designation(Int(first.old), old), designation(Int(last.old), old))
    let to = (designation(Int(first.new), new), designation(Int(last.new), new))
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
    change.valueBefore = before.joined(separator: "\u{2013}")
    change.valueAfter = after.joined(separator: "\u{2013}")
    change.clauses = row.map { renumbered[$0].clause }
    change.order.place = Int(first.new)
    changes.append(change)
  }
}

/// `§ 7` for `7`.
private func sectionSign(_ number: String) -> String {
  number.utf8.first.map(WordReader.isDigit) == true ? "\u{A7} " + number : number
}
