package import Diagnostics

/// How many diagnostics of each severity a run had, those that it did not print included.
package struct DiagnosticTally: Equatable, Sendable {
  package private(set) var errors = 0
  package private(set) var warnings = 0
  package private(set) var notes = 0

  package init(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      let count = 1 + diagnostic.untold
      switch diagnostic.severity {
      case .error: errors += count
      case .warning: warnings += count
      case .note: notes += count
      }
    }
  }

  package var isEmpty: Bool { errors + warnings + notes == 0 }

  /// `2 errors, 1 warning`, or `no problems`
  package var words: String {
    let parts = [
      errors > 0 ? counted(errors, "error", "errors") : nil,
      warnings > 0 ? counted(warnings, "warning", "warnings") : nil,
      notes > 0 ? counted(notes, "note", "notes") : nil,
    ]
    return isEmpty ? "no problems" : parts.compactMap { $0 }.joined(separator: ", ")
  }

  /// How a run ends that found these; `isStrict`: warnings count as errors.
  package func exitCode(isStrict: Bool) -> ExitCode {
    errors > 0 || (isStrict && warnings > 0) ? .contentErrors : .success
  }
}
