/// Watches lines that are rows of a table, or may be.
///
/// The parser links each cell to the end of a list that it walks through, makes the cells that a
/// row lacks, and reads all of a paragraph again for each row of dashes that may make its last
/// line the head of a table.
struct TableGuard {
  /// Columns of the table that may be open.
  private var columns = 0
  /// Whether a table is open for sure.
  private(set) var isOpen = false
  /// Whether the line before stands by itself, in no list or quote.
  private var followsPlainLine = false
  private var missing = 0
  private var steps = 0

  mutating func endTable() {
    columns = 0
    isOpen = false
  }

  mutating func add(
    _ line: LineCounts, _ prefix: LinePrefix, _ bytes: borrowing Span<UInt8>, end: Int,
    after paragraph: ParagraphGuard
  ) -> Refusal? {
    let textStart = line.start + prefix.length
    if line.bars > MarkupLimits.tableColumns + 1 {
      return Refusal(.tableColumns, at: textStart)
    }
    if columns > 0 {
      missing += max(columns - max(line.delimiters - 1, 1), 0)
      if missing > MarkupLimits.missingCells { return Refusal(.missingCells, at: textStart) }
    }
    let isPlain = prefix.markers == 0 && prefix.firstIndent < 4
    defer { followsPlainLine = isPlain }
    guard paragraph.lines > 0, Self.isDashes(bytes, from: textStart, to: end) else { return nil }
    if !isOpen {
      steps += paragraph.bytes * paragraph.lines
      if steps > MarkupLimits.repeatedSteps { return Refusal(.repeatedSteps, at: textStart) }
    }
    let cells = Self.cells(bytes, from: textStart, to: end)
    columns = max(columns, cells)
    if isPlain, followsPlainLine, paragraph.lines == 1,
      Self.cells(bytes, from: paragraph.lastStart, to: line.start) == cells
    {
      isOpen = true
    }
    return nil
  }

  /// Whether a line may divide the head of a table from its body.
  private static func isDashes(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool
  {
    var hasDash = false
    var hasMark = false
    for index in start..<end {
      switch bytes[index] {
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"): hasMark = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0B, 0x0C: break
      default: return false
      }
    }
    return hasDash && hasMark
  }

  /// How many cells the row between two places has.
  private static func cells(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int {
    var low = start
    var high = end
    while low < high, bytes[low] <= UInt8(ascii: " ") { low += 1 }
    while high > low, bytes[high - 1] <= UInt8(ascii: " ") { high -= 1 }
    var cells = 1
    for index in low..<high where bytes[index] == UInt8(ascii: "|") {
      let isInner = index > low && index < high - 1
      if isInner, bytes[index - 1] != UInt8(ascii: "\\") { cells += 1 }
    }
    return cells
  }
}
