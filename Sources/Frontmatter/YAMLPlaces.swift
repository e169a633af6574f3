import Diagnostics

/// Turns libyaml's marks into places of the file.
///
/// Units: libyaml counts Unicode scalars from 0, a place is a line and a column in bytes from 1.
/// Marks come nearly in order, so the last one is remembered and the next is walked to from there:
/// all of a text's marks together take time linear in its length.
struct YAMLPlaces {
  let text: YAMLText
  /// Where the walk stands: a mark, and its byte offset.
  private var scalar = 0
  private var offset = 0
  /// Index of the line that the last place was on.
  private var line = 0

  init(_ text: YAMLText) { self.text = text }

  /// The byte offset of the mark `index`.
  mutating func offset(of index: Int) -> Int {
    if text.isASCII { return min(index, text.bytes.count) }
    while scalar < index, offset < text.bytes.count {
      offset += 1
      while offset < text.bytes.count, isContinuation(text.bytes[offset]) { offset += 1 }
      scalar += 1
    }
    while scalar > index, offset > 0 {
      offset -= 1
      while offset > 0, isContinuation(text.bytes[offset]) { offset -= 1 }
      scalar -= 1
    }
    return offset
  }

  mutating func position(of offset: Int) -> SourcePosition {
    let starts = text.lineStarts
    while line + 1 < starts.count, starts[line + 1] <= offset { line += 1 }
    while starts[line] > offset { line -= 1 }
    return SourcePosition(line: text.firstLine + line, column: offset - starts[line] + 1)
  }

  mutating func position(ofMark index: Int) -> SourcePosition {
    position(of: offset(of: index))
  }

  /// The range between two marks, without the blanks and line ends before its end.
  ///
  /// libyaml ends a block scalar at the start of the line after it.
  mutating func range(_ start: Int, _ end: Int) -> SourceRange {
    let first = offset(of: start)
    let from = position(of: first)
    var last = offset(of: end)
    while last > first, isBlank(text.bytes[last - 1]) { last -= 1 }
    return SourceRange(path: text.path, start: from, end: position(of: last))
  }

  private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
