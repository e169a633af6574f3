package import Deadlines

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
