/// Counts how many features bags have in common: some bags are added, others are held against all
/// of them at once.
///
/// Features are numbers that stand for words or phrases. One that a bag holds twice counts twice if
/// the other holds it twice. Make one, and begin it anew for each group of bags: its memory is
/// kept.
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
  /// How many of them are used since the begin, less one: few lie close together in memory.
  private var mask = 63
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
    var needed = 64
    while needed < features * 2 { needed *= 2 }
    mask = needed - 1
    if needed > slots.count || visitor > UInt32.max / 2 {
      slots = [Slot](repeating: Slot(), count: max(needed, slots.count))
      visitor = 0
    }
    firstVisitor = visitor + 1
  }

  /// Adds the bag that stands in `range`; bags are numbered from 0.
  package mutating func add(_ features: [UInt32], _ range: Range<Int>) {
    visitor += 1
    Self.add(
      features.span.extracting(range), bag: bags, &slots, &holders,
      Visit(number: visitor, first: firstVisitor, mask: mask))
    bags += 1
  }

  /// Adds to `counts`, by the number of each bag that was added, what it has in common with
  /// another.
  ///
  /// - Complexity: O(features + what is in common).
  package mutating func count(
    _ features: [UInt32], _ range: Range<Int>, into counts: inout [Int32]
  ) {
    visitor += 1
    Self.count(
      features.span.extracting(range), &slots, holders, &counts,
      Visit(number: visitor, first: firstVisitor, mask: mask))
  }

  /// How many features another bag has in common with the only one that was added, if they are at
  /// least `fewest`; otherwise perhaps fewer than that: it is not looked at to its end in vain.
  package mutating func count(
    _ features: [UInt32], _ range: Range<Int>, atLeast fewest: Int
  ) -> Int {
    visitor += 1
    return Self.count(
      features.span.extracting(range), &slots, atLeast: fewest,
      Visit(number: visitor, first: firstVisitor, mask: mask))
  }
}

extension CommonFeatures {
  /// The number of a bag that is looked at, and of the first since the begin.
  private struct Visit {
    var number: UInt32
    var first: UInt32
    /// See ``CommonFeatures/mask``.
    var mask: Int
  }

  // Of the parts, not of the whole: a span of the slots takes up all that it is a part of.
  private static func add(
    _ features: Span<UInt32>, bag: Int32, _ slots: inout [Slot],
    _ holders: inout [(bag: Int32, before: Int32)], _ visit: Visit
  ) {
    var slots = slots.mutableSpan
    for index in features.indices {
      var slot = claim(features[index], in: &slots, visit)
      if slots[slot].visitor == visit.number {
        slots[slot].repeats += 1
        slot = claim(repeated(features[index], slots[slot].repeats), in: &slots, visit)
      }
      slots[slot].visitor = visit.number
      holders.append((bag, slots[slot].lastHolder))
      slots[slot].lastHolder = Int32(holders.count - 1)
    }
  }

  private static func count(
    _ features: Span<UInt32>, _ slots: inout [Slot], _ holders: [(bag: Int32, before: Int32)],
    _ counts: inout [Int32], _ visit: Visit
  ) {
    let holders = holders.span
    var slots = slots.mutableSpan
    var counts = counts.mutableSpan
    for index in features.indices {
      guard var slot = find(features[index], in: &slots, visit) else { continue }
      if slots[slot].visitor == visit.number {
        slots[slot].repeats += 1
        let next = repeated(features[index], slots[slot].repeats)
        guard let further = find(next, in: &slots, visit) else { continue }
        slot = further
      } else {
        slots[slot].visitor = visit.number
        slots[slot].repeats = 0
      }
      var holder = slots[slot].lastHolder
      while holder >= 0 {
        counts[Int(holders[Int(holder)].bag)] += 1
        holder = holders[Int(holder)].before
      }
    }
  }

  private static func count(
    _ features: Span<UInt32>, _ slots: inout [Slot], atLeast fewest: Int, _ visit: Visit
  ) -> Int {
    var slots = slots.mutableSpan
    var missing = features.count - fewest
    guard missing >= 0 else { return 0 }
    for index in features.indices {
      if isMissing(features[index], in: &slots, visit) {
        missing -= 1
        if missing < 0 { return 0 }
      }
    }
    return fewest + missing
  }

  /// Whether the bag that was added has a feature no more times than it was asked for before.
  private static func isMissing(
    _ feature: UInt32, in slots: inout MutableSpan<Slot>, _ visit: Visit
  ) -> Bool {
    guard let slot = find(feature, in: &slots, visit) else { return true }
    guard slots[slot].visitor == visit.number else {
      slots[slot].visitor = visit.number
      slots[slot].repeats = 0
      return false
    }
    slots[slot].repeats += 1
    return find(repeated(feature, slots[slot].repeats), in: &slots, visit) == nil
  }

  /// What stands for a feature that a bag holds so many times more.
  ///
  /// Mixed anew, whatever features are made by: the second of one is never the third of another.
  private static func repeated(_ feature: UInt32, _ times: UInt32) -> UInt32 {
    let mixed = (feature ^ feature >> 16) &* 0x7FEB_352D
    return ((mixed ^ mixed >> 15) &+ times) &* 0x846C_A68B
  }

  private static func find(
    _ feature: UInt32, in slots: inout MutableSpan<Slot>, _ visit: Visit
  ) -> Int? {
    var slot = Int((feature &* 0xC2B2_AE35) >> 7) & visit.mask
    while slots[slot].visitor >= visit.first {
      if slots[slot].feature == feature { return slot }
      slot = (slot + 1) & visit.mask
    }
    return nil
  }

  /// The slot of a feature, which may be new: then its visitor is to be set.
  private static func claim(
    _ feature: UInt32, in slots: inout MutableSpan<Slot>, _ visit: Visit
  ) -> Int {
    var slot = Int((feature &* 0xC2B2_AE35) >> 7) & visit.mask
    while slots[slot].visitor >= visit.first {
      if slots[slot].feature == feature {
        if slots[slot].visitor != visit.number { slots[slot].repeats = 0 }
        return slot
      }
      slot = (slot + 1) & visit.mask
    }
    slots[slot] = Slot(feature: feature)
    return slot
  }
}
