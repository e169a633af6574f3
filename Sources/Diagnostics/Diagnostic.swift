/// One thing that the author of the content should know, with what to do about it.
///
/// A diagnostic is a value: passes return diagnostics beside their result, and only the tool
/// prints them. Throw an `Error` instead where the compiler itself can't go on.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: Int, Comparable, Sendable {
    case note, warning, error

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

    /// The word that both printers use.
    package var name: String {
      switch self {
      case .note: "note"
      case .warning: "warning"
      case .error: "error"
      }
    }
  }

  /// A further place that explains the diagnostic, such as the first of two equal numbers.
  package struct Note: Hashable, Sendable {
    package var summary: String
    package var range: SourceRange?

    package init(_ summary: String, at range: SourceRange? = nil) {
      self.summary = summary
      self.range = range
    }
  }

  package var code: Code
  package var severity: Severity
  /// One phrase, no final period, the most specific words first.
  package var summary: String
  package var range: SourceRange?
  package var notes: [Note]
  /// What the author can do, as a verb phrase; `nil` where the summary already says it.
  package var help: String?
  /// How many more of its code and severity its file has that are not told.
  package private(set) var untold = 0

  package init(
    _ code: Code, _ severity: Severity, _ summary: String, at range: SourceRange?,
    notes: [Note] = [], help: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.summary = summary
    self.range = range
    self.notes = notes
    self.help = help
  }

  /// An error.
  package init(
    _ code: Code, _ summary: String, at range: SourceRange?, notes: [Note] = [],
    help: String? = nil
  ) {
    self.init(code, .error, summary, at: range, notes: notes, help: help)
  }
}

extension Diagnostic {
  /// The stable name of a kind of diagnostic, such as `unknown-clause`.
  ///
  /// Users write codes into scripts and into CI, so renaming one is a breaking change. Every code
  /// has a page of the same name under `docs/diagnostics`, and a test that makes it appear.
  package struct Code: RawRepresentable, Hashable, Sendable {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
  }
}

extension Diagnostic {
  /// Says that the file has `count` more of these, which nobody tells.
  package mutating func tellMore(_ count: Int) {
    if untold > 0 { notes.removeLast() }
    untold += count
    notes.append(Note("the file has \(untold) more of these"))
  }
}

extension [Diagnostic] {
  /// The order in which diagnostics are shown: by path, line, column, code, then summary.
  ///
  /// A diagnostic without a place concerns the whole workspace and comes first.
  package func inReadingOrder() -> [Diagnostic] {
    sorted { lhs, rhs in
      switch (lhs.range, rhs.range) {
      case (nil, nil): break
      case (nil, _): return true
      case (_, nil): return false
      case (let left?, let right?):
        if left.path != right.path { return left.path < right.path }
        if left.start != right.start { return left.start < right.start }
      }
      if lhs.code != rhs.code { return lhs.code.rawValue < rhs.code.rawValue }
      return lhs.summary < rhs.summary
    }
  }

  /// Whether the result must not be published.
  package var containsErrors: Bool { contains { $0.severity == .error } }
}
