internal import Agreements
internal import Diagnostics

/// Resolves the references of one agreement.
struct ReferenceResolver {
  let number: Int
  let workspace: ReadingSet
  let reading: AgreementReading
  let context: ReferenceContext
  private let recognition: Recognition
  let builder: CitationBuilder
  var resolved = ResolvedAgreement()
  var diagnostics = DiagnosticList()

  /// The citation that was read last in the passage at hand.
  var lastCitation: Citation?
  private var lastPassage: Int32 = -1
  /// The law of articles that the agreement cites most, for those without a law beside.
  var usualLaw: Int?
  private var nextLaw = 0
  /// What provisions are called that the agreement cites of names that several laws have.
  private let units: [Int: Law.Unit]
  /// What annexes are called that have no heading; most agreements need not ask.
  lazy var annexLabels = AnnexLabels(reading)
  /// Whether a reference leads to an annex that is only listed.
  private var citesListed = false
  /// By what sections are cited in decimals, beside the words for sections: `paragraph 2.1`,
  /// `Nr. 5.2`.
  private lazy var decimalLevels: Set<DesignatorLevel> = {
    var levels: Set<DesignatorLevel> = []
    for mention in recognition.mentions {
      for part in mention.parts where part.path.count > 1 {
        let (first, second) = (part.path[0], part.path[1])
        guard first.form == .number, !first.isBracketed, second.level == .component,
          second.form == .number, !second.isBracketed
        else { continue }
        levels.insert(first.level)
      }
    }
    return levels
  }()
  /// The last place of this agreement that was cited, with its passage and the byte behind it: what
  /// a letter without its clause can be of.
  var lastPlace: (place: Int32, passage: Int32, end: Int32)?
  /// Where `Clause 9` is one of the standard clauses.
  let clauses: ClauseContext

  init(_ number: Int, of workspace: ReadingSet) {
    self.number = number
    self.workspace = workspace
    reading = workspace.readings[number]
    context = reading.context
    recognition = reading.recognition
    builder = CitationBuilder(laws: context.laws)
    clauses = ClauseContext(reading, builder: builder)
    units = Self.units(ofNamesIn: recognition.mentions, context.laws)
  }

  mutating func resolve() {
    usualLaw = context.defaultLaw ?? mostCitedLaw()
    for mention in recognition.mentions {
      enter(mention.passage, before: mention.textRange.lowerBound)
      if case .law(let law) = mention.qualifier, !clauses.isWrittenOut(mention) {
        cite(mention, law: law)
      } else if mention.qualifier == .none || mention.qualifier == .same, isOfLaw(mention) {
        if !isOfUnknownLaw(mention) { citeImplied(mention) }
      } else {
        resolveInternal(mention)
      }
    }
    enter(Int32.max, before: Int32.max)
    for mention in recognition.documents { resolveDocument(mention) }
    resolveLinks()
    if citesListed { checkListedAnnexes() }
    resolved.references.sort { $0.textRange.lowerBound < $1.textRange.lowerBound }
    resolved.citations.sort { $0.textRange.lowerBound < $1.textRange.lowerBound }
    resolved.references = resolved.references.fitted
    resolved.citations = resolved.citations.fitted
    reportCitations()
  }

  private static func units(
    ofNamesIn mentions: [Mention], _ laws: LawCatalog
  ) -> [Int: Law.Unit] {
    var units: [Int: Law.Unit] = [:]
    for mention in mentions {
      guard case .law(let reference) = mention.qualifier, units[reference.name] == nil,
        laws.names[reference.name].laws.count > 1, let part = mention.parts.first
      else { continue }
      units[reference.name] = unit(of: part)
    }
    return units
  }

  private func mostCitedLaw() -> Int? {
    var counts = [Int](repeating: 0, count: context.laws.laws.count)
    for mention in recognition.mentions {
      guard case .law(let reference) = mention.qualifier,
        let law = builder.law(reference, number: "", unit: units[reference.name]),
        context.laws.laws[law].unit == .article
      else { continue }
      counts[law] += 1
    }
    guard let most = counts.max(), most > 0 else { return nil }
    return counts.firstIndex(of: most)
  }

