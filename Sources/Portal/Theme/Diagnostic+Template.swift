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
    if error.kind == .missingBlock { moveToPage(error, path: path) }
  }

  /// What lacks a required block is the page that fills the layout, which is not at fault.
  private mutating func moveToPage(_ error: TemplateError, path: (String) -> String) {
    guard let page = error.trail.first, let required = range else { return }
    let position = SourcePosition(page.place)
    notes = [Note("template '\(error.template)' requires it", at: required)]
    range = SourceRange(path: path(page.template), start: position, end: position)
    help =
      error.nearMisses.first.map { "rename the block '\($0)' to the one that is required" } ?? help
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

extension ThemeFiles {
  /// Faults of templates. Blocks of the shipped pages that a frame of the workspace does not have
  /// are one fault of the frame.
  func diagnostics(of errors: [TemplateError]) -> [Diagnostic] {
    let isOwnFrame = own.contains("base.html")
    let unfilled = errors.filter {
      isOwnFrame && $0.kind == .unknownBlock && !own.contains($0.template)
    }
    let others = errors.filter { !unfilled.contains($0) }.map { Diagnostic(theme: $0) }
    guard !unfilled.isEmpty else { return others }
    let pages = Set(unfilled.map(\.template)).count
    let blocks = Set(unfilled.compactMap { $0.message.split(separator: "'").dropFirst().first })
    let list = blocks.sorted().map { "'\($0)'" }.joined(separator: ", ")
    return others + [
      Diagnostic(
        Diagnostic.Code(rawValue: TemplateError.Kind.unknownBlock.rawValue), .warning,
        "the frame has no block \(list), which \(pages) shipped pages fill",
        at: SourceRange(path: "templates/base.html", line: 1, column: 1),
        help: "add the blocks that readers need, as 'annex theme --print base.html' has them")
    ]
  }
}
