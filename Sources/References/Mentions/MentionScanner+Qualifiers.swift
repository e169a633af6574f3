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

  /// Whether a comma stands for the `of` in `paragraph 2, Schedule 1`: no sentence goes on behind, as
  /// in `under paragraph 2, Schedule 1 applies`.
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

  // MARK: Laws and documents

  private mutating func qualifier(at index: Int) -> (qualifier: Mention.Qualifier, end: Int)? {
    var next = index
    if isSign(.closeSquare, next) { next += 1 }
    if kind(next) == .here { return (.thisDocument, next + 1) }
    if kind(next) == .this { return this(at: next) }
    // `lit. c. GDPR`, `Article 28, GDPR`, `Art. 28 (GDPR)`.
    for skipped in [next, next + 1] {
      if let law = law(at: skipped) {
        guard skipped == next || belongs(law.end, behind: next) else { continue }
        return (.law(law.law), law.end)
      }
    }
    if isSign(.openBracket, next), let law = law(at: next + 1), isSign(.closeBracket, law.end) {
      return (.law(law.law), law.end + 1)
    }
    // `number 5, Federal Law on Data Protection (BDSG)`, and without the comma
    if let law = lawInBrackets(behindTitleAt: isGlued(.comma, next) ? next + 1 : next) {
      return (.law(law.law), law.end)
    }
    if let document = namedDocument(at: next) { return document }
    if isOtherDocument(at: next) || isUnknownAct(at: next) { return (.foreign, next + 1) }
    if let end = endOfJoinedAct(at: next) ?? endOfNumberedAct(at: next) { return (.foreign, end) }
    // `§ 2 jener Vereinbarung`
    if token(next).hash == Self.jener || token(next).hash == Self.jenes {
      return named(at: next + 1, isIn: false)
    }
    let kind = kind(next)
    guard kind == .of || kind == .within || kind == .to else { return nil }
    return ofPhrase(at: next, isIn: kind == .within)
  }

  /// Whether a law behind the sign at `index` is what stands before the sign is of: not the next
  /// sentence's, as in `Article 33(1). FADP applies`, nor what a list goes on with, as in `GDPR
  /// Article 46, UK GDPR Article 46`.
  private func belongs(_ end: Int, behind index: Int) -> Bool {
    if isGlued(.point, index) { return token(index - 1).kind == .word }
    guard isGlued(.comma, index) else { return false }
    guard let unit = unit(at: end, isInChain: false), unit.level.standsAlone else { return true }
    return designator(at: unit.end, level: unit.level) == nil
  }

  /// `of the General Data Protection Regulation`, `des Hauptvertrages`, `of this contract`.
  private mutating func ofPhrase(
    at index: Int, isIn: Bool
  ) -> (qualifier: Mention.Qualifier, end: Int)? {
    var next = index + 1
    if kind(next) == .of || kind(next) == .the { next += 1 }
    if let end = endOfStandard(at: next) { return (.foreign, end) }
    // `of the 2018 Act`, `of the 2025 DPA`
    if token(next).kind == .number, token(next).length == 4,
      kind(next + 1) == .act || (kind(next + 1) == .ownName && token(next + 1).isCapitalised),
      document(at: next) == nil
    {
      return (.foreign, next + 2)
    }
    var version = LawReference.Version.unstated
    let limit = next + 4
    while next < limit {
      if let law = law(at: next) {
        var reference = law.law
        if reference.version == .unstated { reference.version = version }
        return (.law(reference), law.end)
      }
      if let document = namedDocument(at: next) { return document }
      if isUnknownAct(at: next) { return (.foreign, next + 1) }
      if let end = endOfJoinedAct(at: next) { return (.foreign, end) }
      if let law = lawInBrackets(behindTitleAt: next) { return (.law(law.law), law.end) }
      switch kind(next) {
      case .this: return this(at: next)
      // `of that Regulation`: an act without a name is the one at hand.
      case .act where next == index + 2: return (.same, next + 1)
      case .none:
        // `of the EEA SCCs`: a word that is no part of the law's name.
        guard token(next).kind == .word, law(at: next + 1) != nil || law(at: next + 2) != nil,
          law(at: next + 1) != nil || kind(next + 1) == .none
        else { return named(at: next, isIn: isIn) }
      case .adjective: break
      case .newVersion: version = .new
      case .oldVersion: version = .old
      default: return named(at: next, isIn: isIn)
      }
      next += 1
    }
    return nil
  }

  private mutating func namedDocument(at index: Int) -> (qualifier: Mention.Qualifier, end: Int)? {
    document(at: index).map { (.document($0.document), $0.end) }
  }

  /// `this agreement`, `dieser Vereinbarung`, `this section`.
  private func this(at index: Int) -> (qualifier: Mention.Qualifier, end: Int)? {
    for next in (index + 1)..<(index + 8) {
      let token = token(next)
      guard token.kind == .word || token.isSign(.dash) else { return nil }
      // `dieses ABV dem Hauptvertrag`: another one begins.
      if kind(next) == .the { return nil }
      if kind(next) == .act, next == index + 1 { return (.same, next + 1) }
      if kind(next) == .ownName || isOtherDocument(at: next) { return (.thisDocument, next + 1) }
      if let level = role(next).level, level.rank <= DesignatorLevel.paragraph.rank {
        // `this Annex 2` names its own number, which is read by itself.
        guard designator(at: next + 1, level: level) == nil else { return nil }
        return (.thisUnit(level), next + 1)
      }
    }
    return nil
  }

  /// A document by a phrase that ends in a word for documents: `the main contract`,
  /// `the agreement`.
  private mutating func named(
    at index: Int, isIn: Bool
  ) -> (qualifier: Mention.Qualifier, end: Int)? {
    var isForeign = kind(index) == .possessive || Self.distant.contains(token(index - 1).hash)
    var stems: [UInt64] = []
    for next in index..<(index + 6) {
      let token = token(next)
      guard token.kind == .word || token.isSign(.dash) else { break }
      if let end = endOfOtherDocument(at: next) {
        let isOwn = end == next + 1 && knownTitles().isTitle(stems + [token.stem])
        return (isOwn ? .thisDocument : .foreign, end)
      }
      // `of the previously signed agreement`: a name has capital letters.
      if token.kind == .word, kind(next) == .ownName || kind(next) == .none && token.isCapitalised {
        stems.append(token.stem)
      }
      switch kind(next) {
      case .ownName:
        let isOther = isForeign || isOther(stems) || isDated(behind: next + 1)
        return (isOther ? .foreign : .thisDocument, next + 1)
      case .act: return (.foreign, next + 1)
      // `on the Cover Page`, which lies in front of the agreement.
      case .page where next > index: return (.foreign, next + 1)
      case .foreign: isForeign = true
      case .possessive where next == index: break
      // `of the Business Associate Agreement`
      case .none, .adjective, .part, .working: break
      default: return nil
      }
      // Names of documents have capital letters or are known words; prose goes on in small ones.
      if next > index + 3, !token.isCapitalised { break }
    }
    // `of the lease`, `of the Order`, but not `of the Order Processing Contract`
    let isWhole = token(index + 1).kind != .word || !token(index + 1).isCapitalised
    guard
      token(index).hash == Self.lease
        || (Self.bareDocuments[token(index).hash] != 0 && token(index).isCapitalised && isWhole)
    else { return nil }
    return (.foreign, index + 1)
  }

  /// The index behind the name of a standard with its number: `ISO/IEC 27001:2022`, `BS 10012`.
  private func endOfStandard(at index: Int) -> Int? {
    guard Self.standards[token(index).hash] != 0, token(index).isAllCapitals else { return nil }
    var end = index + 1
    // `BSI-Standard 200-2`
    if isGlued(.dash, end), token(end + 1).stem == Self.standard { end += 2 }
    while end - index < 8, isGlued(.slash, end) || Self.standards[token(end).hash] != 0 { end += 1 }
    guard token(end).kind == .number else { return nil }
    end += 1
    if isGlued(.colon, end) || isGlued(.dash, end), token(end + 1).kind == .number { end += 2 }
    return end
  }

  private static let standard = TermWords("standard").stems[0]

  /// Whether a date tells which agreement is meant, since it is not this one: `of the Agreement of 5
  /// May 2020`, `der Vereinbarung vom 3. Mai 2025`.
  private func isDated(behind index: Int) -> Bool {
    guard Self.dated[token(index).hash] != 0 else { return false }
    for next in (index + 1)..<(index + 6) {
      let token = token(next)
      if token.kind == .number, token.length == 4 { return next > index + 1 }
      guard
        token.kind == .number || kind(next) == .counted || kind(next) == .modal
          || token.isSign(.point) || token.isSign(.comma) || token.isSign(.slash)
          || token.isSign(.dash)
      else { return false }
    }
    return false
  }

  static let dated = WordTable(of: ["dated", "vom", "of"])

  /// Whether a name is one of another document: stems of its words, the last one that of its kind.
  private mutating func isOther(_ stems: [UInt64]) -> Bool {
    guard let kind = stems.last else { return false }
    let names = knownNames()
    return stems.count > 1 ? !names.isOwn(stems) : names.isForeign(kind)
  }

  /// `of that agreement`: not of this one.
  private static let distant: Set<UInt64> = Set(
    ["that", "jenes", "jener"].map { WordHash.of($0) })
  private static let jener = WordHash.of("jener")
  private static let jenes = WordHash.of("jenes")
  private static let lease = WordHash.of("lease")
  private static let bareDocuments = WordTable(of: [
    "order", "charter", "licence", "license", "framework", "aup", "satzung",
  ])

  /// The index behind a word, or the last of some words, for documents that are not this one.
  func endOfOtherDocument(at index: Int) -> Int? {
    if isOtherDocument(at: index) { return index + 1 }
    guard let phrases = Self.otherDocuments[token(index).hash] else { return nil }
    for phrase in phrases {
      let end = index + 1 + phrase.count
      if phrase.indices.allSatisfy({ token(index + 1 + $0).hash == phrase[$0] }) { return end }
    }
    return nil
  }

  /// Names of several words for documents, by their first word.
  private static let otherDocuments: [UInt64: [[UInt64]]] = {
    let names = [
      "order form", "order forms", "statement of work", "statements of work", "work order",
      "purchase order", "service order", "insertion order", "data sheet", "letter of intent",
      "memorandum of understanding", "binding corporate rules", "articles of association",
      "documentation", "dokumentation", "deed",
    ]
    var phrases: [UInt64: [[UInt64]]] = [:]
    for name in names {
      let words = name.split(separator: " ").map { WordHash.ofLowered($0.utf8) }
      phrases[words[0], default: []].append(Array(words.dropFirst()))
    }
    return phrases
  }()
}