  /// Takes note of the names of laws before a byte, and forgets the citation of another passage.
  private mutating func enter(_ passage: Int32, before byte: Int32) {
    if passage != lastPassage {
      lastCitation = nil
      lastPassage = passage
    }
    let laws = recognition.laws
    while nextLaw < laws.count, laws[nextLaw].textRange.lowerBound < byte || byte == Int32.max {
      let mention = laws[nextLaw]
      nextLaw += 1
      guard let law = builder.law(mention.law, number: "", unit: units[mention.law.name]) else {
        continue
      }
      let citation = Citation(
        law: law, unit: .law, textRange: mention.textRange, provision: mention.provision)
      resolved.citations.append(citation)
      if mention.passage == passage { lastCitation = citation }
    }
  }
}

// MARK: - Places of agreements

extension ReferenceResolver {
  /// Whether an article is one of something that is named behind it and that nobody knows, which is
  /// noted: `Article 12 of the Constitution`.
  private mutating func isOfUnknownLaw(_ mention: Mention) -> Bool {
    var mention = mention
    if let end = endOfUnknownDocument(behind: mention) {
      mention.textRange = mention.textRange.lowerBound..<end
    } else if !hasRomanArticle(mention) {
      return false
    }
    addExternal(mention, address: nil)
    return true
  }

  /// Whether a mention is of an `Article IV`, as no law counts its articles that is cited without
  /// its name.
  private func hasRomanArticle(_ mention: Mention) -> Bool {
    guard let first = mention.parts.first?.path.first else { return false }
    return first.level == .article && first.form == .letter
  }

  private mutating func resolveInternal(_ written: Mention) {
    if isWholeUnnumberedAnnex(written) { return resolveUnnumberedAnnex(written) }
    let mention = readingOwnTitle(written)
    guard !isOwnHeading(mention), let target = agreement(of: mention) else { return }
    var search = PlaceSearch(
      mention, of: reading, in: workspace.readings[target], number: target,
      origin: origin(of: mention, in: target), topics: context.catalogs.topics)
    search.isAfterCitation = lastCitation.map { $0.unit != .law } ?? false
    if let level = mention.parts.first?.path.first?.level,
      level == .paragraph || level == .number || level == .point
    {
      search.callsSectionsSo = decimalLevels.contains(level)
    }
    var (reference, missing) = resolveParts(of: mention, in: target, by: &search)
    if missing.count == mention.parts.count, target == number,
      let goingOn = resolvedBehindLast(mention)
    {
      (reference, missing) = (goingOn, [])
    }
    guard missing.isEmpty || isOfAgreement(mention, missing: missing.count),
      !namesItsOwnPlace(reference, of: mention)
    else { return }
    diagnostics += search.diagnostics
    for (part, result) in missing where diagnostics.hasRoom(for: .unknownReference, .error) {
      diagnostics.append(unknown(part, result, of: mention, in: target))
    }
    resolved.references.append(reference)
    if target == number, let place = reference.parts.last?.targets.last?.provision, place >= 0 {
      lastPlace = (place, mention.passage, mention.textRange.upperBound)
    }
  }

  /// The number of the agreement that a mention is looked for in; `nil` where it is a provision of
  /// a law or a place of another document, which is noted.
  private mutating func agreement(of mention: Mention) -> Int? {
    var target = number
    switch mention.qualifier {
    case .foreign:
      addExternal(mention, address: nil)
      return nil
    case .document(let number):
      let known = recognition.named[number]
      guard let index = workspace.index(of: known.id) else {
        addExternal(mention, address: known.address)
        return nil
      }
      target = index
    case .same:
      if !citeContinued(mention) { addExternal(mention, address: nil) }
      return nil
    case .none, .thisDocument, .thisUnit, .law: break
    }
    if citeClauses(mention, of: clauses.law(of: mention)) { return nil }
    if isOfUnknownAct(mention) {
      addExternal(mention, address: nil)
      return nil
    }
    if let end = endOfUnknownDocument(behind: mention) {
      var mention = mention
      mention.textRange = mention.textRange.lowerBound..<end
      addExternal(mention, address: nil)
      return nil
    }
    return target
  }

