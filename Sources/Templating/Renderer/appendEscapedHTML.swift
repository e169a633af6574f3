/// Appends part of `source` with the five characters that HTML gives a meaning replaced.
///
/// Most text has nothing to escape and is copied whole, and so are runs of the rest. All five are
/// ASCII, and no byte of a longer UTF-8 sequence is, so working on bytes is exact.
func appendEscapedHTML(_ source: [UInt8], _ range: Range<Int>, to output: inout [UInt8]) {
  guard needsEscapes(source.span.extracting(range)) else {
    output.append(contentsOf: source[range])
    return
  }
  var runStart = range.lowerBound
  var index = runStart
  while index < range.upperBound {
    let byte = source[index]
    // The five lie between the quote and the greater-than sign; most bytes do not.
    if byte <= 0x3E, byte >= 0x22, let entity = entity(for: byte) {
      if index > runStart { output.append(contentsOf: source[runStart..<index]) }
      output.append(contentsOf: entity.utf8)
      runStart = index + 1
    }
    index += 1
  }
  if index > runStart { output.append(contentsOf: source[runStart..<index]) }
}

/// Whether one of the five is in a text.
///
/// Goes on where it could stop: so the processor looks at sixteen bytes at a time.
private func needsEscapes(_ text: Span<UInt8>) -> Bool {
  var found: UInt8 = 0
  for index in text.indices {
    let byte = text[index]
    // Two pairs that differ in one bit: quotation mark and ampersand, and the angle brackets.
    found |=
      (byte & 0xFB == UInt8(ascii: "\"") ? 1 : 0) | (byte & 0xFD == UInt8(ascii: "<") ? 1 : 0)
      | (byte == UInt8(ascii: "'") ? 1 : 0)
  }
  return found != 0
}

@inline(__always)
private func entity(for byte: UInt8) -> String? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&#34;"
  case UInt8(ascii: "'"): "&#39;"
  default: nil
  }
}

/// Appends the decimal digits of an integer.
func appendInteger(_ value: Int, to output: inout [UInt8]) {
  if value >= 0, value < 10 {
    output.append(0x30 + UInt8(value))
    return
  }
  if value < 0 { output.append(UInt8(ascii: "-")) }
  var magnitude = value.magnitude
  let start = output.count
  repeat {
    output.append(0x30 + UInt8(magnitude % 10))
    magnitude /= 10
  } while magnitude > 0
  output[start...].reverse()
}
