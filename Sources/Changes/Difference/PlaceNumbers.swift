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
