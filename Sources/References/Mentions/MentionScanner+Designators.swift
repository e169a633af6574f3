internal import Agreements
internal import Deadlines

/// A word that announces a designator: `section`, `Abs.`, `§§`.
struct UnitWord {
  var level: DesignatorLevel
  var isPlural: Bool
  /// Whether the word leaves open how many follow: `Art.`, `§`, `Abs.`, `lit.`
  var isAbbreviation: Bool
  /// The index behind it, its point included.
  var end: Int
  /// Whether it is a unit only in front of a law's name: the `s.` of British acts.
  var needsLaw = false
  /// Whether it is a section sign.
  var isSign = false
  var clauseWord = Mention.ClauseWord.none
  var annexWord: AnnexWord?
  var divisionWord: DivisionWord?
}

extension MentionScanner {
  /// The unit at `index`.
  ///
  /// `isInChain` says whether a reference is being read, in which `S. 2` is a sentence and `p. 2`
  /// can be one.
  func unit(at index: Int, isInChain: Bool) -> UnitWord? {
    let token = token(index)
    if token.isSign(.sectionSign) {
      let isDouble = isSign(.sectionSign, index + 1)
      return UnitWord(
        level: .section, isPlural: isDouble, isAbbreviation: true, end: index + (isDouble ? 2 : 1),
        isSign: true)
    }
    guard token.kind == .word else { return nil }
    var role = vocabulary.role(of: token)
    var end = index + 1
    if role.kind == .sub {
      guard isGlued(.dash, end), !self.token(end + 1).hasSpaceBefore else { return nil }
      role = self.role(end + 1)
      switch role.kind {
      case .section: role.kind = .subsection
      case .paragraph: role.kind = .subparagraph
      default: return nil
      }
      end += 2
    }
    guard var level = role.level else { return nil }
    if token.hash == Self.shortRecital {
      // Not the `EG` of `Richtlinie 95/46/EG`.
      guard token.isAllCapitals, token.hasSpaceBefore, self.token(end).kind == .number else {
        return nil
      }
      var unit = UnitWord(level: level, isPlural: false, isAbbreviation: true, end: end)
      unit.needsLaw = true
      return unit
    }
    if level == .paragraph, token.hash == Self.paragraph, isGermanSection(at: end) {
      level = .section
    }
    if level == .page, role.needsPoint { level = .sentence }
    if role.needsPoint, !isGlued(.point, end) {
      // `No 4` without the point is English usage too; `no 4` is not.
      guard level == .number, token.isCapitalised, self.token(end).kind == .number else {
        return nil
      }
    }
    if level == .sentence, token.length <= 2, !isInChain {
      return britishSection(at: index)
    }
    if level == .page, !isInChain { return nil }
    if token.length == 1, level == .number, !isInChain || !isAustrianNumber(at: index) {
      return nil
    }
    if role.isAbbreviation, isGlued(.point, end) { end += 1 }
    var unit = UnitWord(
      level: level, isPlural: role.isPlural, isAbbreviation: role.isAbbreviation, end: end)
    if level == .section, Self.clauseWords.contains(token.hash) {
      unit.clauseWord = token.isCapitalised ? .capital : .small
    }
    if level == .annex { unit.annexWord = AnnexWord(hash: token.hash) }
    if level == .section { unit.divisionWord = DivisionWord(hash: token.hash) }
    return unit
  }

  /// Whether the `Z` at `index` is short for `Ziffer`, as in Austria: `§ 6 Abs. 1 Z 9 KSchG`.
  private func isAustrianNumber(at index: Int) -> Bool {
    guard token(index).isCapitalised, token(index).hasSpaceBefore else { return false }
    let number = isGlued(.point, index + 1) ? index + 2 : index + 1
    return token(number).kind == .number && token(number).hasSpaceBefore
  }

  /// Whether a `Paragraph` with the number at `index` is what `§` stands for: so it is in German.
  private func isGermanSection(at index: Int) -> Bool {
    guard token(index).kind == .number else { return false }
    return context.isGerman || Self.germanSubsections[token(index + 1).hash] != 0
  }

