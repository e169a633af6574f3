internal import Diagnostics
import Partitioning

/// Where the text of one block came from: matches its nodes against the bytes of the file, in
/// order.
///
/// The parser tells the place of blocks, but of inline nodes often not or wrongly. What it leaves
/// out between two texts is known from the kinds of the nodes there, so a walk over both sides at
/// once finds each byte. Where the two still differ, the walk looks for the text further on.
struct BlockAlignment {
  /// Stretches of the tree's text that stand in the file as they are: where each begins in both.
  private(set) var textStarts: [Int32] = []
  private(set) var fileStarts: [Int32] = []
  /// Inline nodes that may have no text, and where their markup begins.
  private(set) var nodes: [Int32] = []
  private(set) var nodeStarts: [Int32] = []

  private let tree: MarkupTree
  private var reader: SourceReader
  private var cursor: Int
  /// How often the walk may look for a lost text; each time may read the rest of the block.
  private var searches = 8
  /// Where the block ends at the latest.
  private let limit: Int
  /// Whether the block is a cell that is written as HTML: behind its tag.
  private let isHTML: Bool

  /// Aligns `block`, which is inside `quotes` block quotes and ends before `limit` in the file.
  init(_ tree: MarkupTree, block: Int, file: [UInt8], quotes: Int, limit: Int) {
    let node = tree.nodes[block]
    self.tree = tree
    self.limit = limit
    reader = SourceReader(file: file, quotes: quotes, isCell: node.kind == .tableCell)
    cursor = Int(node.offset)
    isHTML =
      node.kind == .tableCell && cursor > 0 && reader.has(UInt8(ascii: ">"), at: cursor - 1)
    switch node.kind {
    case .codeBlock: alignCode(node)
    case .htmlBlock: matchRaw(from: Int(node.textStart), to: Int(node.textEnd))
    default:
      if node.kind == .heading { skipHeadingMarks() }
      alignInlines((block + 1)..<Int(node.end))
    }
  }

  /// The byte of the file for a byte of the text.
  ///
  /// - Complexity: O(log stretches).
  func offset(ofText text: Int32) -> Int32? {
    guard let index = Self.lastIndex(in: textStarts, notAfter: text) else { return nil }
    return fileStarts[index] + (text - textStarts[index])
  }

  /// The byte of the file where the markup of an inline node begins.
  func offset(ofNode node: Int32) -> Int32? {
    guard let index = Self.lastIndex(in: nodes, notAfter: node), nodes[index] == node else {
      return nil
    }
    return nodeStarts[index]
  }

  private static func lastIndex(in values: [Int32], notAfter value: Int32) -> Int? {
    let behind = values.partitioningIndex { $0 > value }
    return behind > 0 ? behind - 1 : nil
  }

  private mutating func map(_ text: Int, to file: Int) {
    let (text, file) = (Int32(truncatingIfNeeded: text), Int32(truncatingIfNeeded: file))
    if let lastText = textStarts.last, let lastFile = fileStarts.last,
      file - lastFile == text - lastText
    {
      return
    }
    textStarts.append(text)
    fileStarts.append(file)
  }

  private mutating func note(_ node: Int) {
    nodes.append(Int32(truncatingIfNeeded: node))
    nodeStarts.append(Int32(truncatingIfNeeded: cursor))
  }
}

// MARK: - Inline nodes

extension BlockAlignment {
  private mutating func alignInlines(_ range: Range<Int>) {
    var open: [Int] = []
    var index = range.lowerBound
    while true {
      while let last = open.last, Int(tree.nodes[last].end) <= index {
        open.removeLast()
        leave(last, next: index < range.upperBound ? index : nil)
      }
      guard index < range.upperBound else { return }
      let node = tree.nodes[index]
      switch node.kind {
      case .text: matchText(from: Int(node.textStart), to: Int(node.textEnd))
      case .softBreak, .lineBreak: skipBreak(node)
      case .code: matchCode(index, node)
      case .htmlInline: matchTag(index, node)
      case .footnoteReference:
        seek(UInt8(ascii: "["))
        note(index)
        cursor = reader.afterLabel(cursor) ?? cursor
      default:
        enter(index, node)
        open.append(index)
      }
      index += 1
    }
  }

  private mutating func enter(_ index: Int, _ node: MarkupNode) {
    if isHTML {
      seek(UInt8(ascii: "<"))
      note(index)
      return skipTag()
    }
    note(index)
    switch node.kind {
    case .emphasis: cursor += 1
    case .strong, .strikethrough: cursor += 2
    case .image: cursor += 2
    default: cursor += 1
    }
  }

