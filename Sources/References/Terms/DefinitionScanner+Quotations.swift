internal import Diagnostics

extension DefinitionScanner {
  /// Terms in quotation marks, and bare ones after `hereinafter`.
  mutating func readQuotations() {
    var index = 0
    /// Up to which token a quotation is what the words before it define.
    var window = -1
    guard tokenizer.holds(.definition) else { return }
    while true {
      index = tokenizer.tokens.next([.definition, .stop], from: index)
      guard index < tokenizer.tokens.count - 1 else { return }
      let token = token(index)
      if token.isQuote, let quotation = quoted(at: index) {
        if let end = commonDefinition(at: index) {
          index = end
          continue
        }
        if defines(quotation, at: index, isInWindow: index <= window) {
          if index == 0 { addLabel(quotation.range) } else { add(quotation.range) }
          // `"X" or "Y"`: the next one, too.
          if index <= window { window = quotation.end + 3 }
        }
        index = quotation.end
        continue
      }
      // `so-called "X"` quotes a word and defines none.
      let isQuoting = kind(index) == .entitled && isGlued(.dash, index - 1)
      if !isQuoting,
        isHereinafter(index) || kind(index) == .referred || isNaming(index)
      {
        let isStrong = kind(index) == .hereinafter
        // `referred to as`, `genannt`: only in quotation marks; `hereinafter X`: also without.
        window = max(window, index + (isStrong ? 9 : 5))
        if isStrong, let end = bareName(after: index) {
          index = end
          continue
        }
      }
      if isGlued(.point, index), self.token(index + 1).isCapitalised { window = -1 }
      index += 1
    }
  }

  /// `hereinafter`, `im Folgenden`: but `folgenden Subunternehmer` are those that follow.
  private func isHereinafter(_ index: Int) -> Bool {
    kind(index) == .hereinafter
      && (token(index).hash != Self.folgenden || kind(index - 1) == .within)
  }

  private static let folgenden = WordHash.of("folgenden")

  /// `"X", "Y" and "Z" have the meanings given in ...`: all of them.
  private mutating func commonDefinition(at index: Int) -> Int? {
    var ranges: [Range<Int32>] = []
    var next = index
    while ranges.count < 12, token(next).isQuote, let quotation = quoted(at: next) {
      ranges.append(quotation.range)
      next = quotation.end
      var end = next
      if isGlued(.comma, end) { end += 1 }
      if kind(end) == .and { end += 1 }
      // `"X," "Y," and "Z"`: the comma inside.
      if token(end).isQuote, end > next || isSign(.comma, next - 2) { next = end } else { break }
    }
    guard ranges.count > 1,
      kind(next) == .means || isMeaning(at: next) || othersMean(at: next)
    else { return nil }
    for range in ranges { add(range) }
    return next
  }

  /// `and other terms of HIPAA have the meanings`, behind a list of terms.
  private func othersMean(at index: Int) -> Bool {
    guard kind(index) == .and else { return false }
    for next in (index + 1)..<(index + 10) {
      if kind(next) == .means { return true }
      guard token(next).kind == .word else { return false }
    }
    return false
  }

  private mutating func defines(
    _ quotation: (range: Range<Int32>, end: Int), at index: Int, isInWindow: Bool
  ) -> Bool {
    while let title = titles.first, title.upperBound <= quotation.range.lowerBound {
      titles = titles.dropFirst()
    }
    if let title = titles.first, title.overlaps(quotation.range) { return false }
    if isInWindow { return true }
    if isInBracket(quotation, at: index) {
      // `Annex 2 ("Measures")` says a title; `(the "Measures")` names what stands before it.
      return kind(index - 1) == .the || !isBehindPlace(index) || !isTitle(quotation.range)
    }
    let next = quotation.end
    if kind(next) == .means || isMeaning(at: next) { return true }
    if kind(next) == .referred || isNaming(next) { return true }
    let isAtStart = index == 0 || (index == 1 && (kind(0) == .the || kind(0) == .of || isA(0)))
    // `"X" im Sinne dieser Regelung sind`, `"X", within the meaning of this clause, is`.
    let isSentenceStart = isAtStart || startsSentence(at: index) || isBehindTermWord(index)
    if isSentenceStart,
      kind(next) == .be || refers(at: next) || saysInTheSense(at: next) || meansWithin(next)
    {
      return true
    }
    if isAtStart {
      // The label of a clause; `"X" - ...`, `"X": ...`.
      return isSign(.dash, next) || isSign(.colon, next) || isSign(.openBracket, next)
    }
    if isNamedBehind(quotation, at: index) { return true }
    // `there is "X"`, `liegt "X" vor`.
    return kind(index - 1) == .be && kind(index - 2) != .this && body(index - 2) == "there"
  }

