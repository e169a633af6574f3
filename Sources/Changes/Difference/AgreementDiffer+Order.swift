internal import Agreements
internal import Deadlines

/// Places that stand elsewhere among their neighbours.
///
/// Sections and annexes are told one by one, and two or three other places, too; a table or list
/// that was sorted anew is one change, which holds all that moved.
extension AgreementDiffer {
  /// Whether a place is inside of what it was inside of before.
  func isAmongItsNeighbours(_ entry: WovenEntry) -> Bool {
    let (before, after) = (old.nodes[Int(entry.old)].parent, new.nodes[Int(entry.new)].parent)
    return before >= 0 && alignment.newOf[Int(before)] == after
  }

  /// Behind or before which of its neighbours a place stands now; `nil` where it has none.
  func neighbour(of entry: WovenEntry) -> Statements.Neighbour? {
    let parent = new.nodes[Int(entry.new)].parent
    if let previous = new.nodes.previousSibling(of: Int(entry.new)),
      new.nodes[previous].role == .place
    {
      return neighbour(Int32(previous), isBefore: false)
    }
    let next = new.nodes[Int(entry.new)].end
    guard parent >= 0, next < new.nodes[Int(parent)].end else { return nil }
    return neighbour(next, isBefore: true)
  }

  /// By its title, or by its place where it has none; with its first words where its number tells
  /// readers of the old version of something else.
  private func neighbour(_ node: Int32, isBefore: Bool) -> Statements.Neighbour {
    let entry = WovenEntry(state: .unchanged, old: -1, new: node, depth: 0)
    let before = alignment.oldOf[Int(node)]
    let isRenumbered =
      before >= 0 && old.designation(of: Int(before)) != new.designation(of: Int(node))
    return Statements.Neighbour(
      name: name(entry, new), opening: isRenumbered ? opening(of: Int(node)) : "",
      place: place(ofNew: node), isBefore: isBefore)
  }

  /// The first words of a place; of one that begins with a term in quotation marks, the term.
  private func opening(of node: Int) -> String {
    let tokens = new.nodes[node].tokens
    let kinds = new.tokens.words
    guard let first = tokens.first else { return "" }
    if kinds[Int(first)].kind == .quote,
      let end = tokens.dropFirst().prefix(Self.longestOpening).first(where: {
        kinds[Int($0)].kind == .quote
      })
    {
      return new.words(of: first + 1..<end)
    }
    let shown = tokens.prefix(Self.longestOpening)
    return new.words(of: shown) + (shown.count < tokens.count ? " \u{2026}" : "")
  }

  /// In words and signs.
  private static var longestOpening: Int { 7 }

  /// Tells the places that only stand elsewhere among their neighbours.
  mutating func reportOrder() {
    for told in order.takeMoves(old, new) + order.takeBlocks(old, new) {
      switch told {
      case .one(let change): changes.append(change)
      case .list(let list): report(list)
      case .block(let block): report(block)
      }
    }
  }

  private mutating func report(_ block: OrderChanges.MovedBlock) {
    let inside = block.moves.filter { new.nodes[Int($0.entry.new)].role == .place }
    guard let first = inside.first else { return }
    let entry = WovenEntry(
      state: .movedHere, old: block.old, new: block.new, depth: first.entry.depth - 1)
    let isRow = new.writtenKind(of: first.entry.new) == .row
    let subjects = Set(inside.map(\.change.kind))
    let kind = subjects.count == 1 ? first.change.kind : .of(.clause, .moved)
    var change = self.change(kind, entry, Judgement(.editorial, .place)) {
      Statements.movedTogether(
        from: $0, to: $1, inside.count, isRow: isRow, isTable: inside.count < block.moves.count)
    }
    change.field = "order"
    change.moves = inside.map { (place(ofOld: $0.entry.old), place(ofNew: $0.entry.new)) }
    change.clauses = block.moves.flatMap(\.change.clauses)
    change.order = first.change.order
    changes.append(change)
  }

  private mutating func report(_ list: OrderChanges.SortedList) {
    guard let first = list.moves.first else { return }
    let shape = new.nodes[Int(first.entry.new)].shape
    let siblings = new.nodes.children(of: Int(list.parent))
      .count { new.nodes[$0].shape == shape && new.nodes[$0].role == .place }
    let kinds = Set(list.moves.compactMap { new.writtenKind(of: $0.entry.new) })
    let common = kinds.count == 1 ? kinds.first : nil
    let entry = WovenEntry(
      state: .changed, old: alignment.oldOf[Int(list.parent)], new: list.parent,
      depth: first.entry.depth - 1)
    let (isWhole, count) = (list.parent == 0, list.moves.count)
    let subjects = Set(list.moves.map(\.change.kind))
    let kind = subjects.count == 1 ? first.change.kind : .of(.clause, .moved)
    // Of the one that matters most.
    let judgement =
      list.moves.map(\.change.judgement).min { $0.materiality < $1.materiality }
      ?? Judgement(.editorial, .place)
    var change = self.change(kind, entry, judgement) {
      Statements.reordered(in: isWhole ? nil : $1, count, of: siblings, common)
    }
    change.field = "order"
    let all =
      (list.moves.map { ($0.entry, $0.change.clauses) }
      + list.others.map { ($0.entry, [$0.clause]) })
      .sorted { $0.0.new < $1.0.new }
    change.moves = all.map { (place(ofOld: $0.0.old), place(ofNew: $0.0.new)) }
    change.clauses = all.flatMap(\.1)
    change.order = first.change.order
    changes.append(change)
  }

  /// Leaves out of the redline which places a list in another order had left empty: each of its
  /// places says where it stood.
  mutating func dropLeftPlaces() {
    let sortedPlaces = order.sortedPlaces
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
}
