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
  private var common = CommonFeatures()

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
    if counts[kind]?[place] == nil {
      // Mostly it is not in the place at all, which costs less to find out, unless the place is so
      // large that it has many parts.
      if whole.count <= 16 * range.count,
        !sharesEnough(features.numbers, range, of: otherFeatures.numbers, whole, kind)
      {
        return false
      }
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

  private mutating func sharesEnough(
    _ features: [UInt32], _ part: Range<Int>, of others: [UInt32], _ whole: Range<Int>,
    _ kind: PlaceFeatures.Kind
  ) -> Bool {
    common.begin(features: whole.count)
    common.add(others, whole)
    return part.count { common.holds(features[$0], bag: 0) } * 5
      >= part.count * (kind == .words ? 2 : 3)
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
