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
    let (xStart, xEnd) = (box.old.lowerBound, box.old.upperBound)
    let (yStart, yEnd) = (box.new.lowerBound, box.new.upperBound)
    let lowest = xStart - yEnd
    let highest = xEnd - yStart
    // Diagonals from `lowest` - 1 to `highest` + 1 have a place in the arrays.
    let zero = 1 - lowest
    let start = xStart - yStart
    let end = xEnd - yEnd
    let meetsGoingForward = (start - end) & 1 != 0
    var (forwardLow, forwardHigh) = (start, start)
    var (backwardLow, backwardHigh) = (end, end)
    forward[zero + start] = Int32(xStart)
    backward[zero + end] = Int32(xEnd)

    for _ in 0..<depth {
      if forwardLow > lowest {
        forwardLow -= 1
        forward[zero + forwardLow - 1] = -1
      } else {
        forwardLow += 1
      }
      if forwardHigh < highest {
        forwardHigh += 1
        forward[zero + forwardHigh + 1] = -1
      } else {
        forwardHigh -= 1
      }
      var diagonal = forwardHigh
      while diagonal >= forwardLow {
        let below = Int(forward[zero + diagonal - 1])
        let above = Int(forward[zero + diagonal + 1])
        var x = below < above ? above : below + 1
        var y = x - diagonal
        while x < xEnd, y < yEnd, old[x] == new[y] {
          x += 1
          y += 1
        }
        forward[zero + diagonal] = Int32(truncatingIfNeeded: x)
        if meetsGoingForward, backwardLow <= diagonal, diagonal <= backwardHigh,
          Int(backward[zero + diagonal]) <= x
        {
          return .exact(x, y)
        }
        diagonal -= 2
      }

      if backwardLow > lowest {
        backwardLow -= 1
        backward[zero + backwardLow - 1] = Int32.max
      } else {
        backwardLow += 1
      }
      if backwardHigh < highest {
        backwardHigh += 1
        backward[zero + backwardHigh + 1] = Int32.max
      } else {
        backwardHigh -= 1
      }
      diagonal = backwardHigh
      while diagonal >= backwardLow {
        let below = Int(backward[zero + diagonal - 1])
        let above = Int(backward[zero + diagonal + 1])
        var x = below < above ? below : above - 1
        var y = x - diagonal
        while xStart < x, yStart < y, old[x - 1] == new[y - 1] {
          x -= 1
          y -= 1
        }
        backward[zero + diagonal] = Int32(truncatingIfNeeded: x)
        if !meetsGoingForward, forwardLow <= diagonal, diagonal <= forwardHigh,
          x <= Int(forward[zero + diagonal])
        {
          return .exact(x, y)
        }
        diagonal -= 2
      }
    }
    return furthest(
      box, forward: forward.span, in: forwardLow...forwardHigh, backward: backward.span,
      in: backwardLow...backwardHigh, zero: zero)
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
