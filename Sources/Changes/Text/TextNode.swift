internal import Agreements

/// One place of an agreement as it is compared: its own words, and a digest of all inside it.
///
/// The agreement itself is node 0; a provision's node is its index plus 1.
struct TextNode: Sendable {
  /// What can correspond to what.
  enum Shape: UInt8, Sendable {
    case root, annex, section
    /// Clauses, items, paragraphs and groups: what drafters turn into one another.
    case text
    case row, table
  }

  var shape: Shape
  var parent: Int32
  /// The first node after it that is not inside it.
  var end: Int32
  /// Its own tokens: those of its heading first, then of its text.
  var tokens: Range<Int32> = 0..<0
  /// Where its text begins among its tokens.
  var bodyStart: Int32 = 0
  /// Its own passages.
  var passages: Range<Int32> = 0..<0
  /// How many of its own tokens are words or numbers.
  var words: Int32 = 0
  /// The words of it and all inside it.
  var treeWords: Int32 = 0
  /// Digest of its own tokens, numbers of references left out.
  var digest: UInt64 = 0
  /// Digest of it and all inside it.
  var treeDigest: UInt64 = 0
  /// Digest of its heading, or of the first cell of a row; 0 where it has none.
  var titleDigest: UInt64 = 0
}

/// A heading, paragraph or cell of a node.
struct TextPassage: Sendable {
  enum Kind: UInt8, Sendable { case heading, paragraph, cell }

  var kind: Kind
  /// Of a cell, from 0.
  var column: Int32
  var tokens: Range<Int32>
}
