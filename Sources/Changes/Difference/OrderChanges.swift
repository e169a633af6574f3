internal import Agreements

/// Places that only stand elsewhere among their neighbours, or only have another number, as they
/// come; told when all are known.
struct OrderChanges: Sendable {
  typealias Moved = (entry: WovenEntry, change: Change)
  /// `clause`: the one of the redline that shows the place.
  typealias Renumbered = (entry: WovenEntry, clause: Int)

  /// A list that stands in another order as a whole.
  struct SortedList: Sendable {
    /// The new node that holds it.
    var parent: Int32
    /// In the order of the text.
    var moves: [Moved] = []
    /// What got another number because others moved.
    var others: [Renumbered] = []
  }

  /// Rows or points that went from one place to another together, such as all of a table.
  struct MovedBlock: Sendable {
    /// The nodes that held them and hold them now.
    var old: Int32
    var new: Int32
    /// In the order of the text.
    var moves: [Moved] = []
  }

  /// What is told of places that moved.
  enum Told: Sendable {
    case one(Change)
    case list(SortedList)
    case block(MovedBlock)
  }

  private var moved: [Moved] = []
  /// Rows and points that stand in another place now, and heads of tables.
  private var movedAway: [Moved] = []
  /// Without what is a part of a new order, once moves are taken.
  private(set) var renumbered: [Renumbered] = []
  /// By old provision: the places whose list stands in another order as a whole.
  private(set) var sortedPlaces: Set<Int32> = []

  mutating func noteMoved(_ entry: WovenEntry, _ change: Change) { moved.append((entry, change)) }

  /// A row, a point or a head of a table that only stands in another place now.
  mutating func noteMovedAway(_ entry: WovenEntry, _ change: Change) {
    movedAway.append((entry, change))
  }

  mutating func noteRenumbered(_ entry: WovenEntry, clause: Int) {
    renumbered.append((entry, clause))
  }

  /// The places that moved, in order: by themselves, or where many of one list did, as one.
  mutating func takeMoves(_ old: ComparedText, _ new: ComparedText) -> [Told] {
    var lists: [Int32: SortedList] = [:]
    for move in moved {
      let parent = move.entry.parent(in: new)
      lists[parent, default: SortedList(parent: parent)].moves.append(move)
    }
    lists = lists.filter { Self.isSortedAnew($0.value, new) }
    for other in renumbered { lists[other.entry.parent(in: new)]?.others.append(other) }
    renumbered.removeAll { lists[$0.entry.parent(in: new)] != nil }
    var told: [Told] = []
    for move in moved {
      let parent = move.entry.parent(in: new)
      guard let list = lists[parent] else {
        told.append(.one(move.change))
        continue
      }
      if list.moves.first?.entry.new == move.entry.new { told.append(.list(list)) }
      sortedPlaces.insert(old.nodes[Int(move.entry.old)].provision)
    }
    return told
  }

  /// The rows and points that went to another place, in order: by themselves, or where many went
  /// from one place to one other, as one; with them the head of their table.
  mutating func takeBlocks(_ old: ComparedText, _ new: ComparedText) -> [Told] {
    struct Way: Hashable {
      var old: Int32
      var new: Int32
    }
    func way(_ move: Moved) -> Way {
      Way(old: old.nodes[Int(move.entry.old)].parent, new: move.entry.parent(in: new))
    }
    var blocks: [Way: MovedBlock] = [:]
    for move in movedAway {
      let way = way(move)
      blocks[way, default: MovedBlock(old: way.old, new: way.new)].moves.append(move)
    }
    blocks = blocks.filter { $0.value.moves.count > Self.mostMovesTold }
    var told: [Told] = []
    for move in movedAway {
      guard let block = blocks[way(move)] else {
        told.append(.one(move.change))
        continue
      }
      if block.moves.first?.entry.new == move.entry.new { told.append(.block(block)) }
    }
    return told
  }

  /// Whether many moves are those of one new order: of rows and points without numbers, which are
  /// known by their order alone, or of most clauses of a list.
  private static func isSortedAnew(_ list: SortedList, _ new: ComparedText) -> Bool {
    guard list.moves.count > mostMovesTold else { return false }
    let kinds = Set(list.moves.map { new.writtenKind(of: $0.entry.new) })
    if kinds.isSubset(of: [.row, .item]) { return true }
    guard kinds.isSubset(of: [.row, .item, .clause, .group]) else { return false }
    let siblings = new.nodes.children(of: Int(list.parent)).count { new.nodes[$0].role == .place }
    return list.moves.count * 2 > siblings
  }

  /// So many places of one list that only moved are told one by one.
  private static var mostMovesTold: Int { 3 }
}

extension WovenEntry {
  /// The new node that holds its place.
  fileprivate func parent(in new: ComparedText) -> Int32 { new.nodes[Int(self.new)].parent }
}

extension ComparedText {
  /// What the drafter made of a place, however it is read beside the other version.
  func writtenKind(of node: Int32) -> ProvisionKind? {
    let provision = nodes[Int(node)].provision
    return provision >= 0 ? agreement.provisions[Int(provision)].kind : nil
  }
}