  private func isA(_ index: Int) -> Bool { body(index) == "a" || body(index) == "an" }

  /// Whether a word for names defines one: `called "X"`, but not `the section entitled "X"`.
  private func isNaming(_ index: Int) -> Bool {
    kind(index) == .entitled && Self.titling[token(index).hash] == 0
  }

  private static let titling = WordTable(of: [
    "entitled", "titled", "headed", "title", "titel", "überschrift",
  ])

  /// `"X" refers to`, `an "X" represents`.
  private func refers(at index: Int) -> Bool {
    Self.representing[token(index).hash] != 0
      || (Self.referring[token(index).hash] != 0 && kind(index + 1) == .to)
      || (kind(index) == .modal && kind(index + 1) != .modal && refers(at: index + 1))
  }

  /// `The term "Services"`, at the start of a sentence.
  private func isBehindTermWord(_ index: Int) -> Bool {
    index > 1 && Self.termWords[token(index - 1).hash] != 0
      && (kind(index - 2) == .the || kind(index - 2) == .of) && isSentenceStart(index - 2)
  }

  private static let termWords = WordTable(of: ["term", "expression", "begriff", "ausdruck"])
  private static let referring = WordTable(of: ["refer", "refers"])
  private static let representing = WordTable(of: ["represents", "represent"])

  /// `"Modified Version" of the Document means`: what it is of stands before the verb.
  private func meansWithin(_ index: Int) -> Bool {
    guard kind(index) == .of || kind(index) == .within || body(index) == "for" else { return false }
    for next in (index + 1)..<(index + 9) {
      if kind(next) == .means { return !body(next).hasPrefix("include") }
      guard token(next).kind == .word else { return false }
    }
    return false
  }

  /// `these are the "Services".`, `Als "Vorfall" gilt`, `Im Sinne dieses Vertrages ist "X" jede`.
  private func isNamedBehind(
    _ quotation: (range: Range<Int32>, end: Int), at index: Int
  ) -> Bool {
    let first = text[Int(quotation.range.lowerBound)]
    guard first.isASCIIUppercase || first >= 0x80 else { return false }
    let next = token(quotation.end)
    if kind(index - 1) == .the, kind(index - 2) == .be { return next.kind != .word }
    let before = body(index - 1)
    // `Unter dem Begriff „Vorfall“ ist ... zu verstehen`
    if Self.termWords[token(index - 1).hash] != 0, kind(index - 2) == .the, index > 2,
      body(index - 3) == "unter" || body(index - 3) == "als"
    {
      return Self.verbs.contains(next.hash) && isSentenceStart(index - 3)
    }
    if before == "als" || before == "unter" {
      return Self.verbs.contains(next.hash) && isSentenceStart(index - 1)
    }
    guard kind(index - 1) == .be else { return false }
    var start = index - 2
    while start > 0, index - start < 14, !isSign(.point, start - 1) { start -= 1 }
    return body(start) == "im" && body(start + 1) == "sinne"
  }

  private func isSentenceStart(_ index: Int) -> Bool { index == 0 || isSign(.point, index - 1) }

