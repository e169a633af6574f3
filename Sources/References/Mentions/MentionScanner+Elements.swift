/// A unit with its list of designators, while it is read: `sections 3, 4(2) and 7 to 9`.
struct Element {
  var unit: UnitWord
  /// Indexes of tokens.
  var start: Int
  var end: Int
  var parts: [Mention.Part] = []
  /// Whether the level in use was announced in the plural: `paragraphs 1 and 2`.
  var isLastUnitPlural: Bool
  var qualifier = Mention.Qualifier.none
  /// It counts something that is no document; such an element is no reference.
  var isOfSomethingElse = false
  /// Where a smaller unit begins that may be none of the annex before it, and where that ends.
  var looseStart = 0
  var looseEnd = 0
  /// It is what another element is said to be of, and ends before a smaller unit.
  var isContainer = false
  /// It is of another document, or of this one if it has such a place.
  var mayBeElsewhere = false
  /// It is a reference only if it is found: its number is a word before the noun, as in `the first
  /// schedule`, or a letter that goes on as a sentence, as in `Section B lists`.
  var needsTarget = false

  var level: DesignatorLevel { unit.level }

  /// Whether it is the `clause (i)` of `clause (i) of Section 3.2(b)`: in brackets, a clause is
  /// what stands in one with a number.
  var isEnclosedClause: Bool {
    level == .section && unit.clauseWord != .none && parts.allSatisfy { $0.path[0].isBracketed }
  }

  /// Makes its parts steps of the section that they stand in.
  mutating func makeEnclosed() {
    for index in parts.indices {
      parts[index].path[0].level = .component
      if !parts[index].through.isEmpty { parts[index].through[0].level = .component }
    }
  }
}

extension MentionScanner {
  /// Reads one element at `cursor`; `cursor` stays where there is none.
  mutating func readElement(isInChain: Bool, isContainer: Bool = false) -> Element? {
    let start = cursor
    guard var unit = unit(at: start, isInChain: isInChain) else { return nil }
    if unit.level == .preamble { return readPreamble(unit, isContainer: isContainer) }
    guard var first = designators(after: unit) else {
      return readOrdinalAnnexes(unit, isContainer: isContainer)
        ?? readTitledElement(unit, start: start)
        ?? readUnnumberedAnnex(unit, start: start, isContainer: isContainer)
    }
    if unit.level == .section, let end = endOfDashedNumber(at: first.end) {
      var element = Element(
        unit: unit, start: start, end: end, isLastUnitPlural: unit.isPlural)
      cursor = end
      element.parts = [Mention.Part(textRange: textRange(start, end), path: first.path)]
      element.qualifier = .foreign
      return element
    }
    // `Clauses a) to c)` are letters of the clause around them.
    if unit.clauseWord != .none, first.path.count == 1, first.path[0].form == .letter,
      isGlued(.closeBracket, first.end - 1), !first.path[0].isBracketed
    {
      unit.level = .letter
      first.path[0].level = .letter
    }
    // `Punkt 12 Uhr`
    if unit.level.isWeak, isCounted(at: first.end) { return nil }
    if isNumberOfNoun(unit, at: start, end: first.end) { return nil }
    var element = Element(
      unit: unit, start: start, end: first.end, isLastUnitPlural: unit.isPlural)
    element.isContainer = isContainer
    element.needsTarget =
      first.path.count == 1 && first.path[0].form == .letter && isLoneLetter(at: first.end - 1)
      && (unit.level == .section || unit.level == .article) && !endsDesignator(at: first.end)
    cursor = first.end
    var part = Mention.Part(textRange: textRange(start, cursor), path: first.path)
    finish(&part, startingAt: start, element: &element)
    while element.parts.count < Self.maximumParts, var next = nextPart(of: &element) {
      finish(&next.part, startingAt: next.start, element: &element)
    }
    element.end = cursor
    return element
  }

  /// The end of a number with hyphens, which codes of American states have: `§ 6-1-1309`,
  /// `§ 59.1-575`.
  private func endOfDashedNumber(at index: Int) -> Int? {
    func isNext(_ dash: Int) -> Bool {
      isGlued(.dash, dash) && token(dash + 1).kind == .number && !token(dash + 1).hasSpaceBefore
    }
    guard isNext(index) else { return nil }
    if isNext(index + 2) { return index + 4 }
    // `§§ 1798.100-199` is a range.
    let isLonger = token(index + 1).length > max(2, token(index - 1).length)
    return isLonger && isGlued(.point, index - 2) ? index + 2 : nil
  }

