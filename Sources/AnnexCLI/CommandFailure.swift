/// Why a command could not do its work at all; what is wrong in the content is a diagnostic
/// instead.
package struct CommandFailure: Error, Equatable, Sendable {
  package var exitCode: ExitCode
  /// One phrase, no final period, names in single quotes.
  package var summary: String
  /// What to do about it, as a verb phrase.
  package var help: String?

  package init(_ exitCode: ExitCode, _ summary: String, help: String? = nil) {
    self.exitCode = exitCode
    self.summary = summary
    self.help = help
  }

  /// Nobody reads any more: the run ends without a word, as there is nobody to tell.
  package static let brokenPipe = Self(.brokenPipe, "the reader of the output has gone away")
}
