package import Diagnostics
internal import Markup

extension StructureBuilder {
  /// Reports lines such as `###Title`, which Markdown takes for text, as the space is missing.
  ///
  /// Two signs in a row are surely meant for a heading. One may begin a hashtag or `#1`, and is
  /// taken for one only before what numbers a section or an annex, or where a paragraph of some
  /// words, the first with a capital letter, is no sentence.
  ///
  /// - Complexity: O(lines), and O(bytes of the lines that begin with `#`).
  mutating func checkUnspacedHeadings(_ blocks: [Int]) {
    var next = 0
    for lineStart in tree.lineStarts {
      let start = Int(lineStart)
      guard start < source.count, source[start] == UInt8(ascii: "#"),
        let line = UnspacedHeading(source[start...])
      else { continue }
      while next < blocks.count, Int(tree.nodes[blocks[next]].offset) <= start { next += 1 }
      guard next > 0, isHeading(line, at: start, in: blocks[next - 1]) else { continue }
      let position = tree.position(ofByte: start)
      let range = SourceRange(
        path: path, line: position.line, column: position.column, length: line.length)
      diagnostics.append(.unspacedHeading(line, at: range))
    }
  }

  private func isHeading(_ line: UnspacedHeading, at start: Int, in block: Int) -> Bool {
    switch tree.nodes[block].kind {
    case .codeBlock, .htmlBlock, .heading, .thematicBreak: return false
    case .paragraph:
      guard line.level == 1, !line.isLabel else { return true }
      let isAlone =
        Int(tree.nodes[block].offset) == start
        && !(block + 1..<Int(tree.nodes[block].end)).contains {
          tree.nodes[$0].kind == .softBreak || tree.nodes[$0].kind == .lineBreak
        }
      return isAlone && line.isNoSentence
    // A line without indent goes on with the last paragraph of a list, a table or a quotation.
    default: return line.level > 1 || line.isLabel
    }
  }
}

/// A line that begins with `#` and no space behind it.
private struct UnspacedHeading {
  var level: Int
  /// In bytes.
  var length: Int
  var title: String
  /// Whether it begins as a section or an annex does.
  var isLabel = false
  /// Whether it is of several words, the first with a capital letter, and ends in no sign.
  var isNoSentence = false

  /// `nil` where nothing that names a section follows the signs.
  init?(_ source: ArraySlice<UInt8>) {
    let hash = UInt8(ascii: "#")
    level = source.prefix(7).prefix { $0 == hash }.count
    guard level <= 6 else { return nil }
    var line = source.prefix { $0 != 0x0A && $0 != 0x0D }
    length = line.count
    line = line.dropFirst(level)
    guard let first = line.first, first > 0x20 else { return nil }
    while let last = line.last, last == hash || last <= 0x20 { line.removeLast() }
    title = String(decoding: line, as: UTF8.self)
    // `##**Title**`
    let words = Array(line.drop { Self.marks.contains($0) })
    guard let first = words.first else { return nil }
    if let label = HeadingLabel(parsing: words) {
      // `##2nd place`, `#1 of all`: no number of a section.
      let isWritten = label.isAnnex || !first.isASCIIDigit || Self.isNumbered(words)
      isLabel = isWritten && (label.isAnnex || label.titleOffset < words.count)
    }
    guard isLabel || Self.isLetter(first) else { return nil }
    let isCapital = first.isASCIIUppercase || first >= 0x80
    isNoSentence =
      isCapital && words.contains(0x20) && !words.contains(hash)
      && words.last.map { !Self.ends.contains($0) } ?? false
  }

  /// `1. Scope`, `1.1 Scope`, `1) Scope`, and `1 Scope` with a capital letter.
  private static func isNumbered(_ words: [UInt8]) -> Bool {
    let rest = words.drop(while: \.isASCIIDigit)
    guard let sign = rest.first else { return false }
    if sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")") { return true }
    guard sign == 0x20, let letter = rest.dropFirst().first else { return false }
    return letter.isASCIIUppercase || letter >= 0x80
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte >= 0x80
  }

  private static let marks: [UInt8] = Array("*_[".utf8)
  private static let ends: [UInt8] = Array(".!?,;:".utf8)
}

extension Diagnostic.Code {
  package static let unspacedHeading = Self(rawValue: "unspaced-heading")
}

extension Diagnostic {
  fileprivate static func unspacedHeading(_ line: UnspacedHeading, at range: SourceRange) -> Self {
    let signs = String(repeating: "#", count: line.level)
    let isLong = line.title.utf8.count > 80
    let shown = isLong ? String(line.title.unicodeScalars.prefix(60)) + "..." : line.title
    return Diagnostic(
      .unspacedHeading, .warning,
      "'\(signs)\(shown)' looks like a heading, and is text; a space must follow the '\(signs)'",
      at: range, help: "write '\(signs) \(shown)' to make it one")
  }
}
