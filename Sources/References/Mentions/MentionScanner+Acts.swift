// Acts that no catalog knows, by the form in which they are cited.

extension MentionScanner {
  /// Reads the title of a code, `45 CFR` or `15 U.S.C.`, and what is cited of it: no places of the
  /// agreement, and no law that happens to have these letters.
  mutating func readCode() -> Bool {
    // What a reference ends with is a number of its own: `Art. 6 DSGVO § 26`.
    if let last = found.mentions.last, last.textRange.upperBound >= token(cursor).end {
      return false
    }
    guard let end = endOfCode(at: cursor) else { return false }
    cursor = end
    endOfCode = end
    if token(end).kind == .number {
      // `45 CFR 164.504`, `42 USC 1320d`.
      while token(cursor).kind == .number || isGlued(.point, cursor) { cursor += 1 }
      return true
    }
    _ = readChain()
    return true
  }

  /// Where the title of a code that begins with the number at `index` ends: capital letters, with
  /// or without points, between the number of the title and what is cited of it.
  ///
  /// A point is part of the title behind a single letter, as in `15 U.S.C.`; behind several, as in
  /// `Art. 7 und 8 DSGVO. § 2`, a sentence ends.
  func endOfCode(at index: Int) -> Int? {
    guard token(index).kind == .number, token(index).length <= 3 else { return nil }
    var end = index + 1
    var letters = 0
    while letters <= 6, token(end).kind == .word, token(end).isCapitalised,
      token(end).isAllCapitals || token(end).length == 1, kind(end) == .none || letters > 0
    {
      letters += token(end).length
      end += token(end).length == 1 && isGlued(.point, end + 1) ? 2 : 1
    }
    guard (2...6).contains(letters) else { return nil }
    if token(end).kind == .number { return token(end).length <= 4 ? end : nil }
    guard let unit = unit(at: end, isInChain: false),
      unit.isSign || unit.level == .part || unit.level == .section || unit.level == .chapter,
      designator(at: unit.end, level: unit.level) != nil
    else { return nil }
    return end
  }

  /// Whether a word is the abbreviation of a German act that no catalog knows: `BetrSichV`.
  func isUnknownAct(at index: Int) -> Bool {
    let token = token(index)
    guard token.kind == .word, token.isCapitalised, !token.isAllCapitals, token.hasSpaceBefore,
      token.length >= 4, token.length <= 12, kind(index) == .none
    else { return false }
    let bytes = text[Int(token.start)..<Int(token.end)]
    guard let last = bytes.last, Self.actEndings.contains(last) else { return false }
    return !isGlued(.dash, index + 1)
  }

  /// The index behind an act whose short name is joined by hyphens, `Rom-I-VO` or `NIS-2-RL`.
  func endOfJoinedAct(at index: Int) -> Int? {
    guard token(index).kind == .word, token(index).isCapitalised, token(index).hasSpaceBefore,
      isGlued(.dash, index + 1)
    else { return nil }
    var end = index + 1
    while end - index < 8, isGlued(.dash, end), !token(end + 1).hasSpaceBefore,
      token(end + 1).kind == .word || token(end + 1).kind == .number
    {
      end += 2
    }
    let last = token(end - 1)
    guard last.kind == .word, last.isAllCapitals, Self.joinedEndings[last.hash] != 0 else {
      return nil
    }
    return end
  }

  private static let joinedEndings = WordTable(of: ["vo", "rl", "g", "gvo"])

  /// The law whose abbreviation stands in brackets behind a title that no catalog knows:
  /// `the Federal Law on Data Protection (BDSG)`.
  func lawInBrackets(behindTitleAt index: Int) -> (law: LawReference, end: Int)? {
    guard token(index).kind == .word, token(index).isCapitalised else { return nil }
    var isAct = false
    for next in index..<(index + Self.longestTitle) {
      if isSign(.openBracket, next) {
        guard isAct, let law = law(at: next + 1), isSign(.closeBracket, law.end) else { return nil }
        return (law.law, law.end + 1)
      }
      guard token(next).kind == .word else { return nil }
      if kind(next) == .act, token(next).isCapitalised { isAct = true }
    }
    return nil
  }

  /// In words; keeps look-ahead bounded.
  private static let longestTitle = 9

  /// Of `Gesetz`, `Verordnung`, `Ordnung`, `Gesetzbuch`.
  private static let actEndings: [UInt8] = Array("GVOB".utf8)

  /// The index behind an act that is named in capital letters behind a section sign or `Art.` and
  /// its number, `§ 3 NDSG`, `§ 3 des NDSG` or `Art. 6 DSV`; `nil` where none is.
  func endOfActInCapitals(behind element: Element) -> Int? {
    guard element.unit.isSign || (element.level == .article && element.unit.isAbbreviation) else {
      return nil
    }
    var index = cursor
    if kind(index) == .of { index += 1 }
    if index > cursor, kind(index) == .the { index += 1 }
    let token = token(index)
    guard token.kind == .word, token.isAllCapitals, token.hasSpaceBefore, token.length <= 8,
      kind(index) == .none, !isOrdinal(index), Self.ownAbbreviations[token.hash] == 0,
      !isGlued(.dash, index + 1)
    else { return nil }
    // In words that are all in capital letters, none of them is an act's.
    let before = self.token(element.start - 1)
    let isShouted = before.isAllCapitals && before.length > 1 && element.start > 0
    return isShouted || (element.start == 0 && self.token(index + 1).isAllCapitals)
      ? nil : index + 1
  }

  func isOwnAbbreviation(_ token: Token) -> Bool { Self.ownAbbreviations[token.hash] != 0 }

  /// What agreements and their annexes are called in short, beside what is known to be such a name.
  private static let ownAbbreviations = WordTable(of: ["adv", "advv", "av", "tom", "toms"])
}
