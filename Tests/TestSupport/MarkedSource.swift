package import Diagnostics

/// A test input with places marked in it: `⟦1⟧` is taken out and remembered by its number.
package struct MarkedSource: Sendable {
  /// The text without the marks.
  package let text: String
  /// Where each mark stood, lines and byte columns from 1.
  package let positions: [Int: SourcePosition]

  package init(_ marked: String) {
    var text = ""
    var positions: [Int: SourcePosition] = [:]
    var line = 1
    var column = 1
    var rest = marked[...]
    while let character = rest.first {
      rest.removeFirst()
      if character == "⟦", let close = rest.firstIndex(of: "⟧"), let number = Int(rest[..<close]) {
        positions[number] = SourcePosition(line: line, column: column)
        rest = rest[rest.index(after: close)...]
        continue
      }
      text.append(character)
      column += String(character).utf8.count
      if character.isNewline {
        line += 1
        column = 1
      }
    }
    self.text = text
    self.positions = positions
  }

  package var bytes: [UInt8] { Array(text.utf8) }
}
