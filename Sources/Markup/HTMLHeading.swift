internal import Diagnostics

/// A heading that is written as HTML, `<h2 id="scope">2. Scope</h2>`, with nothing beside it.
struct HTMLHeading {
  let level: Int32
  /// The words, without the tags between them.
  private(set) var text: [UInt8] = []

  /// Reads a block of HTML that is one heading; `nil` for any other.
  ///
  /// - Complexity: O(bytes of the block).
  init?(_ block: [UInt8]) {
    guard block.first == UInt8(ascii: "<") else { return nil }
    var tokens = HTMLTokens(block, in: block.indices)
    guard let opening = tokens.next(), opening.kind == .start,
      let level = Self.level(opening)
    else { return nil }
    self.level = level
    while let token = tokens.next() {
      switch token.kind {
      case .text: append(HTMLEntities.decode(block[token.range]))
      case .start, .end:
        guard let other = Self.level(token) else { continue }
        // Of words and other blocks beside the heading, it would be a part.
        guard token.kind == .end, other == level, token.range.upperBound == block.count,
          !text.isEmpty
        else { return nil }
        while text.last == UInt8(ascii: " ") { text.removeLast() }
        return
      case .comment: continue
      }
    }
    return nil
  }

  private mutating func append(_ words: [UInt8]) {
    for byte in words {
      guard byte.isASCIIWhitespace else {
        text.append(byte)
        continue
      }
      if let last = text.last, last != UInt8(ascii: " ") { text.append(UInt8(ascii: " ")) }
    }
  }

  private static func level(_ tag: HTMLTokens.Token) -> Int32? {
    guard tag.name.count == 2, tag.name[0] == UInt8(ascii: "h"), tag.name[1] &- 0x31 < 6 else {
      return nil
    }
    return Int32(tag.name[1] - 0x30)
  }
}
