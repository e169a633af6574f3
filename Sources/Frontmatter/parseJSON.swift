package import Diagnostics

/// Reads a JSON text into the same values as YAML, with the place of every key and value.
///
/// Numbers keep their text; those without fraction and exponent that fit are integers. A key that
/// stands twice in an object is an error, and the first one counts.
///
/// At most `depthLimit` arrays and objects may stand inside one another.
///
/// - Returns: the value, `nil` where the text is not JSON, and the faults found: reading ends at
///   the first error of syntax.
/// - Complexity: O(bytes).
///
/// Source: RFC 8259, strictly; a byte order mark at the start is skipped, as its section 8.1
/// allows.
package func parseJSON(
  _ bytes: [UInt8], path: String, depthLimit: Int = JSONLimits.depth
) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
  if let bad = invalidUTF8Ranges(in: bytes).first {
    let text = YAMLText(bytes[..<bad.lowerBound], path: path, firstLine: 1)
    var place = text.range(bad.lowerBound..<bad.lowerBound)
    place.end.column += bad.count
    return (nil, [.dataEncoding(bytes[bad.lowerBound], at: place, further: 0)])
  }
  var reader = JSONReader(bytes, path: path, depthLimit: depthLimit)
  do throws(JSONFault) {
    let root = try reader.readText()
    return (root, reader.diagnostics)
  } catch {
    return (nil, reader.diagnostics + [error.diagnostic])
  }
}

/// What a JSON text may have at most.
package enum JSONLimits {
  /// Arrays and objects inside one another.
  package static let depth = 256
}
