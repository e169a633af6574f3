/// `text` without anything that a terminal would obey: file names and contents are foreign input.
///
/// A tab becomes a space; any other control, format or separator character becomes U+FFFD.
package func printable(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(printable(scalar)) }
  return String(result)
}

/// Appends what ``printable(_:)`` gives; most text is plain and copied as it is.
func appendPrintable(_ text: String, to output: inout [UInt8]) {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
    output += text.utf8
  } else {
    output += printable(text).utf8
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
