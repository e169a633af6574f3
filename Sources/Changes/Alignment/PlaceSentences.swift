/// The sentences of the places of a text; read when first asked for.
struct PlaceSentences {
  /// A sentence that has words.
  struct Sentence: Sendable {
    var node: Int32
    /// Without the signs that end it: what ends a clause of its own may stand in the middle of
    /// another.
    var tokens: Range<Int32>
    /// Digest of its words, numbers of references left out.
    var digest: UInt64
  }

  /// Those of all nodes that were read.
  private var sentences: [Sentence] = []
  /// By node; beginning below 0 where it was not read yet.
  private var ranges: [Range<Int32>]

  init(of text: ComparedText) {
    ranges = [Range<Int32>](repeating: -1 ..< -1, count: text.nodes.count)
  }

  /// The sentences of some nodes, below their headings, in order.
  ///
  /// `text`: the one that this was made for.
  mutating func sentences(of nodes: [Int], in text: ComparedText) -> [Sentence] {
    for node in nodes where ranges[node].lowerBound < 0 { read(node, in: text) }
    var found: [Sentence] = []
    found.reserveCapacity(nodes.reduce(0) { $0 + ranges[$1].count })
    for node in nodes {
      for index in ranges[node] { found.append(sentences[Int(index)]) }
    }
    return found
  }

  private mutating func read(_ node: Int, in text: ComparedText) {
    let start = Int32(sentences.count)
    for index in text.nodes[node].passages {
      let passage = text.passages[Int(index)]
      if passage.kind == .heading || passage.tokens.isEmpty { continue }
      text.forEachSentence(in: passage.tokens) { tokens in
        let sentence = SharedSentences.trimmed(tokens, in: text)
        guard SharedSentences.words(sentence, in: text) > 0 else { return }
        sentences.append(
          Sentence(
            node: Int32(node), tokens: sentence, digest: Self.digest(sentence, in: text)))
      }
    }
    ranges[node] = start..<Int32(sentences.count)
  }

  private static func digest(_ tokens: Range<Int32>, in text: ComparedText) -> UInt64 {
    var digest = FNVDigest()
    for token in tokens { digest.add(text.comparedID(Int(token))) }
    return digest.value
  }
}
