/// Destinations that the generator of a site fills in: `[us]({{ site.mail }})`,
/// `[terms]({{< ref "terms.md" >}})`.
///
/// Markdown knows no blank in a destination, and takes all of it for text. What would end one is
/// masked while the text is parsed, by bytes that no text holds, so that no place moves.
enum TemplateLinks {
  /// - Returns: whether there were any.
  /// - Complexity: O(bytes).
  static func mask(_ file: inout [UInt8], from start: Int) -> Bool {
    var isMasked = false
    var index = start
    while index + 3 < file.count {
      guard file[index] == UInt8(ascii: "]"), file[index + 1] == UInt8(ascii: "(") else {
        index += 1
        continue
      }
      index += 2
      let end = min(file.count, index + longest)
      while index < end, file[index] > UInt8(ascii: " "), file[index] != UInt8(ascii: ")") {
        guard let close = endOfTemplate(in: file, from: index, before: end) else {
          index += 1
          continue
        }
        for inside in index..<close {
          guard let mask = masks.first(where: { $0.byte == file[inside] })?.mask else { continue }
          file[inside] = mask
          isMasked = true
        }
        index = close
      }
    }
    return isMasked
  }

  /// Puts back what was masked.
  static func unmask(_ text: inout [UInt8]) {
    for index in text.indices where text[index] >= lowest {
      if let byte = masks.first(where: { $0.mask == text[index] })?.byte { text[index] = byte }
    }
  }

  /// Where the braces end that open at `start`, in the same line.
  private static func endOfTemplate(
    in file: [UInt8], from start: Int, before end: Int
  ) -> Int? {
    guard file[start] == UInt8(ascii: "{"), start + 1 < end else { return nil }
    let sign = file[start + 1]
    guard sign == UInt8(ascii: "{") || sign == UInt8(ascii: "%") else { return nil }
    let close = sign == UInt8(ascii: "{") ? UInt8(ascii: "}") : sign
    var index = start + 2
    while index + 1 < end, file[index] != UInt8(ascii: "\n") {
      if file[index] == close, file[index + 1] == UInt8(ascii: "}") { return index + 2 }
      index += 1
    }
    return nil
  }

  /// UTF-8 has none of these bytes.
  private static let masks: [(byte: UInt8, mask: UInt8)] = [
    (UInt8(ascii: " "), 0xFF), (UInt8(ascii: "<"), 0xFE), (UInt8(ascii: ">"), 0xFD),
    (UInt8(ascii: "("), 0xFC), (UInt8(ascii: ")"), 0xFB), (UInt8(ascii: "\\"), 0xFA),
    (UInt8(ascii: "&"), 0xF9),
  ]
  private static let lowest: UInt8 = 0xF9
  /// In bytes; no address is longer, and no text is searched twice.
  private static let longest = 512
}
