/// How much of what a source may hold: far above any real agreement, far below what hurts.
///
/// Source: docs/markdown.md, section "Limits", which says where each number comes from.
package enum MarkupLimits {
  /// Nodes inside each other, blocks and inlines counted together.
  package static let depth = 100
}
