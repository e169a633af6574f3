internal import Diagnostics

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
    guard token(index).kind == .word, token(index).hasSpaceBefore, isGlued(.dash, index + 1),
      token(index).isCapitalised || text[Int(token(index).start) + 1].isASCIIUppercase
    else { return nil }
    var end = index + 1
    while end - index < 8, isGlued(.dash, end), !token(end + 1).hasSpaceBefore,
      token(end + 1).kind == .word || token(end + 1).kind == .number
    {
      end += 2
    }
    // `ArchG-EKD`, of a church
    let isOfChurch = end == index + 3 && token(end - 1).isAllCapitals && token(index).length > 3
    return endsAct(token(end - 1)) || (isOfChurch && endsAct(token(index))) ? end : nil
  }

  /// Whether the last of some words with hyphens is that of an act: `RL`, `DVO`, `KritisV`.
  private func endsAct(_ last: Token) -> Bool {
    guard last.kind == .word, last.isCapitalised else { return false }
    let bytes = text[Int(last.start)..<Int(last.end)]
    if last.isAllCapitals || last.length == 1 {
      return Self.joinedEndings[last.hash] != 0 || bytes.suffix(2).elementsEqual("VO".utf8)
    }
    return bytes.last.map(Self.actEndings.contains) ?? false
  }

  /// Whether the name that ends before `index` goes on as that of another act: the `-DVO` of
  /// `KDG-DVO`.
  func goesOnAsOtherAct(at index: Int) -> Bool {
    let next = token(index + 1)
    return isGlued(.dash, index) && next.kind == .word && !next.hasSpaceBefore
      && (next.isAllCapitals || endsAct(next))
  }

  private static let joinedEndings = WordTable(of: ["vo", "rl", "g", "gvo", "dv", "og", "e"])

  /// The index behind an act with its number, `Richtlinie (EU) 2016/680`, that no catalog knows.
  func endOfNumberedAct(at index: Int) -> Int? {
    guard kind(index) == .act, token(index).isCapitalised else { return nil }
    var end = index + 1
    if isSign(.openBracket, end), token(end + 1).isAllCapitals, isSign(.closeBracket, end + 2) {
      end += 3
    }
    guard token(end).kind == .number, isGlued(.slash, end + 1), token(end + 2).kind == .number
    else { return nil }
    return end + 3
  }

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

  /// The index behind an act or a set of terms that is named in capital letters behind the number
  /// of its place, `§ 3 NDSG`, `Article 17 of the PIPL`, `Ziffer 2 EVB-IT`; `nil` where none is.
  func endOfActInCapitals(behind element: Element) -> Int? {
    // Two or three capitals behind a section can be the beginning of anything.
    let isArticle = element.unit.isSign || element.level == .article
    guard isArticle || element.level == .section || element.level == .number else { return nil }
    var index = cursor
    if kind(index) == .of { index += 1 }
    if index > cursor, kind(index) == .the { index += 1 }
    let token = token(index)
    guard token.kind == .word, token.hasSpaceBefore, token.length <= 8,
      Self.ownAbbreviations[token.hash] == 0,
      kind(index) == .none || (isArticle && isSwissCode(at: index))
    else { return nil }
    var end = index + 1
    if token.isAllCapitals {
      guard !isOrdinal(index) else { return nil }
      while isGlued(.dash, end), self.token(end + 1).isAllCapitals { end += 2 }
      guard !isGlued(.dash, end), isArticle || token.length > 3 || end > index + 1 else {
        return nil
      }
    } else {
      // `ADSp`
      guard !isArticle, beginsWithCapitals(token), !isGlued(.dash, end) else { return nil }
    }
    // In words that are all in capital letters, none of them is an act's.
    let before = self.token(element.start - 1)
    let next = self.token(end)
    let isNextShouted = next.kind == .word && next.isAllCapitals && next.length > 1
    let isShouted =
      (before.isAllCapitals && before.length > 1 && element.start > 0)
      || (isNextShouted && (element.start == 0 || !isArticle))
    return isShouted ? nil : end
  }

  /// `OR`, the Swiss code, which is the English word in any other text.
  private func isSwissCode(at index: Int) -> Bool {
    context.isGerman && kind(index) == .and && token(index).isAllCapitals
      && token(index + 1).kind != .number
  }

  /// Whether a word has small letters behind several capital letters, and is no plural.
  private func beginsWithCapitals(_ token: Token) -> Bool {
    let bytes = text[Int(token.start)..<Int(token.end)]
    let capitals = bytes.prefix { $0.isASCIIUppercase }.count
    return capitals > 1 && capitals < bytes.count && bytes.last != UInt8(ascii: "s")
      && bytes.dropFirst(capitals).allSatisfy(\.isASCIILowercase)
  }

  func isOwnAbbreviation(_ token: Token) -> Bool { Self.ownAbbreviations[token.hash] != 0 }

  /// What agreements and their annexes are called in short, beside what is known to be such a name.
  private static let ownAbbreviations = WordTable(of: ["adv", "advv", "av", "tom", "toms"])
}
