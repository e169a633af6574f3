/// How many bytes the character at `index` takes, or `nil` where none is that UTF-8 allows.
///
/// NUL is allowed by Unicode but no text.
///
/// Source: The Unicode Standard, table 3-7.
func lengthOfUTF8Sequence(_ bytes: borrowing Span<UInt8>, at index: Int) -> Int? {
  let length: Int
  var second: ClosedRange<UInt8> = 0x80...0xBF
  switch bytes[index] {
  case 0x01...0x7F: return 1
  case 0xC2...0xDF: length = 2
  case 0xE0:
    length = 3
    second = 0xA0...0xBF
  case 0xED:
    length = 3
    second = 0x80...0x9F
  case 0xE1...0xEF: length = 3
  case 0xF0:
    length = 4
    second = 0x90...0xBF
  case 0xF1...0xF3: length = 4
  case 0xF4:
    length = 4
    second = 0x80...0x8F
  default: return nil
  }
  guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
  for next in (index + 2)..<(index + max(length, 2)) {
    guard (0x80...0xBF).contains(bytes[next]) else { return nil }
  }
  return length
}
