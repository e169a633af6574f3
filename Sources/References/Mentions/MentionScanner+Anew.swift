extension MentionScanner {
  /// Whether a smaller unit in a list is no part of the places before it: `clause 5 and paragraph 2
  /// of Schedule 1`, `clause 3.1 and paragraph 3.2`.
  func beginsAnew(
    _ unit: UnitWord, _ designators: (path: [Designator], end: Int), behind path: [Designator]
  ) -> Bool {
    guard let first = path.first, !path.contains(where: { $0.level == unit.level }) else {
      return false
    }
    if first.level.rank >= DesignatorLevel.section.rank,
      isOfSameNumbering(designators.path, behind: path)
    {
      return true
    }
    return first.level != .part && isOfLargerUnit(behind: designators.end, below: unit.level)
  }

  /// Whether a decimal number holds the numbers above it itself: the `3.2` of `clause 3.1,
  /// paragraph 3.2`.
  func isOfSameNumbering(_ decimal: [Designator], behind path: [Designator]) -> Bool {
    guard let first = path.first, isDecimal(decimal) else { return false }
    return isDecimal(path) || first.body == decimal[0].body
  }

  private func isDecimal(_ path: [Designator]) -> Bool {
    path.count > 1 && path[0].form == .number && !path[0].isBracketed
      && path[1].level == .component && path[1].form == .number && !path[1].isBracketed
  }

  /// Whether a list that goes on at `index` is one of places in a larger unit that is named behind
  /// it: `2 and 3(a) of Schedule 1`.
  func isOfLargerUnit(behind index: Int, below level: DesignatorLevel) -> Bool {
    for next in index..<(index + Self.longestList) {
      let token = token(next)
      switch token.kind {
      case .number: continue
      case .sign:
        guard
          token.isSign(.openBracket) || token.isSign(.closeBracket) || isGlued(.comma, next)
            || token.isSign(.dash) || token.isSign(.slash) || token.isSign(.ampersand)
            || (isGlued(.point, next) && role(next - 1).isAbbreviation)
        else { return false }
      case .word:
        let kind = kind(next)
        if kind == .of || kind == .within || kind == .to {
          if namesLargerUnit(behind: next, than: level) { return true }
          // `paragraphs 2 to 4`
          guard kind == .to else { return false }
        } else if kind != .and, !isOrdinal(next), Self.inclusive[token.hash] == 0 {
          guard let unit = unit(at: next, isInChain: true), !unit.level.standsAlone else {
            return false
          }
        }
      default: return false
      }
    }
    return false
  }

  /// Whether `of`, `in` or `to` at `index` is followed by a larger unit: an annex, or behind `of`
  /// also an article or section.
  private func namesLargerUnit(behind index: Int, than level: DesignatorLevel) -> Bool {
    var next = index + 1
    if kind(next) == .the || kind(next) == .of { next += 1 }
    if isSign(.openSquare, next) { next += 1 }
    if isOrdinalAnnex(at: next) { next += 1 }
    guard let unit = unit(at: next, isInChain: false), unit.level.standsAlone,
      unit.level.rank < level.rank, kind(index) == .of || unit.level == .annex
    else { return false }
    // `paragraph 2 of the Appendix`, which needs no number
    if unit.level == .annex, kind(index) == .of, !unit.isPlural, !unit.isAbbreviation {
      return true
    }
    return designator(at: unit.end, level: unit.level) != nil || token(unit.end).isQuote
  }

  /// In tokens; keeps look-ahead bounded.
  private static let longestList = 24
}
