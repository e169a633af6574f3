/// The part of a source line that is shown, and the carets below it.
///
/// Clauses are often one line of thousands of bytes, so only what surrounds the marked bytes is
/// looked at: the cost is that of the excerpt, whatever the length of the line.
struct Excerpt {
  /// UTF-8 that a terminal may be sent.
  let text: [UInt8]
  /// Columns that stand before the carets.
  let indent: Int
  /// How many carets there are.
  let caretCount: Int

  /// Columns of a terminal that the text may take, dots for what is left out aside.
  private static let columns = 96
  /// More bytes than this on one side can't matter: a column rarely has more than eight.
  private static let reach = columns * 8

  /// `start` and `end` are offsets from the start of `line`, `start` not after `end`.
  init(of line: ArraySlice<UInt8>, from start: Int, to end: Int) {
    let start = line.startIndex + start
    let end = line.startIndex + end
    // Of what surrounds the marked bytes, one column more than can be shown is enough.
    var before = Cells(
      lastOf: line[max(line.startIndex, start - Self.reach)..<start], columns: Self.columns)
    var marked = Cells(
      firstOf: line[start..<min(end, start + Self.reach)], columns: Self.columns)
    var after = Cells(
      firstOf: line[end..<min(line.endIndex, end + Self.reach)], columns: Self.columns)
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

    let dots = Array("...".utf8)
    text =
      (isCutBefore ? dots : []) + before.bytes + marked.bytes + after.bytes
      + (isCutAfter ? dots : [])
    indent = (isCutBefore ? dots.count : 0) + before.width
    caretCount = max(marked.width, 1)
  }
}

/// Characters with the columns that each takes.
private struct Cells {
  private(set) var bytes: ArraySlice<UInt8> = []
  private(set) var width = 0
  /// The bytes and columns of each character; `nil` where each byte is a character in one column.
  private var characters: ArraySlice<(length: Int, width: Int)>?

  init() {}

  /// What a terminal shows for the start of `bytes`: all of it, or more than `columns` columns.
  ///
  /// The last character may be cut, as only whole lines are sure to be whole characters.
  init(firstOf bytes: ArraySlice<UInt8>, columns: Int) {
    if let plain = Cells(plain: bytes.prefix(columns + 1)) {
      self = plain
      return
    }
    var end = bytes.startIndex
    repeat {
      // Some characters take no column, and then more of them are read.
      var missing = columns + 1
      while end < bytes.endIndex, missing > 0 || Self.isInside(bytes[end]) {
        if !Self.isInside(bytes[end]) { missing -= 1 }
        end += 1
      }
      self = Cells(bytes[..<end])
    } while width <= columns && end < bytes.endIndex
  }

  /// What a terminal shows for the end of `bytes`: all of it, or more than `columns` columns.
  ///
  /// The first character may be cut.
  init(lastOf bytes: ArraySlice<UInt8>, columns: Int) {
    if let plain = Cells(plain: bytes.suffix(columns + 1)) {
      self = plain
      return
    }
    var start = bytes.endIndex
    repeat {
      var missing = columns + 1
      while start > bytes.startIndex, missing > 0 {
        start -= 1
        if !Self.isInside(bytes[start]) { missing -= 1 }
      }
      self = Cells(bytes[start...])
    } while width <= columns && start > bytes.startIndex
  }

  /// Text that is plain ASCII; `nil` for other.
  private init?(plain bytes: ArraySlice<UInt8>) {
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
    self.bytes = bytes
    width = bytes.count
  }

  private init(_ source: ArraySlice<UInt8>) {
    var shownBytes: [UInt8] = []
    var characters: [(length: Int, width: Int)] = []
    shownBytes.reserveCapacity(source.count)
    characters.reserveCapacity(source.count)
    for scalar in String(decoding: source, as: UTF8.self).unicodeScalars {
      let shown = printable(scalar)
      let columns = displayWidth(of: shown)
      let count = shownBytes.count
      if shown.value < 0x80 {
        shownBytes.append(UInt8(truncatingIfNeeded: shown.value))
      } else {
        shownBytes += String(shown).utf8
      }
      characters.append((shownBytes.count - count, columns))
      width += columns
    }
    bytes = shownBytes[...]
    self.characters = characters[...]
  }

  /// Whether a byte is one of a character that began before it.
  private static func isInside(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// Drops from the end until at most `columns` are left; returns whether anything was dropped.
  @discardableResult
  mutating func keepFirst(_ columns: Int) -> Bool {
    let count = bytes.count
    if characters == nil {
      bytes = bytes.prefix(max(0, columns))
      width = bytes.count
    }
    while width > columns, let last = characters?.popLast() {
      width -= last.width
      bytes.removeLast(last.length)
    }
    return bytes.count < count
  }

  /// Drops from the start until at most `columns` are left; returns whether anything was dropped.
  mutating func keepLast(_ columns: Int) -> Bool {
    let count = bytes.count
    if characters == nil {
      bytes = bytes.suffix(max(0, columns))
      width = bytes.count
    }
    while width > columns, let first = characters?.popFirst() {
      width -= first.width
      bytes.removeFirst(first.length)
    }
    return bytes.count < count
  }
}