  private static let shortRecital = WordHash.of("eg")
  private static let paragraph = WordHash.of("paragraph")
  private static let germanSubsections = WordTable(of: ["absatz", "abs"])
  private static let clauseWords: Set<UInt64> = Set(
    ["clause", "clauses", "klausel", "klauseln"].map { WordHash.of($0) })

  /// `s. 59`, which is a section if a law's name follows.
  private func britishSection(at index: Int) -> UnitWord? {
    guard isLetter("s", index), !token(index).isCapitalised, isGlued(.point, index + 1),
      token(index + 2).kind == .number
    else { return nil }
    return UnitWord(
      level: .section, isPlural: false, isAbbreviation: true, end: index + 2, needsLaw: true)
  }

  /// The number or letter at `index` that a unit of `level` counts.
  func designator(at index: Int, level: DesignatorLevel) -> (designator: Designator, end: Int)? {
    let token = token(index)
    switch token.kind {
    case .number:
      let limit = level == .section || level == .article || level == .recital ? 4 : 3
      guard token.length <= limit else { return nil }
      let letter = gluedLetter(at: index + 1)
      return (Designator(level, body(index) + (letter ?? "")), index + (letter == nil ? 1 : 2))
    case .sign where token.isSign(.openBracket):
      guard let body = bracketed(at: index) else { return nil }
      return (Designator(level, body.text, isBracketed: true), body.end)
    // `Anlage ./1`
    case .sign where level == .annex && token.isSign(.point) && token.hasSpaceBefore:
      guard isGlued(.slash, index + 1), !self.token(index + 2).hasSpaceBefore,
        !self.token(index + 2).isSign(.point)
      else { return nil }
      return designator(at: index + 2, level: level)
    case .word:
      if level == .annex, let annex = compoundAnnex(at: index) { return annex }
      if let number = spelledOut(at: index, level: level) { return number }
      guard isLetterDesignator(at: index, level: level) else { return nil }
      let end = hasOwnBracket(at: index, level: level) ? index + 2 : index + 1
      // `B2B` is a word.
      guard self.token(end).hasSpaceBefore || self.token(end).kind != .number else { return nil }
      return (Designator(level, body(index)), end)
    default: return nil
    }
  }

  /// Whether a closing bracket is part of the marker, as in `b)`; the one of `(see Annex A)` is
  /// part of the sentence.
  private func hasOwnBracket(at index: Int, level: DesignatorLevel) -> Bool {
    switch level {
    case .annex, .part, .chapter, .recital: false
    default: isGlued(.closeBracket, index + 1)
    }
  }

  /// The `Two` of `Part Two`, which headings of parts and annexes have in letters, too.
  private func spelledOut(
    at index: Int, level: DesignatorLevel
  ) -> (designator: Designator, end: Int)? {
    let token = token(index)
    guard level == .annex || level == .part || level == .chapter, token.isCapitalised,
      token.length > 2, let number = spelledNumber(at: index)
    else { return nil }
    return (Designator(level, "\(number.value)"), number.end)
  }

  /// `Exhibit A-1`, `Anlage A1`.
  private func compoundAnnex(at index: Int) -> (designator: Designator, end: Int)? {
    guard token(index).length == 1, token(index).isCapitalised else { return nil }
    let isDashed = isGlued(.dash, index + 1)
    let number = index + (isDashed ? 2 : 1)
    guard token(number).kind == .number, !token(number).hasSpaceBefore, token(number).length <= 2,
      token(number + 1).hasSpaceBefore || token(number + 1).kind != .word
    else { return nil }
    return (
      Designator(.annex, body(index) + (isDashed ? "-" : "") + body(number)), number + 1
    )
  }

  /// The `b` of `4b`, the `AA` of `2.1AA`; not the `f` of `44f.`, which means the next one too.
  private func gluedLetter(at index: Int) -> String? {
    let token = token(index)
    guard token.kind == .word, !token.hasSpaceBefore, token.length <= 2,
      !(isLetter("f", index) && isGlued(.point, index + 1))
    else { return nil }
    let next = self.token(index + 1)
    guard next.hasSpaceBefore || next.kind != .number else { return nil }
    let letters = body(index)
    return token.length == 1 || (isOrdinal(index) && kind(index) != .following) ? letters : nil
  }

