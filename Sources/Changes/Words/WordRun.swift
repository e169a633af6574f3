/// A stretch of tokens of both versions that were kept, removed, added, or follow their target.
struct WordRun: Hashable, Sendable {
  enum Kind: UInt8, Sendable { case equal, removed, added, renumbered, retargeted }

  var kind: Kind
  /// Tokens of the old text; empty for what was added.
  var old: Range<Int32>
  /// Tokens of the new text; empty for what was removed.
  var new: Range<Int32>
  /// Of what was removed or added: whether it is a sentence that stands elsewhere in the same text,
  /// or in another place.
  var isMoved = false
  /// Of words that lead elsewhere, where: an index of ``Redline/targets``; -1 for others.
  var target: Int32 = -1
  /// The node of the other version that has such a sentence, or -1 where it is the same text.
  var otherPlace: Int32 = -1

  /// Whether the words are others than before.
  var isChange: Bool { kind == .removed || kind == .added }
}

/// A reference whose words stayed while its target changed: indexes of ``ComparedText/references``.
struct Retarget: Hashable, Sendable {
  var old: Int32
  var new: Int32
}

/// What differs between the words of two places.
struct WordDifference: Sendable {
  var runs: [WordRun] = []
  var retargets: [Retarget] = []
  /// Whether the lines of it are points of a list, and no wrapped ones.
  var isOfCell = false

  var hasChanges: Bool { runs.contains(where: \.isChange) }
}
