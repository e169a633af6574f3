import Diagnostics
package import Frontmatter

/// The Markdown below the frontmatter of a record.
package struct RecordDescription: Sendable, Equatable {
  /// As bytes of the file.
  package var bytes: Range<Int>
  /// Without the blanks around it, at the line that the Markdown begins on.
  package var text: Located<String>

  /// Of a record that no file was written for.
  static func none(at range: SourceRange) -> Self {
    RecordDescription(bytes: 0..<0, text: Located("", at: range))
  }

  /// What stands below a block of frontmatter.
  init(of file: [UInt8], below block: FrontmatterBlock, path: String) {
    bytes = block.bodyStart..<file.count
    var body = file[bytes]
    body = body.drop { $0 <= 0x20 }
    while let last = body.last, last <= 0x20 { body.removeLast() }
    let line = SourcePosition(line: block.bodyLine, column: 1)
    text = Located(
      String(decoding: body, as: UTF8.self), at: SourceRange(path: path, start: line, end: line))
  }

  private init(bytes: Range<Int>, text: Located<String>) {
    (self.bytes, self.text) = (bytes, text)
  }

  /// As prose in the language of its reader; `nil` where nothing is said.
  package var prose: LocalizedText? { text.value.isEmpty ? nil : LocalizedText(text) }
}
