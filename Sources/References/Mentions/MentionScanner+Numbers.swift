// Numbers without a word for their unit.

extension MentionScanner {
  /// `7.2(a)(iv)` without a word, and `see 4.2`.
  mutating func readBareNumber() -> Bool {
    let start = cursor
    if readCode() || readLetteredNumber() || readRegulation() { return true }
    let token = token(start)
    guard token.length <= 3, token.hasSpaceBefore || isSign(.openBracket, start - 1),
      let designators = designators(at: start, level: .section)
    else { return false }
    let hasBracket = isGlued(.openBracket, designators.end) && bracketed(at: designators.end) != nil
    let hasLetter =
      designators.path.count > 1
      && unit(at: designators.end, isInChain: true).map { unit in
        unit.level == .letter && designator(at: unit.end, level: .letter) != nil
      } ?? false
    let isAfterSee = designators.path.count > 1 && isLeadingTo(start - 1)
    guard hasBracket || hasLetter || isAfterSee else { return false }
    let unit = UnitWord(level: .section, isPlural: false, isAbbreviation: false, end: start)
    var element = Element(
      unit: unit, start: start, end: designators.end, isLastUnitPlural: false)
    cursor = designators.end
    var part = Mention.Part(textRange: textRange(start, cursor), path: designators.path)
    while part.path.count < Self.maximumDepth, isGlued(.openBracket, cursor),
      let next = bracketed(at: cursor)
    {
      part.path.append(Designator(.component, next.text, isBracketed: true))
      cursor = next.end
    }
    if hasLetter { readSubLevels(of: &part, element: &element) }
    guard !isCounted(at: cursor), self.token(cursor).kind != .number else { return false }
    part.textRange = textRange(start, cursor)
    element.parts = [part]
    // `breach of 4.2 or 4.3`
    while isAfterSee, element.parts.count < Self.maximumParts, var next = nextPart(of: &element) {
      finish(&next.part, startingAt: next.start, element: &element)
    }
    element.end = cursor
    readQualifier(of: &element)
    append(element)
    found.mentions[found.mentions.count - 1].isWeak = element.qualifier == .none
    return true
  }

  /// `A.1` without a word, of which `cursor` is at the 1: a reference only where a place is
  /// numbered so.
  private mutating func readLetteredNumber() -> Bool {
    let start = cursor - 2
    guard start >= 0, isGlued(.point, start + 1), !token(cursor).hasSpaceBefore else {
      return false
    }
    let letter = token(start)
    guard letter.kind == .word, letter.length == 1, letter.isCapitalised,
      letter.hasSpaceBefore || isSign(.openBracket, start - 1),
      let designators = designators(at: start, level: .section)
    else { return false }
    cursor = designators.end
    let unit = UnitWord(level: .component, isPlural: false, isAbbreviation: false, end: start)
    var element = Element(
      unit: unit, start: start, end: cursor, isLastUnitPlural: false)
    var part = Mention.Part(textRange: textRange(start, cursor), path: designators.path)
    readRange(of: &part, element: &element)
    part.textRange = textRange(start, cursor)
    part.path[0].level = .component
    if !part.through.isEmpty { part.through[0].level = .component }
    element.parts = [part]
    element.end = cursor
    guard !isBehindStandard(before: start) else { return true }
    append(element)
    return true
  }

  /// `Regulation 5A of PECR`, `regs. 5 and 6 of the Privacy and Electronic Communications
  /// Regulations`: British regulations number their provisions so. `cursor` is at the number.
  private mutating func readRegulation() -> Bool {
    let number = cursor
    let word = isGlued(.point, number - 1) ? number - 2 : number - 1
    guard word >= 0, Self.regulations[token(word).hash] != 0, token(number).length <= 3,
      let designators = designators(at: number, level: .section)
    else { return false }
    let isPlural = Self.regulations[token(word).hash] == Self.pluralRegulations
    let unit = UnitWord(level: .section, isPlural: isPlural, isAbbreviation: true, end: number)
    var element = Element(unit: unit, start: word, end: number, isLastUnitPlural: isPlural)
    cursor = designators.end
    var part = Mention.Part(textRange: textRange(word, cursor), path: designators.path)
    finish(&part, startingAt: word, element: &element)
    while element.parts.count < Self.maximumParts, var next = nextPart(of: &element) {
      finish(&next.part, startingAt: next.start, element: &element)
    }
    element.end = cursor
    readQualifier(of: &element)
    guard case .law(let law) = element.qualifier, context.unit(of: law) == .section else {
      cursor = number
      return false
    }
    append(element)
    return true
  }

  private static let pluralRegulations: UInt32 = 2
  private static let regulations: WordTable = {
    var table = WordTable(of: ["regulation", "reg"])
    for word in ["regulations", "regs"] { table[WordHash.of(word)] = pluralRegulations }
    return table
  }()
}
