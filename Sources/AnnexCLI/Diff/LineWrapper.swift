internal import Diagnostics

/// Breaks styled text at its spaces into lines of a width, and writes them behind each other.
///
/// A style never reaches over the end of a line: the indentation of the next one would be struck
/// through. Within a line, neighbouring words of one style are styled as one. Whatever a terminal
/// would obey is replaced, as ``printable(_:)`` has it.
struct LineWrapper {
  /// Columns.
  let width: Int
  private(set) var bytes: [UInt8] = []
  /// The indentation of the line that begins next, and of those after it.
  private var margin = ""
  private var indent = ""
  private var column = 0
  /// The style that the last word of the line has; it is open in ``bytes``.
  private var openStyle: String?
  /// What was added since the last space.
  private var word: [UInt8] = []
  private var pieces: [Piece] = []
  private var wordWidth = 0
  private var hasSpace = false

  /// A stretch of ``word``; `style` is a parameter of the terminal's escape sequence.
  private struct Piece {
    var end: Int
    var style: String?
  }

  init(width: Int) { self.width = max(width, 20) }

  /// Begins a paragraph whose lines are indented.
  mutating func begin(indent: String, first: String? = nil) {
    self.indent = indent
    margin = first ?? indent
  }

  /// Adds words; `style` is a parameter of the terminal's escape sequence.
  mutating func add(_ words: String, style: String? = nil) {
    add(Array(words.utf8)[...], style: style)
  }

  mutating func add(_ words: ArraySlice<UInt8>, style: String? = nil) {
    if isPlain(words.span) {
      // A scalar has one byte that does not continue it.
      addPrintable(words, style) { $0.count { $0 & 0xC0 != 0x80 } }
    } else {
      let text = printable(String(decoding: words, as: UTF8.self))
      addPrintable(Array(text.utf8)[...], style) { String(decoding: $0, as: UTF8.self).count }
    }
  }

  /// Ends a paragraph.
  mutating func endLine() {
    endWord()
    breakLine()
    hasSpace = false
  }

  /// Writes a line that is not broken, after the end of a paragraph; empty for a blank line.
  mutating func line(_ text: String) {
    bytes += text.utf8
    bytes.append(0x0A)
  }
}

extension LineWrapper {
  /// `width`: the columns of a word.
  private mutating func addPrintable(
    _ words: ArraySlice<UInt8>, _ style: String?, width: (ArraySlice<UInt8>) -> Int
  ) {
    var rest = words
    while true {
      let end = rest.firstIndex(of: 0x20) ?? rest.endIndex
      if rest.startIndex < end {
        wordWidth += width(rest[..<end])
        word += rest[..<end]
        pieces.append(Piece(end: word.count, style: style))
      }
      guard end < rest.endIndex else { return }
      endWord()
      rest = rest[(end + 1)...]
    }
  }

  private mutating func endWord() {
    defer { hasSpace = hasSpace || column > 0 }
    guard !pieces.isEmpty else { return }
    if column > 0, hasSpace, column + 1 + wordWidth > width { breakLine() }
    if column == 0 {
      bytes += margin.utf8
      column = margin.utf8.count
      margin = indent
    } else if hasSpace {
      // Between two words of one style, the space has it, too.
      if openStyle != pieces[0].style { open(nil) }
      bytes.append(0x20)
      column += 1
    }
    var start = 0
    for piece in pieces {
      open(piece.style)
      bytes += word[start..<piece.end]
      start = piece.end
    }
    column += wordWidth
    word.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    (wordWidth, hasSpace) = (0, false)
  }

  private mutating func open(_ style: String?) {
    guard style != openStyle else { return }
    if openStyle != nil { bytes += "\u{1B}[0m".utf8 }
    if let style { bytes += "\u{1B}[\(style)m".utf8 }
    openStyle = style
  }

  private mutating func breakLine() {
    open(nil)
    if column > 0 { bytes.append(0x0A) }
    column = 0
  }
}
