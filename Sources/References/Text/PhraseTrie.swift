/// Names of several words, found in a run of tokens.
///
/// - Complexity: a look-up is O(tokens of the longest name), whatever the number of names.
struct PhraseTrie: Sendable {
  private struct Node {
    var value = -1
    /// For abbreviations: the spelling, whose case counts; `AO` is a law, `ao` is not.
    var exact: [UInt8] = []
  }

  private var edges = WordTable(capacity: 16)
  private var nodes = [Node()]

  var isEmpty: Bool { nodes.count == 1 }

  /// Adds a name, unless it is there already; `isExact` says whether capital letters count.
  ///
  /// - Returns: the value that stands for the name, and its first token.
  @discardableResult
  mutating func insert(_ name: String, value: Int, isExact: Bool = false) -> (
    value: Int, first: Token
  )? {
    let bytes = Array(name.utf8)
    var tokenizer = Tokenizer()
    tokenizer.tokenize(bytes.span, from: 0, to: bytes.count)
    let tokens = tokenizer.tokens
    guard tokens.count > 1 else { return nil }
    var node: UInt32 = 0
    for token in tokens.all.dropLast() {
      let key = Self.key(node, token)
      if edges[key] == 0 {
        nodes.append(Node())
        edges[key] = UInt32(nodes.count - 1)
      }
      node = edges[key]
    }
    if nodes[Int(node)].value < 0 {
      nodes[Int(node)].value = value
      if isExact { nodes[Int(node)].exact = bytes }
    }
    return (nodes[Int(node)].value, tokens[0])
  }

  /// The longest name that begins at `index`, and the index behind it.
  func match(
    _ tokens: PassageTokens, at index: Int, in text: borrowing Span<UInt8>
  ) -> (value: Int, end: Int)? {
    var best: (value: Int, end: Int)?
    var node: UInt32 = 0
    var next = index
    while next < tokens.count - 1 {
      node = edges[Self.key(node, tokens[next])]
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

  private static func key(_ node: UInt32, _ token: Token) -> UInt64 {
    // Words and numbers have a hash; signs have a code, and masked text neither.
    let sign = UInt64(token.kind == .sign ? token.word : token.kind == .masked ? 0x3 : 0)
    let place = (UInt64(node) << 16 | sign) &* 0x9E37_79B9_7F4A_7C15
    return (token.hash ^ place) &* 0xD6E8_FEB8_6659_FD93
  }
}
