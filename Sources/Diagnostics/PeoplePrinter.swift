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
  private var lines: SourceLines<Texts>
  private let inColor: Bool

  package init(texts: Texts, inColor: Bool = false) {
    lines = SourceLines(texts)
    self.inColor = inColor
  }

  /// The printed form, ending in a line feed.
  package mutating func print(_ diagnostic: Diagnostic) -> String {
    var output: [UInt8] = []
    print(diagnostic, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends the printed form: a large workspace has tens of thousands of them.
  package mutating func print(_ diagnostic: Diagnostic, to output: inout [UInt8]) {
    if let range = diagnostic.range {
      paint(.bold, in: &output) { append(place: range, to: &$0) }
      output += ": ".utf8
    }
    let color: Paint =
      switch diagnostic.severity {
      case .error: .red
      case .warning: .yellow
      case .note: .cyan
      }
    paint(color, in: &output) {
      $0 += diagnostic.severity.name.utf8
      $0.append(UInt8(ascii: ":"))
    }
    output.append(UInt8(ascii: " "))
    paint(.bold, in: &output) { appendPrintable(diagnostic.summary, to: &$0) }
    output += " [".utf8
    output += diagnostic.code.rawValue.utf8
    output += "]\n".utf8

    let gutter = gutterWidth(of: diagnostic)
    if let range = diagnostic.range {
      appendExcerpt(of: range, gutter: gutter, color: color, to: &output)
    }
    for note in diagnostic.notes {
      append(remark: "= note:", .cyan, gutter: gutter, to: &output)
      if let range = note.range {
        append(place: range, to: &output)
        output += ": ".utf8
      }
      appendPrintable(note.summary, to: &output)
      output.append(UInt8(ascii: "\n"))
      if let range = note.range {
        appendExcerpt(of: range, gutter: gutter, color: .cyan, to: &output)
      }
    }
    if let help = diagnostic.help {
      append(remark: "= help:", .green, gutter: gutter, to: &output)
      appendPrintable(help, to: &output)
      output.append(UInt8(ascii: "\n"))
    }
  }

  private func append(place range: SourceRange, to output: inout [UInt8]) {
    appendPrintable(range.path, to: &output)
    output += ":\(range.start.line):\(range.start.column)".utf8
  }

  private func append(
    remark: String, _ color: Paint, gutter: Int, to output: inout [UInt8]
  ) {
    appendBlanks(gutter + 1, to: &output)
    paint(color, in: &output) { $0 += remark.utf8 }
    output.append(UInt8(ascii: " "))
  }

  private func gutterWidth(of diagnostic: Diagnostic) -> Int {
    var line = diagnostic.range?.start.line ?? 0
    for note in diagnostic.notes { line = max(line, note.range?.start.line ?? 0) }
    return line > 0 ? String(line).utf8.count : 0
  }
}

extension PeoplePrinter {
  /// The source line of `range` with carets under it, or nothing where the text is not at hand.
  private mutating func appendExcerpt(
    of range: SourceRange, gutter: Int, color: Paint, to output: inout [UInt8]
  ) {
    guard let line = lines.line(range.start.line, of: range.path) else { return }
    let start = min(max(range.start.column - 1, 0), line.count)
    let end =
      range.end.line > range.start.line
      ? line.count : min(max(range.end.column - 1, start), line.count)
    let excerpt = Excerpt(of: line, from: start, to: end)

    appendBlanks(gutter + 1, to: &output)
    appendBar(to: &output)
    output.append(UInt8(ascii: "\n"))
    paint(.blue, in: &output) { output in
      let number = String(range.start.line).utf8
      appendBlanks(gutter - number.count, to: &output)
      output += number
    }
    output.append(UInt8(ascii: " "))
    appendBar(to: &output)
    output.append(UInt8(ascii: " "))
    output += excerpt.text
    output.append(UInt8(ascii: "\n"))
    appendBlanks(gutter + 1, to: &output)
    appendBar(to: &output)
    appendBlanks(1 + excerpt.indent, to: &output)
    paint(color, in: &output) { output in
      for _ in 0..<excerpt.caretCount { output.append(UInt8(ascii: "^")) }
    }
    output.append(UInt8(ascii: "\n"))
  }

  private func appendBar(to output: inout [UInt8]) {
    paint(.blue, in: &output) { $0.append(UInt8(ascii: "|")) }
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

  /// Puts what `write` appends into a colour.
  private func paint(_ paint: Paint, in output: inout [UInt8], _ write: (inout [UInt8]) -> Void) {
    if inColor { output += "\u{1B}[\(paint.rawValue)m".utf8 }
    write(&output)
    if inColor { output += "\u{1B}[0m".utf8 }
  }
}

private func appendBlanks(_ count: Int, to output: inout [UInt8]) {
  for _ in 0..<max(0, count) { output.append(UInt8(ascii: " ")) }
}
