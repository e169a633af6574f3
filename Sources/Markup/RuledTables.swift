import Partitioning

/// Watches for tables in other dialects than that of bars: those of pandoc and reStructuredText,
/// whose columns are ruled by dashes, and rows of bars that miss what makes them a table.
///
/// Knows lines only; whether what is found stands in code or in a table after all is told by the
/// tree (``MarkupTreeBuilder/tellTables(_:)``).
///
/// Source: pandoc's manual, "Tables"; reStructuredText, "Tables".
struct RuledTables {
  enum Form {
    /// `-----  -----` under a head, around rows or both; `=====  =====`.
    case ruled
    /// `+-----+-----+` around cells, and `|-----+-----|`.
    case boxed
    /// `|---|---|` with no line above it.
    case headless
    /// `|---|---|` below a line that makes no head for it.
    case uneven
  }

  struct Found {
    /// A byte of the file: the first of the line that the table is told at.
    let offset: Int
    let form: Form
  }

  private(set) var found: [Found] = []
  /// Where lines begin with `:::`, between which other dialects have a division, or with the colon
  /// of a caption, `: Our companies` below a table.
  private(set) var divisions: [Int] = []
  /// Whether the last line that was not empty may belong to a table.
  private var isBehindTable = false
  /// What is a table if a row follows right below.
  private var waiting: Found?
  /// A row of dashes that began a paragraph: one like it may end the table.
  private var opening: Range<Int>?
  /// Whether the lines since the last empty one hold a table that was found.
  private var isFoundInRun = false
  /// Whether the line before belongs to a table of boxes.
  private var isInBox = false

  mutating func endParagraph() {
    waiting = nil
    isFoundInRun = false
    isInBox = false
  }

