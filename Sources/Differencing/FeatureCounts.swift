/// How many times a bag holds each of its features, for others to be taken out of it.
///
/// Features are numbers that stand for words or phrases, well mixed.
package struct FeatureCounts: Sendable {
  private struct Slot: Sendable {
    var feature: UInt32 = 0
    /// How many are left; below 0 where the slot is free.
    var count: Int32 = -1
  }

  /// As many as a power of two, at least twice as many as features.
  private var slots: [Slot]
  /// The slots of what was taken last.
  private var taken: [Int32] = []
  /// How many features are left.
  package private(set) var total = 0

  /// Holds the features that stand in `range`, each as many times as it stands there.
  package init(_ features: [UInt32], _ range: Range<Int>) {
    var needed = 16
    while needed < range.count * 2 { needed *= 2 }
    slots = [Slot](repeating: Slot(), count: needed)
    var open = slots.mutableSpan
    for index in range {
      let slot = Self.slot(of: features[index], in: open)
      if open[slot].count < 0 { open[slot] = Slot(feature: features[index], count: 0) }
      open[slot].count += 1
    }
    total = range.count
  }

  /// Takes what stands in `range` out of the bag, as far as it is there.
  ///
  /// - Returns: how many features were.
  @discardableResult
  package mutating func take(_ features: [UInt32], _ range: Range<Int>) -> Int {
    taken.removeAll(keepingCapacity: true)
    Self.take(features.span.extracting(range), from: &slots, &taken)
    total -= taken.count
    return taken.count
  }

  // Of the parts, not of the whole: a span of the slots takes up all that it is a part of.
  private static func take(
    _ features: Span<UInt32>, from slots: inout [Slot], _ taken: inout [Int32]
  ) {
    var slots = slots.mutableSpan
    for index in features.indices {
      let slot = slot(of: features[index], in: slots)
      guard slots[slot].count > 0 else { continue }
      slots[slot].count -= 1
      taken.append(Int32(slot))
    }
  }

  /// Puts back what was taken last.
  package mutating func putBack() {
    for slot in taken { slots[Int(slot)].count += 1 }
    total += taken.count
    taken.removeAll(keepingCapacity: true)
  }

  /// The slot that a feature has, or would have.
  private static func slot(of feature: UInt32, in slots: borrowing MutableSpan<Slot>) -> Int {
    let mask = slots.count - 1
    var slot = Int((feature &* 0xC2B2_AE35) >> 7) & mask
    while slots[slot].count >= 0, slots[slot].feature != feature { slot = (slot + 1) & mask }
    return slot
  }
}
