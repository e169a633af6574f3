/// A stretch in which two sequences differ: what stands in `old` gives way to what stands in `new`.
///
/// Shape: half-open positions of each sequence; one of the two may be empty, never both.
package struct Hunk: Hashable, Sendable {
  package var old: Range<Int>
  package var new: Range<Int>

  package init(old: Range<Int>, new: Range<Int>) {
    self.old = old
    self.new = new
  }
}

/// What a comparison of two sequences found.
package struct SequenceComparison: Hashable, Sendable {
  /// In order; between two of them stands at least one element that both sequences have.
  package var hunks: [Hunk]
  /// Whether no shorter list of hunks exists; `false` where a limit cut the search short. The
  /// hunks turn the old sequence into the new one in either case.
  package var isExact: Bool

  package init(hunks: [Hunk], isExact: Bool) {
    self.hunks = hunks
    self.isExact = isExact
  }
}

extension SequenceComparison {
  /// The pairs of positions that correspond, in order.
  ///
  /// `oldCount`: the length of the old sequence.
  package func matches(oldCount: Int) -> [(old: Int, new: Int)] {
    var pairs: [(old: Int, new: Int)] = []
    var old = 0
    var new = 0
    for hunk in hunks {
      while old < hunk.old.lowerBound {
        pairs.append((old, new))
        old += 1
        new += 1
      }
      old = hunk.old.upperBound
      new = hunk.new.upperBound
    }
    while old < oldCount {
      pairs.append((old, new))
      old += 1
      new += 1
    }
    return pairs
  }
}
