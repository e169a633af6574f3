internal import Agreements
internal import Markup

/// What places are known by among their neighbours.
enum PlaceKey: Sendable {
  /// Its words and those of all inside it.
  case tree
  /// Its own words.
  case own
  /// Its heading; of a row, the name of what it is about, unless it is that of many.
  case name
  /// The name of what a row or an item is about.
  case record
  /// The same without what is written in more than one way, such as a legal form.
  case plainName
  /// The letters of a short text, however its words are put together: `Viren-Scanner`.
  case letters
}

extension Aligner {
  /// A digest of what a place is known by; 0 where it has none.
  func key(_ key: PlaceKey, of node: Int, in side: Side) -> UInt64 {
    if key == .name, repeated.words(of: node, in: side) != nil { return 0 }
    return Self.key(key, node, text(side), names(side))
  }

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
    case .letters: letters(of: node, in: text)
    }
  }

  private static func letters(of node: Int, in text: ComparedText) -> UInt64 {
    let place = text.nodes[node]
    guard place.shape == .text, place.words > 0, place.words < Limits.shortestMoved else {
      return 0
    }
    var digest = FNVDigest()
    for token in place.tokens {
      let word = text.tokens.words[Int(token)]
      guard word.kind == .word || word.kind == .number || word.kind == .symbol else { continue }
      let written = String(decoding: text.agreement.tree.text[word.bytes], as: UTF8.self)
      for letter in Spelling.folded(written.lowercased()) { digest.add(UInt64(letter.value)) }
    }
    return digest.value
  }
}
