internal import Agreements
internal import Deadlines
internal import Frontmatter
internal import Markup
internal import References
internal import Templating

/// What the texts say, as pages list it: terms, citations of law, periods, coverage.
struct UnderstandingModels: Sendable {
  let portal: CompiledPortal
  let paths: PortalPaths
  let words: Words

  private var language: String { words.language }

  /// In a portal of more agreements, what one agreement says stands on its own page only: one page
  /// with the periods of all of them would be read by nobody.
  static let mostListedAgreements = 50
  /// Places that are listed for one term or provision of the law.
  private static let mostListedPlaces = 50

  private var isSummary: Bool { portal.agreements.count > Self.mostListedAgreements }
  private var laws: LawCatalog { ReferenceCatalogs.shipped.laws }

  /// A Place: a Link to a place of an agreement, named by the agreement and the legal path.
  private func link(to target: ReferenceTarget) -> Value {
    let number = Int(target.agreement)
    let title = portal.listedTitle(of: portal.agreements[number], words)
    let page = paths.agreement(portal.agreements[number].id)
    let own = foreignLanguage(of: number)
    guard target.provision != Provision.none else {
      return .pairs([
        "title": .string(title), "path": .string(page), "url": .none,
        "agreement": .string(title), "place": .none, "language": .optional(own),
      ])
    }
    let provision = Int(target.provision)
    let anchor = percentEncodedFragment(portal.agreements[number].provisions[provision].anchor)
    let path = portal.agreements[number].provisions.path(of: provision, in: language)
    return .pairs([
      "title": .string("\(title), \(path)"), "path": .string("\(page)#\(anchor)"), "url": .none,
      "agreement": .string(title), "place": .string(path), "language": .optional(own),
    ])
  }

  private func foreignLanguage(of agreement: Int) -> String? {
    portal.foreignLanguage(of: portal.agreements[agreement], onPagesIn: language)
  }

  private func inLanguage(_ agreement: Int) -> Bool {
    (portal.agreements[agreement].metadata.language?.value ?? paths.defaultLanguage) == language
  }

  /// The model `terms` of `pages/glossary.html`: by name, each with its definitions.
  func glossary() -> Value {
    var byName: [String: [(agreement: Int, term: Int)]] = [:]
    var names: [String: String] = [:]
    let shown = shownAgreements()
    for (index, understood) in portal.understood.agreements.enumerated() where shown[index] {
      for (number, term) in understood.terms.terms.enumerated()
      where term.source == .text && term.provision >= 0 {
        let key = term.name.lowercased()
        if names[key] == nil { names[key] = term.name }
        byName[key, default: []].append((index, number))
      }
    }
    // Of hundreds of definitions of a word, few are shown, and only their texts are written.
    var texts = [DefinitionTexts?](repeating: nil, count: portal.agreements.count)
    let sorted = byName.keys.map { (sortKey($0), $0) }.sorted { $0 < $1 }.map(\.1)
    return .array(
      sorted.map { key in
        let defined = byName[key] ?? []
        return .pairs([
          "name": .string(names[key] ?? key), "anchor": .string(slug(key)),
          "language": .optional(defined.first.flatMap { foreignLanguage(of: $0.agreement) }),
          "definitions": .array(
            defined.prefix(Self.mostListedPlaces).map { definition(of: $1, in: $0, &texts) }),
          "more": .integer(max(0, defined.count - Self.mostListedPlaces)),
        ])
      })
  }

  /// A Definition; `texts` are those of the agreements that were asked for before.
  private func definition(
    of number: Int, in index: Int, _ texts: inout [DefinitionTexts?]
  ) -> Value {
    let terms = portal.understood.agreements[index].terms.terms
    var own = texts[index] ?? DefinitionTexts(of: terms, in: portal.agreements[index])
    let text = own.text(of: terms[number])
    texts[index] = own
    return .pairs([
      "text": .string(text), "language": .optional(foreignLanguage(of: index)),
      "place": link(
        to: ReferenceTarget(agreement: Int32(index), provision: terms[number].provision)),
    ])
  }

