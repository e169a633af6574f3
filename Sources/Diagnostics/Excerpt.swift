/// The part of a source line that is shown, and the carets below it.
///
/// Clauses are often one line of thousands of bytes, so only what surrounds the marked bytes is
/// looked at: the cost is that of the excerpt, whatever the length of the line.
struct Excerpt {
  let text: String
  /// As wide as what stands before the carets.
  let indent: String
  let carets: String

  /// Columns of a terminal that the text may take, dots for what is left out aside.
  private static let columns = 96
  /// More bytes than this on one side can't matter: a column rarely has more than eight.
  private static let reach = columns * 8

  /// `start` and `end` are offsets from the start of `line`, `start` not after `end`.
  init(of line: ArraySlice<UInt8>, from start: Int, to end: Int) {
    let start = line.startIndex + start
    let end = line.startIndex + end
    var before = Self.cells(of: line[max(line.startIndex, start - Self.reach)..<start])
    var marked = Self.cells(of: line[start..<min(end, start + Self.reach)])
    var after = Self.cells(of: line[end..<min(line.endIndex, end + Self.reach)])
    var isCutBefore = start - line.startIndex > Self.reach
    let isMarkedCut = end - start > Self.reach || marked.width > Self.columns * 2 / 3
    var isCutAfter = line.endIndex - end > Self.reach

    if isMarkedCut {
      marked.keepFirst(Self.columns * 2 / 3)
      after = Cells()
      isCutAfter = true
    }
    let room = Self.columns - marked.width
    if before.width + after.width > room {
      let roomAfter = max(room / 3, room - before.width)
      isCutAfter = after.keepFirst(roomAfter) || isCutAfter
      isCutBefore = before.keepLast(room - after.width) || isCutBefore
    }

    let dots = isCutBefore ? "..." : ""
    text = dots + before.text + marked.text + after.text + (isCutAfter ? "..." : "")
    indent = String(repeating: " ", count: dots.utf8.count + before.width)
    carets = String(repeating: "^", count: max(marked.width, 1))
  }

  /// What a terminal shows for `bytes`; the first and last character may be cut, as only whole
  /// lines are sure to be whole characters.
  private static func cells(of bytes: ArraySlice<UInt8>) -> Cells {
    var cells = Cells()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      cells.append(printable(scalar))
    }
    return cells
  }
}

/// Characters with the columns that each takes.
private struct Cells {
  private var scalars: ArraySlice<(scalar: Unicode.Scalar, width: Int)> = []
  private(set) var width = 0

  mutating func append(_ scalar: Unicode.Scalar) {
    let width = displayWidth(of: scalar)
    scalars.append((scalar, width))
    self.width += width
  }

  /// Drops from the end until at most `columns` are left; returns whether anything was dropped.
  @discardableResult
  mutating func keepFirst(_ columns: Int) -> Bool {
    let count = scalars.count
    while width > columns, let last = scalars.popLast() { width -= last.width }
    return scalars.count < count
  }

  /// Drops from the start until at most `columns` are left; returns whether anything was dropped.
  mutating func keepLast(_ columns: Int) -> Bool {
    let count = scalars.count
    while width > columns, let first = scalars.popFirst() { width -= first.width }
    return scalars.count < count
  }

  var text: String {
    var text = String.UnicodeScalarView()
    for (scalar, _) in scalars { text.append(scalar) }
    return String(text)
  }
}
