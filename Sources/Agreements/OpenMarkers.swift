internal import Diagnostics

/// The markers of the clauses that are open, outermost first, while paragraphs are sorted.
struct OpenMarkers {
  private var levels: [Level] = []
  /// No text nests its paragraphs as deep as this; without an end, each way to mark them could open
  /// a level of its own.
  private static let deepest = 16

  private struct Level {
    var kind: Kind
    var ordinal: Ordinal
    /// The whole number, which the decimals inside begin with; empty for letters.
    var stem: String
    /// Whether it began with a bulleted list, and ends with one.
    var isOfLists = false
  }

  /// What the markers of one sequence share.
  private struct Kind: Equatable {
    var style: ClauseMarker.Style
    var scheme: Ordinal.Scheme?
    var isCapital: Bool
    /// How many numbers a decimal has: `2.1` starts over where `1.1` began, `1.1.1` goes deeper.
    var components: Int

    init(of marker: ClauseMarker, _ ordinal: Ordinal) {
      style = marker.style
      // Of the ways to read `i`, a sequence starts with the one in which it is the first.
      scheme =
        ordinal.readings.first { $0.value <= 1 && $0.inserted == 0 }?.scheme
        ?? ordinal.readings.first?.scheme
      isCapital = marker.body.utf8.first.map(\.isASCIIUppercase) ?? false
      components = marker.body.utf8.count { $0 == UInt8(ascii: ".") }
    }
  }

  /// The depth at which `marker` stands, or `nil` where it can't be told to be one.
  ///
  /// A marker goes on with the innermost sequence that it comes right after; the first of a
  /// sequence opens one inside; any other leaves some out of the sequence that it is nearest to.
  ///
  /// `next`: the marker of the same style that comes next.
  /// `canOpen`: whether the marker may begin a sequence of its own here.
  /// `isLikelyFirst`: whether a decimal may be the first inside the number that it begins with.
  /// `canSkip`: whether a number with a dot may leave some out, being no date.
  mutating func depth(
    of marker: ClauseMarker, _ ordinal: Ordinal, next: @autoclosure () -> Ordinal?,
    canOpen: @autoclosure () -> Bool, isLikelyFirst: @autoclosure () -> Bool,
    canSkip: @autoclosure () -> Bool = false
  ) -> Int? {
    let successor = levels.lastIndex {
      $0.kind.style == marker.style && ordinal.relation(to: $0.ordinal) == .successor
    }
    if let successor {
      guard ordinal.startsNumerals(after: levels[successor].ordinal, before: next()) else {
        return goOn(at: successor, with: marker, ordinal)
      }
      levels.removeSubrange((successor + 1)...)
      return open(marker, ordinal)
    }
    if marker.style == .decimal,
      let outer = levels.lastIndex(where: { $0.stem == ordinal.prefix }),
      levels[outer].kind.style == .decimal || isLikelyFirst()
    {
      levels.removeSubrange((outer + 1)...)
      return open(marker, ordinal)
    }
    let kind = Kind(of: marker, ordinal)
    let isOpen = levels.contains { $0.kind == kind }
    if let level = nearestLevel(to: marker, ordinal) {
      // `i` after `g` is the letter where `j` comes next, and else the first numeral inside.
      guard ordinal.isInitial, !isOpen,
        (next()?.successorScheme(after: ordinal) ?? kind.scheme) == kind.scheme
      else { return goOn(at: level, with: marker, ordinal) }
      return open(marker, ordinal)
    }
    if marker.style == .dotted, ordinal.scheme == .arabic,
      let level = levels.lastIndex(where: {
        $0.kind == kind && ordinal.relation(to: $0.ordinal) == .skips
      }), canSkip()
    {
      return goOn(at: level, with: marker, ordinal)
    }
    guard canOpen() || (isInsideOpenNumber(marker, ordinal) && isLikelyFirst()) else { return nil }
    closeNumbers(notAround: marker)
    // A sequence that starts over stands beside the one before it, not inside its last clause.
    if let level = levels.lastIndex(where: { $0.kind == kind }) {
      levels.removeSubrange(level...)
    }
    return open(marker, ordinal)
  }

