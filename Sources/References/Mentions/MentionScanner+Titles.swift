extension MentionScanner {
  /// A title beside a number: `section 1 'Type of data'`, `Annex 2 ("Measures")`.
  mutating func readTitle(of part: inout Mention.Part, level: DesignatorLevel) {
    guard
      level == .annex || level == .section || level == .part || level == .component
        || (level == .paragraph && isSign(.openBracket, cursor))
    else { return }
    guard part.path.first?.level != .article else { return }
    var index = cursor
    if isSign(.closeSquare, index) { index += 1 }
    if isSign(.openBracket, index) {
      readRemark(of: &part, at: index + 1)
      return
    }
    if isGlued(.colon, index) || isSign(.dash, index) || isGlued(.comma, index) {
      index += 1
      // `Exhibits "A", "B" and "C"`
      if token(index).isQuote, token(index + 2).isQuote, token(index + 1).length < 4,
        token(index + 1).kind == .number || isOrdinal(index + 1)
      {
        return
      }
    }
    if kind(index) == .entitled { index += 1 }
    guard token(index).hasSpaceBefore || index > cursor, let title = quoted(at: index),
      !isDefined(at: title.end)
    else { return }
    part.titleRange = title.range
    part.title = .quoted
    cursor = title.end
  }

  /// Whether what stands in quotation marks is defined by what follows: `"Auditor" means ...`.
  private func isDefined(at index: Int) -> Bool {
    kind(index) == .means || kind(index) == .modal || kind(index) == .be
  }

  /// What stands in brackets behind an annex or section can be its title or a remark.
  private mutating func readRemark(of part: inout Mention.Part, at index: Int) {
    let isAnnex = part.path[0].level == .annex
    guard
      isAnnex
        ? part.path.count == 1
        : part.path[0].level == .section || part.path[0].level == .paragraph
    else { return }
    if let title = quoted(at: index), isSign(.closeBracket, title.end) {
      setRemark(title.range, end: title.end, of: &part)
      return
    }
    var end = index
    while end - index < 12,
      token(end).kind == .word || token(end).isSign(.dash)
        || token(end).isSign(.ampersand) || token(end).isSign(.comma)
    {
      end += 1
    }
    let isThere = isGlued(.comma, end + 1) && token(end + 2).hash == Self.there
    let isLongEnough =
      isAnnex ? end - index >= (isThere ? 1 : 2) : token(index).isCapitalised && end > index
    guard isLongEnough, isSign(.closeBracket, end) else { return }
    setRemark(textRange(index, end), end: end, of: &part)
  }

  /// Notes a remark, and reads on behind it where the reference goes on: `clause 11 (Liability) of
  /// the main contract`.
  private mutating func setRemark(_ range: Range<Int32>, end: Int, of part: inout Mention.Part) {
    part.titleRange = range
    part.title = .remark
    let next = end + 1
    switch kind(next) {
    case .of, .to, .within, .this, .here: cursor = next
    default: if separator(at: next) != nil || token(next + 1).hash == Self.there { cursor = next }
    }
  }

  /// `Annex "Technical measures"`, `Abschnitt „Haftung“`: a title instead of a number.
  mutating func readTitledElement(_ unit: UnitWord, start: Int) -> Element? {
    guard unit.level == .annex || unit.level == .section || unit.level == .part else { return nil }
    var index = unit.end
    if kind(index) == .entitled { index += 1 }
    if kind(index) == .within { index += 1 }
    guard token(index).hasSpaceBefore, let title = quoted(at: index) else { return nil }
    cursor = title.end
    var part = Mention.Part(
      textRange: textRange(start, cursor), path: [Designator(unit.level, "")])
    part.titleRange = title.range
    part.title = .quoted
    return Element(
      unit: unit, start: start, end: cursor, parts: [part], isLastUnitPlural: unit.isPlural)
  }

  /// `'Type of data' section in [Annex 1]`, `'Persons responsible' in Annex 3`: the title first.
  mutating func readTitleFirst() -> Bool {
    let start = cursor
    guard token(start).hasSpaceBefore || isSign(.openBracket, start - 1),
      let title = quoted(at: start)
    else { return false }
    var index = title.end
    var level = DesignatorLevel.component
    if let unit = unit(at: index, isInChain: false), unit.level == .section || unit.level == .part {
      level = unit.level
      index = unit.end
    }
    guard kind(index) == .within || kind(index) == .of else { return false }
    index += 1
    while kind(index) == .the || kind(index) == .of { index += 1 }
    if isSign(.openSquare, index) { index += 1 }
    guard kind(index) == .annex, let unit = unit(at: index, isInChain: false),
      let designators = designators(after: unit)
    else { return false }
    cursor = designators.end
    var part = Mention.Part(
      textRange: textRange(start, cursor), path: designators.path + [Designator(level, "")])
    part.titleRange = title.range
    part.title = .quoted
    var element = Element(
      unit: unit, start: start, end: cursor, parts: [part], isLastUnitPlural: false)
    readQualifier(of: &element)
    append(element)
    return true
  }
}
