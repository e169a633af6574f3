/// Ranges of places: `Articles 12 to 22`, `lit. a) - h)`.
extension MentionScanner {
  mutating func readFollowing(of part: inout Mention.Part) {
    let token = token(cursor)
    guard token.kind == .word else { return }
    switch kind(cursor) {
    case .following:
      let isDouble = token.length != 1
      guard isDouble || isGlued(.point, cursor + 1) else { return }
      part.following = isDouble ? .many : .one
      cursor += isGlued(.point, cursor + 1) ? 2 : 1
    case .et where kind(cursor + 1) == .seq:
      part.following = .many
      cursor += isGlued(.point, cursor + 2) ? 3 : 2
    default: return
    }
  }

  mutating func readRange(of part: inout Mention.Part, element: inout Element) {
    guard let last = part.path.last else { return }
    var index = cursor
    if kind(index) == .to || (body(index) == "up" && kind(index + 1) == .to) {
      index += kind(index) == .to ? 1 : 2
      // `up to and including`, `bis einschließlich`
      if kind(index) == .and, body(index + 1) == "including" {
        index += 2
      } else if body(index).hasPrefix("einschlie") {
        index += 1
      }
    } else if isSign(.dash, index) {
      // A dash between spaces sets a remark apart, unless two numbers of a plural stand around it.
      let isSpaced = token(index).hasSpaceBefore || token(index + 1).hasSpaceBefore
      // So they do between two letters that are closed: `lit. a) - h)`.
      let isClosed = last.level == .letter && isGlued(.closeBracket, index - 1)
      guard !isSpaced || element.isLastUnitPlural || isClosed else { return }
      index += 1
    } else {
      return
    }
    if let unit = unit(at: index, isInChain: true) {
      let level = part.path.last { $0.level != .component }?.level
      guard unit.level == level || unit.level == element.level else { return }
      // `Appendix 1 to Annex 2` is one place.
      if unit.level == .annex, unit.annexWord != element.unit.annexWord { return }
      index = unit.end
    }
    guard let end = rangeEnd(at: index, for: part.path, last: last) else { return }
    part.through = end.path
    cursor = endOfInclusive(at: end.end) ?? end.end
  }

  /// The index behind the `(inclusive)` of a range, where words follow that say what it is of.
  private func endOfInclusive(at index: Int) -> Int? {
    guard isSign(.openBracket, index) else { return nil }
    let word = token(index + 1).hash == Self.both ? index + 2 : index + 1
    guard Self.inclusive[token(word).hash] != 0, token(word).hash != Self.both else { return nil }
    let end = isGlued(.point, word + 1) ? word + 2 : word + 1
    guard isSign(.closeBracket, end) else { return nil }
    switch kind(end + 1) {
    case .of, .to, .within: return end + 1
    default: return nil
    }
  }

  private static let both = WordHash.of("both")
  static let inclusive = WordTable(of: [
    "inclusive", "incl", "einschließlich", "inklusive", "both",
  ])

  private func rangeEnd(
    at index: Int, for path: [Designator], last: Designator
  ) -> (path: [Designator], end: Int)? {
    let level = path.last { $0.level != .component }?.level ?? .section
    guard let end = designators(at: index, level: level) else { return nil }
    // `sections 2.1 to 2.4`: all steps are given again.
    if end.path.count > 1 {
      guard end.path.count == path.count, !isCounted(at: end.end) else { return nil }
      return end
    }
    var through = path
    let lastStep = end.path[0]
    guard lastStep.form == last.form, lastStep.isBracketed == last.isBracketed,
      !isCounted(at: end.end)
    else { return nil }
    if let from = last.value, let to = lastStep.value, to < from { return nil }
    through[path.count - 1].body = lastStep.body
    return (through, end.end)
  }

  /// Whether the word at `index` is counted, so that the number before it is an amount.
  func isCounted(at index: Int) -> Bool {
    let token = token(index)
    if token.isSign(.percent) { return true }
    switch kind(index) {
    case .counted, .minute, .hour, .day, .week, .month, .quarter, .year, .working, .businessDay,
      .werktag,
      .calendar:
      return true
    default: return false
    }
  }
}
