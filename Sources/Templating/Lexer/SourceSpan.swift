/// A half-open range of byte offsets in a template's text, after line breaks became `\n`.
struct SourceSpan: Hashable, Sendable {
  var start: UInt32
  var end: UInt32

  init(_ start: Int, _ end: Int) {
    self.start = UInt32(clamping: start)
    self.end = UInt32(clamping: end)
  }

  func joined(to other: SourceSpan) -> SourceSpan {
    SourceSpan(Int(min(start, other.start)), Int(max(end, other.end)))
  }
}

/// The text of one template with its line breaks as `\n`, and what errors need of it.
struct SourceText: Sendable {
  let name: String
  let bytes: [UInt8]
  /// The first byte that is no part of UTF-8 text, and where it stands in ``bytes``.
  let invalid: (offset: Int, byte: UInt8)?

  /// Takes the text in as Jinja does: every line break becomes `\n`, the last one may go.
  ///
  /// Bytes that are not UTF-8 become the replacement character, so all text below is valid; the
  /// lexer refuses it.
  init(name: String, bytes: [UInt8], keepTrailingNewline: Bool) {
    self.name = name
    var text = bytes
    if text.contains(where: { $0 >= 0x80 }), let first = firstInvalidByte(of: text) {
      let before = Self.withUnixLineBreaks(Array(text[..<first]))
      invalid = (before.count, text[first])
      text = Array(String(decoding: text, as: UTF8.self).utf8)
    } else {
      invalid = nil
    }
    if text.contains(0x0D) { text = Self.withUnixLineBreaks(text) }
    if !keepTrailingNewline, text.last == 0x0A { text.removeLast() }
    self.bytes = text
  }

  private static func withUnixLineBreaks(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == 0x0D {
        result.append(0x0A)
        if index + 1 < text.count, text[index + 1] == 0x0A { index += 1 }
      } else {
        result.append(text[index])
      }
      index += 1
    }
    return result
  }

  /// - Complexity: O(offset); errors only.
  func place(at offset: Int) -> TemplateError.Place {
    let head = bytes.prefix(offset)
    let line = head.count { $0 == 0x0A } + 1
    let lineStart = head.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return .init(line: line, column: head.count - lineStart + 1)
  }

  func line(around offset: Int) -> String {
    let offset = min(offset, bytes.count)
    let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  func error(_ kind: TemplateError.Kind, _ message: String, at span: SourceSpan) -> TemplateError {
    let start = min(Int(span.start), bytes.count)
    let end = min(max(Int(span.end), start), bytes.count)
    return TemplateError(
      kind, message, template: name, start: place(at: start), end: place(at: end),
      sourceLine: line(around: start))
  }
}

extension SourceText {
  /// The fault of a text that is not UTF-8: what its author meant can't be told.
  var encodingFault: TemplateError? {
    guard let invalid else { return nil }
    let digits = String(invalid.byte, radix: 16, uppercase: true)
    return error(
      .syntax, "byte 0x\(digits) is not UTF-8 text; save the file as UTF-8",
      at: SourceSpan(invalid.offset, invalid.offset + 3))
  }
}

/// Where the first byte stands that is no part of UTF-8 text.
private func firstInvalidByte(of bytes: [UInt8]) -> Int? {
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes.span)
    return nil
  } catch {
    return error.byteOffsets.lowerBound
  }
}
