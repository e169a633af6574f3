/// Which node of the new version each node of the old one became.
struct Alignment: Sendable {
  /// By old node: the new one, or -1 where there is none.
  var newOf: [Int32]
  /// By new node: the old one, or -1.
  var oldOf: [Int32]
  /// What one old node was split into, beside the node that it corresponds to: pairs of the old
  /// node and a new one.
  var splits: [(old: Int32, new: Int32)] = []
  /// What went into a new node beside the node that it corresponds to.
  var merges: [(old: Int32, new: Int32)] = []
  /// Sentences that clauses lost to others, by old node, in the order of the text.
  var movedSentences: [SharedSentences.Stretch] = []
  /// Old nodes that were written anew: they correspond to what took their place, and have no word
  /// in common with it.
  var rewritten: Set<Int32> = []
  /// By old node: the new one that has what it says among other things, or -1; it corresponds to
  /// that or to none.
  var partOfNew: [Int32]
  /// By new node: the old one that had what it says among other things, or -1.
  var partOfOld: [Int32]

  init(oldCount: Int, newCount: Int) {
    newOf = [Int32](repeating: -1, count: oldCount)
    oldOf = [Int32](repeating: -1, count: newCount)
    (partOfNew, partOfOld) = (newOf, oldOf)
  }

  mutating func match(_ old: Int, _ new: Int) {
    newOf[old] = Int32(new)
    oldOf[new] = Int32(old)
  }

  /// Whether two nodes correspond to nothing, and are no parts of anything but each other.
  func areFree(_ old: Int, _ new: Int) -> Bool {
    newOf[old] < 0 && oldOf[new] < 0 && (partOfNew[old] < 0 || partOfNew[old] == new)
      && (partOfOld[new] < 0 || partOfOld[new] == old)
  }

}

/// The same of either version.
extension Alignment {
  /// By node of a version, the one of the other that it corresponds to, or -1.
  func matches(_ side: Side) -> [Int32] { side == .old ? newOf : oldOf }

  func match(of node: Int, in side: Side) -> Int { Int(side == .old ? newOf[node] : oldOf[node]) }

  /// By node of a version, the one of the other that it is a part of, or -1.
  func wholes(_ side: Side) -> [Int32] { side == .old ? partOfNew : partOfOld }

  func whole(of part: Int, in side: Side) -> Int {
    Int(side == .old ? partOfNew[part] : partOfOld[part])
  }

  mutating func setWhole(of part: Int, in side: Side, to whole: Int) {
    if side == .old { partOfNew[part] = Int32(whole) } else { partOfOld[part] = Int32(whole) }
  }

  /// Whether a node corresponds to nothing, and is no part of anything.
  func isFree(_ node: Int, in side: Side) -> Bool {
    match(of: node, in: side) < 0 && whole(of: node, in: side) < 0
  }

  /// Whether a node can still be matched with one of its neighbours.
  func isOpen(_ node: Int, in side: Side) -> Bool {
    guard match(of: node, in: side) < 0 else { return false }
    let whole = whole(of: node, in: side)
    return whole < 0 || match(of: whole, in: side.other) < 0
  }

  /// The parts that a version has and that correspond to nothing of their own, by the places of the
  /// other version that have them: splits if the version is the new one, else merges.
  func parts(in side: Side) -> [NodePart] {
    let (wholes, matches) = (wholes(side), matches(side))
    var parts: [NodePart] = []
    for (node, whole) in wholes.enumerated()
    where whole >= 0 && matches[node] < 0 && match(of: Int(whole), in: side.other) >= 0 {
      parts.append(NodePart(part: Int32(node), whole: whole))
    }
    return parts.sorted { ($0.whole, $0.part) < ($1.whole, $1.part) }
  }
}

/// A node that is a part of one of the other version.
struct NodePart: Sendable {
  var part: Int32
  var whole: Int32
}