  private static let verbs: Set<UInt64> = Set(
    ["gilt", "gelten", "wird", "werden", "ist", "sind", "versteht", "verstehen"].map {
      WordHash.of($0)
    })

  /// Whether a quotation begins a sentence, behind an article or not.
  private func startsSentence(at index: Int) -> Bool {
    let first = token(index - 1).kind == .word ? index - 1 : index
    guard first == index || (kind(first) == .the || body(first) == "a" || body(first) == "an")
    else { return false }
    // `; "Data" means`, where a sentence could begin.
    let isSecond = isSign(.semicolon, first - 1) && token(index + 1).isCapitalised
    return (isSign(.point, first - 1) || isSecond) && token(first).hasSpaceBefore
  }

  /// `im Sinne dieses Vertrages sind`, `for the purposes of this clause is`.
  private func saysInTheSense(at index: Int) -> Bool {
    var next = isGlued(.comma, index) ? index + 1 : index
    guard
      Self.senseWords.contains(token(next + 1).hash)
        || Self.senseWords.contains(token(next + 2).hash)
    else { return false }
    let limit = next + 14
    while next < limit,
      token(next).kind == .word || token(next).kind == .number
        || isSign(.comma, next) || isSign(.sectionSign, next)
    {
      if kind(next) == .be || kind(next) == .means { return true }
      next += 1
    }
    return false
  }

  private static let senseWords: Set<UInt64> = Set(
    ["sinne", "sinn", "meaning", "purposes", "purpose"].map { WordHash.of($0) })

  /// Whether a place stands before the bracket that a quotation at `index` is in: `Annex 2 ("X")`.
  private func isBehindPlace(_ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, index - before < 6, !isSign(.openBracket, before) { before -= 1 }
    guard isSign(.openBracket, before) else { return true }
    let bracket = before
    before -= 1
    while before >= 0, bracket - before < 8 {
      let token = token(before)
      if token.isSign(.sectionSign) || role(before).level?.standsAlone == true {
        return bracket - before > 1
      }
      guard
        token.kind == .number || token.isSign(.point) || token.isSign(.openBracket)
          || token.isSign(.closeBracket) || token.isQuote
          || (token.kind == .word && token.length <= 4 && token.isAllCapitals)
          || (token.kind == .word && token.length == 1)
      else { return false }
      before -= 1
    }
    return false
  }

  /// Whether it is what a section or annex is headed: `Annex 2 ("Security measures")`.
  func isTitle(_ range: Range<Int32>) -> Bool {
    let forms = TitleForms(
      text[Int(range.lowerBound)..<Int(range.upperBound)], topics: TopicCatalog())
    return !reading.index.places(titled: forms).isEmpty
  }

  /// `(the "X")`, `("X")`, `(each a "X" and together the "Y")`.
  func isInBracket(_ quotation: (range: Range<Int32>, end: Int), at index: Int) -> Bool {
    var first = index - 1
    while index - first <= 5, first >= 0,
      token(first).kind == .word && Self.bracketWords.contains(body(first))
        || isGlued(.comma, first) || (first == index - 1 && isGlued(.colon, first))
    {
      first -= 1
    }
    // `each a "Party"`, with or without brackets round it.
    let isEach = ((first + 1)..<max(index, first + 1)).contains {
      Self.jointWords.contains(body($0))
    }
    if isEach { return true }
    if isSign(.closeBracket, quotation.end), isIntroduced(at: index) { return true }
    // `– gemeinsam „Parteien“ –`
    let isDashed = isSign(.dash, first) && isSign(.dash, quotation.end) && !isGlued(.dash, first)
    let opens = isSign(.openBracket, first) || (token(first).isQuote && index - first <= 5)
    guard
      isDashed
        || (opens
          && (isSign(.closeBracket, quotation.end) || kind(quotation.end) == .and
            || isSign(.comma, quotation.end) || isSign(.semicolon, quotation.end)))
    else { return false }
    let name = text[Int(quotation.range.lowerBound)]
    let isPronoun = quotation.end - index == 3 && Self.pronouns.contains(body(index + 1))
    if isPronoun { return true }
    // `("as is")` is a quotation; a term without an article has a capital letter.
    return index - first > 1 || name.isASCIIUppercase || name >= 0x80
      || isShortName(quotation, before: first)
  }

