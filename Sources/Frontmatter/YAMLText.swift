package import Diagnostics
import Partitioning

/// The bytes of a YAML text, made fit for libyaml, with the places of its lines.
///
/// What libyaml would stop at, or read in another way than YAML 1.2, is reported here and replaced
/// by underscores of the same length: so one bad byte doesn't hide the other faults of a file,
/// and all places stay right.
struct YAMLText {
  private(set) var bytes: [UInt8]
  /// Byte offsets at which lines begin; LF, CR LF and CR end a line. The first is -3 where a byte
  /// order mark was taken off, which the columns of the first line count.
  private(set) var lineStarts: [Int]
  private(set) var isASCII = true
  private(set) var diagnostics: [Diagnostic] = []
  let path: String
  /// The line of the file that the text begins on.
  let firstLine: Int

  init(_ source: ArraySlice<UInt8>, path: String, firstLine: Int) {
    let markLength = byteOrderMarkLength(of: source)
    bytes = Array(source.dropFirst(markLength))
    lineStarts = [-markLength]
    self.path = path
    self.firstLine = firstLine
    scan()
    if !isASCII {
      replaceInvalidUTF8()
      replaceLookalikeLineBreaks()
    }
  }

  /// Notes line starts, finds out whether the text is ASCII, and replaces control characters.
  private mutating func scan() {
    var controls: [Int] = []
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x20 && byte < 0x7F { continue }
      switch byte {
      case UInt8(ascii: "\n"): lineStarts.append(index + 1)
      case UInt8(ascii: "\t"): break
      case UInt8(ascii: "\r"):
        if index + 1 >= bytes.count || bytes[index + 1] != UInt8(ascii: "\n") {
          lineStarts.append(index + 1)
        }
      case 0x80...: isASCII = false
      default: controls.append(index)
      }
    }
    guard let first = controls.first else { return }
    diagnostics.append(
      .yamlCharacter(
        UInt32(bytes[first]), at: range(first..<(first + 1)), further: controls.count - 1))
    for index in controls { bytes[index] = UInt8(ascii: "_") }
  }

  private mutating func replaceInvalidUTF8() {
    let bad = invalidUTF8Ranges(in: bytes)
    guard let first = bad.first else { return }
    diagnostics.append(
      .dataEncoding(bytes[first.lowerBound], at: range(first), further: bad.count - 1))
    for range in bad {
      for index in range { bytes[index] = UInt8(ascii: "_") }
    }
  }

  /// Replaces the C1 controls and what libyaml, following YAML 1.1, takes for the end of a line.
  private mutating func replaceLookalikeLineBreaks() {
    var found: [(place: Range<Int>, scalar: UInt32)] = []
    for index in bytes.indices where bytes[index] >= 0xC2 {
      switch bytes[index] {
      case 0xC2 where bytes[index + 1] < 0xA0:
        found.append((index..<(index + 2), UInt32(bytes[index + 1])))
      case 0xE2 where bytes[index + 1] == 0x80 && (0xA8...0xA9).contains(bytes[index + 2]):
        found.append((index..<(index + 3), 0x2000 + UInt32(bytes[index + 2] - 0x80)))
      case 0xEF where bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE:
        found.append((index..<(index + 3), 0xFFC0 + UInt32(bytes[index + 2] - 0x80)))
      default: break
      }
    }
    guard let first = found.first else { return }
    diagnostics.append(
      .yamlCharacter(first.scalar, at: range(first.place), further: found.count - 1))
    for (place, _) in found {
      for index in place { bytes[index] = UInt8(ascii: "_") }
    }
  }
}

extension YAMLText {
  /// The place of byte `offset` in the file.
  ///
  /// - Complexity: O(log lines).
  func position(of offset: Int) -> SourcePosition {
    let line = max(lineStarts.partitioningIndex { $0 > offset } - 1, 0)
    return SourcePosition(line: firstLine + line, column: offset - lineStarts[line] + 1)
  }

  func range(_ offsets: Range<Int>) -> SourceRange {
    SourceRange(
      path: path, start: position(of: offsets.lowerBound), end: position(of: offsets.upperBound))
  }

  /// The byte range of the line that holds byte `offset`, without its line end.
  func line(around offset: Int) -> Range<Int> {
    let isLineEnd = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    let start = bytes[..<offset].lastIndex(where: isLineEnd).map { $0 + 1 } ?? 0
    return start..<max(start, bytes[offset...].firstIndex(where: isLineEnd) ?? bytes.count)
  }
}

/// The stretches of `bytes` that are not UTF-8, in order.
///
/// - Complexity: O(bytes).
func invalidUTF8Ranges(in bytes: [UInt8]) -> [Range<Int>] {
  var bad: [Range<Int>] = []
  let span = bytes.span
  var start = 0
  while start < span.count {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: span.extracting(start..<span.count))
      break
    } catch {
      let place = (error.byteOffsets.lowerBound + start)..<(error.byteOffsets.upperBound + start)
      if let last = bad.last, last.upperBound == place.lowerBound {
        bad[bad.count - 1] = last.lowerBound..<place.upperBound
      } else {
        bad.append(place)
      }
      start = place.upperBound
    }
  }
  return bad
}

extension Diagnostic.Code {
  package static let dataEncoding = Self(rawValue: "data-encoding")
  /// That of texts: these characters harm no YAML.
  package static let turningCharacter = Self(rawValue: "control-character")
  package static let yamlCharacter = Self(rawValue: "yaml-character")
}

extension Diagnostic {
  /// A byte that is not UTF-8, of `further` more such places.
  static func dataEncoding(_ byte: UInt8, at range: SourceRange, further: Int) -> Self {
    Diagnostic(
      .dataEncoding, .error,
      "byte 0x\(hexadecimal(byte, digits: 2, uppercase: true)) is not UTF-8 text",
      at: range,
      notes: further > 0 ? [Note("\(further) more in this file")] : [],
      help: "save the file as UTF-8")
  }

  static func yamlCharacter(_ scalar: UInt32, at range: SourceRange, further: Int) -> Self {
    Diagnostic(
      .yamlCharacter, .error,
      "control character U+\(codePoint(scalar)) must not stand in YAML",
      at: range, notes: further > 0 ? [Note("\(further) more in this file")] : [],
      help: "delete the character, which most editors don't show")
  }

  static func turningCharacter(_ scalar: UInt32, at range: SourceRange, further: Int) -> Self {
    Diagnostic(
      .turningCharacter, .warning,
      "control character U+\(codePoint(scalar)) must not stand in a text; a blank is "
        + "read instead", at: range,
      notes: further > 0 ? [Note("\(further) more in this file")] : [],
      help: "delete the character, which most editors don't show")
  }
}
