internal import Agreements
internal import Deadlines
internal import Frontmatter
internal import Markup
internal import References
internal import Registers
internal import Templating

/// Makes the model of each page from what Annex understood: the other side of docs/theme.md.
struct PageModels: Sendable {
  let portal: CompiledPortal
  let theme: Theme
  let paths: PortalPaths
  let surroundings: AgreementSurroundings
  /// By language.
  let registers: [String: RegisterModels]
  let measures: [String: MeasureModels]
  let clauseWords: [String: ClauseWords]
  let histories: [String: HistoryModels]
  private let deadlines: [String: OpenDeadlines]
  let past: PastPortals
  let feeds: PortalFeeds?
  /// The model `site`, which is the same on every page of a language, by language.
  let sites: [String: Value]
  let generator: String
  /// Indexes of the agreements, by title.
  let agreementsByTitle: [Int]

  init(_ portal: CompiledPortal, theme: Theme, paths: PortalPaths, generator: String) {
    self.portal = portal
    self.theme = theme
    self.paths = paths
    self.generator = generator
    surroundings = AgreementSurroundings(portal, paths: paths)
    let titles = portal.agreements.map { $0.metadata.title.lowercased() }
    agreementsByTitle = portal.agreements.indices.sorted {
      (titles[$0], portal.agreements[$0].id) < (titles[$1], portal.agreements[$1].id)
    }
    let hasAccent = theme.assets[AccentSheet.assetName] != nil
    var sites: [String: Value] = [:]
    var registers: [String: RegisterModels] = [:]
    var measures: [String: MeasureModels] = [:]
    var clauseWords: [String: ClauseWords] = [:]
    var histories: [String: HistoryModels] = [:]
    let links = ChangeLinks(portal, paths: paths)
    for language in portal.settings.languages.map(\.value) {
      let words = theme.words[language] ?? Words(language: language)
      registers[language] = RegisterModels(portal, words: words, paths: paths)
      measures[language] = MeasureModels(portal, words: words, paths: paths)
      clauseWords[language] = ClauseWords(words)
      histories[language] = HistoryModels(portal, words: words, links: links, paths: paths)
      sites[language] = siteModel(
        of: portal, paths: paths, words: words, generator: generator, hasAccent: hasAccent,
        logo: theme.logo)
    }
    self.sites = sites
    self.registers = registers
    let announced = AnnouncedVersions(portal, paths: paths)
    deadlines = registers.mapValues { OpenDeadlines($0, announced) }
    self.measures = measures
    self.clauseWords = clauseWords
    self.histories = histories
    past = PastPortals(portal, paths: paths, words: theme.words)
    feeds = PortalFeeds(
      portal, words: theme.words, links: links, registers: registers, paths: paths)
  }

  /// What the template of a page is rendered with, beside the model `site`.
  func model(of page: PlannedPage) -> ValueMap {
    var model: ValueMap = ["page": pageModel(of: page), "feeds": feeds(of: page)]
    guard let registers = registers[page.language], let measures = measures[page.language],
      let history = histories[page.language]
    else { return model }
    switch page.subject {
    case .start: model["start"] = start(registers, measures, history)
    case .agreements:
      model["agreements"] = .array(agreementsByTitle.map { line(for: $0, history) })
    case .agreement(let index): addAgreement(index, in: page.language, to: &model)
    case .subProcessors: model["register"] = registers.directory()
    case .subProcessor(let index):
      model["entry"] = registers.page(
        of: index,
        description: description(ofRecord: portal.subProcessors[index].path, on: page),
        changes: history.events(ofSubProcessor: portal.subProcessors[index].id.value))
    case .product(let index):
      let (product, register) = registers.productPage(index)
      model["product"] = product
      model["register"] = register
    case .transfers: model["transfers"] = registers.transfers()
    case .chain: model["chain"] = registers.chain()
    case .measures: model["matrix"] = measures.matrix()
    case .scheme(let index): model["matrix"] = measures.matrix(inScheme: index)
    case .schemeCoverage(let index): model["coverage"] = measures.coverage(ofScheme: index)
    case .control(let index):
      let text = description(ofRecord: portal.controls[index].path, on: page)
      model["control"] = measures.page(of: index, description: text)
    case .schemeControl(let scheme, let control):
      model["control"] = measures.page(inScheme: scheme, of: control)
    case .responsibility: model["responsibility"] = measures.responsibility()
    case .delegatedMeasures(let index): model["delegated"] = measures.delegated(to: index)
    case .measuresDocument: model["document"] = measures.document()
    case .changes:
      model["deadlines"] = .array(deadlines[page.language]?.all ?? [])
      model["releases"] = history.log()
    case .release(let number):
      model["release"] = history.release(number)
      model["deadlines"] = []
    case .version(let agreement, let version):
      addPastVersion(agreement, version, in: page.language, to: &model)
    case .versions(let agreement): model["picker"] = history.picker(agreement)
    case .comparison(let agreement, let from, let to):
      let family = portal.history.indexes.last?.family(of: portal.history.agreements[agreement].id)
      model["comparison"] = history.comparison(
        agreement, from: from, to: to,
        deadlines: deadlines[page.language]?.concerning(agreements: family ?? []) ?? [])
    case .clauseHistory(let agreement):
      model["agreement"] = history.agreementLink(portal.history.agreements[agreement])
      model["versions_path"] = .string(
        paths.versions(ofAgreement: portal.history.agreements[agreement].id))
      model["clauses"] = history.clauses(agreement)
    case .glossary: model["terms"] = understanding(page.language).glossary()
    case .law: model["laws"] = understanding(page.language).lawIndex()
    case .duties:
      model["duties"] = understanding(page.language).duties()
      model["period_counts"] = understanding(page.language).periodCounts()
    case .coverage: model["coverage"] = understanding(page.language).coverage()
    case .search: model["directory"] = searchDirectory(in: page.language)
    case .notFound: model["others"] = notFound(besides: page.language)
    }
    return model
  }
}

