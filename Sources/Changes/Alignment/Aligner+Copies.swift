extension Aligner {
  /// Gives places back to what they stood in, that were matched elsewhere only because they are
  /// equal: what was copied to another list and then changed where it stands has not moved; nor has
  /// what is equal now to something that is gone elsewhere.
  ///
  /// A record has stayed where one of its name stands in the same table or list; other texts where
  /// something alike stands between the same neighbours.
  mutating func returnCopies() {
    var homes = HomeRecords()
    for node in old.nodes.indices.dropFirst() where alignment.newOf[node] >= 0 {
      let match = Int(alignment.newOf[node])
      let (from, to) = (Int(old.nodes[node].parent), Int(new.nodes[match].parent))
      guard alignment.newOf[from] >= 0, alignment.newOf[from] != to,
        old.nodes[node].digest == new.nodes[match].digest, old.nodes[node].words > 0
      else { continue }
      if let stayed = successor(of: node, in: Int(alignment.newOf[from]), &homes) {
        rematch(node, match, to: (node, stayed))
      } else if alignment.oldOf[to] >= 0,
        let source = predecessor(of: match, in: Int(alignment.oldOf[to]), &homes)
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

  /// What an old place became in a place of the new version, if not what it is equal to.
  private mutating func successor(of node: Int, in home: Int, _ homes: inout HomeRecords) -> Int? {
    if oldNames[node] != nil {
      let found = homes.new(key(.record, ofOld: node), in: home) {
        Self.children(of: home, in: new.nodes).filter { alignment.oldOf[$0] < 0 }
          .map { ($0, key(.record, ofNew: $0)) }
      }
      return found.flatMap { alignment.oldOf[$0] < 0 && isSameShape(node, $0) ? $0 : nil }
    }
    guard
      let other = free(
        after: node, old.nodes, alignment.newOf, new.nodes, alignment.oldOf, alignment.partOfOld),
      isText(old, node), isText(new, other), similarity(node, other) >= Limits.alikeCopies
    else { return nil }
    return other
  }

  /// What a new place was in a place of the old version, if not what it is equal to.
  private mutating func predecessor(
    of node: Int, in home: Int, _ homes: inout HomeRecords
  ) -> Int? {
    if newNames[node] != nil {
      let found = homes.old(key(.record, ofNew: node), in: home) {
        Self.children(of: home, in: old.nodes).filter { alignment.newOf[$0] < 0 }
          .map { ($0, key(.record, ofOld: $0)) }
      }
      return found.flatMap { alignment.newOf[$0] < 0 && isSameShape($0, node) ? $0 : nil }
    }
    guard
      let other = free(
        after: node, new.nodes, alignment.oldOf, old.nodes, alignment.newOf, alignment.partOfNew),
      isText(new, node), isText(old, other), similarity(other, node) >= Limits.alikeCopies
    else { return nil }
    return other
  }

  private func isSameShape(_ old: Int, _ new: Int) -> Bool {
    self.old.nodes[old].shape == self.new.nodes[new].shape
      && oldNames[old]?.kind == newNames[new]?.kind
  }

  private func isText(_ text: ComparedText, _ node: Int) -> Bool {
    text.nodes[node].shape == .text && text.nodes[node].words >= Limits.shortestMoved
  }

  /// What corresponds to nothing and stands in the other version where a place stood: behind what
  /// the neighbour before became, or first in the same place, and before the next neighbour.
  private func free(
    after node: Int, _ nodes: [TextNode], _ matches: [Int32], _ others: [TextNode],
    _ otherMatches: [Int32], _ otherParts: [Int32]
  ) -> Int? {
    let parent = Int(nodes[node].parent)
    let home = Int(matches[parent])
    var before = node - 1
    while before > parent, Int(nodes[before].parent) > parent {
      before = Int(nodes[before].parent)
    }
    var place = home + 1
    if before > parent {
      let match = Int(matches[before])
      guard match >= 0, Int(others[match].parent) == home else { return nil }
      place = Int(others[match].end)
    }
    guard place < Int(others[home].end), otherMatches[place] < 0, otherParts[place] < 0 else {
      return nil
    }
    let next = Int(nodes[node].end)
    let isLast = next >= Int(nodes[parent].end)
    let end = Int(others[place].end)
    guard isLast ? end >= Int(others[home].end) : Int(matches[next]) == end else { return nil }
    return place
  }
}

/// The records of tables and lists that correspond to nothing, by name; read when first asked for.
private struct HomeRecords {
  /// By place and name the node, or -1 where two have it.
  private var news: [Int: [UInt64: Int]] = [:]
  private var olds: [Int: [UInt64: Int]] = [:]

  mutating func new(_ key: UInt64, in home: Int, _ records: () -> [(Int, UInt64)]) -> Int? {
    Self.find(key, in: home, of: &news, records)
  }

  mutating func old(_ key: UInt64, in home: Int, _ records: () -> [(Int, UInt64)]) -> Int? {
    Self.find(key, in: home, of: &olds, records)
  }

  private static func find(
    _ key: UInt64, in home: Int, of homes: inout [Int: [UInt64: Int]],
    _ records: () -> [(Int, UInt64)]
  ) -> Int? {
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
