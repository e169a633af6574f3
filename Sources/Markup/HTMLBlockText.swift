/// What of an HTML block is shown, as text.
///
/// Comments are left out, and so are line breaks, which mean nothing between blocks. What remains
/// is not HTML to us: it is text that the reader gets to see as it was written.
struct HTMLBlockText {
  /// Empty where nothing but comments, breaks and blanks was in the block.
  private(set) var shown: [UInt8] = []
  /// Whether a comment lacks its end, so that all text after it was taken for a comment.
  private(set) var hasOpenComment = false

  /// - Complexity: O(bytes of the block).
  init(_ block: ArraySlice<UInt8>) {
    shown.reserveCapacity(block.count)
    var index = block.startIndex
    while index < block.endIndex {
      guard block[index] == UInt8(ascii: "<") else {
        shown.append(block[index])
        index += 1
        continue
      }
      let rest = block[index...]
      if rest.starts(with: "<!--".utf8) {
        // `<!-->` and `<!--->` are comments too: their dashes serve twice.
        index = endOfComment(in: block, from: index + 2)
      } else if let length = lengthOfBreak(rest.prefix(8)) {
        index += length
      } else {
        shown.append(block[index])
        index += 1
      }
    }
    while let last = shown.last, isBlank(last) { shown.removeLast() }
    shown.removeFirst(shown.prefix(while: isBlank).count)
  }

  private mutating func endOfComment(in block: ArraySlice<UInt8>, from start: Int) -> Int {
    var dashes = 0
    for index in start..<block.endIndex {
      if block[index] == UInt8(ascii: ">"), dashes >= 2 { return index + 1 }
      dashes = block[index] == UInt8(ascii: "-") ? dashes + 1 : 0
    }
    hasOpenComment = true
    return block.endIndex
  }

  private func lengthOfBreak(_ text: ArraySlice<UInt8>) -> Int? {
    guard let end = text.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    switch MarkupTag(text[...end]) {
    case .start(.br), .selfClosing(.br): return end + 1 - text.startIndex
    default: return nil
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (UInt8(ascii: "\t")...UInt8(ascii: "\r")).contains(byte)
  }
}
