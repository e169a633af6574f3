/// One JSON object in one line, for editors and scripts.
///
/// Shape: `{"severity", "code", "message", "file", "line", "column", "endLine", "endColumn",
/// "notes": [{"message", "file", "line", "column"}], "help", "more"}`; absent keys are left out.
/// `more` is how many of its kind the file has besides those that are told.
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
    json.member("notes", ifAny: diagnostic.notes) { json, note in
      json.member("message", note.summary)
      guard let range = note.range else { return }
      json.member("file", range.path)
      json.member("line", range.start.line)
      json.member("column", range.start.column)
    }
    json.member("help", ifPresent: diagnostic.help)
    if diagnostic.untold > 0 { json.member("more", diagnostic.untold) }
  }
  json.lineBreak()
  return String(decoding: json.bytes, as: UTF8.self)
}
