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

/// A SARIF 2.1.0 log of one run, for code-scanning services.
///
/// Source: OASIS, Static Analysis Results Interchange Format 2.1.0, sections 3.13 to 3.30. Columns
/// are Unicode code points there unless `columnKind` says otherwise; bytes are not on offer, so
/// only lines are exact for text outside ASCII.
package func sarifLog(for diagnostics: [Diagnostic], version: String) -> String {
  var json = JSONText()
  json.object { json in
    json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    json.member("version", "2.1.0")
    json.key("runs")
    json.array { json in
      json.object { json in
        json.key("tool")
        json.object { json in
          json.key("driver")
          json.object { json in
            json.member("name", "annex")
            json.member("version", version)
            json.key("rules")
            json.array { json in
              for code in Set(diagnostics.map(\.code.rawValue)).sorted() {
                json.object { $0.member("id", code) }
              }
            }
          }
        }
        json.key("results")
        json.array { json in
          for diagnostic in diagnostics { appendResult(for: diagnostic, to: &json) }
        }
      }
    }
  }
  json.lineBreak()
  return String(decoding: json.bytes, as: UTF8.self)
}

private func appendResult(for diagnostic: Diagnostic, to json: inout JSONText) {
  json.object { json in
    json.member("ruleId", diagnostic.code.rawValue)
    json.member("level", diagnostic.severity.name)
    json.key("message")
    json.object { json in
      let help = diagnostic.help.map { "; \($0)" } ?? ""
      json.member("text", diagnostic.summary + help)
    }
    guard let range = diagnostic.range else { return }
    json.key("locations")
    json.array { json in
      json.object { json in
        json.key("physicalLocation")
        json.object { json in
          json.key("artifactLocation")
          json.object { $0.member("uri", range.path) }
          json.key("region")
          json.object { json in
            json.member("startLine", range.start.line)
            json.member("startColumn", range.start.column)
            json.member("endLine", range.end.line)
            json.member("endColumn", range.end.column)
          }
        }
      }
    }
  }
}
