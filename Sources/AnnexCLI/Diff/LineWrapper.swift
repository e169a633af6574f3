/// Breaks styled text at its spaces into lines of a width.
///
/// A style never reaches over the end of a line: the indentation of the next one would be struck
/// through. Within a line, neighbouring words of one style are styled as one.
struct LineWrapper {
  let width: Int
  let indent: String
  /// The indentation of the first line of each paragraph, where it differs.
  var firstIndent: String?
  private(set) var text = ""
  private var line: [Piece] = []
  private var column = 0
  private var word: [Piece] = []
  private var wordWidth = 0
  private var hasSpace = false

  /// Some words; `style` is a parameter of the terminal's escape sequence.
  private struct Piece {
    var text: String
    var style: String?
  }

  init(width: Int, indent: String) {
    self.width = max(width, 20)
    self.indent = indent
  }

  /// Adds words; `style` is a parameter of the terminal's escape sequence.
  mutating func add(_ words: String, style: String? = nil) {
    for piece in words.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if piece.offset > 0 { endWord() }
      guard !piece.element.isEmpty else { continue }
      word.append(Piece(text: String(piece.element), style: style))
      wordWidth += piece.element.count
    }
  }

  /// Ends a paragraph.
  mutating func endLine() {
    endWord()
    breakLine()
    hasSpace = false
  }

  private mutating func endWord() {
    defer { hasSpace = hasSpace || column > 0 }
    guard !word.isEmpty else { return }
    if column > 0, hasSpace, column + 1 + wordWidth > width { breakLine() }
    if column == 0 {
      let margin = text.isEmpty ? firstIndent ?? indent : indent
      line = [Piece(text: margin)]
      column = margin.count
    } else if hasSpace {
      // Between two words of one style, the space has it, too.
      let isInside = line.last?.style == word.first?.style
      append(Piece(text: " ", style: isInside ? line.last?.style : nil))
      column += 1
    }
    for piece in word { append(piece) }
    column += wordWidth
    (word, wordWidth, hasSpace) = ([], 0, false)
  }

  private mutating func append(_ piece: Piece) {
    if let last = line.last, last.style == piece.style {
      line[line.count - 1].text += piece.text
    } else {
      line.append(piece)
    }
  }

  private mutating func breakLine() {
    if !line.isEmpty {
      for piece in line {
        text += piece.style.map { "\u{1B}[\($0)m\(piece.text)\u{1B}[0m" } ?? piece.text
      }
      text += "\n"
    }
    (line, column) = ([], 0)
  }
}