  private mutating func leave(_ index: Int, next: Int?) {
    if isHTML { return }
    switch tree.nodes[index].kind {
    case .emphasis: cursor += 1
    case .strong, .strikethrough: cursor += 2
    default:
      if reader.has(UInt8(ascii: ">"), at: cursor) {
        cursor += 1
        return
      }
      var text: ArraySlice<UInt8> = []
      if let next, tree.nodes[next].kind == .text { text = tree.plainText(of: next) }
      if reader.has(UInt8(ascii: "]"), at: cursor) {
        cursor = reader.afterLinkEnd(cursor, next: text)
      }
    }
  }

  private mutating func skipBreak(_ node: MarkupNode) {
    if reader.has(UInt8(ascii: "\\"), at: cursor) { cursor += 1 }
    cursor = reader.afterBlanks(cursor)
    map(Int(node.textStart), to: cursor)
    if reader.isLineEnd(at: cursor) { cursor = reader.afterLineEnd(cursor) }
  }

  private mutating func matchTag(_ index: Int, _ node: MarkupNode) {
    let isRaised = MarkupElement(rawValue: node.value) == .sup
    seek(UInt8(ascii: "<"), or: isRaised ? UInt8(ascii: "^") : nil)
    note(index)
    if isRaised, reader.has(UInt8(ascii: "^"), at: cursor) {
      cursor += 1
      return
    }
    guard node.textStart == node.textEnd || MarkupElement(rawValue: node.value) != nil else {
      return matchRaw(from: Int(node.textStart), to: Int(node.textEnd))
    }
    if node.textStart < node.textEnd { map(Int(node.textStart), to: cursor) }
    skipTag()
  }

  private mutating func skipTag() {
    // What is not shown is a tag without attributes, or a comment.
    let isComment =
      cursor + 4 <= limit && reader.file[cursor..<(cursor + 4)].elementsEqual("<!--".utf8)
    var dashes = 0
    while cursor < limit {
      let byte = reader.file[cursor]
      cursor += 1
      if byte == UInt8(ascii: ">"), !isComment || dashes >= 2 { return }
      dashes = byte == UInt8(ascii: "-") ? dashes + 1 : 0
    }
  }

  private mutating func matchCode(_ index: Int, _ node: MarkupNode) {
    seek(UInt8(ascii: "`"))
    note(index)
    let ticks = reader.file[cursor...].prefix { $0 == UInt8(ascii: "`") }.count
    cursor += ticks
    // One blank on both sides, or a line end, may have been taken off.
    let first = node.textStart < node.textEnd ? tree.text[Int(node.textStart)] : 0
    if reader.isLineEnd(at: cursor) {
      if first != UInt8(ascii: " ") { cursor = reader.afterLineEnd(cursor) }
    } else if reader.has(UInt8(ascii: " "), at: cursor),
      first != UInt8(ascii: " ")
        || reader.has(UInt8(ascii: " "), at: cursor + 1)
    {
      cursor += takesBlankOff(node) ? 1 : 0
    }
    matchRaw(from: Int(node.textStart), to: Int(node.textEnd))
    let isBlankBefore = reader.has(UInt8(ascii: " "), at: cursor) || reader.isLineEnd(at: cursor)
    if isBlankBefore { cursor = reader.afterSpace(cursor) }
    cursor += min(ticks, reader.file[cursor...].prefix { $0 == UInt8(ascii: "`") }.count)
  }

  /// Whether the blank at the cursor is not part of the code that follows.
  private func takesBlankOff(_ node: MarkupNode) -> Bool {
    let blanks = reader.file[cursor...].prefix { $0 == UInt8(ascii: " ") }.count
    let shown = tree.text[Int(node.textStart)..<Int(node.textEnd)].prefix {
      $0 == UInt8(ascii: " ")
    }.count
    return blanks > shown
  }

  /// Goes on to the next `byte` of the block, or another one, where there is one.
  private mutating func seek(_ byte: UInt8, or other: UInt8? = nil) {
    var index = cursor
    while index < limit, reader.file[index] != byte, reader.file[index] != other { index += 1 }
    if index < limit { cursor = index }
  }
}

// MARK: - Text

