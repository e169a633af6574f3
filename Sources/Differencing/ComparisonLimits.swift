/// How much work a comparison may do before it settles for a longer list of hunks than needed.
///
/// The shortest list takes time by the product of the sequences' length and of what changed, which
/// is quadratic for texts that were rewritten or reordered. A search that is cut off at a depth
/// goes on from a point that is at least so many elements further, so the time is at most the
/// length times the depth, whatever changed.
package struct ComparisonLimits: Hashable, Sendable {
  /// The most insertions and deletions that are looked for from one end at a time.
  package var maximumDepth: Int
  /// Below it no search is cut off: short sequences are always compared exactly.
  package var minimumDepth: Int
  /// Steps that a whole comparison should take at most.
  package var steps: Int

  package init(maximumDepth: Int, minimumDepth: Int, steps: Int) {
    self.maximumDepth = max(maximumDepth, 1)
    self.minimumDepth = max(minimumDepth, 1)
    self.steps = steps
  }

  /// Exact for all that a person would call an edit; for two books without a word in common, a
  /// fraction of a second.
  package static let standard = ComparisonLimits(
    maximumDepth: 512, minimumDepth: 64, steps: 12_000_000)

  /// How often anchors are looked for within what lies between anchors.
  static let maximumAnchorLevels = 8

  /// The depth to search to in sequences of `count` elements together.
  func depth(for count: Int) -> Int {
    max(minimumDepth, min(maximumDepth, steps / max(count, 1)))
  }
}