  /// The list goes on in a new mention after that many, so that memory stays flat.
  static let maximumParts = 4096

  /// Reads what follows a designator: sub-levels, the end of a range, `ff.`, a title.
  mutating func finish(
    _ part: inout Mention.Part, startingAt start: Int, element: inout Element
  ) {
    readSubLevels(of: &part, element: &element)
    part.spacedLetter = spacedLetter(behind: part, from: start)
    readFollowing(of: &part)
    readRange(of: &part, element: &element)
    readTitle(of: &part, level: part.path.last?.level ?? element.level)
    if part.title == .remark, part.through.isEmpty, isGlued(.comma, cursor),
      token(cursor + 1).hash == Self.there
    {
      // `Anlage 1 (Übersicht), dort Nr. 1 bis 3`
      readSubLevels(of: &part, element: &element)
      readRange(of: &part, element: &element)
    }
    part.textRange = textRange(start, cursor)
    element.parts.append(part)
  }

  // MARK: Sub-levels

  mutating func readSubLevels(of part: inout Mention.Part, element: inout Element) {
    while part.path.count < Self.maximumDepth {
      if let bracketed = bracketedSubLevel(of: part) {
        part.path.append(Designator(.component, bracketed.text, isBracketed: true))
        cursor = bracketed.end
      } else if let letter = letterBehindBracket(of: part) {
        part.path.append(letter)
        cursor += 1
      } else if let letter = closedLetter(of: part) {
        part.path.append(Designator(.component, letter.text))
        cursor = letter.end
      } else if part.path.count == 1, part.path[0].level == .article || element.unit.isSign,
        let paragraph = romanParagraph(at: cursor)
      {
        part.path.append(paragraph)
        cursor += 1
      } else if let sentence = bareSentence(of: part) {
        part.path.append(sentence)
        cursor += 1
      } else if let end = endOfHalfSentence(behind: part) {
        part.path.append(Designator(.alternative, body(end - 1)))
        cursor = end
      } else if !readOrdinalSubLevel(of: &part), !readUnitSubLevel(of: &part, element: &element) {
        return
      }
    }
  }

  /// `(2)` or ` (2)` after a number.
  private func bracketedSubLevel(of part: Mention.Part) -> (text: String, end: Int)? {
    guard isSign(.openBracket, cursor), let body = bracketed(at: cursor) else { return nil }
    guard token(cursor).hasSpaceBefore else { return body }
    // `Annex 1 (a) the parties ... (b)`: an annex is followed by an enumeration more often.
    guard part.path.count > 1 || part.path[0].level != .annex else { return nil }
    return body
  }

  /// The `h` of `Art. 28(3)h`.
  private func letterBehindBracket(of part: Mention.Part) -> Designator? {
    let letter = token(cursor)
    guard part.path.last?.isBracketed == true, part.path.last?.form == .number,
      letter.kind == .word, letter.length == 1, !letter.hasSpaceBefore, !letter.isCapitalised,
      text[Int(letter.start)] < 0x80, !isGlued(.dash, cursor + 1)
    else { return nil }
    let next = token(cursor + 1)
    guard next.hasSpaceBefore || next.kind != .number else { return nil }
    return Designator(.component, body(cursor))
  }

  /// The `1` of `Art. 6 (1) 1 lit. f` and of `Art. 6 I 1 lit. f`: a sentence without a word.
  private func bareSentence(of part: Mention.Part) -> Designator? {
    guard part.path.count == 2, part.path[0].level == .article,
      part.path[1].isBracketed || part.path[1].level == .subsection,
      token(cursor).kind == .number, token(cursor).length == 1, token(cursor).hasSpaceBefore,
      let unit = unit(at: cursor + 1, isInChain: true), unit.level == .letter
    else { return nil }
    return Designator(.sentence, body(cursor))
  }

