package import Diagnostics
package import Templating

extension Diagnostic {
  /// A template's error in the shape that all problems are printed in: the values of the names in
  /// the failing expression and the way to the template become notes.
  ///
  /// `path` turns a template's name into the path that the user knows it by.
  package init(_ error: TemplateError, path: (String) -> String) {
    let range = SourceRange(
      path: path(error.template), start: SourcePosition(error.start),
      end: SourcePosition(error.end))
    let values = error.values.map { Note("\($0.name) is \($0.text)") }
    let trail = error.trail.map { step in
      Note(
        "template '\(step.template)' \(step.action) it",
        at: SourceRange(
          path: path(step.template), start: SourcePosition(step.place),
          end: SourcePosition(step.place)))
    }
    self.init(
      Code(rawValue: error.kind.rawValue), error.message, at: range, notes: values + trail,
      help: error.advice)
  }

  /// A fault of the theme: its templates stand in the workspace's `templates`, or would.
  init(theme error: TemplateError) {
    self.init(error) { "templates/\($0)" }
  }
}

extension SourcePosition {
  fileprivate init(_ place: TemplateError.Place) {
    self.init(line: place.line, column: place.column)
  }
}
