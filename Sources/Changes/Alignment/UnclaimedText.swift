internal import Differencing

/// What places hold that is neither in the place that they became nor in a part of them that was
/// found, as phrases and as words.
///
/// Each place is read once, however many parts it may have.
struct UnclaimedText {
  /// By place, what is left of its features.
  private var words: [Int: FeatureCounts] = [:]
  private var phrases: [Int: FeatureCounts] = [:]
  /// The parts that were found, by place.
  private var parts: [Int: Parts] = [:]
  private var recentWords = RecentPlaces()
  private var recentPhrases = RecentPlaces()
  private var refusals: Refusals

  /// `parts`: how many places the version has that is looked through for parts.
  init(parts: Int) { refusals = Refusals(parts: parts) }

  /// Begins anew with the parts that are known. `wholes`: by part the place that it is of, or -1.
  /// What corresponds to a place by itself, by `matches`, is no part of it.
  mutating func begin(_ wholes: [Int32], _ matches: [Int32]) {
    words.removeAll()
    phrases.removeAll()
    parts.removeAll()
    for (part, whole) in wholes.enumerated() where whole >= 0 && matches[part] < 0 {
      parts[Int(whole), default: Parts()].add(part)
    }
  }

  /// Whether a part was found not to be in what is left of a place, and nothing was taken since.
  func hasRefused(_ part: Int, of place: Int, besides kept: Int) -> Bool {
    refusals.contains(part, question(place, kept))
  }

  mutating func refuse(_ part: Int, of place: Int, besides kept: Int) {
    refusals.note(part, question(place, kept))
  }

  private func question(_ place: Int, _ kept: Int) -> Refusals.Question {
    Refusals.Question(place: place, kept: kept, parts: parts[place]?.digest ?? 0)
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
    if whole.count <= 16 * range.count {
      let fewest = Self.fewest(of: range.count, kind)
      let mayShare =
        kind == .words
        ? recentWords.mayShare(
          features.numbers, range, with: place, otherFeatures.numbers, whole, atLeast: fewest)
        : recentPhrases.mayShare(
          features.numbers, range, with: place, otherFeatures.numbers, whole, atLeast: fewest)
      guard mayShare else { return false }
    }
    if (kind == .words ? words[place] : phrases[place]) == nil {
      var left = FeatureCounts(otherFeatures.numbers, whole)
      for other in [kept] + (parts[place]?.nodes ?? []) {
        // A place that was not read yet makes the numbers more.
        let range = features.range(of: other, in: text)
        left.take(features.numbers, range)
      }
      if kind == .words { words[place] = left } else { phrases[place] = left }
    }
    let isPart =
      kind == .words
      ? Self.takeWords(features.numbers, range, from: &words[place])
      : Self.takePhrases(features.numbers, range, from: &phrases[place])
    guard isPart else { return false }
    parts[place, default: Parts()].add(part)
    // What the other kind knows is counted anew, if a part asks for it: only few can.
    if kind == .words { phrases[place] = nil } else { words[place] = nil }
    return true
  }

  /// How many of its features a part has to have in common with a place, whatever else either says:
  /// with less, it is never taken for one.
  private static func fewest(of features: Int, _ kind: PlaceFeatures.Kind) -> Int {
    kind == .phrases ? (features * 3 + 4) / 5 : (features * 3 + 7) / 8
  }

  private static func takePhrases(
    _ numbers: [UInt32], _ part: Range<Int>, from left: inout FeatureCounts?
  ) -> Bool {
    guard let taken = left?.take(numbers, part) else { return false }
    let isPart = taken * 5 >= part.count * 3
    if !isPart { left?.putBack() }
    return isPart
  }

  private static func takeWords(
    _ numbers: [UInt32], _ part: Range<Int>, from left: inout FeatureCounts?
  ) -> Bool {
    guard let taken = left?.take(numbers, part), let rest = left?.total else { return false }
    // What is left may be the part with other words in it, and no more than that.
    let isPart =
      taken * 5 >= part.count * 3
      || Double(2 * taken) >= Aligner.Limits.alikeAnywhere * Double(part.count + taken + rest)
    if !isPart { left?.putBack() }
    return isPart
  }
}

