internal import Agreements

extension MentionScanner {
  /// The next designator of a list, with the steps that it shares with the one before it.
  ///
  /// `cursor` ends behind the designator, or stays where the list is over.
  mutating func nextPart(of element: inout Element) -> (part: Mention.Part, start: Int)? {
    guard let path = element.parts.last?.path, !path.isEmpty,
      let separator = separator(at: cursor)
    else { return nil }
    let start = separator.end
    if var unit = unit(at: start, isInChain: true) {
      // `§ 2 Abs. 2 Ziff. 1 und Ziff. 2`
      if path.count > 1, path.last?.level == .number, Self.ziffern[token(start).hash] != 0 {
        unit.level = .number
      }
      guard unit.level.rank > element.level.rank, !unit.level.standsAlone, !element.isContainer,
        let designators = designators(at: unit.end, level: unit.level),
        !beginsAnew(unit, designators, behind: path)
      else { return nil }
      // `paragraph 1 and paragraph 4`: up to the step of that level.
      var shared = path.prefix { $0.level.rank < unit.level.rank }
      // `clause 10(b)(2) or sub-paragraph (1)`: beside the bracket of the same form.
      let first = designators.path[0]
      if first.isBracketed, shared.count == 1,
        let beside = path.lastIndex(where: { $0.isBracketed && $0.form == first.form })
      {
        shared = path[..<beside]
      }
      let isSame = shared.count == path.count
      // `section 5 and paragraph 2`: of section 5, but not necessarily.
      guard !isSame || separator.isConjunction || !shared.isEmpty else { return nil }
      element.isLastUnitPlural = unit.isPlural
      cursor = designators.end
      var part = Mention.Part(
        textRange: textRange(start, cursor), path: Array(shared) + designators.path)
      if !path.contains(where: { $0.level == unit.level }) { part.sharedSteps = shared.count }
      part.stepsBefore = shared.count
      return (part, start)
    }
    return bareNext(
      at: start, path: path, isConjunction: separator.isConjunction, element: &element)
  }

  /// `and`, `,`, `, and`, `/`, `and/or`, `as well as`, `i.V.m.`, `in conjunction with`.
  func separator(at index: Int) -> (end: Int, isConjunction: Bool)? {
    var next = index
    if isGlued(.comma, next) || isSign(.ampersand, next) || isSign(.slash, next)
      || isGlued(.semicolon, next)
    {
      next += 1
    }
    if kind(next) == .and {
      next += 1
      if isGlued(.slash, next), kind(next + 1) == .and { next += 2 }
      if isGlued(.point, next), role(next - 1).isAbbreviation { next += 1 }
    } else if let end = endOfAsWellAs(at: next) ?? endOfShortAnd(at: next) {
      next = end
    }
    if let end = endOfConjunction(at: next) { return (end, true) }
    guard next > index else { return nil }
    return (next, false)
  }

  /// `u.`, which is `und` before a number or a unit: not in `u. a.`
  private func endOfShortAnd(at index: Int) -> Int? {
    guard isLetter("u", index), token(index).hasSpaceBefore, isGlued(.point, index + 1),
      token(index + 2).hasSpaceBefore
    else { return nil }
    let next = token(index + 2)
    return next.kind == .number || next.isSign(.sectionSign)
      || unit(at: index + 2, isInChain: true) != nil ? index + 2 : nil
  }

  private func endOfAsWellAs(at index: Int) -> Int? {
    guard kind(index) == .asWord, kind(index + 1) == .well, kind(index + 2) == .asWord else {
      return nil
    }
    return index + 3
  }

  /// `in conjunction with`, `in Verbindung mit`, `read with`, `i.V.m.`
  private func endOfConjunction(at index: Int) -> Int? {
    switch kind(index) {
    case .within: return kind(index + 1) == .conjunction ? index + 3 : nil
    case .read: return index + 2
    case .none:
      // With or without spaces, and often without the last point.
      guard isLetter("i", index), isGlued(.point, index + 1), isLetter("v", index + 2),
        isGlued(.point, index + 3), isLetter("m", index + 4)
      else { return nil }
      return isGlued(.point, index + 5) ? index + 6 : index + 5
    default: return nil
    }
  }

  /// Whether units of a level are counted in capital letters: `Articles I and II`.
  private static func hasCapitals(_ level: DesignatorLevel) -> Bool {
    level == .annex || level == .recital || level == .article || level == .section
  }

  /// A designator without a word before it, at the level that its form and the list tell.
  private mutating func bareNext(
    at start: Int, path: [Designator], isConjunction: Bool, element: inout Element
  ) -> (part: Mention.Part, start: Int)? {
    let level: DesignatorLevel =
      path.last?.form == .letter && path.count > 1 ? .letter : element.level
    let quoted =
      element.unit.isPlural && token(start).isQuote
      ? quotedDesignators(at: start, element.unit) : nil
    guard let next = quoted ?? designators(at: start, level: level), !isCounted(at: next.end),
      endOfCode(at: start) == nil
    else { return nil }
    let first = next.path[0]
    guard var position = sharedSteps(for: next.path, in: path, element: element) else {
      return nil
    }
    if isConjunction {
      // `Art. 29 i.V.m. 28 DSGVO`: what is read with a provision is another one.
      guard isArticleByNumber(next.path, behind: path, element: element) else { return nil }
      position = 0
    } else if position > 0, isDividedAnew(at: next.end, behind: path, sharing: position) {
      position = 0
    }
    if first.isBracketed, beginsNextOfSentence(first.body, at: start, end: next.end) { return nil }
    if !first.isBracketed {
      let isSure =
        first.form == .number
        && (element.isLastUnitPlural || element.unit.isPlural || element.unit.isAbbreviation
          || position > 0 || (next.path.count > 1 && path.count == next.path.count))
      guard
        isSure && token(next.end).kind != .number || endsDesignator(at: next.end)
          || quoted != nil
          || (Self.hasCapitals(element.level) && element.unit.isPlural
            && token(start).isCapitalised)
          || isNextLetter(first, after: path[position])
          || isNextInSentence(next, at: start, after: path, element: element)
      else { return nil }
    }
    var shared = Array(path[..<position])
    var steps = next.path
    steps[0].level = path[position].level
    steps[0].annexWord = path[position].annexWord
    shared += steps
    guard shared.count <= Self.maximumDepth else { return nil }
    cursor = next.end
    return (Mention.Part(textRange: textRange(start, cursor), path: shared), start)
  }

