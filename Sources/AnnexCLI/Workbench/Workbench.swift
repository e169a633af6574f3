package import Deadlines
package import Diagnostics

/// The work behind the commands: the compiler's passes in the program, stand-ins in tests.
///
/// Commands turn arguments into settings and outcomes into output; everything between is here.
package protocol Workbench: Sendable {
  func build(
    _ settings: BuildSettings, progress: any ProgressReporter
  ) throws(CommandFailure) -> BuildOutcome

  /// The passes of ``build(_:progress:)`` up to the writing; the outcome has no publication.
  func check(
    _ settings: BuildSettings, progress: any ProgressReporter
  ) throws(CommandFailure) -> BuildOutcome

  func outline(_ settings: OutlineSettings) throws(CommandFailure) -> TextOutcome

  func render(_ settings: RenderSettings) throws(CommandFailure) -> TextOutcome

  /// Freezes the content as a release, unless it only is to be tried or must not be.
  func release(
    _ settings: ReleaseSettings, progress: any ProgressReporter
  ) throws(CommandFailure) -> ReleaseOutcome

  /// Makes PDFs of pages by another program.
  func pdf(
    _ settings: PDFSettings, progress: any ProgressReporter
  ) throws(CommandFailure) -> PDFOutcome

  func diff(_ settings: DiffSettings) throws(CommandFailure) -> DiffOutcome

  func deadline(_ settings: DeadlineSettings) throws(CommandFailure) -> TextOutcome
}

/// What a build is asked to do.
package struct BuildSettings: Equatable, Sendable {
  /// The folder that holds `content` and `templates`.
  package var workspace: String
  /// The folder that the portal replaces.
  package var output: String
  package var asOf: CalendarDate
  /// Whether warnings keep the portal from being written.
  package var isStrict: Bool
  /// How many workers run, at least 1; `nil` means one a processor.
  package var jobs: Int?
  /// Whether files of text are written a second time, compressed.
  package var isPrecompressed = false
}

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

/// One agreement to outline.
package struct OutlineSettings: Equatable, Sendable {
  /// As the user wrote it, for diagnostics and for the output.
  package var path: String
  package var bytes: [UInt8]
  package var isJSON: Bool
  /// Columns that a line for people may take.
  package var width: Int
}

/// One template to render.
package struct RenderSettings: Equatable, Sendable {
  /// A name within `theme`, or the path of a file where there is no theme.
  package var template: String
  package var theme: String?
  package var dataPath: String
  package var data: [UInt8]
  package var undefined: UndefinedChoice
}

/// What an unknown name does in a template.
package enum UndefinedChoice: String, CaseIterable, Sendable {
  case strict, lenient, chainable
}

/// What came of an outline or a template: bytes for standard output.
package struct TextOutcome {
  package var output: [UInt8]
  package var diagnostics: [Diagnostic]
  /// The files that the diagnostics point into, where the command doesn't have them.
  package var texts: any SourceTexts

  package init(
    output: [UInt8], diagnostics: [Diagnostic] = [],
    texts: any SourceTexts = SourceTextsInMemory()
  ) {
    self.output = output
    self.diagnostics = diagnostics
    self.texts = texts
  }
}
