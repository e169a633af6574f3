extension MentionScanner {
  /// Reads what an element is of: a law, a document, this agreement, or a larger unit.
  mutating func readQualifier(of element: inout Element) {
    // `paragraph 3 of Part 1 of Appendix 1 to Annex B` nests three times; more is not written.
    for _ in 0..<4 {
      guard let larger = largerUnit(for: element) else { break }
      nest(&element, in: larger)
      if element.qualifier != .none { return }
    }
    guard let found = qualifier(at: cursor) else {
      if let behind = law(behindBracketAt: cursor), isCounted(element.level, by: behind.law) {
        element.qualifier = .law(behind.law)
        lawBehindBracket = behind
        return
      }
      if let end = endOfActInCapitals(behind: element) {
        element.qualifier = .foreign
        element.end = end
        cursor = end
        return
      }
      // `No. 3 of the list`: of something that has no numbers to be looked up.
      if kind(cursor) == .there, !element.level.isWeak {
        element.qualifier = .same
        cursor += 1
        element.end = cursor
      } else if element.level.isWeak, kind(cursor) == .of || kind(cursor) == .there {
        element.isOfSomethingElse = true
      } else if isOfDefinition(at: cursor) {
        element.isOfSomethingElse = true
      } else if element.level == .annex, isSign(.openBracket, cursor),
        token(cursor + 1).isAllCapitals, isOtherDocument(at: cursor + 1),
        isSign(.closeBracket, cursor + 2)
      {
        // `Exhibit D (MSA)`: what it is of, or its title.
        element.mayBeElsewhere = true
      }
      return
    }
    element.qualifier = found.qualifier
    element.end = found.end
    cursor = found.end
  }

  /// The law that is named behind the bracket at `index`, with the index of the sign that closes
  /// it: `section 3(10) (as supplemented by section 205(4)) of the DPA 2018`.
  private mutating func law(behindBracketAt index: Int) -> (close: Int, law: LawReference)? {
    guard isSign(.openBracket, index), token(index).hasSpaceBefore else { return nil }
    var close = index + 1
    var depth = 1
    while close - index < Self.longestBracket {
      if isSign(.openBracket, close) { depth += 1 }
      if isSign(.closeBracket, close) { depth -= 1 }
      if depth == 0 { break }
      guard token(close).kind != .end else { return nil }
      close += 1
    }
    guard depth == 0, kind(close + 1) == .of,
      case .law(let law)? = qualifier(at: close + 1)?.qualifier
    else { return nil }
    return (close, law)
  }

  /// In tokens; keeps look-ahead bounded.
  private static let longestBracket = 24

  // MARK: Larger units

  /// Whether a reference is one into a definition, which has no number: `paragraph (b) of the
  /// definition of "Losses"`.
  private func isOfDefinition(at index: Int) -> Bool {
    guard kind(index) == .of else { return false }
    return Self.definitions[token(index + (kind(index + 1) == .the ? 2 : 1)).hash] != 0
  }

  private static let definitions = WordTable(of: [
    "definition", "begriffsbestimmung", "begriffsdefinition",
  ])

  /// The element that `element` is said to be of: `of section 7`, `in Annex 1`, `der Anlage 2`.
  private mutating func largerUnit(for element: Element) -> Element? {
    let before = cursor
    var index = cursor
    let isOf = kind(index) == .of || isBeforeAnnexOf(element)
    guard isOf || kind(index) == .within || kind(index) == .to else {
      return nil
    }
    index += 1
    if kind(index) == .the || kind(index) == .of { index += 1 }
    if isSign(.openSquare, index) { index += 1 }
    if isOf, let counted = countedSubparagraph(at: index, around: element) {
      cursor = counted.end
      return counted
    }
    if isOrdinalAnnex(at: index) { index += 1 }
    guard let unit = unit(at: index, isInChain: false),
      isLarger(unit, than: element.unit)
        || (isOf && unit.level == .section && element.isEnclosedClause),
      isOf || unit.level == .annex || !element.level.standsAlone
    else { return nil }
    cursor = index
    if let larger = readElement(isInChain: false, isContainer: true),
      isLarger(larger.unit, than: element.unit)
        || (element.isEnclosedClause && larger.parts[0].path.first?.isBracketed == false)
    {
      return larger
    }
    cursor = before
    return nil
  }

  /// The `first subparagraph` of `points (b) and (f) of the first subparagraph of Article 6(1)`.
  private func countedSubparagraph(at index: Int, around element: Element) -> Element? {
    guard let number = Self.ordinals[token(index).hash], token(index).kind == .word,
      let unit = unit(at: index + 1, isInChain: true), !unit.isPlural, !unit.isAbbreviation,
      unit.level == .subparagraph || unit.level == .paragraph || unit.level == .subsection,
      isLarger(unit, than: element.unit), kind(unit.end) == .of
    else { return nil }
    let part = Mention.Part(
      textRange: textRange(index, unit.end), path: [Designator(unit.level, "\(number)")])
    var counted = Element(unit: unit, start: index, end: unit.end, isLastUnitPlural: false)
    counted.parts = [part]
    counted.isContainer = true
    return counted
  }

  /// Whether a comma stands for the `of` in `paragraph 2, Schedule 1`: no sentence goes on behind,
  /// as in `under paragraph 2, Schedule 1 applies`.
  private func isBeforeAnnexOf(_ element: Element) -> Bool {
    guard element.level == .paragraph, isGlued(.comma, cursor), kind(cursor + 1) == .annex,
      let unit = unit(at: cursor + 1, isInChain: false), !unit.isPlural,
      let annex = designators(after: unit)
    else { return false }
    let next = token(annex.end)
    return next.kind == .end || (next.kind == .sign && !next.isSign(.openBracket))
      || kind(annex.end) == .and
  }

  /// Whether an ordinal stands at `index` and a word for annexes behind it: `First Schedule`.
  func isOrdinalAnnex(at index: Int) -> Bool {
    kind(index + 1) == .annex && ordinal(at: index) != nil
  }

  /// Whether one unit can hold another: annexes hold annexes that are called otherwise, as in
  /// `Appendix 1 to Annex B`.
  private func isLarger(_ unit: UnitWord, than inner: UnitWord) -> Bool {
    guard unit.level == .annex, inner.level == .annex else {
      return unit.level.rank < inner.level.rank
    }
    return unit.annexWord != nil && inner.annexWord != nil && unit.annexWord != inner.annexWord
  }

  private mutating func nest(_ element: inout Element, in larger: Element) {
    var larger = larger
    if isSign(.closeSquare, cursor) { cursor += 1 }
    readQualifier(ofLarger: &larger)
    let isUnnumbered =
      larger.parts[0].path.count == 1 && larger.parts[0].path[0].body.isEmpty
      && larger.parts[0].title == .none
    if isUnnumbered, larger.qualifier != .none, larger.qualifier != .thisDocument {
      // `Clause 5 of the Annex to Decision 2021/914`
      element.qualifier = larger.qualifier
      element.end = larger.end
      return
    }
    let start = element.start
    if larger.level == .section, element.level == .section { element.makeEnclosed() }
    let parts = element.parts
    // Lists on both sides multiply; beyond a few, only the first place is meant.
    let containers = parts.count * larger.parts.count <= 64 ? larger.parts[...] : larger.parts[..<1]
    element.parts = containers.flatMap { container in
      parts.map { part in
        var nested = part
        nested.path = Array((container.path + part.path).prefix(Self.maximumDepth))
        if nested.split != nil, larger.level == .annex || larger.level == .preamble,
          containers.count * parts.count == 1
        {
          nested.split?.container = UInt8(container.path.count)
        } else {
          nested.split = nil
        }
        if !part.through.isEmpty {
          nested.through = Array((container.path + part.through).prefix(Self.maximumDepth))
        }
        if part.title == .none {
          nested.title = container.title
          nested.titleRange = container.titleRange
        }
        return nested
      }
    }
    if element.parts.count == 1 { element.parts[0].textRange = textRange(start, larger.end) }
    // `item 3 of the schedule` is a reference only if it is found.
    if !isUnnumbered || !element.level.isWeak { element.unit.level = larger.level }
    element.unit.annexWord = larger.unit.annexWord
    element.unit.isSign = larger.unit.isSign
    element.qualifier = larger.qualifier
    element.end = larger.end
  }

  /// The law or document only: larger units of the larger unit are read in the next round.
  private mutating func readQualifier(ofLarger larger: inout Element) {
    guard let found = qualifier(at: cursor) else {
      guard let end = endOfActInCapitals(behind: larger) else { return }
      larger.qualifier = .foreign
      larger.end = end
      cursor = end
      return
    }
    larger.qualifier = found.qualifier
    larger.end = found.end
    cursor = found.end
  }
}
