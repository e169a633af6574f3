internal import Agreements

/// The places of one version that hold others, and correspond to nothing yet: sections, annexes,
/// groups of rows, items with items of their own.
struct Holders {
  private struct Number: Hashable {
    var parent: Int32
    var shape: TextNode.Shape
    var number: String
  }

  /// In the order of the text.
  let nodes: [Int]
  private let text: ComparedText
  /// By name, and by number; `nil` for what is not the only one.
  private var named: [UInt64: Int?] = [:]
  private var numbered: [Number: Int?] = [:]
  /// By node: its neighbours on both sides, and the first place inside of it, or -1.
  private var predecessors: [Int32] = []
  private var successors: [Int32] = []
  private var firsts: [Int32] = []

  init(_ text: ComparedText, _ matches: [Int32]) {
    self.text = text
    nodes = text.nodes.indices.dropFirst().filter { index in
      matches[index] < 0 && text.nodes[index].shape != .table
        && Int(text.nodes[index].end) > index + 1
    }
    guard !nodes.isEmpty else { return }
    readNeighbours()
    for node in nodes {
      let name = name(of: node)
      if name != 0 { named[name] = named[name] == nil ? .some(node) : .some(nil) }
      if let number = number(of: node, in: text.nodes[node].parent) {
        numbered[number] = numbered[number] == nil ? .some(node) : .some(nil)
      }
    }
  }

  private mutating func readNeighbours() {
    predecessors = [Int32](repeating: -1, count: text.nodes.count)
    successors = predecessors
    firsts = predecessors
    /// The last one so far, by what holds it.
    var last = predecessors
    for index in text.nodes.indices.dropFirst() {
      let (parent, shape) = (Int(text.nodes[index].parent), text.nodes[index].shape)
      guard !text.nodes[index].isBareHeading, shape != .row, shape != .table else { continue }
      let before = last[parent]
      predecessors[index] = before
      if before >= 0 {
        successors[Int(before)] = Int32(index)
      } else {
        firsts[parent] = Int32(index)
      }
      last[parent] = Int32(index)
    }
  }

  /// A digest of the heading of a place, or of its own words; 0 where it has neither.
  func name(of node: Int) -> UInt64 {
    let place = text.nodes[node]
    return place.isSectionOrAnnex ? place.titleDigest : place.words > 0 ? place.digest : 0
  }

  func hasName(_ name: UInt64) -> Bool { name != 0 && named[name] != nil }

  /// The place that has a name as the only one.
  func only(_ name: UInt64) -> Int? { name == 0 ? nil : named[name] ?? nil }

  /// The place of another version that has the number of one of this.
  func numbered(like node: Int, in others: Self, _ matches: [Int32]) -> Int? {
    let parent = matches[Int(text.nodes[node].parent)]
    guard parent >= 0, let number = number(of: node, in: parent) else { return nil }
    return others.numbered[number] ?? nil
  }

  /// The places of another version that follow what the last neighbour before one of this became,
  /// in order.
  func following(_ node: Int, in others: Self, _ matches: [Int32]) -> [Int] {
    let parent = matches[Int(text.nodes[node].parent)]
    guard parent >= 0 else { return [] }
    func isKept(_ place: Int32) -> Bool {
      let match = matches[Int(place)]
      return match >= 0 && others.text.nodes[Int(match)].parent == parent
    }
    var before = predecessors[node]
    var steps = 1
    while before >= 0, !isKept(before), steps < Self.nearest {
      before = predecessors[Int(before)]
      steps += 1
    }
    guard before < 0 || isKept(before) else { return [] }
    let start = before < 0 ? -1 : matches[Int(before)]
    var next = start < 0 ? others.firsts[Int(parent)] : others.successors[Int(start)]
    var found: [Int] = []
    while next >= 0, found.count < Self.nearest {
      found.append(Int(next))
      next = others.successors[Int(next)]
    }
    return found
  }

  /// What a place is called by among those of one parent, which is a node of either version; `nil`
  /// where it has no number.
  private func number(of node: Int, in parent: Int32) -> Number? {
    let number = numberBody(text.designation(of: node))
    return number.isEmpty
      ? nil : Number(parent: parent, shape: text.nodes[node].shape, number: number)
  }

  /// How many neighbours are looked at.
  private static var nearest: Int { 8 }
}