  /// Looks up the parts of a mention in an agreement.
  ///
  /// - Returns: the reference, with those parts that lead nowhere, and how far their paths lead.
  mutating func resolveParts(
    of mention: Mention, in target: Int, by search: inout PlaceSearch
  ) -> (
    reference: ResolvedReference, missing: [(part: Mention.Part, result: PlaceFinder.Result)]
  ) {
    var reference = ResolvedReference(
      kind: kind(of: mention), textRange: mention.textRange, provision: mention.provision,
      parts: [])
    var missing: [(part: Mention.Part, result: PlaceFinder.Result)] = []
    for part in mention.parts {
      let found = search.resolve(part)
      if found.missing != nil, let exhibit = exhibited(part, of: mention, in: target) {
        reference.parts.append(exhibit)
        continue
      }
      if found.missing != nil, let both = search.resolveApart(part) {
        reference.parts += [both.first, both.second]
        continue
      }
      if found.missing != nil, let labelled = labelled(part, of: mention, in: target) {
        reference.parts.append(labelled)
        continue
      }
      reference.parts.append(found.part)
      if let result = found.missing { missing.append((part, result)) }
    }
    if mention.parts.count == 1, mention.parts[0].spacedLetter == nil, reference.parts.count == 1 {
      reference.parts[0].textRange = mention.parts[0].textRange
    }
    if let end = reference.parts.last?.textRange.upperBound, end > reference.textRange.upperBound {
      reference.textRange = reference.textRange.lowerBound..<end
    }
    return (reference, missing)
  }

  /// Whether a mention of which parts are missing is one of the agreement all the same. Where it is
  /// of a law or of another document, that is noted.
  private mutating func isOfAgreement(_ mention: Mention, missing: Int) -> Bool {
    if isOfRecitals(mention) {
      // Without recitals, it is of a document that nobody named.
      guard reading.index.hasRecitals else { return false }
    } else if missing == mention.parts.count {
      if mention.mayBeElsewhere {
        addExternal(mention, address: nil)
        return false
      }
      if citeContinued(mention) { return false }
      if citeClauses(mention, of: clauses.law(ofAnnex: mention)) { return false }
      if citeClauses(mention, of: clauses.law(ofMissing: mention)) { return false }
      if isBeyondAgreements(mention) {
        addExternal(mention, address: nil)
        return false
      }
    }
    return !mention.isWeak
  }

  /// Whether a heading says what its own section is: `Art der Daten (Anlage 1)`.
  private func namesItsOwnPlace(_ reference: ResolvedReference, of mention: Mention) -> Bool {
    reading.passages[Int(mention.passage)].kind == .heading
      && reference.parts.allSatisfy { part in
        part.targets.allSatisfy { $0.provision == mention.provision } && !part.targets.isEmpty
      }
  }

  /// What a part that leads nowhere means by the label of a section or of what is attached.
  private mutating func labelled(
    _ part: Mention.Part, of mention: Mention, in target: Int
  ) -> ResolvedReference.Part? {
    guard target == number, mention.qualifier == .none || mention.qualifier == .thisDocument,
      part.path.first?.level == .annex, clauses.law(ofAnnex: mention) == nil
    else { return nil }
    let found = annexLabels.resolve(part, in: target)
    citesListed = citesListed || found?.status == .external
    return found
  }

  /// `Part B: Networks` as a heading says what the section is, and refers to nothing.
  private func isOwnHeading(_ mention: Mention) -> Bool {
    let passage = reading.passages[Int(mention.passage)]
    // What is set in bold for a heading is reported as such.
    return mention.textRange.lowerBound == passage.start
      && (passage.kind == .heading || reading.agreement.tree.isOnlyStrong(Int(passage.node)))
  }

  private func isOfRecitals(_ mention: Mention) -> Bool {
    let level = mention.parts.first?.path.first?.level
    return level == .recital || level == .preamble
  }

  private func kind(of mention: Mention) -> ResolvedReference.Kind {
    guard let path = mention.parts.first?.path, path.first?.level == .annex,
      path.last?.level == .annex
    else { return .clause }
    return .annex
  }

  private mutating func addExternal(_ mention: Mention, address: String?) {
    guard !mention.isWeak || address != nil else { return }
    resolved.references.append(
      ResolvedReference(
        kind: kind(of: mention), textRange: mention.textRange, provision: mention.provision,
        parts: mention.parts.map {
          ResolvedReference.Part(textRange: $0.textRange, address: address, status: .external)
        }))
  }

  private mutating func resolveDocument(_ mention: DocumentMention) {
    var part = ResolvedReference.Part(textRange: mention.textRange)
    let document = recognition.named[mention.document]
    if let index = workspace.index(of: document.id) {
      // An agreement that names itself needs no link.
      guard index != number else { return }
      part.targets = [ReferenceTarget(agreement: Int32(index), provision: Provision.none)]
      part.status = .resolved
    } else {
      part.address = document.address
      part.status = .external
    }
    resolved.references.append(
      ResolvedReference(
        kind: .document, textRange: mention.textRange, provision: mention.provision,
        parts: [part]))
  }

  func range(_ text: Range<Int32>) -> SourceRange { reading.places.range(of: text) }
}
