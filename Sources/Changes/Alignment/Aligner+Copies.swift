extension Aligner {
  /// Gives places back to what they stood in, that were matched elsewhere only because they are
  /// equal: what was copied to another list and then changed where it stands has not moved; nor has
  /// what is equal now to something that is gone elsewhere.
  ///
  /// A record has stayed where one of its name stands in the same table or list; other texts where
  /// something alike stands between the same neighbours.
  mutating func returnCopies() {
    var (oldHomes, newHomes) = (HomeRecords(), HomeRecords())
    for node in old.nodes.indices.dropFirst() where alignment.newOf[node] >= 0 {
      let match = Int(alignment.newOf[node])
      let (from, to) = (Int(old.nodes[node].parent), Int(new.nodes[match].parent))
      guard alignment.newOf[from] >= 0, alignment.newOf[from] != to,
        old.nodes[node].digest == new.nodes[match].digest, old.nodes[node].words > 0
      else { continue }
      if let stayed = stayed(node, in: .old, Int(alignment.newOf[from]), &newHomes) {
        rematch(node, match, to: (node, stayed))
      } else if alignment.oldOf[to] >= 0,
        let source = stayed(match, in: .new, Int(alignment.oldOf[to]), &oldHomes)
      {
        rematch(node, match, to: (source, match))
      }
    }
  }

  private mutating func rematch(_ old: Int, _ new: Int, to pair: (old: Int, new: Int)) {
    for node in old..<Int(self.old.nodes[old].end) {
      let match = Int(alignment.newOf[node])
      guard match >= new, match < Int(self.new.nodes[new].end) else { continue }
      alignment.newOf[node] = -1
      alignment.oldOf[match] = -1
    }
    if !matchTree(pair.old, pair.new) { alignment.match(pair.old, pair.new) }
  }

  /// What a place of a version is in the other, if not what it is equal to.
  ///
  /// `home`: what the place that it stands in corresponds to. `homes`: of the other version.
  private mutating func stayed(
    _ node: Int, in side: Side, _ home: Int, _ homes: inout HomeRecords
  ) -> Int? {
    if names(side)[node] != nil {
      let found = homes.find(key(.record, of: node, in: side), in: home) {
        text(side.other).nodes.children(of: home)
          .filter { alignment.match(of: $0, in: side.other) < 0 }
          .map { ($0, key(.record, of: $0, in: side.other)) }
      }
      guard let found, alignment.match(of: found, in: side.other) < 0,
        isSameShape(side.pair(node, found))
      else { return nil }
      return found
    }
    guard let other = freeBetweenNeighbours(of: node, in: side), isText(text(side), node),
      isText(text(side.other), other)
    else { return nil }
    let pair = side.pair(node, other)
    return similarity(pair.old, pair.new) >= Limits.alikeCopies ? other : nil
  }

  private func isSameShape(_ pair: (old: Int, new: Int)) -> Bool {
    old.nodes[pair.old].shape == new.nodes[pair.new].shape
      && oldNames[pair.old]?.kind == newNames[pair.new]?.kind
  }

  private func isText(_ text: ComparedText, _ node: Int) -> Bool {
    text.nodes[node].shape == .text && text.nodes[node].words >= Limits.shortestMoved
  }

  /// The free place of the other version where a place stands, if the next neighbour follows it
  /// there, too.
  func freeBetweenNeighbours(of node: Int, in side: Side) -> Int? {
    guard let place = freePlace(of: node, in: side), alignment.whole(of: place, in: side.other) < 0
    else { return nil }
    let (nodes, others) = (text(side).nodes, text(side.other).nodes)
    let (parent, next) = (Int(nodes[node].parent), Int(nodes[node].end))
    let end = Int(others[place].end)
    let isBetween =
      next >= Int(nodes[parent].end)
      ? end >= Int(others[Int(others[place].parent)].end)
      : alignment.match(of: next, in: side) == end
    return isBetween ? place : nil
  }
}

/// The records of one version's tables and lists that correspond to nothing, by name; read when
/// first asked for.
private struct HomeRecords {
  /// By place and name the node, or -1 where two have it.
  private var homes: [Int: [UInt64: Int]] = [:]

  mutating func find(_ key: UInt64, in home: Int, _ records: () -> [(Int, UInt64)]) -> Int? {
    if homes[home] == nil {
      var known: [UInt64: Int] = [:]
      for (node, key) in records() where key != 0 {
        known[key] = known[key] == nil ? node : -1
      }
      homes[home] = known
    }
    guard key != 0, let node = homes[home]?[key], node >= 0 else { return nil }
    return node
  }
}
