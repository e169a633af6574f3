/// How much a source may hold: far above any real agreement, far below what hurts.
///
/// Some inputs take libcmark-gfm 0.29.0.gfm.6 time or memory that grows with their square. Each
/// limit is on what such an input needs a lot of and text needs little of.
///
/// Source: docs/markdown.md, section "Limits", which says where each number comes from.
package enum MarkupLimits {
  /// Nodes inside each other, blocks and inlines counted together.
  package static let depth = 100
  /// How often clauses may be read out of indented text inside each other.
  static let indentedClauses = 4
  /// Bytes of a file.
  package static let fileSize = 4 << 20
  /// Cells of a row, and bars in any line.
  package static let tableColumns = 200
  /// Cells that the rows of all tables lack together: the parser makes each of them.
  package static let missingCells = 100_000
  /// Bytes that references to links may copy, each as much as the longest definition.
  package static let referenceBytes = 32 << 20
  /// Lines times the lists and quotes that are open in each.
  static let nestedLines = 20_000_000
  /// Steps that the parser may take through text it has seen before, a few nanoseconds each.
  static let repeatedSteps = 50_000_000
}
