/// One agreement to outline.
package struct OutlineSettings: Equatable, Sendable {
  /// As the user wrote it, for diagnostics and for the output.
  package var path: String
  package var bytes: [UInt8]
  package var isJSON: Bool
  /// Columns that a line for people may take.
  package var width: Int
}
