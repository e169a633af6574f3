/// What two short sequences may have in common: the rest can match nothing, and is not searched.
///
/// Where a clause was written anew, that is most of it, and the time of the search grows with the
/// square of what differs.
struct SharedElements {
  private(set) var old: [Int32] = []
  private(set) var new: [Int32] = []
  /// Where each of them stands in the whole sequence.
  private var oldPositions: [Int32] = []
  private var newPositions: [Int32] = []

  /// Elements of both sequences beyond which the search is bounded by other means.
  private static let mostElements = 1024

  /// `nil` where too little would be left out.
  init?(_ old: [Int32], _ new: [Int32]) {
    let count = old.count + new.count
    guard count >= 16, count <= Self.mostElements else { return nil }
    var (ofOld, ofNew) = (ElementFilter(), ElementFilter())
    for element in old { ofOld.insert(element) }
    for element in new { ofNew.insert(element) }
    let kept = (old: old.count { ofNew.mayHold($0) }, new: new.count { ofOld.mayHold($0) })
    guard (kept.old + kept.new) * 4 <= count * 3 else { return nil }
    self.old.reserveCapacity(kept.old)
    oldPositions.reserveCapacity(kept.old)
    self.new.reserveCapacity(kept.new)
    newPositions.reserveCapacity(kept.new)
    for (index, element) in old.enumerated() where ofNew.mayHold(element) {
      self.old.append(element)
      oldPositions.append(Int32(index))
    }
    for (index, element) in new.enumerated() where ofOld.mayHold(element) {
      self.new.append(element)
      newPositions.append(Int32(index))
    }
  }

  /// The comparison of the whole sequences, from the one of what they share.
  func restoring(
    _ comparison: SequenceComparison, oldCount: Int, newCount: Int
  ) -> SequenceComparison {
    var result = SequenceComparison(hunks: [], isExact: comparison.isExact)
    var (x, y) = (0, 0)
    func close(_ oldEnd: Int, _ newEnd: Int) {
      if oldEnd > x || newEnd > y { result.hunks.append(Hunk(old: x..<oldEnd, new: y..<newEnd)) }
    }
    for (left, right) in comparison.matches(oldCount: old.count) {
      let (oldIndex, newIndex) = (Int(oldPositions[left]), Int(newPositions[right]))
      close(oldIndex, newIndex)
      (x, y) = (oldIndex + 1, newIndex + 1)
    }
    close(oldCount, newCount)
    return result
  }
}

/// A set of elements that now and then takes another one for one of its own.
private struct ElementFilter {
  private var bits = InlineArray<32, UInt64>(repeating: 0)

  mutating func insert(_ element: Int32) {
    let (word, bit) = Self.place(of: element)
    bits[word] |= bit
  }

  func mayHold(_ element: Int32) -> Bool {
    let (word, bit) = Self.place(of: element)
    return bits[word] & bit != 0
  }

  private static func place(of element: Int32) -> (word: Int, bit: UInt64) {
    let mixed = (UInt32(bitPattern: element) &* 0x9E37_79B1) >> 21
    return (Int(mixed >> 6), 1 << UInt64(mixed & 63))
  }
}