/// The parts that a place has given away.
private struct Parts {
  private(set) var nodes: [Int] = []
  /// Of ``nodes``, in whichever order they came.
  private(set) var digest: UInt64 = 0

  mutating func add(_ node: Int) {
    nodes.append(node)
    let spread = (UInt64(node) &+ 1) &* 0x94D0_49BB_1331_11EB
    digest &+= spread ^ spread >> 31
  }
}

/// What was asked before and found not to be so; of each part the last few questions.
private struct Refusals {
  /// All that the answer hangs on besides the part.
  struct Question {
    fileprivate let number: UInt64

    /// `parts`: the digest of those that were found of the place.
    init(place: Int, kept: Int, parts: UInt64) {
      var mixed = UInt64(place) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(kept)
      mixed = (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9
      number = (mixed ^ mixed >> 32 &+ parts) | 1
    }
  }

  private static let kept = 4
  /// By part, ``kept`` of each; 0 for none.
  private var questions: [UInt64]

  init(parts: Int) { questions = [UInt64](repeating: 0, count: parts * Self.kept) }

  func contains(_ part: Int, _ question: Question) -> Bool {
    questions[slot(part, question)] == question.number
  }

  mutating func note(_ part: Int, _ question: Question) {
    questions[slot(part, question)] = question.number
  }

  private func slot(_ part: Int, _ question: Question) -> Int {
    part * Self.kept + Int(truncatingIfNeeded: question.number >> 33) & (Self.kept - 1)
  }
}

/// What the last two places that were asked for may hold: the neighbours of a place are those of
/// the next one, too.
///
/// A bit for each of eight times as many features as a place has says that it may hold a feature
/// that falls there, so hardly anything is taken for a part of a place with which it has nothing to
/// do.
private struct RecentPlaces {
  private var places = [-1, -1]
  private var bits: [[UInt64]] = [[], []]
  private var shifts: [UInt32] = [0, 0]
  private var oldest = 0

  /// Whether a place may hold so many of the features of a part.
  ///
  /// `whole`: the features of the place.
  mutating func mayShare(
    _ numbers: [UInt32], _ part: Range<Int>, with place: Int, _ others: [UInt32],
    _ whole: Range<Int>, atLeast fewest: Int
  ) -> Bool {
    let slot: Int
    if let known = places.firstIndex(of: place) {
      slot = known
    } else {
      slot = oldest
      oldest = 1 - oldest
      places[slot] = place
      Self.read(others.span.extracting(whole), into: &bits[slot], &shifts[slot])
    }
    return Self.holds(
      bits[slot], shifts[slot], numbers.span.extracting(part), butFor: part.count - fewest)
  }

  /// Whether a place may hold all features of a part but for some, at most.
  private static func holds(
    _ bits: [UInt64], _ shift: UInt32, _ part: Span<UInt32>, butFor most: Int
  ) -> Bool {
    let bits = bits.span
    var missing = 0
    for index in part.indices {
      let bit = bit(of: part[index], shift)
      if bits[Int(bit >> 6)] & 1 << UInt64(bit & 63) != 0 { continue }
      missing += 1
      if missing > most { return false }
    }
    return true
  }

  private static func read(
    _ features: Span<UInt32>, into bits: inout [UInt64], _ shift: inout UInt32
  ) {
    var width = UInt32(6)
    while 1 << width < features.count * 8 { width += 1 }
    shift = 32 - width
    bits.removeAll(keepingCapacity: true)
    for _ in 0..<1 << (width - 6) { bits.append(0) }
    var open = bits.mutableSpan
    for index in features.indices {
      let bit = bit(of: features[index], shift)
      open[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
    }
  }

  /// The first bits of a feature, mixed once more, as many as the place asks for.
  private static func bit(of feature: UInt32, _ shift: UInt32) -> UInt32 {
    (feature &* 0x9E37_79B1) >> shift
  }
}
