/// Counts how many features bags have in common: some bags are added, others are held against all
/// of them at once.
///
/// Features are numbers that stand for words or phrases. One that a bag holds twice counts twice if
/// the other holds it twice. Make one, and begin it anew for each group of bags: its memory is kept.
package struct CommonFeatures: Sendable {
  /// A feature that was added.
  private struct Slot: Sendable {
    var feature: UInt32 = 0
    /// The last bag that was added with the feature or held against it; one from before the begin
    /// leaves the slot free.
    var visitor: UInt32 = 0
    /// How many times more that bag holds the feature.
    var repeats: UInt32 = 0
    /// The last of the bags that hold it: an index of ``holders``, or -1.
    var lastHolder: Int32 = -1
  }

  /// As many as a power of two, at least twice as many as features.
  private var slots = [Slot](repeating: Slot(), count: 64)
  /// Bags that hold a feature, as lists: the index of the one before, or -1.
  private var holders: [(bag: Int32, before: Int32)] = []
  private var bags: Int32 = 0
  /// The bag that is looked at, and the first since the begin.
  private var visitor: UInt32 = 0
  private var firstVisitor: UInt32 = 1

  package init() {}

  /// Forgets all bags.
  ///
  /// `features`: how many the bags to come hold together, at most.
  package mutating func begin(features: Int) {
    holders.removeAll(keepingCapacity: true)
    bags = 0
    var needed = slots.count
    while needed < features * 2 { needed *= 2 }
    if needed > slots.count || visitor > UInt32.max / 2 {
      slots = [Slot](repeating: Slot(), count: needed)
      visitor = 0
    }
    firstVisitor = visitor + 1
  }

  /// Adds the bag that stands in `range`; bags are numbered from 0.
  package mutating func add(_ features: [UInt32], _ range: Range<Int>) {
    visitor += 1
    for index in range {
      var slot = claim(features[index])
      var entry = slots[slot]
      if entry.visitor == visitor {
        slots[slot].repeats += 1
        slot = claim(Self.repeated(features[index], entry.repeats + 1))
        entry = slots[slot]
      }
      entry.visitor = visitor
      holders.append((bags, entry.lastHolder))
      entry.lastHolder = Int32(holders.count - 1)
      slots[slot] = entry
    }
    bags += 1
  }

  /// Adds to `counts`, by the number of each bag that was added, what it has in common with another.
  ///
  /// - Complexity: O(features + what is in common).
  package mutating func count(
    _ features: [UInt32], _ range: Range<Int>, into counts: inout [Int32]
  ) {
    visitor += 1
    for index in range {
      guard var slot = find(features[index]) else { continue }
      if slots[slot].visitor == visitor {
        slots[slot].repeats += 1
        guard let next = find(Self.repeated(features[index], slots[slot].repeats)) else {
          continue
        }
        slot = next
      } else {
        slots[slot].visitor = visitor
        slots[slot].repeats = 0
      }
      var holder = slots[slot].lastHolder
      while holder >= 0 {
        counts[Int(holders[Int(holder)].bag)] += 1
        holder = holders[Int(holder)].before
      }
    }
  }

  /// What stands for a feature that a bag holds so many times more.
  private static func repeated(_ feature: UInt32, _ times: UInt32) -> UInt32 {
    (feature ^ times &* 0x9E37_79B1) &* 0x85EB_CA6B ^ 0x5BD1_E995
  }

  private func find(_ feature: UInt32) -> Int? {
    let mask = slots.count - 1
    var slot = Int(feature &* 0xC2B2_AE35 >> 7) & mask
    while slots[slot].visitor >= firstVisitor {
      if slots[slot].feature == feature { return slot }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The slot of a feature, which may be new: then its visitor is to be set.
  private mutating func claim(_ feature: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(feature &* 0xC2B2_AE35 >> 7) & mask
    while slots[slot].visitor >= firstVisitor {
      if slots[slot].feature == feature {
        if slots[slot].visitor != visitor { slots[slot].repeats = 0 }
        return slot
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Slot(feature: feature)
    return slot
  }
}
