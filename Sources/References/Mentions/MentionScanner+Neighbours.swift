extension MentionScanner {
  /// `the preceding paragraph`, `im vorstehenden Absatz`: a place without a number, beside this
  /// one.
  mutating func readNeighbour() -> Bool {
    let start = cursor
    let direction: Int
    switch kind(start) {
    case .neighbour: direction = Self.nextWords.contains(token(start).hash) ? 1 : -1
    case .oldVersion where token(start).hash == Self.previous: direction = -1
    case .after where token(start).hash == Self.following: direction = 1
    default: return false
    }
    let before = kind(start - 1)
    guard before == .the || before == .within || before == .of || before == .see,
      let unit = unit(at: start + 1, isInChain: false), !unit.isPlural,
      unit.level == .section || unit.level == .paragraph || unit.level == .subsection,
      designator(at: unit.end, level: unit.level) == nil, !isCounted(at: unit.end)
    else { return false }
    cursor = unit.end
    var part = Mention.Part(
      textRange: textRange(start, cursor), path: [Designator(unit.level, "")])
    part.neighbour = direction
    var mention = Mention(
      textRange: part.textRange, provision: place.provision, passage: place.passage, parts: [part],
      qualifier: .none)
    mention.isWeak = true
    found.mentions.append(mention)
    return true
  }

  private static let previous = WordHash.of("previous")
  private static let following = WordHash.of("following")
  private static let nextWords: Set<UInt64> = Set(
    [
      "next", "nächsten", "nächster", "nachfolgenden", "nachfolgender", "nachfolgende",
      "nachstehenden", "nachstehender", "nachstehende", "folgender", "folgendem",
    ].map { WordHash.of($0) })
}