  /// Whether each agreement is one for readers of the page: in its language, or without a version
  /// in it.
  private func shownAgreements() -> [Bool] {
    var translated: Set<String> = []
    func original(of index: Int) -> String {
      portal.agreements[index].metadata.translationOf?.value ?? portal.agreements[index].id
    }
    for index in portal.agreements.indices where inLanguage(index) {
      translated.insert(original(of: index))
    }
    return portal.agreements.indices.map {
      inLanguage($0) || !translated.contains(original(of: $0))
    }
  }

  /// The model `laws` of `pages/law.html`: law by law and article by article, what rests on them.
  func lawIndex() -> Value {
    typealias Entry = (provision: LawProvision, places: [ReferenceTarget])
    var groups: [(law: Int, provisions: [Entry])] = []
    let shown = shownAgreements()
    for link in portal.understood.backLinks.laws where shown[Int(link.source.agreement)] {
      let cited = link.provision
      if groups.last?.law != cited.law { groups.append((cited.law, [])) }
      let last = groups.count - 1
      if groups[last].provisions.last?.provision != cited {
        groups[last].provisions.append((cited, []))
      }
      let row = groups[last].provisions.count - 1
      if groups[last].provisions[row].places.last != link.source {
        groups[last].provisions[row].places.append(link.source)
      }
    }
    return .array(
      groups.map { group in
        let law = laws.laws[group.law]
        return .pairs([
          "title": .string(law.title.text(onPagesIn: language)),
          "short": .string(law.short.text(onPagesIn: language)),
          "anchor": .string(slug(law.id)),
          "provisions": .array(
            group.provisions.map { cited, places in
              .pairs([
                "words": .string(cited.wordKey), "number": .string(cited.number),
                "url": .optional(law.address(of: cited.number, cited.unit, language: language)),
                "places": .array(places.prefix(Self.mostListedPlaces).map { link(to: $0) }),
                "more": .integer(max(0, places.count - Self.mostListedPlaces)),
              ])
            }),
        ])
      })
  }

  /// The model `cited_laws` of an agreement: each law that it cites, with the address of its text,
  /// in the order of the catalog; those without an address are left out.
  func citedLaws(by understood: UnderstoodAgreement) -> Value {
    let cited = Set(understood.resolved.citations.lazy.map(\.law)).sorted()
    return .array(
      cited.compactMap { number in
        let law = laws.laws[number]
        guard let address = law.address(of: "", .law, language: language) else { return nil }
        return .pairs([
          "title": .string(law.title.text(onPagesIn: language)),
          "short": .string(law.short.text(onPagesIn: language)),
          "url": .string(address),
        ])
      })
  }

  /// The model `duties` of `pages/duties.html`: the periods of the texts, by party, or in a large
  /// portal none.
  func duties() -> Value {
    guard !isSummary else { return [] }
    return periods(of: portal.agreements.indices.filter { inLanguage($0) })
  }

  /// The model `period_counts`: in a large portal, how many periods each agreement sets.
  func periodCounts() -> Value {
    guard isSummary else { return [] }
    return .array(
      portal.agreements.indices.compactMap { index in
        let count = portal.understood.agreements[index].periods.count { $0.provision >= 0 }
        guard inLanguage(index), count > 0 else { return nil }
        return .pairs([
          "agreement": link(to: index, section: "periods"), "count": .integer(count),
        ])
      })
  }

  /// The periods of one agreement, by party.
  func periods(of agreement: Int) -> Value { periods(of: [agreement]) }

  private func periods(of agreements: [Int]) -> Value {
    var byParty: [String: [Value]] = [:]
    for index in agreements {
      let periods = portal.understood.agreements[index].periods.filter { $0.provision >= 0 }
      guard !periods.isEmpty else { continue }
      let words = portal.agreements[index].tree.text
      let excerpts = TextExcerpts(of: portal.agreements[index])
      var links = PlaceLinks(
        portal.agreements[index],
        called: portal.listedTitle(of: portal.agreements[index], self.words),
        paths: paths, in: language)
      for period in periods {
        let provision = Int(period.provision)
        let value: Value = .pairs([
          "period": .string(text(period.textRange, of: words)),
          "text": .string(
            excerpts.excerpt(of: period.sentenceRange, around: period.textRange)),
          "place": links.link(to: provision),
        ])
        byParty[period.party, default: []].append(value)
      }
    }
    return .array(
      (byParty.keys.filter { !$0.isEmpty }.sorted() + (byParty[""] == nil ? [] : [""])).map {
        party in
        .pairs([
          "party": .string(party.isEmpty ? "not-stated" : party),
          "periods": .array(byParty[party] ?? []),
        ])
      })
  }

