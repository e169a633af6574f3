package import Deadlines
package import Diagnostics

/// How differences are written.
package enum DiffFormat: String, CaseIterable, Sendable {
  case text, json, markdown, html
}

/// Two versions to compare.
package struct DiffSettings: Equatable, Sendable {
  package var workspace: String
  /// As the user wrote it; `nil` means the latest release.
  package var from: String?
  /// `nil` means what is in the workspace now.
  package var to: String?
  /// Only what is there is compared; everything where there are none.
  package var paths: [String]
  package var format: DiffFormat
  package var isStatistics: Bool
  package var language: Language
  package var isColored: Bool
  /// Columns that a line for people may take.
  package var width: Int
  package var jobs: Int?
}

/// What came of a comparison.
package struct DiffOutcome {
  package var output: [UInt8]
  package var isDifferent: Bool
  /// Why texts could not be compared.
  package var diagnostics: [Diagnostic]

  package init(output: [UInt8], isDifferent: Bool, diagnostics: [Diagnostic] = []) {
    self.output = output
    self.isDifferent = isDifferent
    self.diagnostics = diagnostics
  }
}
