internal import Diagnostics

/// Spans with attributes, as pandoc writes anchors and looks that came from a word processor:
/// `[]{#scope .anchor}`, `[Scope]{.underline}`. The words stay, as those of HTML's `span` do.
extension MarkupTreeBuilder {
  /// Reads what pandoc alone writes into the text that was appended from `start` on.
  mutating func readPandocMarks(from start: Int) {
    if lastText == tree.nodes.count - 1, tree.text.count > start,
      tree.text[start] == UInt8(ascii: "{"), Int(tree.nodes[lastText].textStart) == start
    {
      if readsRawHTML(from: start) { return }
      dropMarksOfLink(from: start)
    }
    dropSpanMarks(from: start)
    readSuperscripts(from: start)
  }

  /// Takes the attributes of a link or a picture off: `![](a.png){width="3in"}`.
  private mutating func dropMarksOfLink(from start: Int) {
    guard followsLink(lastText), let end = endOfMarks(at: start) else { return }
    tree.text.removeSubrange(start...end)
    endLastText()
  }

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
          if let change = TrackedChange(marks: tree.text[(read + 2)..<end]) {
            addChange(change, at: bracket ?? startOfSpan(before: first) ?? start)
          }
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

  /// The brace that ends the marks `{.underline}`, `{#anchor .anchor}` or `{lang="de"}`, which
  /// begin at `start`.
  private func endOfMarks(at start: Int) -> Int? {
    guard start + 2 < tree.text.count, tree.text[start] == UInt8(ascii: "{"),
      tree.text[start + 1] != UInt8(ascii: "}")
    else { return nil }
    let marks = tree.text[(start + 1)..<min(start + Self.longestMarks, tree.text.count)]
    guard let end = marks.firstIndex(of: UInt8(ascii: "}")) else { return nil }
    let first = tree.text[start + 1]
    if first == UInt8(ascii: "#") || first == UInt8(ascii: ".") {
      let next = tree.text[start + 2]
      return next.isASCIILetterOrDigit || next == UInt8(ascii: "_") || next >= 0x80 ? end : nil
    }
    // What has a meaning on a clause stays for it.
    let key = marks.prefix { $0.isASCIILetter || $0 == UInt8(ascii: "-") }
    let isOurs = key.elementsEqual("covers".utf8) || key.elementsEqual("alt".utf8)
    let isValue = marks[key.endIndex...].starts(with: "=\"".utf8)
    return !key.isEmpty && isValue && !isOurs ? end : nil
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

  static let longestMarks = 300
  private static let longestSpan = 1000
}

// MARK: - Raw HTML and raised letters

extension MarkupTreeBuilder {
  /// Reads code with `{=html}` behind it, which was appended from `start` on, as the HTML that it
  /// stands for: `` `<u>`{=html} ``.
  private mutating func readsRawHTML(from start: Int) -> Bool {
    let mark = "{=html}".utf8
    let code = lastText - 1
    guard code > 0, tree.nodes[code].kind == .code, tree.text[start...].starts(with: mark) else {
      return false
    }
    let literal = Array(tree.plainText(of: code))
    let rest = Array(tree.text[(start + mark.count)...])
    tree.text.removeSubrange(Int(tree.nodes[code].textStart)...)
    tree.nodes.removeLast(2)
    append(html: literal)
    if !rest.isEmpty { append(text: rest) }
    return true
  }

  /// Reads letters that are raised: `the 1^st^ of May`.
  ///
  /// - Complexity: O(bytes appended).
  private mutating func readSuperscripts(from start: Int) {
    let caret = UInt8(ascii: "^")
    guard lastText >= 0, start < tree.text.count,
      tree.text.span.extracting(start...).holds(caret)
    else { return }
    let chunk = Array(tree.text[start...])
    var pieces: [(text: Range<Int>, raised: Range<Int>)] = []
    var (index, from) = (0, 0)
    while index < chunk.count {
      guard chunk[index] == caret else {
        index += 1
        continue
      }
      let raised = chunk[(index + 1)...].prefix(Self.longestRaised).prefix(while: Self.isRaised)
      guard !raised.isEmpty, raised.endIndex < chunk.count, chunk[raised.endIndex] == caret else {
        index = raised.endIndex
        continue
      }
      pieces.append((from..<index, raised.indices))
      index = raised.endIndex + 1
      from = index
    }
    guard !pieces.isEmpty else { return }
    tree.text.removeSubrange(start...)
    endLastText()
    for piece in pieces {
      if !piece.text.isEmpty { append(text: chunk[piece.text], isRead: true) }
      append(html: Array("<sup>".utf8))
      append(text: chunk[piece.raised], isRead: true)
      append(html: Array("</sup>".utf8))
    }
    if from < chunk.count { append(text: chunk[from...], isRead: true) }
  }

  private mutating func append(html literal: [UInt8]) {
    let start = tree.text.count
    tree.text += literal
    htmlInline(from: start)
  }

  private mutating func append(text: some Collection<UInt8>, isRead: Bool = false) {
    let start = tree.text.count
    tree.text += text
    self.text(from: start)
    if !isRead { readPandocMarks(from: start) }
  }

  private static func isRaised(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte >= 0x80 || ").,+-*".utf8.contains(byte)
  }

  private static let longestRaised = 20
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
