internal import Diagnostics

/// Cuts HTML into tags, comments and what stands between them, in order.
///
/// - Complexity: O(bytes): where one tag has no end, no later one is looked for.
struct HTMLTokens: Sequence, IteratorProtocol {
  enum Kind { case text, comment, start, end }

  struct Token {
    var kind: Kind
    /// Of the bytes that are read; a tag with its brackets.
    var range: Range<Int>
    /// The name of a tag, in lower case.
    var name: [UInt8] = []
  }

  private let bytes: [UInt8]
  private var index: Int
  private let end: Int
  private var hasNoMoreTags = false

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    (index, end) = (range.lowerBound, range.upperBound)
  }

  mutating func next() -> Token? {
    guard index < end else { return nil }
    if let tag = hasNoMoreTags ? nil : tag(at: index) {
      index = tag.range.upperBound
      return tag
    }
    let start = index
    index += 1
    while index < end, hasNoMoreTags || bytes[index] != UInt8(ascii: "<") { index += 1 }
    return Token(kind: .text, range: start..<index)
  }

  private mutating func tag(at start: Int) -> Token? {
    guard bytes[start] == UInt8(ascii: "<"), start + 1 < end else { return nil }
    if bytes[start..<end].starts(with: "<!--".utf8) {
      let endOfComment = Self.endOfComment(in: bytes[..<end], from: start + 2) ?? end
      return Token(kind: .comment, range: start..<endOfComment)
    }
    let isEnd = bytes[start + 1] == UInt8(ascii: "/")
    let nameStart = isEnd ? start + 2 : start + 1
    let name = bytes[nameStart..<end].prefix { $0.isASCIILetterOrDigit }
    guard name.first?.isASCIILetter == true else { return nil }
    var quote: UInt8?
    for position in name.endIndex..<end {
      let byte = bytes[position]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return Token(
          kind: isEnd ? .end : .start, range: start..<(position + 1),
          name: name.map(\.asciiLowercased))
      }
    }
    hasNoMoreTags = true
    return nil
  }

  /// Where a comment ends whose dashes begin at `start`; `nil` where it does not.
  ///
  /// `<!-->` and `<!--->` are comments too: their dashes serve twice.
  static func endOfComment(in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    var dashes = 0
    for index in start..<bytes.endIndex {
      if bytes[index] == UInt8(ascii: ">"), dashes >= 2 { return index + 1 }
      dashes = bytes[index] == UInt8(ascii: "-") ? dashes + 1 : 0
    }
    return nil
  }
}

extension HTMLTokens.Token {
  func isNamed(_ names: String...) -> Bool { names.contains { $0.utf8.elementsEqual(name) } }

  /// The value of an attribute of a tag, entities decoded; `nil` where the tag has none.
  ///
  /// - Complexity: O(bytes of the tag).
  func attribute(_ wanted: String, in bytes: [UInt8]) -> [UInt8]? {
    let end = range.upperBound - 1
    var index = range.lowerBound + 1 + name.count
    while index < end {
      while index < end, bytes[index].isASCIIWhitespace || bytes[index] == UInt8(ascii: "/") {
        index += 1
      }
      let key = bytes[index..<end].prefix {
        !$0.isASCIIWhitespace && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/")
      }
      index = key.endIndex
      while index < end, bytes[index].isASCIIWhitespace { index += 1 }
      var value: ArraySlice<UInt8> = []
      if index < end, bytes[index] == UInt8(ascii: "=") {
        index += 1
        while index < end, bytes[index].isASCIIWhitespace { index += 1 }
        if index < end, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
          let quote = bytes[index]
          value = bytes[(index + 1)..<end].prefix { $0 != quote }
          index = min(value.endIndex + 1, end)
        } else {
          value = bytes[index..<end].prefix { !$0.isASCIIWhitespace }
          index = value.endIndex
        }
      }
      if key.lazy.map(\.asciiLowercased).elementsEqual(wanted.utf8) {
        return HTMLEntities.decode(value)
      }
    }
    return nil
  }
}
