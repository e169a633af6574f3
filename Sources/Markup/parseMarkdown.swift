package import Diagnostics

/// The parse pass: turns the Markdown of a file into a tree with places.
///
/// Pure, and right when many sources are parsed at once. Reads `file` from `bodyStart`, the first
/// byte after the frontmatter, but counts lines and bytes from the file's own start. A source that
/// is no UTF-8 text, or that passes a limit, gives an error and an empty document.
///
/// Source: docs/markdown.md, which names the dialect.
package func parseMarkdown(
  _ file: [UInt8], bodyStart: Int, path: String
) -> (tree: MarkupTree, diagnostics: [Diagnostic]) {
  let start = file.starts(with: byteOrderMark) ? max(bodyStart, byteOrderMark.count) : bodyStart
  var empty = MarkupTreeBuilder(bodyLength: 0)
  empty.open(.document, offset: Int32(truncatingIfNeeded: start))
  empty.close()
  var refused = empty.tree

  let lineStarts = lineStarts(of: file)
  refused.lineStarts = lineStarts
  if let offset = firstInvalidByte(in: file) {
    return (refused, [.invalidEncoding(at: refused.position(ofByte: offset), file[offset], path)])
  }

  let places = BlockPlaces(
    file: file, lineStarts: lineStarts,
    firstLine: lineStarts.lastIndex { $0 <= start } ?? 0,
    start: Int32(truncatingIfNeeded: start))
  var builder = MarkupTreeBuilder(bodyLength: file.count - start)
  let parsed = CmarkTree(
    parsing: file.span.extracting(start...), hasStrikethrough: hasStrikethrough(file, from: start))
  guard let parsed else { return (refused, []) }
  parsed.copy(into: &builder, places: places)
  if let offset = builder.tooDeepOffset {
    return (refused, [.markupTooDeep(at: refused.position(ofByte: Int(offset)), path)])
  }
  builder.tree.lineStarts = lineStarts
  return (builder.tree, [])
}

private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// Where each line begins; a line feed, a carriage return or both together end one.
///
/// A byte-order mark is no part of the first line: editors don't count it as a column.
private func lineStarts(of file: [UInt8]) -> [Int32] {
  let bytes = file.span
  var starts: [Int32] = []
  starts.reserveCapacity(file.count / 40 + 4)
  starts.append(file.starts(with: byteOrderMark) ? 3 : 0)
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    index += 1
    guard byte <= UInt8(ascii: "\r") else { continue }
    if byte == UInt8(ascii: "\n") {
      starts.append(Int32(truncatingIfNeeded: index))
    } else if byte == UInt8(ascii: "\r") {
      if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
      starts.append(Int32(truncatingIfNeeded: index))
    }
  }
  return starts
}

/// Whether the text may hold `~~` as a mark of struck text, and not only fences of code.
private func hasStrikethrough(_ file: [UInt8], from start: Int) -> Bool {
  let bytes = file.span
  var index = start
  while index < bytes.count {
    guard bytes[index] == UInt8(ascii: "~") else {
      index += 1
      continue
    }
    let runStart = index
    while index < bytes.count, bytes[index] == UInt8(ascii: "~") { index += 1 }
    let length = index - runStart
    let isEscaped = runStart > start && bytes[runStart - 1] == UInt8(ascii: "\\")
    // The library reads runs in stretches of at most 100.
    if length == 2 || length >= 100 || isEscaped && length > 2 { return true }
  }
  return false
}

/// The offset of the first byte that is no part of UTF-8 text; a NUL is none either.
private func firstInvalidByte(in file: [UInt8]) -> Int? {
  do {
    _ = try UTF8Span(validating: file.span)
  } catch {
    return error.byteOffsets.lowerBound
  }
  return file.firstIndex(of: 0)
}

extension Diagnostic.Code {
  package static let invalidEncoding = Self(rawValue: "invalid-encoding")
  package static let markupTooDeep = Self(rawValue: "markup-too-deep")
}

extension Diagnostic {
  fileprivate static func invalidEncoding(
    at position: SourcePosition, _ byte: UInt8, _ path: String
  ) -> Self {
    let digits = String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      .invalidEncoding, .error,
      "byte 0x\(digits.utf8.count == 1 ? "0" : "")\(digits) is not part of UTF-8 text",
      at: SourceRange(path: path, line: position.line, column: position.column, length: 1),
      help: "save the file as UTF-8 text")
  }

  fileprivate static func markupTooDeep(at position: SourcePosition, _ path: String) -> Self {
    Diagnostic(
      .markupTooDeep, .error,
      "markup nests deeper than \(MarkupLimits.depth) levels; lists, quotes and emphasis count",
      at: SourceRange(path: path, line: position.line, column: position.column),
      help: "split the text, or number it instead of indenting it further")
  }
}
