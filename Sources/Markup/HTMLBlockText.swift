internal import Diagnostics

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
        let end = HTMLTokens.endOfComment(in: block, from: index + 2)
        hasOpenComment = hasOpenComment || end == nil
        index = end ?? block.endIndex
      } else if let length = lengthOfBreak(rest.prefix(8)) {
        index += length
      } else {
        shown.append(block[index])
        index += 1
      }
    }
    if holdsOnlyFrames(shown) { shown = [] }
    while let last = shown.last, last.isASCIIWhitespace { shown.removeLast() }
    shown.removeFirst(shown.prefix(while: \.isASCIIWhitespace).count)
  }

  /// Whether nothing but tags that set blocks apart is left: `<div align="center">`, `</div>`.
  private func holdsOnlyFrames(_ text: [UInt8]) -> Bool {
    var rest = text[...]
    while let first = rest.first(where: { !$0.isASCIIWhitespace }) {
      guard first == UInt8(ascii: "<") else { return false }
      rest = rest.drop(while: \.isASCIIWhitespace).dropFirst()
      if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
      let name = rest.prefix { $0.isASCIILetter }
      guard Self.frames.contains(where: { $0.elementsEqual(name.map { $0 | 0x20 }) }),
        let end = rest.firstIndex(of: UInt8(ascii: ">"))
      else { return false }
      let attributes = rest[name.endIndex..<end].drop(while: \.isASCIIWhitespace)
      guard attributes.isEmpty || Self.looks.contains(where: { attributes.starts(with: $0) })
      else { return false }
      rest = rest[(end + 1)...]
    }
    return !text.isEmpty
  }

  private static let frames = ["div", "center", "section", "article", "main"].map { Array($0.utf8) }
  private static let looks = ["align=", "class=", "id=", "style="].map { Array($0.utf8) }

  private func lengthOfBreak(_ text: ArraySlice<UInt8>) -> Int? {
    guard let end = text.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    switch MarkupTag(text[...end]) {
    case .start(.br), .selfClosing(.br): return end + 1 - text.startIndex
    default: return nil
    }
  }
}
