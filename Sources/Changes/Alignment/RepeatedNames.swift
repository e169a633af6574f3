/// Names of rows that stand in several rows of one table, in either version, such as that of a
/// control that is written before each of its measures: they tell none of these from the others.
///
/// Names of companies are none of them: a company has several tasks.
struct RepeatedNames {
  /// By node, the words of such a name.
  let olds: [Int32: Range<Int32>]
  let news: [Int32: Range<Int32>]

  init(_ old: ComparedText, _ oldNames: RecordNames, _ new: ComparedText, _ newNames: RecordNames) {
    let digests = Self.digests(old, oldNames).union(Self.digests(new, newNames))
    olds = Self.names(digests, old, oldNames)
    news = Self.names(digests, new, newNames)
  }

  func words(of node: Int, in side: Side) -> Range<Int32>? {
    side == .old ? olds[Int32(node)] : news[Int32(node)]
  }

  private static func digests(_ text: ComparedText, _ names: RecordNames) -> Set<UInt64> {
    var repeated: Set<UInt64> = []
    var table: (node: Int32, names: Set<UInt64>) = (-1, [])
    for (node, name) in rows(text, names) {
      let parent = text.nodes[node].parent
      if parent != table.node { table = (parent, []) }
      if !table.names.insert(name.digest).inserted { repeated.insert(name.digest) }
    }
    return repeated
  }

  private static func names(
    _ digests: Set<UInt64>, _ text: ComparedText, _ names: RecordNames
  ) -> [Int32: Range<Int32>] {
    guard !digests.isEmpty else { return [:] }
    var found: [Int32: Range<Int32>] = [:]
    for (node, name) in rows(text, names) where digests.contains(name.digest) {
      // Where nothing stands beside it, the name is all that there is.
      guard name.tokens != text.nodes[node].tokens else { continue }
      found[Int32(node)] = name.tokens
    }
    return found
  }

  private static func rows(
    _ text: ComparedText, _ names: RecordNames
  ) -> some Sequence<(node: Int, name: RecordNames.Name)> {
    text.nodes.indices.lazy.compactMap { node in
      guard text.nodes[node].shape == .row, text.nodes[node].role == .place,
        let name = names[node], !name.tellsRecords
      else { return nil }
      return (node, name)
    }
  }
}
