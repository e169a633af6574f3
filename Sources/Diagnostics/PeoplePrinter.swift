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
    return ranges.map { String($0.start.line).utf8.count }.max() ?? 0
  }
}

extension PeoplePrinter {
  /// The source line of `range` with carets under it, or nothing where the text is not at hand.
  private mutating func excerpt(of range: SourceRange, gutter: Int, color: Paint) -> String {
    guard let line = lines.line(range.start.line, of: range.path) else { return "" }
    let start = min(max(range.start.column - 1, 0), line.count)
    let end =
      range.end.line > range.start.line
      ? line.count : min(max(range.end.column - 1, start), line.count)
    let excerpt = Excerpt(of: line, from: start, to: end)

    let number = String(range.start.line)
    let margin = String(repeating: " ", count: gutter)
    let bar = paint("|", .blue)
    let numbered = String(repeating: " ", count: gutter - number.utf8.count) + number
    return """
      \(margin) \(bar)
      \(paint(numbered, .blue)) \(bar) \(excerpt.text)
      \(margin) \(bar) \(excerpt.indent)\(paint(excerpt.carets, color))

      """
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
