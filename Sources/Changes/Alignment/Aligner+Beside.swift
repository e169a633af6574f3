/// Places that are equal with all that is inside them, of which one version has several and the
/// other one: the one that stands beside what it stood beside is the same.
///
/// Two systems have the same technical measures; where only one of them is left, the measures that
/// stand before its organisational ones are its own.
extension Aligner {
  mutating func matchBesideMatched() {
    var counts = DigestTable<Counts>(capacity: 16)
    for index in new.nodes.indices.dropFirst() where isRepeatable(index, in: .new) {
      let place = counts.index(of: new.nodes[index].treeDigest, orAdding: Counts())
      counts[at: place].news += 1
    }
    for index in old.nodes.indices.dropFirst() where isRepeatable(index, in: .old) {
      guard let place = counts.index(of: old.nodes[index].treeDigest) else { continue }
      counts[at: place].olds += 1
    }
    for index in new.nodes.indices.dropFirst() where isRepeatable(index, in: .new) {
      let digest = new.nodes[index].treeDigest
      guard let count = counts[digest], min(count.olds, count.news) == 1,
        let match = besideMatched(index), old.nodes[match].treeDigest == digest,
        isRepeatable(match, in: .old)
      else { continue }
      matchTree(match, index)
    }
  }

  private struct Counts {
    var olds = 0
    var news = 0
  }

  private func isRepeatable(_ index: Int, in side: Side) -> Bool {
    let node = text(side).nodes[index]
    return Int(node.end) > index + 1 && node.treeWords >= Limits.shortestUnique
      && alignment.isFree(index, in: side)
  }

  /// The old place that stands before what the next place was, or behind what the one before was.
  private func besideMatched(_ index: Int) -> Int? {
    let next = Int(new.nodes[index].end)
    let parent = Int(new.nodes[index].parent)
    if parent >= 0, next < Int(new.nodes[parent].end), alignment.oldOf[next] >= 0,
      let before = old.nodes.previousSibling(of: Int(alignment.oldOf[next]))
    {
      return before
    }
    guard let before = new.nodes.previousSibling(of: index), alignment.oldOf[before] >= 0 else {
      return nil
    }
    let was = Int(alignment.oldOf[before])
    let behind = Int(old.nodes[was].end)
    let holder = Int(old.nodes[was].parent)
    return holder >= 0 && behind < Int(old.nodes[holder].end) ? behind : nil
  }
}
