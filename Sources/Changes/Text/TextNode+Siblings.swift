extension [TextNode] {
  /// The direct children of a node.
  func children(of parent: Int) -> [Int] {
    var children: [Int] = []
    var child = parent + 1
    while child < Int(self[parent].end) {
      children.append(child)
      child = Int(self[child].end)
    }
    return children
  }

  /// The node before another in the same parent; `nil` for the first.
  ///
  /// - Complexity: O(depth of what is inside it).
  func previousSibling(of node: Int) -> Int? {
    let parent = Int(self[node].parent)
    var before = node - 1
    // Nodes inside of siblings are stepped over by way of their parents.
    while before > parent, Int(self[before].parent) > parent { before = Int(self[before].parent) }
    return before > parent ? before : nil
  }

  func hasNoInside(_ node: Int) -> Bool { Int(self[node].end) == node + 1 }
}
