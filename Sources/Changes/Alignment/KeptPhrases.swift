/// Tells whether a place still has a sentence in other words: what was copied elsewhere and then
/// changed where it stands has not gone there.
struct KeptPhrases {
  /// By place, each two of its words in a row.
  private var pairs: [Int32: Set<UInt64>] = [:]

  /// Whether a place of one version has at least half of what some tokens of the other say.
  ///
  /// Each place is read once, however many sentences are asked for.
  mutating func hold(
    _ place: Int32, of text: ComparedText, _ tokens: Range<Int32>, of other: ComparedText
  ) -> Bool {
    if pairs[place] == nil {
      pairs[place] = Set(Self.pairs(text.nodes[Int(place)].tokens, in: text))
    }
    let asked = Self.pairs(tokens, in: other)
    let kept = asked.count { pairs[place]?.contains($0) == true }
    return kept * 2 >= max(asked.count, 1)
  }

  private static func pairs(_ tokens: Range<Int32>, in text: ComparedText) -> [UInt64] {
    zip(tokens, tokens.dropFirst()).map { first, second in
      UInt64(UInt32(bitPattern: text.comparedID(Int(first)))) << 32
        | UInt64(UInt32(bitPattern: text.comparedID(Int(second))))
    }
  }
}
