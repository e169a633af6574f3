internal import Diagnostics

/// Turns the lines and columns of cmark's blocks into bytes of the file.
///
/// Only what the library gets right is taken from it: the first line and column of blocks. The
/// rest is read off the text itself.
///
/// Units: offsets are bytes of the file from 0; lines and columns are cmark's, from 1.
struct BlockPlaces {
  let file: [UInt8]
  let lineStarts: [Int32]
  /// Index into ``lineStarts`` of the line that cmark calls 1.
  let firstLine: Int
  /// The first byte that cmark was given.
  let start: Int32

  func offset(line: Int, column: Int) -> Int32 {
    let index = firstLine + line - 1
    guard line > 1, index < lineStarts.count else {
      return start + Int32(truncatingIfNeeded: max(column - 1, 0))
    }
    return lineStarts[index] + Int32(truncatingIfNeeded: max(column - 1, 0))
  }

  /// The places in a text that was cut out of indented lines, of which `line` is the first.
  ///
  /// Its lines end where those of the file do; what they begin with was taken off.
  func places(ofIndented text: [UInt8], from line: Int) -> BlockPlaces {
    var starts: [Int32] = []
    var index = firstLine + line - 1
    for part in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    where index < lineStarts.count {
      let lineStart = Int(lineStarts[index])
      var end = index + 1 < lineStarts.count ? Int(lineStarts[index + 1]) : file.count
      while end > lineStart, file[end - 1].isLineEnd { end -= 1 }
      let count = part.last == UInt8(ascii: "\r") ? part.count - 1 : part.count
      starts.append(Int32(truncatingIfNeeded: max(lineStart, end - count)))
      index += 1
    }
    return BlockPlaces(file: file, lineStarts: starts, firstLine: 0, start: starts.first ?? start)
  }

  /// Where the text of a paragraph or heading starts: the library counts definitions of links
  /// before it as part of it.
  func textStart(_ offset: Int32, quotes: Int) -> Int32 {
    let index = Int(offset)
    guard index < file.count, file[index] == UInt8(ascii: "[") else { return offset }
    let reader = SourceReader(file: file, quotes: quotes)
    return Int32(truncatingIfNeeded: reader.afterDefinitions(index))
  }

  /// Where the row of a table's body in `line` starts, inside at most `quotes` block quotes.
  func rowStart(line: Int, quotes: Int) -> Int32 {
    var index = Int(offset(line: line, column: 1))
    var quotesLeft = quotes
    while index < file.count {
      if file[index] == UInt8(ascii: ">"), quotesLeft > 0 {
        quotesLeft -= 1
      } else if !isBlank(file[index]) {
        break
      }
      index += 1
    }
    return Int32(truncatingIfNeeded: index)
  }

  /// A cursor before the first cell of the row that starts at `offset`.
  func cursor(atRow offset: Int32) -> RowCursor {
    var index = Int(offset)
    if index < file.count, file[index] == UInt8(ascii: "|") { index += 1 }
    return RowCursor(offset: index)
  }

  /// The first byte of the next cell's text, or the end of the line where the row has no more.
  ///
  /// A bar behind a backslash is part of the cell, however many backslashes there are: that is
  /// how cmark's scanner cuts a row.
  func nextCell(_ cursor: inout RowCursor) -> Int32 {
    var index = cursor.offset
    while index < file.count, isBlank(file[index]) { index += 1 }
    let start = index
    while index < file.count, !file[index].isLineEnd {
      if file[index] == UInt8(ascii: "|"), index == 0 || file[index - 1] != UInt8(ascii: "\\") {
        index += 1
        break
      }
      index += 1
    }
    cursor.offset = index
    return Int32(truncatingIfNeeded: start)
  }

  /// What a row holds behind a cursor that has passed all columns of its table; the library leaves
  /// it out. Empty where bars and blanks are all of it.
  func restOfRow(_ cursor: RowCursor) -> ArraySlice<UInt8> {
    var end = cursor.offset
    while end < file.count, !file[end].isLineEnd { end += 1 }
    func isFiller(_ byte: UInt8) -> Bool { isBlank(byte) || byte == UInt8(ascii: "|") }
    var start = cursor.offset
    while start < end, isFiller(file[start]) { start += 1 }
    while end > start, isFiller(file[end - 1]) { end -= 1 }
    return file[start..<end]
  }

  /// Where the `[^` of a footnote stands, of which cmark says only where its text begins.
  func footnoteStart(before textStart: Int32) -> Int32 {
    var index = Int(textStart)
    while index > 0, isBlank(file[index - 1]) { index -= 1 }
    let end = max(index - 2, 0)
    index = end
    while index > 0, !isBlank(file[index - 1]), !file[index - 1].isLineEnd,
      file[index - 1] != UInt8(ascii: "]"), file[index - 1] != UInt8(ascii: ":")
    { index -= 1 }
    while index < end, file[index] != UInt8(ascii: "[") { index += 1 }
    return Int32(truncatingIfNeeded: index)
  }

  /// Whether the task whose list marker stands at `offset` is ticked.
  func isDoneTask(at offset: Int32) -> Bool {
    var index = Int(offset)
    while index < file.count, file[index] != UInt8(ascii: "[") { index += 1 }
    guard index + 1 < file.count else { return false }
    return file[index + 1] | 0x20 == UInt8(ascii: "x")
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