extension PageModels {
  func understanding(_ language: String) -> UnderstandingModels {
    UnderstandingModels(
      portal: portal, paths: paths, words: theme.words[language] ?? Words(language: language))
  }
}

extension PageModels {
  /// The pictures that the texts of today and of the releases show, with their paths.
  func pictures() -> [(path: String, bytes: [UInt8])] {
    var files = portal.pictures.files(shownBy: portal.agreements.lazy.map(\.tree))
    let shown = Set(portal.subProcessors.map(\.path) + portal.controls.map(\.path))
    let descriptions = portal.descriptions.filter { shown.contains($0.key) }
    files.merge(portal.pictures.files(shownBy: descriptions.values)) { $1 }
    for release in past.releases {
      let trees = release.portal.agreements.lazy.map(\.tree)
      files.merge(release.portal.pictures.files(shownBy: trees)) { $1 }
    }
    return files.sorted { $0.key < $1.key }.map { (path: $0.key, bytes: $0.value) }
  }

  /// The calendar of the register in each language, with its path.
  func calendars() -> [(path: String, bytes: [UInt8])] {
    guard !portal.subProcessors.isEmpty else { return [] }
    return portal.settings.languages.map(\.value).map { language in
      let words = theme.words[language] ?? Words(language: language)
      let calendar = RegisterCalendar(portal, words: words, paths: paths)
      return (paths.calendar(language), calendar.text(generator: generator))
    }
  }
}

// MARK: - Pages

extension PageModels {
  /// An AgreementLine: of the version in force, where the text of today is announced only.
  private func line(for index: Int, _ history: HistoryModels) -> Value {
    if let line = history.lineInForce(of: portal.agreements[index].id) { return line }
    let metadata = portal.agreements[index].metadata
    return .pairs([
      "title": .string(metadata.title),
      "path": .string(paths.agreement(portal.agreements[index].id)),
      "kind": .string(metadata.kind.rawValue),
      "version": .optional(metadata.version?.value),
      "effective": .optional(metadata.effective?.value),
      "state": .string(state(of: metadata, asOf: portal.asOf)),
      "language": .string(metadata.language?.value ?? paths.defaultLanguage),
      "announced": [],
    ])
  }

  private func start(
    _ registers: RegisterModels, _ measures: MeasureModels, _ history: HistoryModels
  ) -> Value {
    let active = registers.active
    let planned = registers.companies.count(where: \.hasWorkToCome)
    let register: Value =
      portal.subProcessors.isEmpty
      ? .none
      : .pairs([
        "active_count": .integer(active.count), "planned_count": .integer(planned),
        "eea_count": .integer(active.count { registers.isOnlyInEEA($0) }),
        "entries": .array(
          active.prefix(12).map {
            .link(title: $0.record.displayName, path: registers.path(of: $0.record))
          }),
        "countries": registers.countries(of: active, limit: 12),
        "country_count": .integer(registers.countryCount(of: active)),
      ])
    let open = deadlines[registers.language]?.all ?? []
    return .pairs([
      "agreements": .array(agreementsByTitle.prefix(12).map { line(for: $0, history) }),
      "agreement_count": .integer(portal.agreements.count),
      "deadlines": .array(Array(open.prefix(5))), "deadline_count": .integer(open.count),
      "register": register,
      "latest": history.latest(),
      "measures": portal.controls.isEmpty
        ? .none
        : .pairs([
          "measure_count": .integer(measures.measureCount),
          "scope_count": .integer(portal.scopes.count),
        ]),
    ])
  }