  /// The index behind the `Halbsatz 2` or `Hs. 2` of a sentence.
  private func endOfHalfSentence(behind part: Mention.Part) -> Int? {
    let index = isGlued(.comma, cursor) ? cursor + 1 : cursor
    guard part.path.last?.level == .sentence, Self.halfSentences[token(index).hash] != 0 else {
      return nil
    }
    let number = isGlued(.point, index + 1) ? index + 2 : index + 1
    return token(number).kind == .number ? number + 1 : nil
  }

  private static let halfSentences = WordTable(of: ["halbsatz", "hs", "halbs"])

  /// `, b)` or ` b)` after a number: a letter without a word before it.
  private func closedLetter(of part: Mention.Part) -> (text: String, end: Int)? {
    let index = isGlued(.comma, cursor) ? cursor + 1 : cursor
    let token = token(index)
    guard token.kind == .word, token.length <= 2, isGlued(.closeBracket, index + 1),
      part.path.last?.form == .number, let level = part.path.first?.level, level != .annex,
      designator(at: index, level: .letter) != nil
    else { return nil }
    return (body(index), index + 2)
  }

  /// `, paragraph 3`, ` Abs. 2`, `. S. 2`; in an annex also ` in section 1`, `, Ziffer 2`.
  private mutating func readUnitSubLevel(
    of part: inout Mention.Part, element: inout Element
  ) -> Bool {
    guard let last = part.path.last, let first = part.path.first else { return false }
    let isContainer = first.level == .annex || first.level == .part
    var index = cursor
    var isLoose = false
    if isContainer, isSign(.closeSquare, index) { index += 1 }
    if isGlued(.comma, index) {
      index += 1
      isLoose = isContainer
      // `Anlage 2, dort Nr. 1`
      if isContainer, token(index).hash == Self.there { index += 1 }
    } else if isGlued(.point, index), isSubLevelAbbreviation(at: index + 1, behind: last) {
      index += 1
    } else if isContainer, isSign(.dash, index), kind(index + 1) == .part {
      index += 1
    }
    if isContainer, kind(index) == .within, token(index).hash != Self.under {
      index += 1
      isLoose = true
      if kind(index) == .the || kind(index) == .of { index += 1 }
    }
    let opened = isContainer && isSign(.openBracket, index)
    if opened { index += 1 }
    guard let unit = unit(at: index, isInChain: true),
      let level = sublevel(
        unit, at: index, behind: part.path, last, isNext: index == cursor,
        isOfSign: element.unit.isSign),
      let designators = designators(at: unit.end, level: level),
      isContainer || !isOfSameNumbering(designators.path, behind: part.path)
    else { return false }
    // `paragraph (a) of Section 3.2, item (i) of Section 3.3`
    if element.isContainer || level == .component, !isContainer, index > cursor,
      isOfLargerUnit(behind: designators.end, below: level)
    {
      return false
    }
    var end = designators.end
    if opened {
      guard isSign(.closeBracket, end) else { return false }
      end += 1
    }
    if isLoose, part.looseSteps == 0 {
      part.looseSteps = part.path.count
      if element.parts.isEmpty { (element.looseStart, element.looseEnd) = (index, cursor) }
    }
    if !isContainer, part.split == nil, isGlued(.comma, cursor) {
      part.split = Mention.Split(
        steps: UInt8(part.path.count), end: token(cursor - 1).end, start: token(index).start)
    }
    let step = part.path.count
    part.path += designators.path
    part.path[step].divisionWord = unit.divisionWord
    element.isLastUnitPlural = unit.isPlural
    cursor = end
    return true
  }

  /// `, third subparagraph`, `, second sentence`, ` zweiter Halbsatz`, ` 2. Hs.`
  private mutating func readOrdinalSubLevel(of part: inout Mention.Part) -> Bool {
    var index = isGlued(.comma, cursor) ? cursor + 1 : cursor
    guard let number = Self.ordinals[token(index).hash], part.path.count < Self.maximumDepth else {
      return false
    }
    index += 1
    if token(index - 1).kind == .number {
      guard isGlued(.point, index) else { return false }
      index += 1
    }
    guard let unit = unit(at: index, isInChain: true), !unit.isPlural,
      unit.level == .sentence || unit.level == .subparagraph || unit.level == .alternative
        || (unit.level == .subsection && part.path.count == 1),
      designator(at: unit.end, level: unit.level) == nil
    else { return false }
    var level = unit.level
    if part.path.last?.level == level {
      // `Satz 1, 1. Halbsatz`
      guard level == .sentence, Self.halfSentences[token(index).hash] != 0 else { return false }
      level = .alternative
    }
    part.path.append(Designator(level, "\(number)"))
    cursor = unit.end
    return true
  }

