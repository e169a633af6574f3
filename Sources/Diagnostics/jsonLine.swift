/// One JSON object in one line, for editors and scripts.
///
/// Shape: `{"severity", "code", "message", "file", "line", "column", "endLine", "endColumn",
/// "notes": [{"message", "file", "line", "column"}], "help"}`; absent keys are left out.
package func jsonLine(for diagnostic: Diagnostic) -> String {
  var json = JSONText()
  json.object { json in
    json.member("severity", diagnostic.severity.name)
    json.member("code", diagnostic.code.rawValue)
    json.member("message", diagnostic.summary)
    if let range = diagnostic.range {
      json.member("file", range.path)
      json.member("line", range.start.line)
      json.member("column", range.start.column)
      json.member("endLine", range.end.line)
      json.member("endColumn", range.end.column)
    }
    if !diagnostic.notes.isEmpty {
      json.key("notes")
      json.array { json in
        for note in diagnostic.notes {
          json.object { json in
            json.member("message", note.summary)
            guard let range = note.range else { return }
            json.member("file", range.path)
            json.member("line", range.start.line)
            json.member("column", range.start.column)
          }
        }
      }
    }
    json.member("help", ifPresent: diagnostic.help)
  }
  json.lineBreak()
  return String(decoding: json.bytes, as: UTF8.self)
}
