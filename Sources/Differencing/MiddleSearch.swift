/// Finds a point that a shortest list of hunks passes through, searching from both ends.
///
/// Diagonals are numbered by old position minus new position. For each, the arrays hold how far the
/// search got along it: old positions, forward from the start and backward from the end.
struct MiddleSearch {
  enum Point {
    /// On a shortest way.
    case exact(Int, Int)
    /// Where the search had come furthest when it was cut off.
    case reached(Int, Int)
  }

  private var forward: [Int32] = []
  private var backward: [Int32] = []

  /// `box`: a stretch with elements on both sides that neither begin nor end alike.
  /// `depth`: after how many steps from each end the search is cut off.
  mutating func middle(
    of box: Box, _ old: Span<Int32>, _ new: Span<Int32>, depth: Int
  ) -> Point {
    let room = box.old.count + box.new.count + 3
    if forward.count < room {
      forward = [Int32](repeating: 0, count: room * 2)
      backward = forward
    }
    return Self.search(box, old, new, depth: depth, &forward, &backward)
  }

  private static func search(
    _ box: Box, _ old: Span<Int32>, _ new: Span<Int32>, depth: Int,
    _ forwardReach: inout [Int32], _ backwardReach: inout [Int32]
  ) -> Point {
    var forward = forwardReach.mutableSpan
    var backward = backwardReach.mutableSpan
    let all = box.old.lowerBound - box.new.upperBound...box.old.upperBound - box.new.lowerBound
    // Diagonals from the lowest - 1 to the highest + 1 have a place in the arrays.
    let zero = 1 - all.lowerBound
    let start = box.old.lowerBound - box.new.lowerBound
    let end = box.old.upperBound - box.new.upperBound
    let meetsGoingForward = (start - end) & 1 != 0
    var ahead = Diagonals(low: start, high: start)
    var behind = Diagonals(low: end, high: end)
    forward[zero + start] = Int32(box.old.lowerBound)
    backward[zero + end] = Int32(box.old.upperBound)

    for _ in 0..<depth {
      ahead.widen(within: all, &forward, zero, beyond: -1)
      if let (x, y) = goForward(
        box, old, new, ahead, &forward, zero, meeting: meetsGoingForward ? behind : .none,
        backward.span)
      {
        return .exact(x, y)
      }
      behind.widen(within: all, &backward, zero, beyond: Int32.max)
      if let (x, y) = goBackward(
        box, old, new, behind, &backward, zero, meeting: meetsGoingForward ? .none : ahead,
        forward.span)
      {
        return .exact(x, y)
      }
    }
    return furthest(
      box, forward: forward.span, in: ahead.low...ahead.high, backward: backward.span,
      in: behind.low...behind.high, zero: zero)
  }

  /// The diagonals that one of the two searches has come to; every other one of them in a step.
  private struct Diagonals {
    var low: Int
    var high: Int

    static var none: Diagonals { Diagonals(low: .max, high: .min) }

    func contains(_ diagonal: Int) -> Bool { low <= diagonal && diagonal <= high }

    /// Goes on by one to each side, or back where there are no more. `beyond`: how far a search got
    /// along a diagonal that it has not come to.
    mutating func widen(
      within all: ClosedRange<Int>, _ reach: inout MutableSpan<Int32>, _ zero: Int, beyond: Int32
    ) {
      if low > all.lowerBound {
        low -= 1
        reach[zero + low - 1] = beyond
      } else {
        low += 1
      }
      if high < all.upperBound {
        high += 1
        reach[zero + high + 1] = beyond
      } else {
        high -= 1
      }
    }
  }

  /// Goes one step on from the start along all diagonals; the point where the search from the end
  /// is met.
  private static func goForward(
    _ box: Box, _ old: Span<Int32>, _ new: Span<Int32>, _ diagonals: Diagonals,
    _ forward: inout MutableSpan<Int32>, _ zero: Int, meeting others: Diagonals,
    _ backward: Span<Int32>
  ) -> (Int, Int)? {
    let (xEnd, yEnd) = (box.old.upperBound, box.new.upperBound)
    var diagonal = diagonals.high
    while diagonal >= diagonals.low {
      let below = Int(forward[zero + diagonal - 1])
      let above = Int(forward[zero + diagonal + 1])
      var x = below < above ? above : below + 1
      var y = x - diagonal
      while x < xEnd, y < yEnd, old[x] == new[y] {
        x += 1
        y += 1
      }
      forward[zero + diagonal] = Int32(truncatingIfNeeded: x)
      if others.contains(diagonal), Int(backward[zero + diagonal]) <= x { return (x, y) }
      diagonal -= 2
    }
    return nil
  }

  /// Goes one step back from the end along all diagonals; the point where the search from the start
  /// is met.
  private static func goBackward(
    _ box: Box, _ old: Span<Int32>, _ new: Span<Int32>, _ diagonals: Diagonals,
    _ backward: inout MutableSpan<Int32>, _ zero: Int, meeting others: Diagonals,
    _ forward: Span<Int32>
  ) -> (Int, Int)? {
    let (xStart, yStart) = (box.old.lowerBound, box.new.lowerBound)
    var diagonal = diagonals.high
    while diagonal >= diagonals.low {
      let below = Int(backward[zero + diagonal - 1])
      let above = Int(backward[zero + diagonal + 1])
      var x = below < above ? below : above - 1
      var y = x - diagonal
      while xStart < x, yStart < y, old[x - 1] == new[y - 1] {
        x -= 1
        y -= 1
      }
      backward[zero + diagonal] = Int32(truncatingIfNeeded: x)
      if others.contains(diagonal), x <= Int(forward[zero + diagonal]) { return (x, y) }
      diagonal -= 2
    }
    return nil
  }

  /// The point that is furthest from the end that its search came from.
  private static func furthest(
    _ box: Box, forward: Span<Int32>, in forwardRange: ClosedRange<Int>, backward: Span<Int32>,
    in backwardRange: ClosedRange<Int>, zero: Int
  ) -> Point {
    var best = -1
    var point = (box.old.lowerBound, box.new.lowerBound)
    for diagonal in stride(
      from: forwardRange.upperBound, through: forwardRange.lowerBound, by: -2)
    {
      let x = min(Int(forward[zero + diagonal]), box.old.upperBound)
      let y = x - diagonal
      guard x >= box.old.lowerBound, y >= box.new.lowerBound, y <= box.new.upperBound else {
        continue
      }
      let progress = x - box.old.lowerBound + y - box.new.lowerBound
      if progress > best { (best, point) = (progress, (x, y)) }
    }
    for diagonal in stride(
      from: backwardRange.upperBound, through: backwardRange.lowerBound, by: -2)
    {
      let x = max(Int(backward[zero + diagonal]), box.old.lowerBound)
      let y = x - diagonal
      guard x <= box.old.upperBound, y >= box.new.lowerBound, y <= box.new.upperBound else {
        continue
      }
      let progress = box.old.upperBound - x + box.new.upperBound - y
      if progress > best { (best, point) = (progress, (x, y)) }
    }
    return .reached(point.0, point.1)
  }
}
