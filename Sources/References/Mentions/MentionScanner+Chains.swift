extension MentionScanner {
  /// Reads the references that begin at `cursor`: elements joined by `and`, commas or `in
  /// conjunction with`, which may name the law or document once for all of them.
  ///
  /// - Returns: whether there was one; `cursor` stays where there was none.
  mutating func readChain() -> Bool {
    let start = cursor
    guard var element = readElement(isInChain: false) else { return false }
    let end = cursor
    cursor = start
    let (before, mayBeElsewhere) = qualifierBefore()
    let lawBefore = lawBefore()
    cursor = end
    var pending: [Element] = []
    while true {
      readQualifier(of: &element)
      if let before, element.qualifier == .none { element.qualifier = before }
      if element.qualifier == .none, let behind = lawBehindBracket, cursor <= behind.close,
        isCounted(element.level, by: behind.law)
      {
        element.qualifier = .law(behind.law)
      }
      if let lawBefore, element.qualifier == .none, isCounted(element.level, by: lawBefore) {
        element.qualifier = .law(lawBefore)
      }
      element.mayBeElsewhere = element.mayBeElsewhere || (mayBeElsewhere && pending.isEmpty)
      pending.append(element)
      guard element.qualifier == .none, pending.count < Self.longestChain,
        let next = readNextElement()
      else { break }
      element = next
    }
    separateAnnexes(&pending)
    share(&pending)
    for element in pending { append(element) }
    if let last = pending.last { readSectionsOfNextLaw(after: last) }
    return true
  }

  /// Reads `147 Abs. 3 AO` behind `§§ 257 Abs. 4 HGB,`: the sign stands for the sections of both.
  private mutating func readSectionsOfNextLaw(after element: Element) {
    var last = element
    // A list of laws is short; each look ahead is bounded by that of an element.
    for _ in 0..<Self.longestChain {
      guard case .law = last.qualifier, last.unit.isSign, last.unit.isPlural else { return }
      let before = cursor
      guard let separator = separator(at: cursor), token(separator.end).kind == .number,
        let designators = designators(at: separator.end, level: .section)
      else { return }
      var next = Element(
        unit: last.unit, start: separator.end, end: designators.end, isLastUnitPlural: true)
      cursor = designators.end
      var part = Mention.Part(
        textRange: textRange(separator.end, cursor), path: designators.path)
      finish(&part, startingAt: separator.end, element: &next)
      while next.parts.count < Self.maximumParts, var more = nextPart(of: &next) {
        finish(&more.part, startingAt: more.start, element: &next)
      }
      next.end = cursor
      readQualifier(of: &next)
      guard case .law = next.qualifier else {
        cursor = before
        return
      }
      append(next)
      last = next
    }
  }

  /// The law whose name stands right before `cursor`: `GDPR Article 46`.
  private func lawBefore() -> LawReference? {
    guard let law = found.laws.last, law.textRange.upperBound == token(cursor - 1).end else {
      return nil
    }
    return law.law
  }

  /// Whether a law counts its provisions in units of `level`.
  func isCounted(_ level: DesignatorLevel, by law: LawReference) -> Bool {
    guard let unit = context.unit(of: law) else { return false }
    return level == .article ? unit == .article : level == .section && unit != .article
  }

  /// What the words before `cursor` say that a reference is of: `dessen Ziffer 11`,
  /// `Civil Code § 5`, `ISO 27001, section A.12`, the name of a document; and whether they leave
  /// open that it is of another document.
  private mutating func qualifierBefore() -> (qualifier: Mention.Qualifier?, isUncertain: Bool) {
    if cursor == endOfCode { return (.foreign, false) }
    if kind(cursor - 1) == .whose || isOfWhich(before: cursor) { return (.same, false) }
    if kind(cursor - 1) == .possessive, isOfOtherNamedBefore() { return (.foreign, false) }
    var isUncertain = false
    switch nameBefore() {
    case .qualifier(let qualifier): return (qualifier, false)
    case .uncertain: isUncertain = true
    case .nothing: break
    }
    if let document = found.documents.last, document.textRange.upperBound == token(cursor - 1).end {
      return (.document(document.document), false)
    }
    return (isBehindStandard(before: cursor) ? .foreign : nil, isUncertain)
  }

  /// Whether the document that `its clause 7` is of is another one, which the sentence names right
  /// before: `under the Master Agreement other than its clause 7`.
  private mutating func isOfOtherNamedBefore() -> Bool {
    for index in (max(cursor - 16, 0)..<max(cursor - 1, 0)).reversed() {
      let token = token(index)
      guard token.kind == .word else {
        if token.isSign(.point), !self.token(index + 1).isCapitalised { continue }
        if token.isSign(.point) || token.isSign(.semicolon) { return false }
        continue
      }
      if kind(index) == .this { return false }
      guard kind(index) == .ownName || isOtherDocument(at: index) else { continue }
      return firstOfOther(endingAt: index) != nil
    }
    return false
  }

  /// `(the "Services Agreement"), of which clause 17.4`
  private func isOfWhich(before index: Int) -> Bool {
    token(index - 1).hash == Self.which && kind(index - 2) == .of
  }

  private static let which = WordHash.of("which")

  /// Whether the number of a standard stands before `index`: `ISO 27001 section A.12`.
  func isBehindStandard(before index: Int) -> Bool {
    for distance in 1...6 {
      let token = token(index - distance)
      guard index - distance >= 0 else { return false }
      if token.kind == .word { return Self.standards[token.hash] != 0 && token.isAllCapitals }
      guard
        token.kind == .number || token.isSign(.dash) || token.isSign(.colon)
          || token.isSign(.slash) || isGlued(.comma, index - distance)
      else { return false }
    }
    return false
  }

  static let standards = WordTable(of: [
    "iso", "iec", "din", "en", "nist", "bsi", "pci", "dss", "soc", "bs",
  ])

  /// Elements that wait for the name of a law; a longer chain is cut, so that memory stays flat.
  private static let longestChain = 64

  private mutating func readNextElement() -> Element? {
    let before = cursor
    guard let separator = separator(at: cursor) else { return nil }
    cursor = separator.end
    if kind(cursor) == .the { cursor += 1 }
    if let element = readElement(isInChain: false) { return element }
    cursor = before
    return nil
  }

  /// Gives what the last element is of to those before it that are counted in the same unit.
  private func share(_ elements: inout [Element]) {
    guard let last = elements.last, elements.count > 1 else { return }
    switch last.qualifier {
    case .none, .thisUnit: return
    case .law, .document, .foreign, .thisDocument, .same:
      for index in elements.indices.dropLast().reversed() {
        guard elements[index].qualifier == .none else { continue }
        // `Annex 1A and Clause 7 of the EU SCCs`: theirs, if there is none here.
        if case .law(let law) = last.qualifier, elements[index].level == .annex,
          context.unit(of: law) == .clause
        {
          elements[index].mayBeElsewhere = true
        }
        guard isCounted(elements[index].level, like: last.level) else { continue }
        // `Ziffer 2 oder § 314 BGB`: of the law is what has its sign.
        if case .law = last.qualifier, last.unit.isSign, !elements[index].unit.isSign,
          elements[index].level == .section
        {
          continue
        }
        elements[index].qualifier = last.qualifier
      }
    }
  }

  /// Whether two units are counted in one way: `clause 3.1 and paragraph 3.2 of the MSA`.
  private func isCounted(_ level: DesignatorLevel, like last: DesignatorLevel) -> Bool {
    guard level != last else { return true }
    return (level == .section || level == .article)
      && (last == .paragraph || last == .subsection)
  }

  mutating func append(_ element: Element) {
    guard !element.isOfSomethingElse else { return }
    if element.unit.needsLaw {
      guard case .law = element.qualifier else { return }
    }
    var start = element.start
    // `[Annex 1] in section 2`: a bracket that closes inside opens inside.
    if isSign(.openSquare, start - 1), contains(.closeSquare, from: start, to: element.end) {
      start -= 1
    }
    var end = element.end
    if isSign(.closeSquare, end), contains(.openSquare, from: start, to: end),
      !contains(.closeSquare, from: start, to: end)
    {
      end += 1
    }
    var mention = Mention(
      textRange: textRange(start, end), provision: place.provision,
      passage: place.passage, parts: element.parts, qualifier: element.qualifier)
    mention.isWeak =
      (element.level.isWeak || element.needsTarget) && element.parts[0].title == .none
    mention.mayBeElsewhere = element.mayBeElsewhere
    mention.clauseWord = element.unit.clauseWord
    found.mentions.append(mention)
  }

  /// Whether a word can stand before the bare number of a clause: `see 4.2`, `under 4.2`.
  func isLeadingTo(_ index: Int) -> Bool {
    switch kind(index) {
    case .see, .within: true
    // `breach of 4.2`, `in the cases of 6.1`
    case .of: Self.leadingNouns[token(index - 1).hash] != 0
    case .to: Self.leadingWords[token(index - 1).hash] != 0
    case .none: Self.leadingWith[token(index).hash] != 0 && Self.accords[token(index - 1).hash] != 0
    default: false
    }
  }

  private static let leadingNouns = WordTable(of: [
    "breach", "breaches", "case", "cases", "purposes", "requirements", "terms", "violation",
  ])
  private static let leadingWords = WordTable(of: ["pursuant", "subject", "according"])
  private static let leadingWith = WordTable(of: ["with"])
  private static let accords = WordTable(of: ["accordance", "compliance", "line", "comply"])

  private func contains(_ sign: Sign, from start: Int, to end: Int) -> Bool {
    // Only the first few: a list of thousands is not searched for a bracket.
    (start..<min(end, start + 40)).contains { isSign(sign, $0) }
  }
}
