internal import Diagnostics

/// Spans with attributes, as pandoc writes anchors and looks that came from a word processor:
/// `[]{#scope .anchor}`, `[Scope]{.underline}`. The words stay, as those of HTML's `span` do.
extension MarkupTreeBuilder {
  /// Takes the marks of spans off the text that was appended from `start` on.
  ///
  /// - Complexity: O(bytes appended); a span is not long.
  mutating func dropSpanMarks(from start: Int) {
    guard lastText >= 0, tree.text.span.extracting(start...).holds(UInt8(ascii: "}")) else {
      return
    }
    var read = start
    var write = start
    var first = start
    /// Brackets without their other half, where they are written to.
    var open: [Int] = []
    while read < tree.text.count {
      let byte = tree.text[read]
      if byte == UInt8(ascii: "[") {
        open.append(write)
      } else if byte == UInt8(ascii: "]") {
        let bracket = open.popLast()
        if let end = endOfMarks(at: read + 1) {
          if let bracket, write - bracket <= Self.longestSpan {
            noteAnchor(in: (read + 2)..<end, at: bracket)
            for index in bracket..<max(bracket, write - 1) {
              tree.text[index] = tree.text[index + 1]
            }
            write -= 1
            read = end + 1
            continue
          }
          if bracket == nil, let earlier = startOfSpan(before: first) {
            noteAnchor(in: (read + 2)..<end, at: earlier)
            drop(bracketAt: earlier)
            first -= 1
            write -= 1
            read = end
            continue
          }
        }
      }
      tree.text[write] = byte
      write += 1
      read += 1
    }
    tree.text.removeSubrange(write...)
    endLastText()
  }

  /// Takes a bracket out that stands in the text of an earlier node of the block.
  private mutating func drop(bracketAt offset: Int) {
    tree.text.remove(at: offset)
    var index = tree.nodes.count - 1
    while index >= 0, tree.nodes[index].kind.isInline {
      if tree.nodes[index].kind == .text, Int(tree.nodes[index].textEnd) <= offset { break }
      if Int(tree.nodes[index].textStart) > offset { tree.nodes[index].textStart -= 1 }
      if Int(tree.nodes[index].textEnd) > offset { tree.nodes[index].textEnd -= 1 }
      index -= 1
    }
  }

  /// The brace that ends the marks `{.underline}` or `{#anchor .anchor}`, which begin at `start`.
  private func endOfMarks(at start: Int) -> Int? {
    guard start + 2 < tree.text.count, tree.text[start] == UInt8(ascii: "{"),
      tree.text[start + 1] == UInt8(ascii: "#") || tree.text[start + 1] == UInt8(ascii: "."),
      tree.text[start + 2].isASCIILetterOrDigit || tree.text[start + 2] == UInt8(ascii: "_")
    else { return nil }
    return tree.text[start..<min(start + Self.longestMarks, tree.text.count)]
      .firstIndex(of: UInt8(ascii: "}"))
  }

  /// The bracket of the same block that a span begins with whose end stands in a later node.
  private func startOfSpan(before end: Int) -> Int? {
    var depth = 0
    var index = end - 1
    let start = max(Int(openBlockTextStart), end - Self.longestSpan)
    while index >= start {
      if tree.text[index] == UInt8(ascii: "]") { depth += 1 }
      if tree.text[index] == UInt8(ascii: "[") {
        if depth == 0 { return index }
        depth -= 1
      }
      index -= 1
    }
    return nil
  }

  private static let longestMarks = 200
  private static let longestSpan = 1000
}

// MARK: - Anchors

extension MarkupTreeBuilder {
  /// Notes the name of `<a name="scope">` or `<span id="scope">`, whose tag shows nothing.
  mutating func addAnchor(ofTag tag: [UInt8]) {
    for key in [" id=", " name="] {
      guard let start = tag.firstIndex(of: UInt8(ascii: " ")),
        let found = (start..<tag.count).first(where: { tag[$0...].starts(with: key.utf8) })
      else { continue }
      let value = tag[(found + key.utf8.count)...]
      guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      else {
        return
      }
      return addAnchor(value.dropFirst().prefix { $0 != quote }, at: tree.text.count)
    }
  }

  /// Notes the name in the marks of a span: `#scope .anchor`.
  private mutating func noteAnchor(in marks: Range<Int>, at text: Int) {
    guard tree.text[marks.lowerBound] == UInt8(ascii: "#") else { return }
    addAnchor(tree.text[marks].dropFirst().prefix { $0 != UInt8(ascii: " ") }, at: text)
  }

  private mutating func addAnchor(_ name: ArraySlice<UInt8>, at text: Int) {
    guard !name.isEmpty else { return }
    tree.anchors.append(MarkupAnchor(name: Array(name), text: Int32(truncatingIfNeeded: text)))
  }
}
