/// Compares sequences of numbers; keeps its working memory from one comparison to the next.
///
/// Linear-space search for the shortest list of hunks from both ends (Myers, "An O(ND) difference
/// algorithm and its variations", 1986). Where the search gets too long, elements that occur once
/// on both sides become anchors, and the stretches between them are compared by themselves; where
/// there are none either, the search goes on from the furthest point that it reached.
///
/// Make one for each thread, and use it for many comparisons: most are tiny.
package struct SequenceComparer: Sendable {
  private let limits: ComparisonLimits
  private var search = MiddleSearch()
  private var anchors = AnchorSearch()
  private var pending: [Box] = []

  package init(limits: ComparisonLimits = .standard) { self.limits = limits }

  /// Compares a stretch of one sequence with a stretch of another.
  ///
  /// - Returns: hunks in positions of the whole sequences.
  /// - Complexity: O(elements), with a factor that the limits bound.
  package mutating func compare(
    _ old: [Int32], _ oldRange: Range<Int>, _ new: [Int32], _ newRange: Range<Int>
  ) -> SequenceComparison {
    var result = SequenceComparison(hunks: [], isExact: true)
    pending.removeAll(keepingCapacity: true)
    pending.append(Box(old: oldRange, new: newRange, level: 0))
    let old = old.span
    let new = new.span
    let depth = limits.depth(for: oldRange.count + newRange.count)
    while var box = pending.popLast() {
      box.trim(old, new)
      if box.old.isEmpty || box.new.isEmpty {
        result.append(box)
        continue
      }
      switch search.middle(of: box, old, new, depth: depth) {
      case .exact(let x, let y): split(box, at: x, y)
      case .reached(let x, let y):
        result.isExact = false
        if box.level < ComparisonLimits.maximumAnchorLevels,
          anchors.find(in: box, old, new)
        {
          pending.append(contentsOf: anchors.boxes(around: box).reversed())
        } else {
          // Sequences that repeat a few elements have no anchors in their parts either.
          box.level = ComparisonLimits.maximumAnchorLevels
          split(box, at: x, y)
        }
      }
    }
    return result
  }

  /// Compares two whole sequences.
  package mutating func compare(_ old: [Int32], _ new: [Int32]) -> SequenceComparison {
    guard let shared = SharedElements(old, new) else {
      return compare(old, 0..<old.count, new, 0..<new.count)
    }
    let comparison = compare(
      shared.old, 0..<shared.old.count, shared.new, 0..<shared.new.count)
    return shared.restoring(comparison, oldCount: old.count, newCount: new.count)
  }

  private mutating func split(_ box: Box, at x: Int, _ y: Int) {
    pending.append(
      Box(old: x..<box.old.upperBound, new: y..<box.new.upperBound, level: box.level))
    pending.append(
      Box(old: box.old.lowerBound..<x, new: box.new.lowerBound..<y, level: box.level))
  }
}

/// Compares two collections of any elements.
///
/// - Complexity: O(elements), with a factor that the limits bound.
package func compareSequences<Old: Collection, New: Collection>(
  _ old: Old, _ new: New, limits: ComparisonLimits = .standard
) -> SequenceComparison where Old.Element == New.Element, Old.Element: Hashable {
  var numbers: [Old.Element: Int32] = [:]
  func number(_ element: Old.Element) -> Int32 {
    let next = Int32(numbers.count)
    return numbers[element]
      ?? {
        numbers[element] = next
        return next
      }()
  }
  let oldNumbers = old.map(number)
  let newNumbers = new.map(number)
  var comparer = SequenceComparer(limits: limits)
  return comparer.compare(oldNumbers, newNumbers)
}

/// A stretch of both sequences that is still to be compared.
struct Box {
  var old: Range<Int>
  var new: Range<Int>
  /// How many times it was cut at anchors.
  var level: Int

  /// Leaves out what both begin and end with.
  mutating func trim(_ oldElements: Span<Int32>, _ newElements: Span<Int32>) {
    var x = old.lowerBound
    var y = new.lowerBound
    var xEnd = old.upperBound
    var yEnd = new.upperBound
    while x < xEnd, y < yEnd, oldElements[x] == newElements[y] {
      x += 1
      y += 1
    }
    while x < xEnd, y < yEnd, oldElements[xEnd - 1] == newElements[yEnd - 1] {
      xEnd -= 1
      yEnd -= 1
    }
    old = x..<xEnd
    new = y..<yEnd
  }
}

extension SequenceComparison {
  /// Adds what one side of a box has and the other lacks, joined to the hunk before if they touch.
  fileprivate mutating func append(_ box: Box) {
    guard !(box.old.isEmpty && box.new.isEmpty) else { return }
    if let last = hunks.last, last.old.upperBound == box.old.lowerBound,
      last.new.upperBound == box.new.lowerBound
    {
      hunks[hunks.count - 1] = Hunk(
        old: last.old.lowerBound..<box.old.upperBound,
        new: last.new.lowerBound..<box.new.upperBound)
    } else {
      hunks.append(Hunk(old: box.old, new: box.new))
    }
  }
}
