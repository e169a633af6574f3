/// Tells whether a place still has a sentence in other words: what was copied elsewhere and then
/// changed where it stands has not gone there.
struct KeptPhrases {
  /// By place of the other version, each two words in a row that what became of it has: how many
  /// times more than the place itself, below 0 for less.
  private var surplus: [Int32: [UInt64: Int32]] = [:]

  /// Whether a place of one version has at least half of what some tokens of the other say, beside
  /// what it has of the rest of the place that those stand in.
  ///
  /// `whole`: that place, always with the same `place`. Both are read once, however many sentences
  /// are asked for.
  mutating func hold(
    _ place: Int32, of text: ComparedText, _ tokens: Range<Int32>, of whole: Int32,
    in other: ComparedText
  ) -> Bool {
    if surplus[whole] == nil {
      var counts = Self.counts(text.nodes[Int(place)].tokens, in: text)
      for (pair, count) in Self.counts(other.nodes[Int(whole)].tokens, in: other) {
        counts[pair]? -= count
      }
      surplus[whole] = counts
    }
    let asked = Self.counts(tokens, in: other)
    let (all, kept) = asked.reduce(into: (Int32(0), Int32(0))) { sums, pair in
      let left = surplus[whole]?[pair.key].map { $0 + pair.value } ?? 0
      sums.0 += pair.value
      sums.1 += min(pair.value, max(left, 0))
    }
    return kept * 2 >= max(all, 1)
  }

  private static func counts(_ tokens: Range<Int32>, in text: ComparedText) -> [UInt64: Int32] {
    var counts: [UInt64: Int32] = [:]
    for (first, second) in zip(tokens, tokens.dropFirst()) {
      let pair =
        UInt64(UInt32(bitPattern: text.comparedID(Int(first)))) << 32
        | UInt64(UInt32(bitPattern: text.comparedID(Int(second))))
      counts[pair, default: 0] += 1
    }
    return counts
  }
}
