/// Finds elements that occur once on each side of a box, in the same order: anchors.
///
/// They are what a reader goes by too: a rare word, or the one clause with these words.
struct AnchorSearch {
  private var anchors: [(old: Int, new: Int)] = []

  /// Whether there are any.
  ///
  /// - Complexity: O(n log n) in the elements of the box.
  mutating func find(in box: Box, _ old: Span<Int32>, _ new: Span<Int32>) -> Bool {
    anchors.removeAll(keepingCapacity: true)
    let oldOnce = Self.uniqueElements(old, box.old)
    let newOnce = Self.uniqueElements(new, box.new)
    var pairs: [(old: Int, new: Int)] = []
    var (left, right) = (0, 0)
    while left < oldOnce.count, right < newOnce.count {
      if oldOnce[left].element == newOnce[right].element {
        pairs.append((oldOnce[left].position, newOnce[right].position))
        left += 1
        right += 1
      } else if oldOnce[left].element < newOnce[right].element {
        left += 1
      } else {
        right += 1
      }
    }
    pairs.sort { $0.old < $1.old }
    let staying = longestAscent(of: pairs.map(\.new), weights: [])
    anchors = zip(pairs, staying).filter(\.1).map(\.0)
    return !anchors.isEmpty
  }

  /// What lies between the anchors that were found, in order.
  func boxes(around box: Box) -> [Box] {
    var boxes: [Box] = []
    var x = box.old.lowerBound
    var y = box.new.lowerBound
    for anchor in anchors {
      boxes.append(Box(old: x..<anchor.old, new: y..<anchor.new, level: box.level + 1))
      x = anchor.old + 1
      y = anchor.new + 1
    }
    boxes.append(
      Box(old: x..<box.old.upperBound, new: y..<box.new.upperBound, level: box.level + 1))
    return boxes
  }

  /// Elements that occur once in a stretch, by their number.
  private static func uniqueElements(
    _ elements: Span<Int32>, _ range: Range<Int>
  ) -> [(element: Int32, position: Int)] {
    // Element and position in one number: sorting numbers is several times faster than pairs.
    var keys: [UInt64] = []
    keys.reserveCapacity(range.count)
    for position in range {
      keys.append(UInt64(UInt32(bitPattern: elements[position])) << 32 | UInt64(position))
    }
    keys.sort()
    var unique: [(element: Int32, position: Int)] = []
    for index in keys.indices {
      let element = keys[index] >> 32
      if index > 0, keys[index - 1] >> 32 == element { continue }
      if index + 1 < keys.count, keys[index + 1] >> 32 == element { continue }
      unique.append(
        (Int32(bitPattern: UInt32(element)), Int(keys[index] & 0xFFFF_FFFF)))
    }
    return unique
  }
}
