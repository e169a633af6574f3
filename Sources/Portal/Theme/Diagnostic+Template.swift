package import Diagnostics
package import Templating

extension Diagnostic {
  /// A fault of a template, for the printers: its place, the way to it, and what its names held.
  package init(templateError error: TemplateError, folder: String = "templates/") {
    let path = folder + error.template
    let range = SourceRange(
      path: path, start: SourcePosition(line: error.start.line, column: error.start.column),
      end: SourcePosition(line: error.end.line, column: error.end.column))
    let values = error.values.map { Note("\($0.name) is \($0.text)") }
    let trail = error.trail.map { step in
      Note(
        "'\(step.template)' \(step.action) it",
        at: SourceRange(
          path: folder + step.template, line: step.place.line, column: step.place.column))
    }
    self.init(
      Code(rawValue: error.kind.rawValue), .error, error.message, at: range,
      notes: values + trail, help: error.advice)
  }
}