  /// The `2`, `a` or `iv` in `(2)`, `(a)`, `(iv)`, and the index behind the bracket.
  func bracketed(at index: Int) -> (text: String, end: Int)? {
    var end = index + 1
    let inner = token(end)
    guard inner.kind == .word || inner.kind == .number, inner.length <= 5 else { return nil }
    var text = body(end)
    switch inner.kind {
    case .number:
      guard inner.length <= 3 else { return nil }
      if let letter = gluedLetter(at: end + 1) {
        text += letter
        end += 1
      }
    case .word:
      guard isOrdinal(end) else { return nil }
    default: return nil
    }
    guard isSign(.closeBracket, end + 1) else { return nil }
    return (text, end + 2)
  }

  /// Whether the word at `index` can count: a letter, a letter doubled, a roman numeral.
  func isOrdinal(_ index: Int) -> Bool {
    let token = token(index)
    guard token.length <= 5 else { return false }
    let bytes = text[Int(token.start)..<Int(token.end)]
    guard let first = bytes.first, first < 0x80 else { return false }
    if bytes.count == 1 { return true }
    if bytes.count == 2, bytes.last == first { return true }
    guard bytes.allSatisfy({ Self.romanDigits.contains($0 | 0x20) }) else { return false }
    return !Ordinal(body(index)).readings.isEmpty
  }

  private static let romanDigits: [UInt8] = Array("ivxlc".utf8)

  private func isLetterDesignator(at index: Int, level: DesignatorLevel) -> Bool {
    let token = token(index)
    guard isOrdinal(index) else { return false }
    if hasOwnBracket(at: index, level: level) {
      // `b)`; but not the `III)` of `(as III)`.
      return token.length <= 2 || !token.isCapitalised
    }
    let isCapital = token.isAllCapitals || (token.length == 1 && token.isCapitalised)
    switch level {
    case .annex, .part, .chapter, .recital:
      // `Annex I.A`; `Annex A`; not `Annex a party`.
      return isCapital
    case .section, .article:
      // `article L. 1110-4` of a French code
      if isGlued(.point, index + 1), self.token(index + 2).kind == .number,
        self.token(index + 2).length > 2
      {
        return false
      }
      return isCapital
        && (token.length > 1 || endsDesignator(at: index + 1) || isLoneLetter(at: index))
    case .letter, .item, .point, .number, .alternative:
      guard !isCapital || level == .item || level == .letter else { return false }
      // `lit. a` is a letter whatever follows; `letter a` is one at the end of a phrase.
      return endsDesignator(at: index + 1) || role(index - 1).isAbbreviation
        || isSign(.point, index - 1) || kind(index - 1) == .and
        || Self.germanLetters[self.token(index - 1).hash] != 0
    default: return false
    }
  }

  /// Words that no article follows: `Buchstabe c gilt`.
  private static let germanLetters = WordTable(of: ["buchstabe", "buchstaben", "buchstabens"])

  /// Whether a capital letter stands before a word in small letters, `Section B lists`, and is not
  /// the English `I`.
  func isLoneLetter(at index: Int) -> Bool {
    let next = token(index + 1)
    return token(index).length == 1 && !isLetter("i", index) && next.kind == .word
      && next.hasSpaceBefore && !next.isCapitalised
  }

  /// Whether what stands at `index` can follow a bare letter or number of a list.
  ///
  /// `lit. a, b und f DSGVO` is a list; in `lit. a, a party` the second `a` is an article.
  func endsDesignator(at index: Int) -> Bool {
    let token = token(index)
    switch token.kind {
    case .sign, .end, .masked: return true
    case .word:
      switch role(index).kind {
      case .and, .to, .of, .within, .this, .the, .here, .following, .et, .see: return true
      default: break
      }
      return unit(at: index, isInChain: true) != nil
        || vocabulary.beginning(of: token).contains(.law)
    default: return false
    }
  }

