/// How many bytes the control character at `index` takes, or `nil` where there is none.
///
/// Those are C0 but for the tab and the ends of lines, DEL, C1, U+FFFE and U+FFFF: no page may hold
/// them, and most editors don't show them. `bytes` are UTF-8 text.
///
/// Source: HTML, "Preprocessing the input stream"; XML 1.0, section 2.2.
func lengthOfControl(_ bytes: borrowing Span<UInt8>, at index: Int) -> Int? {
  switch bytes[index] {
  case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): nil
  case 0..<0x20, 0x7F: 1
  case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0: 2
  case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE: 3
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
    found.append(
      ControlCharacter(offset: index, scalar: length == 3 ? 0xFFC0 + last - 0x80 : last))
    for place in index..<(index + length) { bytes[place] = UInt8(ascii: " ") }
    index += length
  }
  return found
}
