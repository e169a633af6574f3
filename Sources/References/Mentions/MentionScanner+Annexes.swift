internal import Agreements

extension MentionScanner {
  /// `the First Schedule`, `First and Second Schedules`, `die Zweite Anlage`: annexes that are
  /// counted by words before them. `cursor` is at the noun.
  mutating func readOrdinalAnnexes(_ unit: UnitWord, isContainer: Bool) -> Element? {
    guard unit.level == .annex, !unit.isAbbreviation, token(cursor).isCapitalised else {
      return nil
    }
    var numbers: [(number: Int, index: Int)] = []
    var index = cursor - 1
    while numbers.count < Self.mostOrdinals, let number = ordinal(at: index) {
      numbers.append((number, index))
      let joint = kind(index - 1) == .and || isSign(.comma, index - 1) ? index - 1 : index
      guard unit.isPlural, joint < index else { break }
      index = isGlued(.comma, joint - 1) ? joint - 2 : joint - 1
    }
    guard let first = numbers.last else { return nil }
    var element = Element(
      unit: unit, start: first.index, end: unit.end, isLastUnitPlural: unit.isPlural)
    element.isContainer = isContainer
    element.needsTarget = true
    cursor = unit.end
    for (number, index) in numbers.reversed() {
      var annex = Designator(.annex, "\(number)")
      annex.annexWord = unit.annexWord
      let isLast = index == numbers[0].index
      var part = Mention.Part(
        textRange: textRange(index, isLast ? cursor : index + 1), path: [annex])
      if isLast {
        finish(&part, startingAt: index, element: &element)
      } else {
        element.parts.append(part)
      }
    }
    element.end = cursor
    return element
  }

  /// The number that the word at `index` spells out: `First`, `zweiten`.
  func ordinal(at index: Int) -> Int? {
    let token = token(index)
    guard index >= 0, token.kind == .word, (4...9).contains(token.length) else { return nil }
    return spelledOrdinal(text[Int(token.start)..<Int(token.end)])
  }

  private static let mostOrdinals = 8

  /// The annex of `section 2 of the Annex` and `Anlage Ziffer 2`, where agreements have but one.
  ///
  /// Without a number, an annex is a place only for what is cited of it.
  mutating func readUnnumberedAnnex(
    _ unit: UnitWord, start: Int, isContainer: Bool
  ) -> Element? {
    guard unit.level == .annex, !unit.isPlural, !unit.isAbbreviation else { return nil }
    let before = cursor
    var element = Element(
      unit: unit, start: start, end: unit.end, isLastUnitPlural: unit.isPlural)
    element.isContainer = isContainer
    var annex = Designator(.annex, "")
    annex.annexWord = unit.annexWord
    cursor = unit.end
    var part = Mention.Part(textRange: textRange(start, cursor), path: [annex])
    if isContainer {
      element.parts = [part]
      return element
    }
    guard token(cursor).kind == .word, let inner = self.unit(at: cursor, isInChain: true),
      inner.level == .section || inner.level == .paragraph, !inner.isPlural,
      designator(at: inner.end, level: inner.level) != nil
    else {
      guard isOnlyAnnex(unit, at: start) else {
        cursor = before
        return nil
      }
      element.needsTarget = true
      element.parts = [part]
      return element
    }
    finish(&part, startingAt: start, element: &element)
    element.end = cursor
    return element
  }

  /// Whether `the Appendix` at `index` is the agreement's only annex of that name, which has no
  /// number.
  private func isOnlyAnnex(_ unit: UnitWord, at index: Int) -> Bool {
    guard let word = unit.annexWord, context.onlyAnnexes.contains(word),
      token(index).isCapitalised, !isGlued(.dash, index - 1), !isGlued(.dash, unit.end)
    else { return false }
    let before = kind(index - 1)
    let isLedTo = before == .see || before == .within
    switch word {
    case .anlage:
      // A plant is one, too: `Betreiber der Anlage`.
      let isLedToByArticle = before == .the || before == .of
      let lead = kind(index - 2)
      guard isLedTo || (isLedToByArticle && (lead == .see || lead == .within)) else { return false }
    case .anhang, .beilage: guard isLedTo || before == .the || before == .of else { return false }
    default: guard before == .the else { return false }
    }
    // `the Annex to Decision 2021/914`, `the Schedule Date`
    switch kind(unit.end) {
    case .of, .to: return kind(unit.end + 1) == .this
    default:
      let next = token(unit.end)
      return next.kind != .number && (next.kind != .word || !next.isCapitalised || context.isGerman)
    }
  }

  /// Makes two elements of `Annex 1, Article 32 GDPR`: the annex is the agreement's.
  func separateAnnexes(_ elements: inout [Element]) {
    guard case .law(let law) = elements.last?.qualifier,
      elements.contains(where: { $0.looseEnd > 0 })
    else { return }
    elements = elements.flatMap { element in
      let isOfLaw = element.qualifier == .none || element.qualifier == .law(law)
      guard isOfLaw, let both = separated(element, from: law) else { return [element] }
      return both
    }
  }

  private func separated(_ element: Element, from law: LawReference) -> [Element]? {
    guard let first = element.parts.first, first.looseSteps > 0, element.looseEnd > 0,
      isCounted(first.path[first.looseSteps].level, by: law),
      element.parts.allSatisfy({ $0.path.count > first.looseSteps })
    else { return nil }
    var annex = element
    annex.end = element.looseEnd
    annex.qualifier = .none
    annex.parts = [
      Mention.Part(
        textRange: textRange(element.start, element.looseEnd),
        path: Array(first.path[..<first.looseSteps]))
    ]
    var rest = element
    rest.start = element.looseStart
    rest.unit.level = first.path[first.looseSteps].level
    for index in rest.parts.indices {
      rest.parts[index].path.removeFirst(first.looseSteps)
      if !rest.parts[index].through.isEmpty {
        rest.parts[index].through.removeFirst(first.looseSteps)
      }
      rest.parts[index].looseSteps = 0
    }
    let start = token(element.looseStart).start
    rest.parts[0].textRange = start..<max(start, first.textRange.upperBound)
    return [annex, rest]
  }
}