  /// The third paragraph of `Art. 28 III DSGVO`, as German lawyers write it in short.
  func romanParagraph(at index: Int) -> Designator? {
    let token = token(index)
    guard token.kind == .word, token.hasSpaceBefore, token.isCapitalised,
      token.isAllCapitals || token.length == 1, isOrdinal(index),
      let value = Ordinal(body(index)).readings.first(where: { $0.scheme == .roman })?.value,
      value <= 20
    else { return nil }
    let next = self.token(index + 1)
    let goesOn =
      next.kind == .number || next.kind == .sign || next.kind == .end
      || vocabulary.beginning(of: next).contains(.law)
      || unit(at: index + 1, isInChain: true) != nil
    return goesOn ? Designator(.subsection, "\(value)") : nil
  }

  /// The designators of one place after the word for its unit, which an annex is called by.
  func designators(after unit: UnitWord) -> (path: [Designator], end: Int)? {
    var found =
      designators(at: unit.end, level: unit.level) ?? quotedDesignators(at: unit.end, unit)
      ?? designators(behindNumberWordAt: unit.end, unit)
    found?.path[0].annexWord = unit.annexWord
    found?.path[0].divisionWord = unit.divisionWord
    return found
  }

  /// The `"A"` of `Exhibit "A"`: a number or letter in quotation marks is no title.
  func quotedDesignators(
    at index: Int, _ unit: UnitWord
  ) -> (path: [Designator], end: Int)? {
    let open = token(index)
    guard open.isQuote, unit.level.standsAlone, open.hasSpaceBefore,
      token(index + 1).length <= 4, !token(index + 1).hasSpaceBefore,
      let inner = designators(at: index + 1, level: unit.level),
      token(inner.end).isQuote, token(inner.end).word == open.word,
      !token(inner.end).hasSpaceBefore
    else { return nil }
    return (inner.path, inner.end + 1)
  }

  /// The `1` of `Anlage Nr. 1`, `Schedule No. 1` and `Section No. 1`.
  private func designators(
    behindNumberWordAt index: Int, _ unit: UnitWord
  ) -> (path: [Designator], end: Int)? {
    guard kind(index) == .number, unit.level.standsAlone,
      let word = self.unit(at: index, isInChain: true), word.level == .number
    else { return nil }
    return designators(at: word.end, level: unit.level)
  }

  /// The designators of one place after the word for its unit: `7`, `2.1`, `5.b`, `(2)`.
  func designators(at index: Int, level: DesignatorLevel) -> (path: [Designator], end: Int)? {
    guard let first = designator(at: index, level: level) else { return nil }
    var path = [first.designator]
    var end = first.end
    if level == .section, first.designator.form == .letter, isGlued(.point, end),
      let number = spacedNumber(at: end + 1)
    {
      path.append(number)
      end += 2
    }
    while path.count < Self.maximumDepth, !first.designator.isBracketed, isGlued(.point, end),
      let component = component(at: end + 1)
    {
      path.append(component.designator)
      end = component.end
    }
    return (path, end)
  }

  /// The `2` of `Ziffer II. 2`, which a sentence goes on behind.
  private func spacedNumber(at index: Int) -> Designator? {
    let token = token(index)
    let next = self.token(index + 1)
    guard token.kind == .number, token.hasSpaceBefore, token.length <= 2, !isCounted(at: index + 1),
      next.kind == .sign || next.kind == .end || (next.kind == .word && !next.isCapitalised)
    else { return nil }
    return Designator(.component, body(index))
  }

  /// More steps than any agreement numbers.
  static let maximumDepth = 10

  private func component(at index: Int) -> (designator: Designator, end: Int)? {
    let token = token(index)
    guard !token.hasSpaceBefore else { return nil }
    switch token.kind {
    case .number:
      guard token.length <= 3 else { return nil }
      guard let letter = gluedLetter(at: index + 1) else {
        return (Designator(.component, body(index)), index + 1)
      }
      return (Designator(.component, body(index) + letter), index + 2)
    case .word:
      guard isOrdinal(index) else { return nil }
      // `5.a.m.` and `1.A-B` go on; a letter of a path ends or is followed by another.
      let next = self.token(index + 1)
      guard next.hasSpaceBefore || next.kind == .sign || next.kind == .end else { return nil }
      return (Designator(.component, body(index)), index + 1)
    default: return nil
    }
  }
}
