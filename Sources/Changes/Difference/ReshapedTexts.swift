/// The words of a place that was split, or put together from several: compared as one text, and
/// shared out again among the places that have them now.
struct ReshapedTexts: Sendable {
  /// The old node and the new one that correspond.
  var old: Int32
  var new: Int32
  /// The old nodes that went into it and the new ones that were split off, beside those.
  var merged: [Int32]
  var split: [Int32]
  /// What differs between the words of all old places and those of all new ones.
  var whole: WordDifference
  /// The same by new place: what was deleted stands where the words around it stand.
  var parts: [Int32: WordDifference] = [:]
}
