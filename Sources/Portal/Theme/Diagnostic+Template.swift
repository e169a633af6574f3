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
      help: error.advice ?? error.kind.help)
    // The page is as its layout has it, only without what the author wrote.
    if error.kind == .unknownBlock { severity = .warning }
  }

  /// A fault of the theme: its templates stand in the workspace's `templates`, or would.
  init(theme error: TemplateError) {
    self.init(error) { "templates/\($0)" }
  }
}

extension Diagnostic.Code {
  static let templateLimit = Self(rawValue: TemplateError.Kind.limit.rawValue)
}

extension TemplateError.Kind {
  /// What to do about an error that has no advice of its own.
  fileprivate var help: String {
    switch self {
    case .syntax: "correct the tag or expression; text with braces stands between 'raw' tags"
    case .unknownTag, .unknownFilter, .unknownTest: "write a name that the template language has"
    case .missingTemplate: "write its path in 'templates', or add the file"
    case .unknownBlock: "write the name of a block that the layout has, or remove the block"
    case .missingBlock: "add the block to the template that extends this one"
    case .undefinedName: "write a name of the page's model, or ask first with 'is defined'"
    case .wrongType: "change the value, with a filter or another name"
    case .wrongArguments: "call it with the arguments that it takes"
    case .arithmetic: "ask first whether the numbers allow it"
    case .limit: "end the repetition, or divide what is too large"
    case .function: "give it what it can work with"
    case .assertion: "remove one of the two"
    }
  }
}

extension SourcePosition {
  fileprivate init(_ place: TemplateError.Place) {
    self.init(line: place.line, column: place.column)
  }
}
