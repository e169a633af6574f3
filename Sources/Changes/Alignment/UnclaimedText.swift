internal import Differencing

/// What places hold that is neither in the place that they became nor in a part of them that was
/// found, as phrases and as words.
///
/// Each place is read once, however many parts it may have.
struct UnclaimedText {
  /// By place, how many times each feature.
  private var counts: [PlaceFeatures.Kind: [Int: [UInt32: Int32]]] = [:]
  /// The parts that were found, by place.
  private var parts: [Int: [Int]] = [:]
  private var seen: [PlaceFeatures.Kind: RecentPlaces] = [
    .phrases: RecentPlaces(), .words: RecentPlaces(),
  ]

  /// Notes parts that are known already. `wholes`: by part the place that it is of, or -1. What
  /// corresponds to a place by itself, by `matches`, is no part of it.
  mutating func note(_ wholes: [Int32], _ matches: [Int32]) {
    for (part, whole) in wholes.enumerated() where whole >= 0 && matches[part] < 0 {
      parts[Int(whole), default: []].append(part)
    }
  }

  /// Whether most of a part is in what is left of a place; then it is left no longer.
  ///
  /// `kept`: what the place became. `features`, `text`: of the version that has the parts; the
  /// others, of the one that has the place.
  mutating func claims(
    _ part: Int, of place: Int, besides kept: Int, _ features: inout PlaceFeatures,
    _ text: ComparedText, _ otherFeatures: inout PlaceFeatures, _ other: ComparedText
  ) -> Bool {
    let kind = features.kind
    let range = features.range(of: part, in: text)
    let whole = otherFeatures.range(of: place, in: other)
    let rest = whole.count - features.range(of: kept, in: text).count
    // Of many words some will be those of a short text, whatever it says.
    guard range.count >= 2, whole.count >= 3, kind == .phrases || rest <= 3 * range.count else {
      return false
    }
    // Mostly it is not in the place at all, which costs less to find out, unless the place is so
    // large that it has many parts.
    if whole.count <= 16 * range.count,
      seen[kind]?.mayShare(
        features.numbers[range], with: place, otherFeatures.numbers[whole],
        atLeast: Self.fewest(of: range.count, kind)) != true
    {
      return false
    }
    if counts[kind]?[place] == nil {
      counts[kind, default: [:]][place] = left(
        of: otherFeatures.numbers[whole],
        without: ([kept] + parts[place, default: []]).map { features.range(of: $0, in: text) },
        features)
    }
    guard take(features.numbers[range], kind, of: place) else { return false }
    parts[place, default: []].append(part)
    // What the other kind knows is counted anew, if a part asks for it: only few can.
    counts[kind == .words ? .phrases : .words]?[place] = nil
    return true
  }

  /// How many of its features a part has to have in common with a place, whatever else either says:
  /// with less ``take(_:_:of:)`` never takes it for one.
  private static func fewest(of features: Int, _ kind: PlaceFeatures.Kind) -> Int {
    kind == .phrases ? (features * 3 + 4) / 5 : (features * 3 + 7) / 8
  }

  private func left(
    of whole: ArraySlice<UInt32>, without ranges: [Range<Int>], _ features: PlaceFeatures
  ) -> [UInt32: Int32] {
    var left: [UInt32: Int32] = [:]
    left.reserveCapacity(whole.count)
    for feature in whole { left[feature, default: 0] += 1 }
    for feature in ranges.lazy.flatMap({ features.numbers[$0] }) {
      if let count = left[feature] { left[feature] = count > 1 ? count - 1 : nil }
    }
    return left
  }

  private mutating func take(
    _ part: ArraySlice<UInt32>, _ kind: PlaceFeatures.Kind, of place: Int
  ) -> Bool {
    // Out of the dictionary, so that it is changed where it is.
    guard var left = counts[kind]?.removeValue(forKey: place) else { return false }
    var taken: [UInt32] = []
    for feature in part {
      guard let count = left[feature], count > 0 else { continue }
      left[feature] = count - 1
      taken.append(feature)
    }
    // What is left may be the part with other words in it, and no more than that.
    let isPart =
      taken.count * 5 >= part.count * 3
      || kind == .words
        && Double(2 * taken.count)
          >= Aligner.Limits.alikeAnywhere
          * Double(part.count + taken.count + left.values.reduce(0) { $0 + Int($1) })
    if !isPart {
      for feature in taken { left[feature, default: 0] += 1 }
    }
    counts[kind]?[place] = left
    return isPart
  }
}

/// What the last two places that were asked for may hold: the neighbours of a place are those of the
/// next one, too.
///
/// A bit for each of eight times as many features as a place has says that it may hold a feature that
/// falls there, so hardly anything is taken for a part of a place with which it has nothing to do.
private struct RecentPlaces {
  private var places = [-1, -1]
  private var bits: [[UInt64]] = [[], []]
  private var shifts: [UInt32] = [0, 0]
  private var oldest = 0

  /// Whether a place may hold so many of the features of a part.
  ///
  /// `whole`: the features of the place.
  mutating func mayShare(
    _ part: ArraySlice<UInt32>, with place: Int, _ whole: ArraySlice<UInt32>, atLeast fewest: Int
  ) -> Bool {
    let slot: Int
    if let known = places.firstIndex(of: place) {
      slot = known
    } else {
      slot = oldest
      oldest = 1 - oldest
      places[slot] = place
      read(whole, into: slot)
    }
    var missing = part.count - fewest
    for feature in part {
      let bit = bit(of: feature, in: slot)
      if bits[slot][Int(bit >> 6)] & 1 << UInt64(bit & 63) != 0 { continue }
      missing -= 1
      if missing < 0 { return false }
    }
    return true
  }

  private mutating func read(_ features: ArraySlice<UInt32>, into slot: Int) {
    var width = UInt32(6)
    while 1 << width < features.count * 8 { width += 1 }
    shifts[slot] = 32 - width
    bits[slot].removeAll(keepingCapacity: true)
    for _ in 0..<1 << (width - 6) { bits[slot].append(0) }
    for feature in features {
      let bit = bit(of: feature, in: slot)
      bits[slot][Int(bit >> 6)] |= 1 << UInt64(bit & 63)
    }
  }

  /// The first bits of a feature, mixed once more, as many as the place asks for.
  private func bit(of feature: UInt32, in slot: Int) -> UInt32 {
    (feature &* 0x9E37_79B1) >> shifts[slot]
  }
}
