/// `text` without anything that a terminal would obey: file names and contents are foreign input.
///
/// A tab becomes a space; any other control, format or separator character becomes U+FFFD.
package func printable(_ text: String) -> String {
  if isPlain(text.utf8.span) { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(printable(scalar)) }
  return String(result)
}

/// Appends what ``printable(_:)`` gives; most text is plain and copied as it is.
func appendPrintable(_ text: String, to output: inout [UInt8]) {
  output += printable(text).utf8
}

/// Whether ``printable(_:)`` changes nothing in `bytes` for certain, and each of its characters is
/// one scalar that takes one column: ASCII, and the letters and signs of western languages.
package func isPlain(_ bytes: Span<UInt8>) -> Bool {
  var index = 0
  while index < bytes.count {
    let length = lengthOfPlainScalar(bytes, at: index)
    if length == 0 { return false }
    index += length
  }
  return true
}

/// How many bytes a plain scalar takes that begins at `index`; 0 for what needs a closer look.
@inline(__always)
private func lengthOfPlainScalar(_ bytes: Span<UInt8>, at index: Int) -> Int {
  let first = bytes[index]
  if first < 0x80 { return first >= 0x20 && first != 0x7F ? 1 : 0 }
  guard index + 1 < bytes.count else { return 0 }
  let second = bytes[index + 1]
  switch first {
  // U+00A0 to U+00BF without the soft hyphen, which is a format character.
  case 0xC2: return second >= 0xA0 && second != 0xAD ? 2 : 0
  // U+00C0 to U+00FF.
  case 0xC3: return 2
  case 0xE2:
    guard index + 2 < bytes.count else { return 0 }
    let third = bytes[index + 2]
    return switch second {
    // U+2010 to U+2027: dashes, quotation marks, dots.
    case 0x80: (0x90...0xA7).contains(third) ? 3 : 0
    // The sign of the euro.
    case 0x82: third == 0xAC ? 3 : 0
    // Arrows.
    case 0x86: third >= 0x90 ? 3 : 0
    default: 0
    }
  default: return 0
  }
}

func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  if scalar.value >= 0x20, scalar.value < 0x7F { return scalar }
  if scalar == "\t" { return " " }
  return switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: "\u{FFFD}"
  default: scalar
  }
}
