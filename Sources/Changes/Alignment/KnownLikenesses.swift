/// How alike the places of gaps are, kept from the first look at them for the second: by then a gap
/// has become smaller, or several.
struct KnownLikenesses {
  /// By node: the gap that it stood in, or -1, and which of its places it was.
  private var olds: [(gap: Int32, position: Int32)]
  private var news: [(gap: Int32, position: Int32)]
  private var gaps: [(width: Int, likeness: [Double])] = []

  /// The numbers of nodes of both versions.
  init(olds: Int, news: Int) {
    self.olds = [(gap: Int32, position: Int32)](repeating: (-1, 0), count: olds)
    self.news = [(gap: Int32, position: Int32)](repeating: (-1, 0), count: news)
  }

  /// `likeness`: of the first old node to each new one, then of the second, and so on.
  mutating func note(_ oldNodes: [Int], _ newNodes: [Int], _ likeness: [Double]) {
    let gap = Int32(gaps.count)
    for (position, node) in oldNodes.enumerated() { olds[node] = (gap, Int32(position)) }
    for (position, node) in newNodes.enumerated() { news[node] = (gap, Int32(position)) }
    gaps.append((newNodes.count, likeness))
  }

  /// The same for nodes of which all stood in one gap; `nil` where they did not.
  func likenesses(_ oldNodes: [Int], _ newNodes: [Int]) -> [Double]? {
    let gap = olds[oldNodes[0]].gap
    guard gap >= 0, oldNodes.allSatisfy({ olds[$0].gap == gap }),
      newNodes.allSatisfy({ news[$0].gap == gap })
    else { return nil }
    let (width, known) = gaps[Int(gap)]
    var likeness: [Double] = []
    likeness.reserveCapacity(oldNodes.count * newNodes.count)
    for old in oldNodes {
      let row = Int(olds[old].position) * width
      for new in newNodes { likeness.append(known[row + Int(news[new].position)]) }
    }
    return likeness
  }
}
