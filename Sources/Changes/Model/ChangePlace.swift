/// Where something stands in one of the two versions.
package struct ChangePlace: Hashable, Sendable {
  /// The file, relative to the workspace or release.
  package var file: String
  /// The legal path's parts, outermost first; empty for what concerns the whole file.
  package var parts: [String]
  /// The legal path as it is written: `9.a`.
  package var path: String
  /// The fragment of its address in the page of the agreement, or empty.
  package var anchor: String
  /// From 1.
  package var line: Int

  package init(
    file: String, parts: [String] = [], path: String = "", anchor: String = "", line: Int = 1
  ) {
    self.file = file
    self.parts = parts
    self.path = path
    self.anchor = anchor
    self.line = line
  }
}