  /// The model `coverage` of `pages/coverage.html`: each agreement against the duties of Art. 28;
  /// in a large portal with the counts alone.
  func coverage() -> Value {
    .array(
      portal.agreements.indices.compactMap { index in
        let agreement = portal.agreements[index]
        guard agreement.metadata.kind == .agreement else { return nil }
        let cells = portal.understood.agreements[index].coverage
        func count(_ status: DutyCoverage.Status) -> Value {
          .integer(cells.count { $0.status == status })
        }
        return .pairs([
          "agreement": isSummary
            ? link(to: index, section: "coverage")
            : .link(
              title: portal.listedTitle(of: agreement, words), path: paths.agreement(agreement.id),
              language: foreignLanguage(of: index)),
          "anchor": .string(slug(agreement.id)),
          "met": .integer(cells.count { $0.status == .declared || $0.status == .elsewhere }),
          "suggested": count(.suggested), "missing": count(.missing),
          "duties": isSummary ? [] : coverage(of: index),
        ])
      })
  }

  /// The duties of Art. 28 with the clauses of one agreement that cover them; empty for what is no
  /// agreement on processing.
  func coverage(of agreement: Int) -> Value {
    guard portal.agreements[agreement].metadata.kind == .agreement else { return [] }
    let duties = ReferenceCatalogs.shipped.duties.duties
    return .array(
      portal.understood.agreements[agreement].coverage.map { cell in
        .pairs([
          "paragraph": .string(duties[cell.duty].paragraph),
          "letter": .optional(duties[cell.duty].letter),
          "title": .string(duties[cell.duty].title.text(onPagesIn: language)),
          "status": .string(cell.status.rawValue),
          "places": .array(cell.places.map { link(to: $0) }),
        ])
      })
  }

  /// A Link to what the page of an agreement says about it behind its text.
  private func link(to agreement: Int, section: String) -> Value {
    .link(
      title: portal.listedTitle(of: portal.agreements[agreement], words),
      path: "\(paths.agreement(portal.agreements[agreement].id))#\(section)",
      language: foreignLanguage(of: agreement))
  }

  private func text(_ range: Range<Int32>, of words: [UInt8]) -> String {
    let bytes = words[Int(range.lowerBound)..<Int(range.upperBound)]
    guard bytes.contains(0x0A) else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: bytes.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }
}

/// The texts of the definitions of one agreement.
private struct DefinitionTexts {
  private let texts: PlainTexts
  private var excerpts: TextExcerpts
  /// How many terms each place defines.
  private var terms: [Int32: Int] = [:]

  /// A place that defines more terms is not quoted with each of them.
  private static let fewTerms = 4

  init(of terms: [DefinedTerm], in agreement: Agreement) {
    texts = agreement.plainTexts()
    excerpts = TextExcerpts(of: agreement)
    for term in terms where term.provision >= 0 { self.terms[term.provision, default: 0] += 1 }
  }

  /// All that the places of a term say, or the sentence that defines it among many others.
  mutating func text(of term: DefinedTerm) -> String {
    guard terms[term.provision, default: 0] <= Self.fewTerms else {
      return excerpts.sentence(around: term.textRange)
    }
    return term.places.map { texts[Int($0)] }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

/// Links to places of one agreement, each named by the agreement and the legal path.
private struct PlaceLinks {
  private let agreement: Agreement
  private let page: String
  private var legalPaths: LegalPathWriter
  private var name: [UInt8]
  /// The bytes of ``name`` that all links share.
  private let nameStart: Int

  init(_ agreement: Agreement, called title: String, paths: PortalPaths, in language: String) {
    self.agreement = agreement
    page = paths.agreement(agreement.id) + "#"
    legalPaths = LegalPathWriter(
      of: agreement.provisions, in: Language(ofReaders: language))
    name = Array("\(title), ".utf8)
    nameStart = name.count
  }

  mutating func link(to provision: Int) -> Value {
    name.removeLast(name.count - nameStart)
    legalPaths.append(pathOf: provision, to: &name)
    return .link(
      title: String(decoding: name, as: UTF8.self),
      path: page + percentEncodedFragment(agreement.provisions[provision].anchor))
  }
}
