/// A SARIF 2.1.0 log of one run, for code-scanning services.
///
/// Columns are Unicode code points there; they are counted in the texts, and left out where a text
/// is not at hand. Paths are relative references in URI form.
///
/// Source: OASIS, Static Analysis Results Interchange Format 2.1.0, sections 3.13 to 3.30.
package func sarifLog(
  for diagnostics: [Diagnostic], texts: some SourceTexts, version: String
) -> String {
  var log = SARIFLog(texts: texts)
  log.append(diagnostics, version: version)
  return String(decoding: log.json.bytes, as: UTF8.self)
}

private struct SARIFLog<Texts: SourceTexts> {
  var json = JSONText()
  private var lines: SourceLines<Texts>

  init(texts: Texts) { lines = SourceLines(texts) }

  mutating func append(_ diagnostics: [Diagnostic], version: String) {
    let results = diagnostics.map { (diagnostic: $0, places: places(of: $0)) }
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.key("runs")
      json.array { json in
        json.object { json in
          appendTool(codes: Set(diagnostics.map(\.code.rawValue)).sorted(), version, to: &json)
          json.member("columnKind", "unicodeCodePoints")
          json.key("results")
          json.array { json in
            for result in results { appendResult(result.diagnostic, result.places, to: &json) }
          }
        }
      }
    }
    json.lineBreak()
  }

  /// The place of the diagnostic, then those of its notes.
  private mutating func places(of diagnostic: Diagnostic) -> [SARIFPlace?] {
    var places = [place(of: diagnostic.range)]
    for note in diagnostic.notes { places.append(place(of: note.range)) }
    return places
  }

  private mutating func place(of range: SourceRange?) -> SARIFPlace? {
    guard let range else { return nil }
    return SARIFPlace(
      range: range, startColumn: column(of: range.start, in: range.path),
      endColumn: column(of: range.end, in: range.path))
  }

  private mutating func column(of position: SourcePosition, in path: String) -> Int? {
    guard let line = lines.line(position.line, of: path) else { return nil }
    // A code point has exactly one byte that is no continuation byte.
    let before = line.prefix(max(0, position.column - 1))
    return before.reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}

/// A range in the units of SARIF.
private struct SARIFPlace {
  let range: SourceRange
  let startColumn: Int?
  let endColumn: Int?
}

private func appendTool(codes: [String], _ version: String, to json: inout JSONText) {
  json.key("tool")
  json.object { json in
    json.key("driver")
    json.object { json in
      json.member("name", "annex")
      json.member("version", version)
      json.member("rules", objects: codes) { $0.member("id", $1) }
    }
  }
}

private func appendResult(
  _ diagnostic: Diagnostic, _ places: [SARIFPlace?], to json: inout JSONText
) {
  json.object { json in
    json.member("ruleId", diagnostic.code.rawValue)
    json.member("level", diagnostic.severity.name)
    let help = diagnostic.help.map { "; \($0)" } ?? ""
    appendMessage(diagnostic.summary + help, to: &json)
    if let place = places.first ?? nil {
      json.key("locations")
      json.array { appendLocation(place, message: nil, to: &$0) }
    }
    guard !diagnostic.notes.isEmpty else { return }
    json.key("relatedLocations")
    json.array { json in
      for (note, place) in zip(diagnostic.notes, places.dropFirst()) {
        appendLocation(place, message: note.summary, to: &json)
      }
    }
  }
}

private func appendMessage(_ text: String, to json: inout JSONText) {
  json.key("message")
  json.object { $0.member("text", text) }
}

private func appendLocation(_ place: SARIFPlace?, message: String?, to json: inout JSONText) {
  json.object { json in
    if let place {
      json.key("physicalLocation")
      json.object { json in
        json.key("artifactLocation")
        json.object { $0.member("uri", uriReference(to: place.range.path)) }
        json.key("region")
        json.object { json in
          json.member("startLine", place.range.start.line)
          if let column = place.startColumn { json.member("startColumn", column) }
          json.member("endLine", place.range.end.line)
          if let column = place.endColumn { json.member("endColumn", column) }
        }
      }
    }
    if let message { appendMessage(message, to: &json) }
  }
}

/// `path` as a relative reference (RFC 3986, sections 3.3 and 4.2).
///
/// A colon is escaped everywhere, as one in the first part would make that part a scheme.
private func uriReference(to path: String) -> String {
  var bytes: [UInt8] = []
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
      bytes.append(byte)
    default: bytes.appendPercentEncoded(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
