internal import Agreements

/// What the places of both versions are numbered by, and which of them only have another number.
struct PlaceNumbers: Sendable {
  let old: ComparedText
  let new: ComparedText
  let oldRecords: RecordPlaces
  let newRecords: RecordPlaces
  let alignment: Alignment

  init(_ pair: AlignedPair) {
    old = pair.old
    new = pair.new
    oldRecords = pair.oldRecords
    newRecords = pair.newRecords
    alignment = pair.alignment
  }

  func isRenumbered(_ entry: WovenEntry) -> Bool {
    guard entry.old > 0, entry.new > 0 else { return false }
    let roles = (old.nodes[Int(entry.old)].role, new.nodes[Int(entry.new)].role)
    // Of the section that an annex is named by, the number beside its name.
    if roles.0 == .title || roles.1 == .title {
      let before = old.designation(of: Int(entry.old))
      let after = new.designation(of: Int(entry.new))
      return before != after && !before.isEmpty && !after.isEmpty
    }
    guard roles == (.place, .place) else { return false }
    if let before = oldRecords.names.number(of: entry.old),
      let after = newRecords.names.number(of: entry.new)
    {
      return old.words(of: before) != new.words(of: after)
    }
    // Nearly all are called as before.
    if hasSameDesignations(entry) { return false }
    let before = ownNumber(Int(entry.old), in: .old)
    let after = ownNumber(Int(entry.new), in: .new)
    guard before.isEmpty || after.isEmpty else { return before != after }
    return before != after && mayLoseNumber(entry)
  }

  /// Whether a place may be numbered in one version only: a section, or a text that is no group.
  private func mayLoseNumber(_ entry: WovenEntry) -> Bool {
    let (before, after) = (old.nodes[Int(entry.old)], new.nodes[Int(entry.new)])
    return before.shape == after.shape && (before.shape == .text || before.shape == .section)
      && old.kind(of: Int(entry.old)) != .group && new.kind(of: Int(entry.new)) != .group
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
  func designation(_ node: Int, in side: Side) -> String {
    let text = text(side)
    guard text.nodes[node].shape == .row else { return text.designation(of: node) }
    let columns = records(side).columns
    let table = text.row(of: Int32(node)).flatMap(columns.table)
    let head = table.map { columns.head($0, 0) } ?? ""
    let number = text.number(of: node, records(side).names)
    return head.isEmpty ? number : "\(head) \(number)"
  }

  /// The number of a place without those of the places around it: `1` of `8.1`.
  func ownNumber(_ node: Int, in side: Side) -> String {
    let text = text(side)
    if text.nodes[node].shape == .row { return text.number(of: node, records(side).names) }
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

  private func text(_ side: Side) -> ComparedText { side == .old ? old : new }

  private func records(_ side: Side) -> RecordPlaces { side == .old ? oldRecords : newRecords }
}

extension PlaceNumbers {
  /// Renumbered places in rows of neighbours; what is renumbered inside of one of them does not
  /// break the row.
  func rows(of renumbered: [OrderChanges.Renumbered]) -> [[OrderChanges.Renumbered]] {
    var rows: [[OrderChanges.Renumbered]] = []
    /// By what holds them.
    var openRow: [Int32: Int] = [:]
    for place in renumbered {
      let parent = new.nodes[Int(place.entry.new)].parent
      if let row = openRow[parent], let last = rows[row].last, continues(last.entry, place.entry) {
        rows[row].append(place)
      } else {
        openRow[parent] = rows.count
        rows.append([place])
      }
    }
    return rows
  }

  /// Whether a renumbered place stands next to another in both versions, or behind places that are
  /// told otherwise, all of one kind and moved by the same number: what kept its number, is new or
  /// gone ends a row, and a section and an annex are no neighbours.
  private func continues(_ entry: WovenEntry, _ next: WovenEntry) -> Bool {
    if let lost = isNumberedOnce(entry), let isNextLost = isNumberedOnce(next) {
      return lost == isNextLost && old.nodes[Int(entry.old)].end == next.old
        && new.nodes[Int(entry.new)].end == next.new
    }
    let shift = shift(entry.old, entry.new)
    var (left, right) = (entry.old, entry.new)
    while let before = follower(of: left, in: .old), let after = follower(of: right, in: .new) {
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

  /// Whether a place has its number in the old version alone; `nil` where both number it.
  private func isNumberedOnce(_ entry: WovenEntry) -> Bool? {
    let before = ownNumber(Int(entry.old), in: .old)
    let after = ownNumber(Int(entry.new), in: .new)
    return before.isEmpty == after.isEmpty ? nil : after.isEmpty
  }

  /// The next place of the same list that has a number.
  private func follower(of node: Int32, in side: Side) -> Int32? {
    let text = text(side)
    let parent = text.nodes[Int(node)].parent
    guard parent >= 0 else { return nil }
    var next = text.nodes[Int(node)].end
    while next < text.nodes[Int(parent)].end {
      if text.nodes[Int(next)].role == .place, !ownNumber(Int(next), in: side).isEmpty {
        return next
      }
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
    return value(ownNumber(Int(after), in: .new)) - value(ownNumber(Int(before), in: .old))
  }
}
