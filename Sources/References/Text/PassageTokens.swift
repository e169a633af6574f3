/// The tokens of one passage, within those of a whole text.
struct PassageTokens: Sendable {
  var all: [Token] = []
  /// Indexes in ``all``, half-open.
  var start = 0
  var end = 0

  var count: Int { end - start }

  @inline(__always)
  subscript(index: Int) -> Token { all[start + index] }
}
