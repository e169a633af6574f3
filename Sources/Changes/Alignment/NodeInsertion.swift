/// A place that is put around others, so that both versions have one shape.
struct NodeInsertion {
  /// The node that it comes before; nothing else is put there.
  var before: Int
  /// Its parent is one of the nodes that there were.
  var node: TextNode
  /// The nodes that it holds, from ``before`` on: children of its parent so far.
  var children: [Int]
}

extension ComparedText {
  /// The same text with further places. `insertions`: in the order of the text. `nodes`: those of
  /// this text, with what they lose to the new ones.
  ///
  /// A provision that has a place keeps it, unless `movingProvisions` says that it has the new one
  /// of its provision.
  ///
  /// - Complexity: O(places).
  func inserting(
    _ insertions: [NodeInsertion], among nodes: [TextNode], movingProvisions: Bool = false
  ) -> ComparedText {
    var placed: [TextNode] = []
    placed.reserveCapacity(nodes.count + insertions.count)
    var moved: [Int32] = []
    moved.reserveCapacity(nodes.count)
    var indexes: [Int32] = []
    for index in 0...nodes.count {
      if indexes.count < insertions.count, insertions[indexes.count].before == index {
        var node = insertions[indexes.count].node
        node.parent = moved[Int(node.parent)]
        indexes.append(Int32(placed.count))
        placed.append(node)
      }
      guard index < nodes.count else { break }
      moved.append(Int32(placed.count))
      var node = nodes[index]
      if node.parent >= 0 { node.parent = moved[Int(node.parent)] }
      placed.append(node)
    }
    for (insertion, index) in zip(insertions, indexes) {
      for child in insertion.children { placed[Int(moved[child])].parent = index }
    }
    for index in placed.indices { placed[index].end = Int32(index) + 1 }
    for index in placed.indices.dropFirst().reversed() {
      let parent = Int(placed[index].parent)
      placed[parent].end = max(placed[parent].end, placed[index].end)
    }
    placed.digest(tokens, comparedID)
    var nodeOfProvision = nodeOfProvision.map { moved[Int($0)] }
    if movingProvisions {
      for (insertion, index) in zip(insertions, indexes) where insertion.node.provision >= 0 {
        nodeOfProvision[Int(insertion.node.provision)] = index
      }
    }
    return ComparedText(self, nodes: placed, nodeOfProvision: nodeOfProvision)
  }
}
