import Partitioning

/// The tokens of one passage, within those of a whole text.
struct PassageTokens: Sendable {
  var all: [Token] = []
  /// Indexes in ``all``, half-open.
  var start = 0
  var end = 0

  var count: Int { end - start }

  @inline(__always)
  subscript(index: Int) -> Token { all[start + index] }

  /// The first token that begins at the byte `start` of the text or behind it.
  func first(from start: Int32) -> Int {
    // The last one ends the passage.
    (self.start..<(end - 1)).partitioningIndex { all[$0].start >= start } - self.start
  }

  /// The first token from `index` on that is of one of `classes`; where there is none, the `.end`
  /// token.
  @inline(__always)
  func next(_ classes: WordClasses, from index: Int) -> Int {
    var next = start + index
    let last = end - 1
    while next < last, all[next].classes.isDisjoint(with: classes) { next += 1 }
    return next - start
  }
}