  /// `isTable`: whether the line surely belongs to a table of bars.
  mutating func add(
    _ line: LineCounts, _ prefix: LinePrefix, _ bytes: borrowing Span<UInt8>, end: Int,
    after paragraph: ParagraphGuard, isTable: Bool
  ) {
    let start = line.start + prefix.length
    guard start < end else { return }
    let first = bytes[start]
    defer { isBehindTable = line.bars > 0 || first == UInt8(ascii: "<") }
    if let waiting {
      self.waiting = nil
      if waiting.form == .ruled || first == UInt8(ascii: "|") { tell(waiting) }
    }
    switch first {
    case UInt8(ascii: ":") where start + 2 < end && prefix.indent < 3:
      isInBox = false
      let isDivision = bytes[start + 1] == first && bytes[start + 2] == first
      let isCaption = bytes[start + 1] == UInt8(ascii: " ") && isBehindTable && paragraph.lines == 0
      if isDivision || isCaption { divisions.append(start) }
      if line.bars > 0 { addDashes(from: start, to: end, bytes, after: paragraph, isTable) }
    case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ":"):
      isInBox = false
      if line.bars > 0 { return addDashes(from: start, to: end, bytes, after: paragraph, isTable) }
      addRuler(bytes, from: start, to: end, after: paragraph)
    case UInt8(ascii: "+"):
      guard Self.isBox(bytes, from: start, to: end) else { return isInBox = false }
      if !isInBox { waiting = Found(offset: start, form: .boxed) }
      isInBox = true
    case UInt8(ascii: "|"):
      guard !isInBox else { return }
      addDashes(from: start, to: end, bytes, after: paragraph, isTable)
    default:
      isInBox = false
    }
  }

  private mutating func tell(_ table: Found) {
    guard !isFoundInRun else { return }
    isFoundInRun = true
    found.append(table)
  }

  private mutating func addRuler(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, after paragraph: ParagraphGuard
  ) {
    guard let ruler = Self.ruler(bytes, from: start, to: end) else { return }
    guard paragraph.lines > 0 else { return opening = ruler }
    if let opening, Self.equal(bytes, opening, ruler) {
      tell(Found(offset: opening.lowerBound, form: .ruled))
      return self.opening = nil
    }
    var head = paragraph.lastStart
    while head < start, bytes[head] <= UInt8(ascii: " ") || bytes[head] == UInt8(ascii: ">") {
      head += 1
    }
    waiting = Found(offset: head, form: .ruled)
  }

  /// Looks at a line that may divide the head of a table of bars from its body.
  private mutating func addDashes(
    from start: Int, to end: Int, _ bytes: borrowing Span<UInt8>,
    after paragraph: ParagraphGuard, _ isTable: Bool
  ) {
    guard !isTable else { return }
    var (dashes, hasCross) = (0, false)
    for index in start..<end {
      switch bytes[index] {
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: "+"): hasCross = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default: return
      }
    }
    guard dashes > 0 else { return }
    let isFirst = paragraph.lines == 0
    tell(Found(offset: start, form: hasCross ? .boxed : isFirst ? .headless : .uneven))
  }

  /// Several runs of dashes, or of equals signs, without the blanks behind the last.
  ///
  /// Dashes far apart are lines to sign on.
  private static func ruler(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Range<Int>? {
    let mark = bytes[start]
    guard mark != UInt8(ascii: ":") else { return nil }
    var (run, gap, last, narrowest) = (0, 0, start, Int.max)
    for index in start..<end {
      switch bytes[index] {
      case mark:
        if gap > 0 {
          narrowest = min(narrowest, gap)
          run = 0
        }
        (run, gap, last) = (run + 1, 0, index)
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        guard run > 1 else { return nil }
        gap += bytes[index] == UInt8(ascii: " ") ? 1 : signatureGap
      default: return nil
      }
    }
    guard run > 1, narrowest < (mark == UInt8(ascii: "-") ? signatureGap : Int.max) else {
      return nil
    }
    return start..<(last + 1)
  }

  /// Whether a line is the edge of boxes: `+---+---+`, `+===+===+`, `+:---+---:+`.
  private static func isBox(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
    var (end, marks) = (end, 0)
    while end > start, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    for index in start..<end {
      switch bytes[index] {
      case UInt8(ascii: "-"), UInt8(ascii: "="): marks += 1
      case UInt8(ascii: "+"), UInt8(ascii: ":"): break
      default: return false
      }
    }
    return marks > 2 && bytes[end - 1] == UInt8(ascii: "+")
  }

  private static func equal(
    _ bytes: borrowing Span<UInt8>, _ one: Range<Int>, _ other: Range<Int>
  ) -> Bool {
    one.count == other.count
      && one.indices.allSatisfy { bytes[$0] == bytes[$0 - one.lowerBound + other.lowerBound] }
  }

  /// From so many columns between two runs of dashes on, they are taken for lines to sign on.
  private static let signatureGap = 4
}

extension MarkupTreeBuilder {
  /// Tells of the tables that stand in the text as words and dashes, and not in code.
  ///
  /// - Complexity: O(nodes) where there are any, and O(log blocks) for each.
  mutating func tellTables(_ tables: [RuledTables.Found]) {
    guard !tables.isEmpty else { return }
    // Footnotes stand at the end of the tree, wherever they are written.
    let blocks = tree.nodes.indices.filter { Self.mayHoldDashes(tree.nodes[$0].kind) }
      .sorted { tree.nodes[$0].offset < tree.nodes[$1].offset }
    for table in tables {
      let behind = blocks.partitioningIndex { Int(tree.nodes[$0].offset) > table.offset }
      guard behind > 0 else { continue }
      let node = blocks[behind - 1]
      switch (tree.nodes[node].kind, table.form) {
      case (.paragraph, _), (.heading, _), (.thematicBreak, .ruled):
        add(.table(table.form), node: node, at: table.offset)
      default: break
      }
    }
  }

  private static func mayHoldDashes(_ kind: MarkupKind) -> Bool {
    switch kind {
    case .paragraph, .heading, .thematicBreak, .codeBlock, .htmlBlock, .table: true
    default: false
    }
  }
}