  private func addAgreement(_ index: Int, in language: String, to model: inout ValueMap) {
    let agreement = portal.agreements[index]
    let blanks = portal.understood.agreements[index].blanks.count { $0.kind != .party }
    let value = agreementModel(
      agreement, digest: portal.digests[index], blankCount: blanks, in: surroundings)
    if case .dictionary(var members) = value {
      histories[language]?.addVersions(of: agreement.id, shown: nil, to: &members)
      model["agreement"] = .dictionary(members)
    }
    model["outline"] = outlineModel(of: agreement)
    model["translation_checks"] = translationChecks(of: index, in: language)
    model["duties"] = understanding(language).periods(of: index)
    model["coverage"] = understanding(language).coverage(of: index)
    model["cited_laws"] = understanding(language).citedLaws(
      by: portal.understood.agreements[index])
    guard let words = clauseWords[language] else { return }
    let weaver = AgreementWeaver(
      portal, number: index, paths: paths, language: language, words: words)
    var renderer = ClauseRenderer(
      agreement, words: words, weave: weaver.weave(), citedBy: citedBy(index, weaver, in: language))
    model["body"] = .array(
      renderer.render().map { part in
        switch part {
        case .html(let bytes): .pairs(["html": .markup(bytes), "register": .none])
        case .register(let register):
          embedded(
            agreement.embeddedRegisters[register], registers: registers[language],
            measures: measures[language])
        }
      })
  }

  /// What leads to the places of an agreement, by place.
  private func citedBy(
    _ index: Int, _ weaver: AgreementWeaver, in language: String
  ) -> [Int32: [CitingPlace]] {
    var citing: [Int32: [CitingPlace]] = [:]
    for link in portal.understood.backLinks.links(toAgreement: Int32(index)) {
      guard link.target.provision != Provision.none, link.source.provision != Provision.none,
        let url = weaver.url(of: link.source)
      else { continue }
      if citing[link.target.provision]?.last?.url == url { continue }
      let number = Int(link.source.agreement)
      let path =
        portal.agreements[number].provisions.path(of: Int(link.source.provision), in: language)
      let name =
        number == index ? path : "\(portal.agreements[number].metadata.listedTitle), \(path)"
      citing[link.target.provision, default: []].append(CitingPlace(url: url, name: name))
    }
    return citing
  }

  /// The register that stands in the text, narrowed down as the text asks.
  ///
  /// `past`: the day of the registers and the language of the page, on the page of a version that
  /// was published.
  func embedded(
    _ embedded: EmbeddedRegister, registers: RegisterModels?, measures: MeasureModels?,
    past: (day: CalendarDate, language: String)? = nil
  ) -> Value {
    guard let registers, let measures else { return .none }
    let day = Value.optional(past?.day.description)
    let today = { (path: (String) -> String, isThere: Bool) -> Value in
      .optional(isThere ? past.map { path($0.language) } : nil)
    }
    let register: Value =
      switch embedded.register {
      case .subProcessors:
        .pairs([
          "kind": "sub-processors",
          "as_of": day,
          "today_path": today(paths.subProcessors, !portal.subProcessors.isEmpty),
          "entries": registers.entries(product: embedded.filters["product"]?.value),
        ])
      case .measures:
        .pairs([
          "kind": "measures",
          "as_of": day,
          "today_path": today(paths.measures, !portal.controls.isEmpty),
          "controls": measures.controls(scope: embedded.filters["scope"]?.value),
        ])
      }
    return .pairs(["html": .none, "register": register])
  }

  /// Lets links to agreements by their id, such as `dpa#audits`, lead to their pages.
  private func weaveLinks(of tree: MarkupTree, from page: String) -> MarkupWeave {
    var weave = MarkupWeave()
    for (index, link) in tree.links.enumerated() {
      let parts = link.destination.split(
        separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false)
      guard let first = parts.first,
        surroundings.titles[String(decoding: first, as: UTF8.self)] != nil
      else { continue }
      let path = paths.agreement(String(decoding: first, as: UTF8.self))
      let fragment = parts.count > 1 ? "#" + String(decoding: parts[1], as: UTF8.self) : ""
      weave.redirect(link: index, to: relativeURL(from: page, to: path + fragment).utf8)
    }
    portal.pictures.redirect(picturesOf: tree, from: page, in: &weave)
    return weave
  }

  /// The record's own text, which is Markdown without any structure of its own.
  private func description(ofRecord path: String, on page: PlannedPage) -> [UInt8] {
    guard let description = portal.descriptions[path] else { return [] }
    var output: [UInt8] = []
    var html = MarkupHTML(description, weave: weaveLinks(of: description, from: page.path))
    html.headingShift = 1
    html.idPrefix = Array("theme:".utf8)
    if let words = clauseWords[page.language] { html.footnoteReturnLabel = words.backToText }
    for block in description.children(of: 0) { html.append(block, to: &output) }
    html.appendFootnotes(to: &output)
    return output
  }
}
