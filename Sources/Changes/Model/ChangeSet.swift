/// All that differs between two versions of a portal's content, the material changes first.
package struct ChangeSet: Sendable {
  /// The names of the two versions: ids of releases, commits or files.
  package var from: String
  package var to: String
  /// Numbered from 1 in this order.
  package private(set) var changes: [Change]
  /// One for each agreement that is in either version, in the order of the new version; what was
  /// removed comes last.
  package private(set) var redlines: [Redline]

  /// Orders and numbers `changes`.
  package init(from: String, to: String, changes: [Change], redlines: [Redline] = []) {
    self.from = from
    self.to = to
    self.redlines = redlines
    self.changes = []
    number(changes)
  }
}

extension ChangeSet {
  package var isEmpty: Bool { changes.isEmpty }

  package func count(_ materiality: Materiality) -> Int {
    changes.count { $0.materiality == materiality }
  }

  /// The changes of one agreement, in their order.
  package func changes(ofAgreement id: String) -> [Change] {
    changes.filter { $0.agreement == id }
  }

  /// Puts the author's judgement in the place of the rules', with a reason that is shown.
  ///
  /// `number`: the change's number as it is now; the numbers are given anew after it.
  package mutating func overrule(
    _ number: Int, as materiality: Materiality, because reason: String
  ) {
    guard let index = changes.firstIndex(where: { $0.number == number }) else { return }
    changes[index].judgement.materiality = materiality
    changes[index].reason = reason
    self.number(changes)
  }

  private mutating func number(_ unordered: [Change]) {
    let owners = Set(unordered.map(\.order.owner)).sorted()
    let ranks = Dictionary(
      zip(owners, owners.indices), uniquingKeysWith: { first, _ in first })
    // Keys of their own: changes are large to move about.
    let keys = unordered.indices.map { index -> SortKey in
      let change = unordered[index]
      return SortKey(
        materiality: change.materiality.rank, group: change.order.group,
        owner: ranks[change.order.owner] ?? 0, place: change.order.place,
        sequence: change.order.sequence, index: index)
    }
    let order = keys.sorted().map(\.index)
    changes = order.map { unordered[$0] }
    for index in changes.indices { changes[index].number = index + 1 }
    for index in redlines.indices { redlines[index].number(by: changes) }
  }
}

/// By what changes are ordered, from the first to the last.
private struct SortKey: Comparable {
  var materiality: Int
  var group: Int
  var owner: Int
  var place: Int
  var sequence: Int
  var index: Int

  static func < (left: Self, right: Self) -> Bool {
    if left.materiality != right.materiality { return left.materiality < right.materiality }
    if left.group != right.group { return left.group < right.group }
    if left.owner != right.owner { return left.owner < right.owner }
    if left.place != right.place { return left.place < right.place }
    if left.sequence != right.sequence { return left.sequence < right.sequence }
    return left.index < right.index
  }
}