  static let ordinals: [UInt64: Int] = {
    let words = [
      "first erster ersten erste 1", "second zweiter zweiten zweite 2",
      "third dritter dritten dritte 3", "fourth vierter vierten vierte 4",
      "fifth fünfter fünften fünfte 5",
    ]
    var ordinals: [UInt64: Int] = [:]
    for (index, spellings) in words.enumerated() {
      for word in spellings.split(separator: " ") {
        ordinals[WordHash.ofLowered(word.utf8)] = index + 1
      }
    }
    return ordinals
  }()

  /// What numbers in a paragraph are called in German as well as sections.
  static let ziffern = WordTable(of: ["ziffer", "ziffern", "ziff"])
  static let there = WordHash.of("dort")
  /// `Exhibit C under section 4.2` are two places; `Anlage 2 unter Ziffer 3` is one.
  private static let under = WordHash.of("under")

  /// The level of a unit behind a path, if it counts what stands in that place.
  ///
  /// `isNext`: whether no comma stands between.
  /// `isOfSign`: whether the path begins with a section sign.
  private func sublevel(
    _ unit: UnitWord, at index: Int, behind path: [Designator], _ last: Designator, isNext: Bool,
    isOfSign: Bool
  ) -> DesignatorLevel? {
    if isBelow(unit.level, path, last) || (isNext && isInAbschnitt(unit, path)) {
      return unit.level
    }
    guard unit.level == .section, path[0].level == .section || path[0].level == .article,
      !path[0].isBracketed
    else { return nil }
    // `§ 2 Abs. 2 Ziff. 1`, `§ 2 Ziff. 1`
    if isNext, Self.ziffern[token(index).hash] != 0,
      last.level == .subsection || last.level == .paragraph || last.level == .sentence
        || (isOfSign && path.count == 1 && last.form == .number)
    {
      return .number
    }
    // `Section 3.2(b), clause (i)`
    return unit.clauseWord != .none && isSign(.openBracket, unit.end) ? .component : nil
  }

  private func isBelow(
    _ level: DesignatorLevel, _ path: [Designator], _ last: Designator
  ) -> Bool {
    let known = path.last { $0.level != .component } ?? last
    // `recital (A), clause 1`: recitals have no sections.
    if known.level == .recital || known.level == .preamble, level.standsAlone { return false }
    if level.rank > known.level.rank { return true }
    // `Punkt 3 Abs 1`, `Nr. 3 Abs. 1`: so some agreements call their sections.
    if level == .subsection, path.count == 1, known.level == .point || known.level == .number,
      known.form == .number
    {
      return true
    }
    // `Nr. 3 lit. a` and `lit. a Nr. 3` both occur; so does `lit. b S. 2`.
    guard known.level.rank >= DesignatorLevel.sentence.rank,
      level.rank >= DesignatorLevel.sentence.rank, path.count < Self.maximumDepth
    else { return false }
    // `Nr. 1 lit. b, Nr. 2` goes back to the numbers.
    return level.rank == DesignatorLevel.sentence.rank
      ? level != known.level : !path.contains { $0.level == level }
  }

  /// Whether a section is one of the `Abschnitt` right before it: `Abschnitt I Ziffer 2`.
  private func isInAbschnitt(_ unit: UnitWord, _ path: [Designator]) -> Bool {
    unit.level == .section && unit.divisionWord == nil
      && path.last?.divisionWord == .abschnitt && path.last?.level == .section
  }

  private func isSubLevelAbbreviation(at index: Int, behind last: Designator) -> Bool {
    guard let unit = unit(at: index, isInChain: true), unit.isAbbreviation || unit.level == .page
    else { return false }
    let token = token(index)
    // The point of `Punkt 3. Abs 2` is that of the heading.
    return !unit.level.standsAlone
      && (!token.isCapitalised || token.length <= 2 || last.level == .point)
      && designator(at: unit.end, level: unit.level) != nil
  }
}
