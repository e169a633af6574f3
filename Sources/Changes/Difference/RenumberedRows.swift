internal import Agreements

extension PlaceNumbers {
  /// Renumbered places in rows of neighbours; what is renumbered inside of one of them does not
  /// break the row.
  func rows(of renumbered: [OrderChanges.Renumbered]) -> [[OrderChanges.Renumbered]] {
    guard !renumbered.isEmpty else { return [] }
    var finder = RenumberedRows(numbers: self)
    return finder.rows(of: renumbered)
  }
}

/// Puts renumbered places together that are told as one.
private struct RenumberedRows {
  private let numbers: PlaceNumbers
  /// By node of either version: its own number as a figure; see ``figure(_:in:)``.
  private var oldFigures: [Figure]
  private var newFigures: [Figure]

  private enum Figure {
    case unknown, absent
    /// Of `b`, its place in the alphabet.
    case of(Int)
  }

  init(numbers: PlaceNumbers) {
    self.numbers = numbers
    oldFigures = [Figure](repeating: .unknown, count: numbers.old.nodes.count)
    newFigures = [Figure](repeating: .unknown, count: numbers.new.nodes.count)
  }

  mutating func rows(of renumbered: [OrderChanges.Renumbered]) -> [[OrderChanges.Renumbered]] {
    var rows: [[OrderChanges.Renumbered]] = []
    /// By what holds them.
    var openRow: [Int32: Int] = [:]
    for place in renumbered {
      let parent = numbers.new.nodes[Int(place.entry.new)].parent
      if let row = openRow[parent], let last = rows[row].last, continues(last.entry, place.entry) {
        rows[row].append(place)
      } else {
        openRow[parent] = rows.count
        rows.append([place])
      }
    }
    return rows
  }

  /// Whether a renumbered place stands next to another in both versions, or behind places that are
  /// told otherwise, all of one kind and moved by the same number: what kept its number, is new or
  /// gone ends a row, and a section and an annex are no neighbours.
  private mutating func continues(_ entry: WovenEntry, _ next: WovenEntry) -> Bool {
    let (old, new) = (numbers.old.nodes, numbers.new.nodes)
    if let lost = isNumberedOnce(entry), let isNextLost = isNumberedOnce(next) {
      return lost == isNextLost && old[Int(entry.old)].end == next.old
        && new[Int(entry.new)].end == next.new
    }
    let shift = shift(entry.old, entry.new)
    var (left, right) = (entry.old, entry.new)
    while let before = follower(of: left, in: .old), let after = follower(of: right, in: .new) {
      guard numbers.alignment.newOf[Int(before)] == after,
        old[Int(before)].shape == old[Int(left)].shape,
        new[Int(after)].shape == new[Int(right)].shape,
        self.shift(before, after) == shift
      else { return false }
      if after == next.new { return before == next.old }
      (left, right) = (before, after)
    }
    return false
  }

  /// Whether a place has its number in the old version alone; `nil` where both number it.
  private mutating func isNumberedOnce(_ entry: WovenEntry) -> Bool? {
    let before = figure(entry.old, in: .old)
    let after = figure(entry.new, in: .new)
    return (before == nil) == (after == nil) ? nil : after == nil
  }

  /// The next place of the same list that has a number.
  private mutating func follower(of node: Int32, in side: Side) -> Int32? {
    let nodes = (side == .old ? numbers.old : numbers.new).nodes
    let parent = nodes[Int(node)].parent
    guard parent >= 0 else { return nil }
    var next = nodes[Int(node)].end
    while next < nodes[Int(parent)].end {
      if nodes[Int(next)].role == .place, figure(next, in: side) != nil { return next }
      next = nodes[Int(next)].end
    }
    return nil
  }

  /// By how many places a number moved.
  private mutating func shift(_ before: Int32, _ after: Int32) -> Int {
    (figure(after, in: .new) ?? 0) - (figure(before, in: .old) ?? 0)
  }

  /// The own number of a place; `nil` where it has none, and 0 where it is neither figures nor a
  /// letter.
  private mutating func figure(_ node: Int32, in side: Side) -> Int? {
    switch side == .old ? oldFigures[Int(node)] : newFigures[Int(node)] {
    case .of(let figure): return figure
    case .absent: return nil
    case .unknown:
      let number = numbers.ownNumber(Int(node), in: side)
      let figure = number.isEmpty ? Figure.absent : .of(Self.figure(number))
      if side == .old { oldFigures[Int(node)] = figure } else { newFigures[Int(node)] = figure }
      return number.isEmpty ? nil : Self.figure(number)
    }
  }

  /// Of `Annex 3`, 3; of `b`, its place in the alphabet.
  private static func figure(_ number: String) -> Int {
    let last = number.split(separator: " ").last ?? ""
    if let figure = Int(last) { return figure }
    let letters = last.lowercased().unicodeScalars
    guard let first = letters.first, letters.allSatisfy({ $0 == first }) else { return 0 }
    return Int(first.value) + 26 * (letters.count - 1)
  }
}
