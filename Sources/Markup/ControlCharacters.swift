/// How many bytes the control character at `index` takes, or `nil` where there is none.
///
/// Those are C0 but for the tab and the ends of lines, DEL, C1, U+FFFE and U+FFFF: no page may hold
/// them, and most editors don't show them. So are U+202A to U+202E and U+2066 to U+2069, by which a
/// text is shown in another order than it is written and compared in; the marks of Hebrew and Arabic
/// texts, U+200E and U+200F, turn nothing round. `bytes` are UTF-8 text.
///
/// Source: HTML, "Preprocessing the input stream"; XML 1.0, section 2.2; Unicode Standard Annex 9,
/// section 2.
func lengthOfControl(_ bytes: borrowing Span<UInt8>, at index: Int) -> Int? {
  switch bytes[index] {
  case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): nil
  case 0..<0x20, 0x7F: 1
  case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0: 2
  case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE: 3
  case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
    (0xAA...0xAE).contains(bytes[index + 2]) ? 3 : nil
  case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x81:
    (0xA6...0xA9).contains(bytes[index + 2]) ? 3 : nil
  default: nil
  }
}

/// One that a text holds.
struct ControlCharacter {
  /// In bytes.
  var offset: Int
  var scalar: UInt32
}

/// Writes blanks in the place of the control characters from `start` on, as many as they have
/// bytes.
///
/// So all places in a text stay what they are.
///
/// - Returns: those that stood there.
func replaceControls(in bytes: inout [UInt8], from start: Int = 0) -> [ControlCharacter] {
  var found: [ControlCharacter] = []
  var index = start
  while index < bytes.count {
    guard let length = lengthOfControl(bytes.span, at: index) else {
      index += 1
      continue
    }
    let last = UInt32(bytes[index + length - 1])
    let scalar =
      length == 3
      ? UInt32(bytes[index] & 0xF) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | last & 0x3F : last
    found.append(ControlCharacter(offset: index, scalar: scalar))
    for place in index..<(index + length) { bytes[place] = UInt8(ascii: " ") }
    index += length
  }
  return found
}
