/// A stretch of words that looks or works otherwise than the words around it, and means something
/// by that. Bold and italics mean nothing.
struct InlineMark: Sendable {
  enum Kind: UInt8, Sendable {
    case struck, raised, lowered, link
    /// A picture, over the words that stand for it.
    case picture
  }

  var kind: Kind
  /// Bytes of the tree's text.
  var bytes: Range<Int32>
  /// Of a link or picture, the index of where it leads in the tree's links; -1 for others.
  var link: Int32 = -1
}

/// The box before the words of a task.
struct TaskBox: Sendable {
  var isTicked: Bool
  /// The first of its words.
  var token: Int32
  /// All of them.
  var words: Range<Int32>

  var value: String { isTicked ? "ticked" : "open" }
}

/// A mark that leads to a footnote.
struct FootnoteMark: Sendable {
  var number: Int32
  /// The word that it stands behind, or -1 at the beginning of a text.
  var token: Int32
}