extension BlockAlignment {
  private mutating func matchText(from start: Int, to end: Int) {
    var text = start
    while text < end {
      let wanted = tree.text[text]
      guard let (byte, length) = reader.byte(at: cursor), cursor < limit else {
        return map(text, to: min(cursor, limit))
      }
      if byte == UInt8(ascii: "\\"), let (escaped, more) = reader.byte(at: cursor + length),
        escaped == wanted, SourceReader.isPunctuation(escaped)
      {
        map(text, to: cursor + length + more - 1)
        cursor += length + more
        text += 1
      } else if byte == UInt8(ascii: "&"),
        let entity = reader.entity(at: cursor, text: tree.text[text..<end])
      {
        map(text, to: cursor)
        cursor += entity.source
        text += entity.text
      } else if byte == wanted {
        map(text, to: cursor + length - 1)
        cursor += length
        text += 1
      } else if isHTML, byte == UInt8(ascii: "<") {
        skipTag()
      } else if isHTML, byte.isASCIIWhitespace {
        cursor += 1
        // Blanks are one, and there is none beside what stands on lines of its own.
        if wanted == UInt8(ascii: " "), reader.file[cursor...].first?.isASCIIWhitespace == false {
          map(text, to: cursor - 1)
          text += 1
        }
      } else if let after = reader.afterMarkOfSpan(cursor) {
        cursor = after
      } else if !search(for: text, to: end) {
        return map(text, to: cursor)
      }
    }
  }

  /// Matches text that has neither escapes nor entities; a line end is itself or a blank.
  private mutating func matchRaw(from start: Int, to end: Int) {
    var text = start
    while text < end {
      let wanted = tree.text[text]
      guard let (byte, length) = reader.byte(at: cursor), cursor < limit else {
        return map(text, to: min(cursor, limit))
      }
      let isSpace = wanted == UInt8(ascii: " ") || wanted == UInt8(ascii: "\n")
      if byte == wanted, !reader.isLineEnd(at: cursor) {
        map(text, to: cursor + length - 1)
        cursor += length
        text += 1
      } else if isSpace, reader.isLineEnd(at: cursor) {
        map(text, to: cursor)
        cursor = reader.afterLineEnd(cursor)
        text += 1
        // Blanks at the start of a line are part of HTML, and were skipped with what quotes it.
        while text < end, tree.text[text] == UInt8(ascii: " "), !reader.isBlank(at: cursor) {
          text += 1
        }
      } else if !search(for: text, to: end) {
        return map(text, to: cursor)
      }
    }
  }

  /// Goes on to the place further down that has the next few bytes of the text.
  private mutating func search(for text: Int, to end: Int) -> Bool {
    guard searches > 0 else { return false }
    searches -= 1
    let wanted = tree.text[text..<min(end, text + 12)]
    var index = cursor + 1
    while index < limit {
      if reader.file[index] == tree.text[text], reader.file[index..<limit].starts(with: wanted) {
        cursor = index
        return true
      }
      index += 1
    }
    return false
  }
}

// MARK: - Blocks

extension BlockAlignment {
  private mutating func skipHeadingMarks() {
    guard reader.has(UInt8(ascii: "#"), at: cursor) else { return }
    while reader.has(UInt8(ascii: "#"), at: cursor) { cursor += 1 }
    cursor = reader.afterBlanks(cursor)
  }

  /// Lines of code end as the lines of the file do; how they begin depends on what is round them.
  private mutating func alignCode(_ node: MarkupNode) {
    let file = reader.file
    var lineEnd = cursor
    while lineEnd < limit, !reader.isLineEnd(at: lineEnd) { lineEnd += 1 }
    let startsWithFence =
      reader.has(UInt8(ascii: "`"), at: cursor) || reader.has(UInt8(ascii: "~"), at: cursor)
    // Indented code may itself begin with what looks like a fence.
    let firstLine = tree.text[Int(node.textStart)..<Int(node.textEnd)]
      .prefix { $0 != UInt8(ascii: "\n") }
    let isFenced =
      startsWithFence && (node.value > 0 || !firstLine.elementsEqual(file[cursor..<lineEnd]))
    if isFenced { lineEnd = endOfNextLine(lineEnd) }
    var text = Int(node.textStart)
    while text < Int(node.textEnd) {
      var textEnd = text
      while textEnd < Int(node.textEnd), tree.text[textEnd] != UInt8(ascii: "\n") { textEnd += 1 }
      map(text, to: min(max(lineEnd - (textEnd - text), 0), file.count))
      text = textEnd + 1
      lineEnd = endOfNextLine(lineEnd)
    }
  }

  private func endOfNextLine(_ lineEnd: Int) -> Int {
    var index = lineEnd + 1
    if reader.has(UInt8(ascii: "\r"), at: lineEnd), reader.has(UInt8(ascii: "\n"), at: index) {
      index += 1
    }
    while index < limit, !reader.isLineEnd(at: index) { index += 1 }
    return min(index, limit)
  }
}
