/// Prints diagnostics for people: place, words, the source line with carets, notes and help.
///
/// ```
/// content/agreements/dpa.md:14:5: error: clause '9(7)' does not exist [unknown-clause]
///    |
/// 14 | See clause 9(7) for audits.
///    |     ^^^^^^^^^^^
///    = help: replace '9(7)' with '9(1)'
/// ```
package struct PeoplePrinter<Texts: SourceTexts> {
  private let texts: Texts
  private let inColor: Bool
  /// Where the lines of each file begin; the texts are cut once, however many diagnostics there are.
  private var lineStarts: [String: (bytes: [UInt8], starts: [Int])] = [:]

  package init(texts: Texts, inColor: Bool = false) {
    self.texts = texts
    self.inColor = inColor
  }

  /// The printed form, ending in a line feed.
  package mutating func print(_ diagnostic: Diagnostic) -> String {
    var output = ""
    if let range = diagnostic.range {
      output += paint(place(of: range), .bold) + ": "
    }
    let color: Paint =
      switch diagnostic.severity {
      case .error: .red
      case .warning: .yellow
      case .note: .cyan
      }
    output += paint("\(diagnostic.severity.name):", color) + " "
    output += paint(printable(diagnostic.summary), .bold) + " [\(diagnostic.code.rawValue)]\n"

    let gutter = gutterWidth(of: diagnostic)
    let margin = String(repeating: " ", count: gutter)
    if let range = diagnostic.range {
      output += excerpt(of: range, gutter: gutter, color: color)
    }
    for note in diagnostic.notes {
      let place = note.range.map { "\(self.place(of: $0)): " } ?? ""
      output += "\(margin) \(paint("= note:", .cyan)) \(place)\(printable(note.summary))\n"
      if let range = note.range {
        output += excerpt(of: range, gutter: gutter, color: .cyan)
      }
    }
    if let help = diagnostic.help {
      output += "\(margin) \(paint("= help:", .green)) \(printable(help))\n"
    }
    return output
  }

  private func place(of range: SourceRange) -> String {
    "\(printable(range.path)):\(range.start.line):\(range.start.column)"
  }

  private func gutterWidth(of diagnostic: Diagnostic) -> Int {
    let ranges = [diagnostic.range].compactMap { $0 } + diagnostic.notes.compactMap(\.range)
    return ranges.map { String($0.start.line).count }.max() ?? 0
  }
}

extension PeoplePrinter {
  /// The source line of `range` with carets under it, or nothing where the text is not at hand.
  private mutating func excerpt(of range: SourceRange, gutter: Int, color: Paint) -> String {
    guard let line = line(range.start.line, of: range.path) else { return "" }
    let start = min(max(range.start.column - 1, 0), line.count)
    let end =
      range.end.line > range.start.line
      ? line.count : min(max(range.end.column - 1, start), line.count)
    let window = ExcerptWindow(line: line, start: start, end: end)

    let number = String(range.start.line)
    let margin = String(repeating: " ", count: gutter)
    let bar = paint("|", .blue)
    let numbered = String(repeating: " ", count: gutter - number.count) + number
    return """
      \(margin) \(bar)
      \(paint(numbered, .blue)) \(bar) \(window.text)
      \(margin) \(bar) \(window.indent)\(paint(window.carets, color))

      """
  }

  private mutating func line(_ number: Int, of path: String) -> [UInt8]? {
    let cut: (bytes: [UInt8], starts: [Int])
    if let known = lineStarts[path] {
      cut = known
    } else {
      guard let bytes = texts.bytes(of: path) else { return nil }
      var starts = [0]
      for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
        starts.append(index + 1)
      }
      cut = (bytes, starts)
      lineStarts[path] = cut
    }
    guard number >= 1, number <= cut.starts.count else { return nil }
    let start = cut.starts[number - 1]
    var end = number < cut.starts.count ? cut.starts[number] - 1 : cut.bytes.count
    if end > start, cut.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return Array(cut.bytes[start..<end])
  }
}

extension PeoplePrinter {
  private enum Paint: String {
    case bold = "1"
    case red = "1;31"
    case green = "32"
    case yellow = "1;33"
    case blue = "34"
    case cyan = "36"
  }

  private func paint(_ text: String, _ paint: Paint) -> String {
    inColor ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// The part of a source line that is shown: clauses are often one line of thousands of bytes.
private struct ExcerptWindow {
  let text: String
  let indent: String
  let carets: String

  /// Columns of a terminal that the text may take.
  private static let width = 96

  init(line: [UInt8], start: Int, end: Int) {
    let before = columns(of: line[..<start])
    let marked = columns(of: line[start..<end])
    let after = columns(of: line[end...])

    var shownBefore = before[...]
    var shownMarked = marked[...]
    var shownAfter = after[...]
    if before.count + marked.count + after.count > Self.width {
      shownMarked = marked.prefix(Self.width * 2 / 3)
      let room = Self.width - shownMarked.count
      shownAfter = after.prefix(max(room / 3, room - before.count))
      shownBefore = before.suffix(room - shownAfter.count)
    }
    let isCutBefore = shownBefore.count < before.count
    let isCutAfter = shownMarked.count < marked.count || shownAfter.count < after.count
    if shownMarked.count < marked.count { shownAfter = [] }

    let head = (isCutBefore ? "..." : "") + string(shownBefore)
    text = head + string(shownMarked) + string(shownAfter) + (isCutAfter ? "..." : "")
    indent = String(repeating: " ", count: shownBefore.count + (isCutBefore ? 3 : 0))
    carets = String(repeating: "^", count: max(shownMarked.count, 1))
  }
}

/// What a terminal shows for `bytes`: one scalar an element, harmless ones only.
private func columns(of bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
  String(decoding: bytes, as: UTF8.self).unicodeScalars.map(printable)
}

private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
  var text = String.UnicodeScalarView()
  text.append(contentsOf: scalars)
  return String(text)
}