  /// The depth of a list whose first item is marked so: it goes on with an open sequence, or begins
  /// one if its last item is unfinished. `nil` for any other list.
  mutating func depth(
    ofList marker: ClauseMarker, _ ordinal: Ordinal, _ ending: UnfinishedList?
  ) -> Int? {
    let successor = levels.lastIndex {
      $0.kind.style == marker.style && ordinal.relation(to: $0.ordinal) == .successor
    }
    if let successor { return goOn(at: successor, with: marker, ordinal) }
    guard let ending else { return nil }
    // What has subclauses of its own is not inside the letters of recitals above it.
    if ending == .clauses { levels = [] }
    return open(marker, ordinal)
  }

  var isEmpty: Bool { levels.isEmpty }

  /// Whether a sequence of decimals is open: `2.1`, `2.2`.
  var hasDecimals: Bool { levels.contains { $0.kind.style == .decimal } }

  /// Whether a decimal is deeper inside an open number, `4.2.1` in `4`, though nothing has the
  /// number between the two.
  private func isInsideOpenNumber(_ marker: ClauseMarker, _ ordinal: Ordinal) -> Bool {
    marker.style == .decimal && ordinal.isShort
      && levels.contains { !$0.stem.isEmpty && ordinal.prefix.hasPrefix($0.stem + ".") }
  }

  /// Closes the sequences of numbers that a decimal does not go on: `4.2.1` stands beside `4.1`.
  private mutating func closeNumbers(notAround marker: ClauseMarker) {
    guard marker.style == .decimal else { return }
    let other = levels.firstIndex {
      !$0.stem.isEmpty && !marker.body.hasPrefix($0.stem + ".")
    }
    if let other { levels.removeSubrange(other...) }
  }

  /// Whether the outermost sequence is one of letters, as recitals have: `(A)`, `B.`
  var areRecitals: Bool {
    levels.first.map { $0.kind.scheme == .letter && $0.kind.isCapital } ?? false
  }

  /// Whether a marker goes on with an open sequence, and does not begin numerals inside of it.
  func goOn(with marker: ClauseMarker, before next: Ordinal?) -> Bool {
    let ordinal = Ordinal(marker.body)
    let successor = levels.last {
      $0.kind.style == marker.style && ordinal.relation(to: $0.ordinal) == .successor
    }
    return successor.map { !ordinal.startsNumerals(after: $0.ordinal, before: next) } ?? false
  }

  /// Notes that the sequence of a level is one of bulleted lists alone.
  mutating func beginLists(at level: Int) { levels[level].isOfLists = true }

  func isOfLists(_ level: Int) -> Bool { levels[level].isOfLists }

  /// Closes the sequence of a level.
  mutating func endLists(at level: Int) { levels.removeSubrange(level...) }

  /// Opens the sequence of a heading, which the paragraphs that are sorted go on with.
  mutating func begin(with marker: ClauseMarker) {
    _ = open(marker, Ordinal(marker.body))
  }

  private mutating func open(_ marker: ClauseMarker, _ ordinal: Ordinal) -> Int? {
    guard levels.count < Self.deepest else { return nil }
    levels.append(
      Level(
        kind: Kind(of: marker, ordinal), ordinal: ordinal,
        stem: Self.stem(of: marker, ordinal)))
    return levels.count - 1
  }

  private static func stem(of marker: ClauseMarker, _ ordinal: Ordinal) -> String {
    marker.style != .enclosed && ordinal.scheme == .arabic ? marker.body : ""
  }

  mutating func goOn(
    at level: Int, with marker: ClauseMarker, _ ordinal: Ordinal
  ) -> Int {
    levels.removeSubrange((level + 1)...)
    levels[level].ordinal = ordinal
    levels[level].stem = Self.stem(of: marker, ordinal)
    return level
  }

  /// The level in whose sequence `marker` repeats a number or leaves the fewest out, the innermost
  /// of several.
  ///
  /// A letter with a dot must not leave any out: so begin names, too.
  private func nearestLevel(to marker: ClauseMarker, _ ordinal: Ordinal) -> Int? {
    guard marker.style != .dotted else { return nil }
    var nearest: (level: Int, distance: Int)?
    for level in levels.indices.reversed() where levels[level].kind.style == marker.style {
      guard let distance = ordinal.distance(from: levels[level].ordinal),
        distance < nearest?.distance ?? Int.max
      else { continue }
      nearest = (level, distance)
    }
    return nearest?.level
  }
}
