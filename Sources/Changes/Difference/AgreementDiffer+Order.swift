internal import Agreements
internal import Deadlines

/// Places that stand elsewhere among their neighbours.
///
/// Sections and annexes are told one by one, and two or three other places, too; a table or list
/// that was sorted anew is one change, which holds all that moved.
extension AgreementDiffer {
  /// So many places of one list that only moved are told one by one.
  private static var mostMovesTold: Int { 3 }

  /// Whether a place is inside of what it was inside of before.
  func isAmongItsNeighbours(_ entry: WovenEntry) -> Bool {
    let (before, after) = (old.nodes[Int(entry.old)].parent, new.nodes[Int(entry.new)].parent)
    return before >= 0 && alignment.newOf[Int(before)] == after
  }

  /// Behind or before which of its neighbours a place stands now; `nil` where it has none.
  func neighbour(of entry: WovenEntry) -> Statements.Neighbour? {
    let parent = new.nodes[Int(entry.new)].parent
    var previous = entry.new - 1
    while previous > parent, new.nodes[Int(previous)].parent != parent {
      previous = new.nodes[Int(previous)].parent
    }
    if previous > parent, new.nodes[Int(previous)].role == .place {
      return neighbour(previous, isBefore: false)
    }
    let next = new.nodes[Int(entry.new)].end
    guard parent >= 0, next < new.nodes[Int(parent)].end else { return nil }
    return neighbour(next, isBefore: true)
  }

  /// By its title, or by its place where it has none.
  private func neighbour(_ node: Int32, isBefore: Bool) -> Statements.Neighbour {
    let entry = WovenEntry(state: .unchanged, old: -1, new: node, depth: 0)
    return Statements.Neighbour(
      name: name(entry, new), place: place(ofNew: node), isBefore: isBefore)
  }

  /// Tells the places that only stand elsewhere among their neighbours: by themselves, or where
  /// many of one list did, as one change.
  mutating func reportOrder() {
    var lists: [Int32: [Int]] = [:]
    for index in reordered.indices {
      lists[new.nodes[Int(reordered[index].entry.new)].parent, default: []].append(index)
    }
    var sorted: [Int32: [Int]] = [:]
    for (parent, moves) in lists
    where moves.count > Self.mostMovesTold && isSortedAnew(parent, moves) {
      sorted[parent] = moves
    }
    // What got another number because others moved is a part of the new order.
    var others: [Int32: [(entry: WovenEntry, clause: Int)]] = [:]
    for other in renumbered {
      let parent = new.nodes[Int(other.entry.new)].parent
      if sorted[parent] != nil { others[parent, default: []].append(other) }
    }
    renumbered.removeAll { sorted[new.nodes[Int($0.entry.new)].parent] != nil }
    for index in reordered.indices {
      let parent = new.nodes[Int(reordered[index].entry.new)].parent
      guard let moves = sorted[parent] else {
        changes.append(reordered[index].change)
        continue
      }
      if moves.first == index { reportOrder(of: parent, moves, others[parent] ?? []) }
    }
  }

  /// Whether many moves are those of one new order: of rows and points without numbers, which are
  /// known by their order alone, or of most clauses of a list.
  private func isSortedAnew(_ parent: Int32, _ moves: [Int]) -> Bool {
    let kinds = Set(moves.map { kind(ofNew: reordered[$0].entry.new) })
    if kinds.isSubset(of: [.row, .item]) { return true }
    guard kinds.isSubset(of: [.row, .item, .clause, .group]) else { return false }
    let siblings = new.nodes.children(of: Int(parent))
      .count { new.nodes[$0].role == .place }
    return moves.count * 2 > siblings
  }

  /// `moves`: of ``reordered``, in the order of the text. `others`: what has another number for it.
  private mutating func reportOrder(
    of parent: Int32, _ moves: [Int], _ others: [(entry: WovenEntry, clause: Int)]
  ) {
    guard let first = moves.first else { return }
    let entry = reordered[first].entry
    let shape = new.nodes[Int(entry.new)].shape
    let siblings = new.nodes.children(of: Int(parent))
      .count { new.nodes[$0].shape == shape && new.nodes[$0].role == .place }
    let kinds = Set(moves.compactMap { kind(ofNew: reordered[$0].entry.new) })
    let common = kinds.count == 1 ? kinds.first : nil
    let list = WovenEntry(
      state: .changed, old: alignment.oldOf[Int(parent)], new: parent, depth: entry.depth - 1)
    let isWhole = parent == 0
    var change = self.change(.of(.clause, .moved), list, Judgement(.editorial, .place)) {
      Statements.reordered(
        in: isWhole ? nil : $1, moves.count, of: siblings, common)
    }
    change.field = "order"
    let all =
      (moves.map { (reordered[$0].entry, reordered[$0].change.clauses) }
      + others.map { ($0.entry, [$0.clause]) }).sorted { $0.0.new < $1.0.new }
    change.moves = all.map { (place(ofOld: $0.0.old), place(ofNew: $0.0.new)) }
    change.clauses = all.flatMap(\.1)
    change.order = reordered[first].change.order
    changes.append(change)
    for move in moves { sortedPlaces.insert(old.nodes[Int(reordered[move].entry.old)].provision) }
  }

  /// Leaves out of the redline which places a list in another order had left empty: each of its
  /// places says where it stood.
  mutating func dropLeftPlaces() {
    guard !sortedPlaces.isEmpty else { return }
    var kept: [RedlineClause] = []
    // By index before: the index now; of what is left out, that of the next.
    var indexes: [Int] = []
    for clause in redline.clauses {
      indexes.append(kept.count)
      if clause.state != .movedAway || !sortedPlaces.contains(clause.old) { kept.append(clause) }
    }
    redline.clauses = kept
    for index in changes.indices {
      for clause in changes[index].clauses.indices {
        changes[index].clauses[clause] = indexes[changes[index].clauses[clause]]
      }
    }
  }

  private func kind(ofNew node: Int32) -> ProvisionKind? {
    let provision = new.nodes[Int(node)].provision
    return provision >= 0 ? new.agreement.provisions[Int(provision)].kind : nil
  }
}