  /// Whether a bare number behind `i.V.m.` counts what the element begins with.
  private func isArticleByNumber(
    _ next: [Designator], behind path: [Designator], element: Element
  ) -> Bool {
    next[0].form == .number && !next[0].isBracketed && path[0].form == .number
      && (element.level == .article || element.unit.isSign)
  }

  /// Whether a number in brackets counts what the sentence lists, `(i) comply with section 1(b),
  /// (ii) assist`, and not places: a word goes on behind it, and the one before it is there.
  private func beginsNextOfSentence(_ body: String, at start: Int, end: Int) -> Bool {
    guard token(end).kind == .word, !endsDesignator(at: end) else { return false }
    let ordinal = Ordinal(body)
    for index in (max(start - Self.longestItem, 1)..<max(start, 1)).reversed() {
      guard isSign(.openBracket, index), token(index).hasSpaceBefore,
        token(index - 1).kind != .number, unit(at: index - 1, isInChain: true) == nil,
        let before = bracketed(at: index)
      else { continue }
      if ordinal.relation(to: Ordinal(before.text)) == .successor { return true }
    }
    return false
  }

  /// In tokens; keeps the look back bounded.
  private static let longestItem = 48

  /// Whether a number is divided as the step is that it would take the place of: the `7` of `Art. 6
  /// Abs. 1 lit. a, 7 Abs. 3` is an article.
  private func isDividedAnew(
    at index: Int, behind path: [Designator], sharing position: Int
  ) -> Bool {
    guard path[0].form == .number, path[0].level == .article || path[0].level == .section,
      let unit = unit(at: index, isInChain: true), !unit.level.standsAlone
    else { return false }
    return unit.level.rank <= path[position].level.rank
      && designator(at: unit.end, level: unit.level) != nil
  }

  /// Whether the second of two places is read before a word of the sentence: the `2` of
  /// `Anlage 1 und 2 gelten`, the `B` of `Annex A or B applies`. In English, a number there can
  /// count what follows.
  private func isNextInSentence(
    _ next: (path: [Designator], end: Int), at start: Int, after path: [Designator],
    element: Element
  ) -> Bool {
    let (first, last) = (next.path[0], path[0])
    guard kind(start - 1) == .and, path.count == 1, next.path.count == 1, !last.isBracketed,
      first.form == last.form, element.level.standsAlone, token(next.end).kind == .word,
      !token(next.end).isCapitalised
    else { return false }
    if first.form == .number {
      guard context.isGerman, let value = first.value, let before = last.value else { return false }
      return value > before
    }
    guard Self.hasCapitals(element.level), token(start).isCapitalised else { return false }
    return first.body.utf8.count > 1 || (first.body > last.body && isLoneLetter(at: start))
  }

  /// Whether a letter follows another that a word announced: the `b` of `lit. a und b bleiben`.
  private func isNextLetter(_ letter: Designator, after last: Designator) -> Bool {
    letter.form == .letter && letter.body.utf8.count == 1 && last.level == .letter
      && last.body < letter.body
  }

  /// How many leading steps of `path` a bare designator after it keeps.
  private func sharedSteps(
    for next: [Designator], in path: [Designator], element: Element
  ) -> Int? {
    let first = next[0]
    if first.isBracketed {
      return path.lastIndex { $0.isBracketed && $0.form == first.form }
    }
    if next.count > 1 { return 0 }
    if first.form == .letter {
      return path.lastIndex { $0.form == .letter && !$0.isBracketed }
    }
    // Decimals are whole numbers: `sections 4.1 and 4`.
    let last = path.lastIndex { $0.form == .number && !$0.isBracketed && $0.level != .component }
    guard let last, last > 0 else { return last ?? (path[0].form == .number ? 0 : nil) }
    if element.isLastUnitPlural { return last }
    if element.unit.isPlural {
      // `§§ 257 Abs. 4, 5 HGB`: sections rise in a list, so that 5 is a paragraph.
      guard let value = first.value, let before = path[last].value, let section = path[0].value,
        value > before, value <= section
      else { return 0 }
      return last
    }
    // `Abs. 1, 2 und 4` goes on; `Art. 28 Abs. 3, 29, 32 DSGVO` goes back to articles.
    guard let value = first.value, let before = path[last].value else { return last }
    // `§ 3 Nr. 6 und 70`: one section sign is of one section, and definitions are many.
    let isFar =
      value - before > 8
      && !(path[last].level == .number && element.unit.isSign && !element.unit.isPlural)
    return value > before && !isFar ? last : 0
  }
}
