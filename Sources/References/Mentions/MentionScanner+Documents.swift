/// The laws and documents that a place is of.
extension MentionScanner {
  mutating func qualifier(at index: Int) -> (qualifier: Mention.Qualifier, end: Int)? {
    var next = index
    if isSign(.closeSquare, next) { next += 1 }
    if kind(next) == .here { return (.thisDocument, next + 1) }
    if let end = endOfSamePlace(at: next) { return (.same, end) }
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

  /// `a. a. O.`, `a.a.O.`: of what was cited before.
  private func endOfSamePlace(at index: Int) -> Int? {
    guard token(index).length == 1, isLetter("a", index), isGlued(.point, index + 1),
      isLetter("a", index + 2),
      isGlued(.point, index + 3), isLetter("o", index + 4)
    else { return nil }
    return isGlued(.point, index + 5) ? index + 6 : index + 5
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
      // `of the Addendum EU SCCs`
      case .ownName where token(next).isCapitalised && law(at: next + 1) != nil: break
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
        // `this Section 2` names its own number, which is read by itself.
        if let number = designator(at: next + 1, level: level) {
          return level.rank < DesignatorLevel.recital.rank ? (.thisUnit(level), number.end) : nil
        }
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
    // `to the extent permitted by law`
    if token(index).hash == Self.extent { return nil }
    var isForeign = kind(index) == .possessive || Self.distant.contains(token(index - 1).hash)
    var stems: [UInt64] = []
    /// With the words that make a name another document's, unless this one is titled so.
    var name: [UInt64] = []
    for next in index..<(index + 6) {
      let token = token(next)
      guard token.kind == .word || token.isSign(.dash) else { break }
      if let end = endOfOtherDocument(at: next) {
        // `updates Exhibit B under the conditions of`: no name of a document.
        if isIn, !token.isCapitalised, kind(end) == .of { return nil }
        let isOwn = end == next + 1 && knownTitles().isTitle(stems + [token.stem])
        return (isOwn ? .thisDocument : .foreign, end)
      }
      // `of the previously signed agreement`: a name has capital letters.
      if token.kind == .word, kind(next) == .ownName || kind(next) == .none && token.isCapitalised {
        stems.append(token.stem)
      }
      if token.kind == .word { name.append(token.stem) }
      switch kind(next) {
      case .ownName:
        let isTitled =
          kind(index) == .foreign && token.isCapitalised && knownTitles().isInTitle(name)
        let isOther = (isTitled ? false : isForeign || isOther(stems)) || isDated(behind: next + 1)
        return (isOther ? .foreign : .thisDocument, next + 1)
      case .act: return (.foreign, next + 1)
      // `on the Cover Page`, which lies in front of the agreement.
      case .page where next > index: return (.foreign, next + 1)
      case .foreign: isForeign = true
      case .possessive where next == index: break
      // `of the Business Associate Agreement`
      case .none, .adjective, .part, .working, .businessDay, .werktag: break
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

  /// Whether a date tells which agreement is meant, since it is not this one:
  /// `of the Agreement of 5 May 2020`, `der Vereinbarung vom 3. Mai 2025`.
  private func isDated(behind index: Int) -> Bool {
    guard Self.dated[token(index).hash] != 0 else { return false }
    for next in (index + 1)..<(index + 6) {
      let token = token(next)
      if token.kind == .number, token.length == 4 { return next > index + 1 }
      guard
        token.kind == .number || kind(next) == .counted || kind(next) == .minute
          || kind(next) == .modal
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
  private static let extent = WordHash.of("extent")
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
