/// The texts of the files that diagnostics point into, for drawing their lines.
///
/// Asked only for files that a diagnostic names, so that a build without complaints keeps no text.
package protocol SourceTexts: Sendable {
  /// The bytes of the file at `path`, or `nil` where it can't be read (again).
  func bytes(of path: String) -> [UInt8]?
}

/// Texts that are in memory already.
package struct SourceTextsInMemory: SourceTexts {
  package var texts: [String: [UInt8]]

  package init(_ texts: [String: [UInt8]] = [:]) { self.texts = texts }

  package func bytes(of path: String) -> [UInt8]? { texts[path] }
}
