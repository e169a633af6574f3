internal import Diagnostics

/// What converters of word processors write around words, blanked before the text is parsed: the
/// lines `:::` around a division, the colon before a caption, and line ends inside of the attributes of a span.
enum ConverterMarks {
  /// Blanks the lines that open and close divisions, `::: note`, `::: {#id .class}`, `:::`, and the
  /// colons before captions. Words behind, as in `:::note Title`, stay.
  ///
  /// `lines`: where such lines begin. What stands between fences of code stays.
  ///
  /// - Complexity: O(bytes) where there are any.
  static func blankDivisions(_ lines: [Int], in file: inout [UInt8], lineStarts: [Int32]) {
    guard let first = lines.first else { return }
    var next = 0
    var fence: (mark: UInt8, length: Int)?
    for lineStart in lineStarts where next < lines.count {
      var index = Int(lineStart)
      while index < file.count, file[index] == 0x20 || file[index] == UInt8(ascii: ">") {
        index += 1
      }
      guard index < file.count else { return }
      let mark = file[index]
      if mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") {
        let length = file[index...].prefix { $0 == mark }.count
        if let open = fence {
          if mark == open.mark, length >= open.length { fence = nil }
        } else if length > 2 {
          fence = (mark, length)
        }
      }
      guard index >= first, lines[next] <= index else { continue }
      while next < lines.count, lines[next] <= index { next += 1 }
      if fence == nil, mark == UInt8(ascii: ":") { blankDivision(at: index, in: &file) }
    }
  }

  private static func blankDivision(at start: Int, in file: inout [UInt8]) {
    guard file[start + 1] == UInt8(ascii: ":") else { return file[start] = 0x20 }
    var index = start
    func blanks() { while index < file.count, file[index] == 0x20 { index += 1 } }
    while index < file.count, file[index] == UInt8(ascii: ":") { index += 1 }
    blanks()
    while index < file.count, isNameByte(file[index]) { index += 1 }
    blanks()
    if index < file.count, file[index] == UInt8(ascii: "{") {
      guard let end = endOfLine(after: index, in: file, at: UInt8(ascii: "}")) else { return }
      index = end + 1
    } else if index < file.count, file[index] == UInt8(ascii: "[") {
      guard let end = endOfLine(after: index, in: file, at: UInt8(ascii: "]")) else { return }
      file[end] = 0x20
      index += 1
    }
    while index < file.count, file[index] == UInt8(ascii: ":") { index += 1 }
    blanks()
    // A title goes to the start of the line: far from it, it would be code.
    let title = Array(file[index...].prefix { !$0.isLineEnd })
    file.replaceSubrange(start..<start + title.count, with: title)
    for byte in (start + title.count)..<(index + title.count) { file[byte] = 0x20 }
  }

  private static func endOfLine(after start: Int, in file: [UInt8], at mark: UInt8) -> Int? {
    let line = file[start...].prefix { !$0.isLineEnd }
    return line.firstIndex(of: mark)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}

extension ConverterMarks {
  /// Makes one line of attributes that a converter broke: `[Scope]{#scope`, `.anchor}`.
  ///
  /// - Returns: where the lines begin that the parser then sees.
  /// - Complexity: O(bytes).
  static func joinAttributes(
    in file: inout [UInt8], from start: Int, lineStarts: [Int32]
  ) -> [Int32] {
    var joined: [Int32] = []
    var index = start + 1
    while index < file.count {
      defer { index += 1 }
      guard file[index] == UInt8(ascii: "{"),
        file[index - 1] == UInt8(ascii: "]") || file[index - 1] == UInt8(ascii: ")"),
        let end = endOfAttributes(at: index, in: file)
      else { continue }
      for inside in index..<end where file[inside].isLineEnd {
        file[inside] = 0x20
        if file[inside + 1] != UInt8(ascii: "\n") {
          joined.append(Int32(truncatingIfNeeded: inside + 1))
        }
      }
      index = end
    }
    guard !joined.isEmpty else { return lineStarts }
    var next = joined[...]
    return lineStarts.filter { line in
      while let first = next.first, first < line { next = next.dropFirst() }
      return next.first != line
    }
  }

  /// The brace that ends attributes which begin at `start` and hold a line end.
  private static func endOfAttributes(at start: Int, in file: [UInt8]) -> Int? {
    guard start + 1 < file.count,
      file[start + 1] == UInt8(ascii: "#") || file[start + 1] == UInt8(ascii: ".")
        || file[start + 1].isASCIILetter
    else { return nil }
    var lineEnds = 0
    var isBlank = false
    for index in (start + 1)..<min(start + longest, file.count) {
      switch file[index] {
      case UInt8(ascii: "}"): return lineEnds > 0 ? index : nil
      case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "]"): return nil
      case UInt8(ascii: "\n"):
        if isBlank { return nil }
        lineEnds += 1
        isBlank = true
      case 0x20, UInt8(ascii: "\r"), UInt8(ascii: ">"): break
      default: isBlank = false
      }
    }
    return nil
  }

  /// In bytes; pictures have two measures, and tracked changes a name and a day.
  private static let longest = 300
}
