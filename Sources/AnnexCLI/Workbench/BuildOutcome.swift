package import Diagnostics

/// What came of a build or a check.
package struct BuildOutcome {
  package var diagnostics: [Diagnostic]
  /// The files that the diagnostics point into.
  package var texts: any SourceTexts
  package var content: ContentCounts
  /// `nil` where nothing was written, because of errors or because nothing was to be.
  package var publication: Publication?

  package init(
    diagnostics: [Diagnostic], texts: any SourceTexts, content: ContentCounts,
    publication: Publication? = nil
  ) {
    self.diagnostics = diagnostics
    self.texts = texts
    self.content = content
    self.publication = publication
  }

  /// Whether nothing but the place of the output is wrong: it can't be written.
  var isUnwritable: Bool {
    let errors = diagnostics.filter { $0.severity == .error }
    return !errors.isEmpty && errors.allSatisfy { Self.faultsOfOutput.contains($0.code.rawValue) }
  }

  private static let faultsOfOutput: Set<String> = [
    "build-running", "foreign-output", "misplaced-output", "output-not-a-folder",
    "unwritable-output",
  ]
}

/// What a build wrote.
package struct Publication: Equatable, Sendable {
  package var pages: Int
  /// All files of the portal, pages included.
  package var files: Int
  /// Those of them that are the old ones still.
  package var unchanged: Int

  package init(pages: Int, files: Int, unchanged: Int) {
    self.pages = pages
    self.files = files
    self.unchanged = unchanged
  }
}
