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

  /// Reads splits and merges off the parts that correspond to nothing of their own.
  mutating func listParts() {
    splits = partOfOld.indices.compactMap { node in
      let whole = partOfOld[node]
      return whole >= 0 && oldOf[node] < 0 && newOf[Int(whole)] >= 0 ? (whole, Int32(node)) : nil
    }
    merges = partOfNew.indices.compactMap { node in
      let whole = partOfNew[node]
      return whole >= 0 && newOf[node] < 0 && oldOf[Int(whole)] >= 0 ? (Int32(node), whole) : nil
    }
    splits.sort { ($0.old, $0.new) < ($1.old, $1.new) }
    merges.sort { ($0.new, $0.old) < ($1.new, $1.old) }
  }
}
