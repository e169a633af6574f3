/// One step of writing an agreement out: the order of places and texts, as a flat list.
///
/// Shape: opens and closes nest; a text belongs to the innermost open provision. Walking the list
/// needs no recursion, whatever the nesting.
package enum LayoutStep: Sendable {
  case open(provision: Int32)
  case close(provision: Int32)
  /// A list opens around the items that follow; `node` is the list in the markup tree, or
  /// ``noNode`` where the clauses are paragraphs with markers.
  case openList(node: Int32)
  case closeList(node: Int32)
  /// A paragraph, or the part of one that belongs to this provision: inline nodes from `from` up to
  /// `to` of the block `node`.
  case text(node: Int32, from: Int32, to: Int32)
  /// A block that is written out as it stands: a quotation, code, a rule.
  case block(node: Int32)
  /// A table; its rows' provisions are the open one's children.
  case table(node: Int32)

  package static let noNode: Int32 = -1
}
