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

  init(oldCount: Int, newCount: Int) {
    newOf = [Int32](repeating: -1, count: oldCount)
    oldOf = [Int32](repeating: -1, count: newCount)
  }

  mutating func match(_ old: Int, _ new: Int) {
    newOf[old] = Int32(new)
    oldOf[new] = Int32(old)
  }

  func areFree(_ old: Int, _ new: Int) -> Bool { newOf[old] < 0 && oldOf[new] < 0 }
}
