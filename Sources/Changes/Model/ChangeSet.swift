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
    self.changes = changes
    number()
  }
}

extension ChangeSet {
  package var isEmpty: Bool { changes.isEmpty }

  /// Lets go of the redlines, for those who keep them elsewhere.
  package mutating func forgetRedlines() { redlines = [] }

  package func count(_ materiality: Materiality) -> Int {
    // In their places: changes are large to copy.
    changes.indices.count { changes[$0].materiality == materiality }
  }

  /// Takes in changes that were found elsewhere; the numbers are given anew after it.
  package mutating func add(_ further: [Change]) {
    guard !further.isEmpty else { return }
    changes += further
    number()
  }

  /// Lets each sentence say which document it is about; `name` gives `nil` for one that says so
  /// itself.
  package mutating func nameDocuments(_ name: (Change) -> String?) {
    for index in changes.indices { changes[index].document = name(changes[index]) }
  }

  private mutating func number() {
    let ranks = ownerRanks()
    // Keys of their own: changes are large to move about.
    let keys = changes.indices.map { index -> SortKey in
      SortKey(
        materiality: changes[index].materiality.rank, group: changes[index].order.group,
        owner: ranks[index], place: changes[index].order.place,
        sequence: changes[index].order.sequence, index: index)
    }
    let order = keys.sorted().map(\.index)
    // Each is copied once: to swap two of them copies both.
    if !order.indices.elementsEqual(order) { changes = order.map { changes[$0] } }
    for index in changes.indices { changes[index].number = index + 1 }
    markRedlines()
  }

  /// By change, the place of its owner among the owners in alphabetical order.
  private func ownerRanks() -> [Int] {
    // Changes of one owner follow each other, so most need no look at a table.
    var owners: [String: Int] = [:]
    var last: (name: String, number: Int)?
    let numbers = changes.indices.map { index -> Int in
      let name = changes[index].order.owner
      if let last, last.name == name { return last.number }
      let number = owners[name] ?? owners.count
      owners[name] = number
      last = (name, number)
      return number
    }
    var ranks = [Int](repeating: 0, count: owners.count)
    for (rank, owner) in owners.sorted(by: { $0.key < $1.key }).enumerated() {
      ranks[owner.value] = rank
    }
    return numbers.map { ranks[$0] }
  }

  /// Tells the clauses and facts of redlines the numbers of the changes that are about them.
  private mutating func markRedlines() {
    var places: [String: Int] = [:]
    for index in redlines.indices {
      redlines[index].forgetChanges()
      places[redlines[index].agreement] = index
    }
    var last: (agreement: String, redline: Int)?
    for index in changes.indices {
      guard let agreement = changes[index].agreement else { continue }
      if last?.agreement != agreement { last = places[agreement].map { (agreement, $0) } }
      guard let redline = last?.redline else { continue }
      for clause in changes[index].clauses {
        redlines[redline].note(change: changes[index].number, at: clause)
      }
      if let fact = changes[index].fact {
        redlines[redline].note(change: changes[index].number, ofFact: fact)
      }
    }
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