  /// Whether a bracket says more of what it names before the name: `(together with its affiliates,
  /// "Acme")`, `(as amended, the "Act")`, `(in each case, a "Fee")`.
  private func isIntroduced(at index: Int) -> Bool {
    var before = index - 1
    if kind(before) == .the || isA(before) { before -= 1 }
    guard isGlued(.comma, before) else { return false }
    while before >= 0, index - before < 14 {
      let token = token(before)
      // `; together with Acme, the "Parties")`
      if token.isSign(.openBracket) || token.isSign(.semicolon) {
        return Self.introducing[self.token(before + 1).hash] != 0
      }
      guard token.kind == .word || token.isQuote || isGlued(.comma, before),
        role(before).level == nil, kind(before) != .see, kind(before) != .referred
      else { return false }
      before -= 1
    }
    return false
  }

  private static let introducing = WordTable(of: [
    "together", "collectively", "jointly", "such", "as", "all", "in", "including", "with",
    "zusammen", "gemeinsam",
  ])

  /// `fels gmbh, Bern («fels»)`: a name in small letters that stands before the bracket.
  private func isShortName(
    _ quotation: (range: Range<Int32>, end: Int), before bracket: Int
  ) -> Bool {
    // Between the marks, one word.
    let name = token(quotation.end - 2)
    guard bracket > 0, name.kind == .word, name.start == quotation.range.lowerBound,
      name.end == quotation.range.upperBound
    else { return false }
    return (max(bracket - Self.reachOfName, 0)..<bracket).contains {
      token($0).kind == .word && token($0).hash == name.hash && !token($0).isCapitalised
    }
  }

  /// In tokens.
  private static let reachOfName = 48

  static let pronouns: Set<String> = ["you", "we", "us", "our", "your", "wir", "sie"]

  private static let jointWords: Set<String> = ["each", "together", "collectively", "jointly"]

  private static let bracketWords: Set<String> = [
    "the", "each", "a", "an", "together", "collectively", "jointly", "individually", "or", "and",
    "also", "in", "short", "der", "die", "das", "den", "dem", "ein", "eine", "zusammen",
    "gemeinsam", "jeweils", "auch", "kurz", "oder", "und", "any", "such", "all", "this", "these",
    "dieser", "diese", "dieses", "for", "both", "as", "als",
  ]

  /// `hereinafter referred to as the Processor`, `nachstehend Auftraggeber genannt`.
  private mutating func bareName(after index: Int) -> Int? {
    var next = index + 1
    while next - index < 8, Self.leadWords.contains(body(next)) || isSign(.colon, next) {
      next += 1
    }
    let start = next
    while next - start < 5, token(next).kind == .word,
      token(next).isCapitalised || (isGlued(.dash, next - 1) && next > start)
    {
      next += 1
      if isGlued(.dash, next), !token(next + 1).hasSpaceBefore { next += 1 }
    }
    guard next > start else { return nil }
    let end = token(next)
    // `der Fels GmbH, im Folgenden Auftragnehmer zustande`
    let isParty = next == start + 1 && token(start).classes.contains(.party)
    guard
      end.kind == .sign || end.kind == .end || kind(next) == .referred || kind(next) == .and
        || (isParty && end.kind == .word && !end.isCapitalised)
    else { return nil }
    guard !end.isQuote else { return nil }
    add(textRange(start, next))
    return next
  }

  private static let leadWords: Set<String> = [
    "referred", "to", "as", "called", "also", "the", "collectively", "jointly", "der", "die",
    "das", "den", "auch", "kurz", "nur", "noch", "gemeinsam", "individually", "known",
  ]
}
