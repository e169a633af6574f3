/// Breaks styled text at its spaces into lines of a width.
///
/// A style never reaches over the end of a line: the indentation of the next one would be struck
/// through.
struct LineWrapper {
  let width: Int
  let indent: String
  /// The indentation of the first line of each paragraph, where it differs.
  var firstIndent: String?
  private(set) var text = ""
  private var line = ""
  private var column = 0
  private var word = ""
  private var wordWidth = 0
  private var hasSpace = false

  init(width: Int, indent: String) {
    self.width = max(width, 20)
    self.indent = indent
  }

  /// Adds words; `style` is a parameter of the terminal's escape sequence.
  mutating func add(_ words: String, style: String? = nil) {
    for piece in words.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if piece.offset > 0 { endWord() }
      guard !piece.element.isEmpty else { continue }
      if let style {
        word += "\u{1B}[\(style)m\(piece.element)\u{1B}[0m"
      } else {
        word += piece.element
      }
      wordWidth += piece.element.count
    }
  }

  /// Ends a paragraph.
  mutating func endLine() {
    endWord()
    if !line.isEmpty { text += line + "\n" }
    (line, column, hasSpace) = ("", 0, false)
  }

  private mutating func endWord() {
    defer { hasSpace = hasSpace || column > 0 }
    guard !word.isEmpty else { return }
    if column > 0, hasSpace, column + 1 + wordWidth > width {
      text += line + "\n"
      (line, column) = ("", 0)
    }
    if column == 0 {
      let margin = text.isEmpty ? firstIndent ?? indent : indent
      line = margin
      column = margin.count
    } else if hasSpace {
      line += " "
      column += 1
    }
    line += word
    column += wordWidth
    (word, wordWidth, hasSpace) = ("", 0, false)
  }
}
