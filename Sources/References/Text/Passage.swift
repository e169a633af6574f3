/// A stretch of an agreement that is read as running words: a paragraph, a heading, a cell.
///
/// Units: ``start`` and ``end`` are bytes of the tree's text, half-open, breaks and the text of
/// links included.
package struct Passage: Sendable {
  package enum Kind: UInt8, Sendable {
    case heading, text, cell, quotation, footnote
  }

  package var kind: Kind
  /// Whether it is a cell of a table's head.
  package var isHead = false
  /// The place that the words belong to, or `Provision.none` before the first one.
  package var provision: Int32
  /// The block that holds the words.
  package var node: Int32
  package var start: Int32
  package var end: Int32
}
