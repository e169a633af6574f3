internal import Agreements
internal import Differencing

/// One place of the two versions woven into one: where it stands in each, and what became of it.
struct WovenEntry: Sendable {
  var state: RedlineClause.State
  /// Nodes, or -1.
  var old: Int32
  var new: Int32
  var depth: Int32
  /// Whether it stands in something that was added or removed as a whole.
  var isInside = false
}

extension Weaver {
  /// Everything in the order in which a redline shows it: the new text's, with what is gone where
  /// it stood.
  static func weave(
    _ old: ComparedText, _ new: ComparedText, _ alignment: Alignment
  ) -> [WovenEntry] {
    var weaver = Weaver(old: old, new: new, alignment: alignment)
    return weaver.weave()
  }
}

/// Puts the places of two versions in one order.
struct Weaver {
  let old: ComparedText
  let new: ComparedText
  let alignment: Alignment

  private mutating func weave() -> [WovenEntry] {
    var entries: [WovenEntry] = []
    entries.reserveCapacity(new.nodes.count + 16)
    // A stack of its own: what users nest must not nest here.
    var pending = [WovenEntry(state: .unchanged, old: 0, new: 0, depth: -1)]
    while let entry = pending.popLast() {
      entries.append(entry)
      switch entry.state {
      case .unchanged, .changed, .movedHere:
        pending.append(contentsOf: childrenOfPair(entry).reversed())
      case .added, .splitOff:
        pending.append(contentsOf: childrenOfOne(entry, isOld: false).reversed())
      case .removed: pending.append(contentsOf: childrenOfOne(entry, isOld: true).reversed())
      case .movedAway, .mergedAway: continue
      }
    }
    return entries
  }

  /// What is inside something that only one version has.
  private func childrenOfOne(_ entry: WovenEntry, isOld: Bool) -> [WovenEntry] {
    let nodes = isOld ? old.nodes : new.nodes
    let parent = Int(isOld ? entry.old : entry.new)
    guard Int(nodes[parent].end) > parent + 1 else { return [] }
    return nodes.children(of: parent).map { child in
      entryOfOne(child, isOld: isOld, depth: entry.depth + 1, isInside: true)
    }
  }

  /// A place of one version that has no counterpart where it stands.
  private func entryOfOne(
    _ node: Int, isOld: Bool, depth: Int32, isInside: Bool
  ) -> WovenEntry {
    let match = isOld ? alignment.newOf[node] : alignment.oldOf[node]
    let this = Int32(node)
    if isOld {
      return WovenEntry(
        state: match < 0 ? .removed : .movedAway, old: this, new: match, depth: depth,
        isInside: isInside)
    }
    return WovenEntry(
      state: match < 0 ? .added : .movedHere, old: match, new: this, depth: depth,
      isInside: isInside)
  }

  private func childrenOfPair(_ entry: WovenEntry) -> [WovenEntry] {
    let (oldParent, newParent) = (Int(entry.old), Int(entry.new))
    // A row tells what the facts below the name told, or the other way round.
    let (before, after) = (old.nodes[oldParent], new.nodes[newParent])
    if (before.shape == .row) != (after.shape == .row), before.role == .place, after.role == .place
    {
      return []
    }
    guard
      Int(old.nodes[oldParent].end) > oldParent + 1 || Int(new.nodes[newParent].end) > newParent + 1
    else { return [] }
    let depth = entry.depth + 1
    // Most lists are as they were.
    if let entries = childrenInPlace(oldParent, newParent, depth: depth) { return entries }
    let olds = old.nodes.children(of: oldParent)
    let news = new.nodes.children(of: newParent)
    var entries: [WovenEntry] = []
    var (left, right) = (0, 0)
    func close(_ oldEnd: Int, _ newEnd: Int) {
      for node in olds[left..<oldEnd] {
        entries.append(entryOfOne(node, isOld: true, depth: depth, isInside: false))
      }
      for node in news[right..<newEnd] {
        entries.append(entryOfOne(node, isOld: false, depth: depth, isInside: false))
      }
      (left, right) = (oldEnd, newEnd)
    }
    for anchor in staying(olds, news) {
      close(anchor.old, anchor.new)
      entries.append(
        WovenEntry(
          state: .unchanged, old: Int32(olds[anchor.old]), new: Int32(news[anchor.new]),
          depth: depth))
      (left, right) = (anchor.old + 1, anchor.new + 1)
    }
    close(olds.count, news.count)
    return entries
  }

  /// What is inside two places where all of it corresponds and is in order; else `nil`.
  private func childrenInPlace(
    _ oldParent: Int, _ newParent: Int, depth: Int32
  ) -> [WovenEntry]? {
    let (oldEnd, newEnd) = (old.nodes[oldParent].end, new.nodes[newParent].end)
    var (left, right) = (Int32(oldParent) + 1, Int32(newParent) + 1)
    var entries: [WovenEntry] = []
    while left < oldEnd, right < newEnd {
      guard alignment.newOf[Int(left)] == right, haveOneRank(left, right) else { return nil }
      entries.append(WovenEntry(state: .unchanged, old: left, new: right, depth: depth))
      (left, right) = (old.nodes[Int(left)].end, new.nodes[Int(right)].end)
    }
    return left == oldEnd && right == newEnd ? entries : nil
  }

  /// The positions of children that correspond and keep their order, so that as few as possible
  /// count as moved, and of those rather short ones.
  private func staying(_ olds: [Int], _ news: [Int]) -> [(old: Int, new: Int)] {
    var positions: [Int32: Int] = [:]
    for (position, node) in news.enumerated() where alignment.oldOf[node] >= 0 {
      positions[Int32(node)] = position
    }
    var pairs: [(old: Int, new: Int)] = []
    for (position, node) in olds.enumerated() where alignment.newOf[node] >= 0 {
      let match = alignment.newOf[node]
      if let other = positions[match], haveOneRank(Int32(node), match) {
        pairs.append((position, other))
      }
    }
    let stays = longestAscent(
      of: pairs.map(\.new), weights: pairs.map { Int(old.nodes[olds[$0.old]].treeWords) + 1 })
    return zip(pairs, stays).filter(\.1).map(\.0)
  }

  /// Whether two places are both sections, or both annexes, if they are either: what became an
  /// annex went to another part of the document, whatever stands next to it.
  private func haveOneRank(_ left: Int32, _ right: Int32) -> Bool {
    let (before, after) = (old.nodes[Int(left)], new.nodes[Int(right)])
    return before.shape == after.shape || !before.isSectionOrAnnex && !after.isSectionOrAnnex
  }
}
