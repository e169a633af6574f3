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
