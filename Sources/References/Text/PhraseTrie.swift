/// Names of several words, found in a run of tokens.
///
/// - Complexity: a look-up is O(tokens of the longest name), whatever the number of names.
struct PhraseTrie: Sendable {
  private struct Node {
    var value = -1
    /// For abbreviations: the spelling, whose case counts; `AO` is a law, `ao` is not.
    var exact: [UInt8] = []
  }

  private var edges = WordTable(capacity: 1024)
  private var nodes = [Node()]

  mutating func insert(_ phrase: [UInt16], value: Int, isExact: Bool, text: String) {
    guard !phrase.isEmpty, phrase.allSatisfy({ $0 != 0 }) else { return }
    var node: UInt32 = 0
    for word in phrase {
      let key = Self.key(node, word)
      if edges[key] == 0 {
        nodes.append(Node())
        edges[key] = UInt32(nodes.count - 1)
      }
      node = edges[key]
    }
    guard nodes[Int(node)].value < 0 else { return }
    nodes[Int(node)].value = value
    if isExact { nodes[Int(node)].exact = Array(text.utf8) }
  }

  /// Whether a name can begin with `word`.
  @inline(__always)
  func begins(with word: UInt16) -> Bool { word != 0 && edges[Self.key(0, word)] != 0 }

  /// The longest name that begins at `index`, and the index behind it.
  func match(
    _ tokens: PassageTokens, at index: Int, in text: borrowing Span<UInt8>
  ) -> (value: Int, end: Int)? {
    var best: (value: Int, end: Int)?
    var node: UInt32 = 0
    var next = index
    while next < tokens.count, tokens[next].word != 0 {
      node = edges[Self.key(node, tokens[next].word)]
      if node == 0 { break }
      next += 1
      let found = nodes[Int(node)]
      guard found.value >= 0 else { continue }
      if !found.exact.isEmpty {
        let start = Int(tokens[index].start)
        guard Self.equals(found.exact, text, from: start, to: Int(tokens[next - 1].end)) else {
          continue
        }
      }
      best = (found.value, next)
    }
    return best
  }

  private static func equals(
    _ exact: [UInt8], _ text: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Bool {
    // A genitive 's is part of the last token but not of the name.
    guard end - start >= exact.count else { return false }
    for (offset, byte) in exact.enumerated() where text[start + offset] != byte { return false }
    return end - start <= exact.count + 4
  }

  private static func key(_ node: UInt32, _ word: UInt16) -> UInt64 {
    // Spread, since the table takes its slot from the low bits.
    (UInt64(node) << 16 | UInt64(word)) &* 0x9E37_79B9_7F4A_7C15
  }
}
