/// What places are known by among their neighbours.
enum PlaceKey: Sendable {
  /// Its words and those of all inside it.
  case tree
  /// Its own words.
  case own
  /// Its heading; of a row, the name of what it is about.
  case name
  /// The name of what a row or an item is about.
  case record
  /// The same without what is written in more than one way, such as a legal form.
  case plainName
}

extension Aligner {
  /// A digest of what an old place is known by; 0 where it has none.
  func key(_ key: PlaceKey, ofOld node: Int) -> UInt64 { Self.key(key, node, old, oldNames) }

  func key(_ key: PlaceKey, ofNew node: Int) -> UInt64 { Self.key(key, node, new, newNames) }

  private static func key(
    _ key: PlaceKey, _ node: Int, _ text: ComparedText, _ names: RecordNames
  ) -> UInt64 {
    switch key {
    case .tree: text.nodes[node].treeDigest
    case .own: text.nodes[node].digest
    case .name:
      text.nodes[node].shape == .row ? names.digest(of: node) : text.nodes[node].titleDigest
    case .record: names.digest(of: node)
    case .plainName: names.plainDigest(of: node)
    }
  }
}
