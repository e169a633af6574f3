package import Diagnostics

/// Pages to make PDFs of.
package struct PDFSettings: Equatable, Sendable {
  /// Its output is the folder that the PDFs are written into.
  package var build: BuildSettings
  /// A kind of page; `nil` for all but comparisons.
  package var kind: String?
  /// What chooses among the pages of the kind; all of them where it is empty.
  package var choice: [String]
  /// The program that makes them: a name on the `PATH`, or a path.
  package var program: String
}

/// What came of it.
package struct PDFOutcome {
  package var diagnostics: [Diagnostic]
  package var texts: any SourceTexts
  /// Names of the files that were written; `nil` where the content has errors.
  package var written: [String]?

  package init(
    diagnostics: [Diagnostic], texts: any SourceTexts, written: [String]? = nil
  ) {
    self.diagnostics = diagnostics
    self.texts = texts
    self.written = written
  }
}
