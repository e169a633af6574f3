package import Deadlines
package import Diagnostics

/// A release to freeze.
package struct ReleaseSettings: Equatable, Sendable {
  package var build: BuildSettings
  /// `nil` means the day.
  package var id: String?
  /// Whether nothing is to be written.
  package var isTrial: Bool
  package var isJSON: Bool
  package var language: Language
  package var isColored: Bool
  package var width: Int
}

/// What came of it.
package struct ReleaseOutcome {
  package var diagnostics: [Diagnostic]
  /// The files that the diagnostics point into.
  package var texts: any SourceTexts
  /// The changes that it publishes, in the form that was asked for.
  package var output: [UInt8]
  /// The folder that was written, from the workspace, and how many files are in it.
  package var written: (folder: String, files: Int)?
  package var id: String

  package init(
    diagnostics: [Diagnostic], texts: any SourceTexts, output: [UInt8],
    written: (folder: String, files: Int)? = nil, id: String = ""
  ) {
    self.diagnostics = diagnostics
    self.texts = texts
    self.output = output
    self.written = written
    self.id = id
  }
}
