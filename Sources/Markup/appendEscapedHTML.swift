internal import Diagnostics

/// Appends `text` to `output` with the four characters that GFM's renderer escapes replaced.
///
/// The hot loop of rendering: most text has nothing to escape and is copied whole, and so are runs
/// of the rest. All four are ASCII, and no byte of a longer UTF-8 sequence is, so working on bytes
/// is exact.
///
/// - Complexity: O(bytes).
package func appendEscapedHTML(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
  let bytes = text.span
  guard needsEscapes(bytes) else {
    output.append(contentsOf: text)
    return
  }
  var runStart = 0
  for index in bytes.indices {
    let byte = bytes[index]
    let entity: StaticString
    switch byte {
    case UInt8(ascii: "&"): entity = "&amp;"
    case UInt8(ascii: "<"): entity = "&lt;"
    case UInt8(ascii: ">"): entity = "&gt;"
    case UInt8(ascii: "\""): entity = "&quot;"
    default: continue
    }
    output.append(contentsOf: text[(text.startIndex + runStart)..<(text.startIndex + index)])
    output.append(contentsOf: entity.description.utf8)
    runStart = index + 1
  }
  output.append(contentsOf: text[(text.startIndex + runStart)...])
}

/// Whether one of the four is in a text.
///
/// Goes on where it could stop: so the processor looks at sixteen bytes at a time.
private func needsEscapes(_ text: Span<UInt8>) -> Bool {
  var found: UInt8 = 0
  for index in text.indices {
    let byte = text[index]
    // Two pairs that differ in one bit: quotation mark and ampersand, and the angle brackets.
    found |=
      (byte & 0xFB == UInt8(ascii: "\"") ? 1 : 0) | (byte & 0xFD == UInt8(ascii: "<") ? 1 : 0)
  }
  return found != 0
}

/// As ``appendEscapedHTML(_:to:)`` for bytes; most texts have nothing to escape and are copied
/// once.
package func appendEscapedHTML(_ text: String, to output: inout [UInt8]) {
  let start = output.count
  output.append(contentsOf: text.utf8)
  guard needsEscapes(output.span.extracting(start...)) else { return }
  let bytes = Array(output[start...])
  output.removeSubrange(start...)
  appendEscapedHTML(bytes[...], to: &output)
}

/// Appends a destination as the value of an `href` or `src` attribute.
///
/// Bytes that may stand in an address stay, `&` and `'` become entities, and all others are written
/// as `%` and two digits, as GFM's renderer does.
func appendEscapedDestination(_ destination: some Sequence<UInt8>, to output: inout [UInt8]) {
  for byte in destination {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "(")...UInt8(ascii: ";"), UInt8(ascii: "#")...UInt8(ascii: "%"),
      UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "="), UInt8(ascii: "_"),
      UInt8(ascii: "!"), UInt8(ascii: "~"):
      output.append(byte)
    case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "'"): output.append(contentsOf: "&#x27;".utf8)
    default: output.appendPercentEncoded(byte)
    }
  }
}
