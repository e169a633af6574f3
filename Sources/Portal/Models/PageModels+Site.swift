internal import Agreements
internal import Deadlines
internal import Frontmatter
internal import History
internal import Registers
internal import Templating

/// The model `site`: see docs/theme.md.
func siteModel(
  of portal: CompiledPortal, paths: PortalPaths, words: Words, generator: String,
  hasAccent: Bool, logo: String?
) -> Value {
  let language = words.language
  let processor = portal.settings.processor
  let contact = processor.contact ?? portal.settings.notice.channel
  let officer = processor.dataProtectionOfficer.flatMap { officer -> Value? in
    guard officer.name != nil || !officer.ways.isEmpty else { return nil }
    return .pairs(["name": .optional(officer.name?.value), "ways": officer.waysModel])
  }
  return .pairs([
    "title": .string(portal.settings.title.text(in: language).text),
    "base_url": .optional(portal.settings.baseURL?.value),
    "generator": .string(generator),
    "as_of": .string(portal.asOf.description),
    "footer": .optional(portal.settings.theme.footer?.text(in: language).text),
    "has_accent": .boolean(hasAccent),
    "logo": .optional(logo),
    "policy": .string(contentSecurityPolicy),
    "search_words": .markup(searchWords(words)),
    "processor": .pairs([
      "name": .string(processor.name.value), "email": .optional(contact?.email?.value),
      "objections": portal.objectionContact?.waysModel ?? .none,
      "officer": officer ?? .none,
    ]),
    "paths": .pairs([
      "start": .string(paths.start(language)),
      "agreements": portal.agreements.isEmpty ? .none : .string(paths.agreements(language)),
      "sub_processors": portal.subProcessors.isEmpty
        ? .none : .string(paths.subProcessors(language)),
      "transfers": portal.subProcessors.isEmpty ? .none : .string(paths.transfers(language)),
      "chain": portal.hasChain ? .string(paths.chain(language)) : .none,
      "calendar": portal.subProcessors.isEmpty ? .none : .string(paths.calendar(language)),
      "measures": portal.controls.isEmpty ? .none : .string(paths.measures(language)),
      "changes": .string(paths.changes(language)),
      "glossary": portal.agreements.isEmpty ? .none : .string(paths.glossary(language)),
      "law": portal.agreements.isEmpty ? .none : .string(paths.law(language)),
      "duties": portal.agreements.isEmpty ? .none : .string(paths.duties(language)),
      "coverage": portal.agreements.isEmpty ? .none : .string(paths.coverage(language)),
      "search": .string(paths.search(language)),
    ]),
  ])
}

extension PageModels {
  /// The feeds that tell of what a page shows.
  func feeds(of page: PlannedPage) -> Value {
    guard let feeds else { return [] }
    let links =
      switch page.subject {
      case .start, .changes: feeds.links(in: page.language)
      case .subProcessors, .product, .transfers, .chain:
        feeds.links(in: page.language, folder: "sub-processors")
      case .agreement(let index): feeds.links(ofAgreement: portal.agreements[index].id)
      case .versions(let number): feeds.links(ofAgreement: portal.history.agreements[number].id)
      default: [(name: String, type: String, path: String)]()
      }
    return .array(
      links.map {
        .pairs(["name": .string($0.name), "type": .string($0.type), "path": .string($0.path)])
      })
  }

  func pageModel(of page: PlannedPage) -> Value {
    let base = portal.settings.baseURL?.value
    let isAddressed = if case .notFound = page.subject { false } else { true }
    return .pairs([
      "kind": .string(page.kind),
      "path": .string(page.path),
      "language": .string(page.language),
      "canonical_url": .optional(
        isAddressed ? base.map { absoluteURL(of: page.path, base: $0) } : nil),
      "translations": .array(
        translations(of: page).map { translation(in: $0.language, at: $0.path) }),
      "digest": .optional(digest(of: page)),
      "data": data(of: page),
      "fallback": fallback(of: page).map { translation(in: "x-default", at: $0) } ?? .none,
    ])
  }

  /// The digest of what stands behind a page that is made for paper as well.
  private func digest(of page: PlannedPage) -> String? {
    switch page.subject {
    case .agreement(let index): portal.digests[index]
    case .subProcessors: portal.registerDigest
    case .measures, .scheme, .measuresDocument: portal.measuresDigest
    default: nil
    }
  }

  private func translation(in language: String, at path: String) -> Value {
    .pairs([
      "language": .string(language), "path": .string(path),
      "url": .optional(portal.settings.baseURL.map { absoluteURL(of: path, base: $0.value) }),
    ])
  }

  /// The path of the version for those who read none of the languages that a page is in: that in
  /// the portal's first language. `nil` where there is none, or where the page is in one only.
  func fallback(of page: PlannedPage) -> String? {
    let others = translations(of: page)
    guard !others.isEmpty, page.language != paths.defaultLanguage else {
      return others.isEmpty ? nil : page.path
    }
    return others.first { $0.language == paths.defaultLanguage }?.path
  }

  func translations(of page: PlannedPage) -> [(language: String, path: String)] {
    if case .agreement(let index) = page.subject {
      return (surroundings.translations[portal.agreements[index].id] ?? []).map {
        ($0.language, paths.agreement($0.id))
      }
    }
    if let others = translationsOfHistory(page.subject) { return others }
    return portal.settings.languages.map(\.value).filter { $0 != page.language }.compactMap {
      language in
      path(of: page.subject, in: language).map { (language, $0) }
    }
  }

  /// The same page about the other language versions of an agreement, where they have it; `nil` for
  /// pages that are about no version of an agreement.
  private func translationsOfHistory(
    _ subject: PlannedPage.Subject
  ) -> [(language: String, path: String)]? {
    let number: Int
    switch subject {
    case .version(let agreement, _), .versions(let agreement), .comparison(let agreement, _, _),
      .clauseHistory(let agreement):
      number = agreement
    default: return nil
    }
    let own = portal.history.agreements[number]
    return (surroundings.translations[own.id] ?? []).compactMap { language, id in
      guard let found = portal.history.number(ofAgreement: id) else { return nil }
      let other = portal.history.agreements[found]
      // Versions of two languages are one where they are called the same.
      func index(of version: Int) -> Int? {
        other.versions.firstIndex {
          $0.slug == own.versions[version].slug
        }
      }
      switch subject {
      case .version(_, let version):
        guard let version = index(of: version).map({ other.versions[$0] }),
          portal.history.isReleased(version)
        else { return nil }
        return (language, paths.version(version.slug, ofAgreement: id))
      case .comparison(_, let from, let to):
        guard let from = index(of: from), let to = index(of: to),
          other.hasComparison(from: from, to: to)
        else { return nil }
        return (
          language,
          paths.comparison(
            from: other.versions[from].slug, to: other.versions[to].slug, ofAgreement: id)
        )
      case .versions: return (language, paths.versions(ofAgreement: id))
      default:
        return other.versions.count > 1 ? (language, paths.clauseHistory(ofAgreement: id)) : nil
      }
    }
  }

  func path(of subject: PlannedPage.Subject, in language: String) -> String? {
    switch subject {
    case .start: paths.start(language)
    case .agreements: paths.agreements(language)
    case .subProcessors: paths.subProcessors(language)
    case .subProcessor(let index):
      paths.subProcessor(portal.subProcessors[index].id.value, language)
    case .product(let index):
      paths.product(portal.settings.products[index].id.value, language)
    case .transfers: paths.transfers(language)
    case .chain: paths.chain(language)
    case .measures: paths.measures(language)
    case .scheme(let index):
      paths.scheme(portal.catalog.schemes[index].scheme.id.value, language)
    case .schemeCoverage(let index):
      paths.schemeCoverage(portal.catalog.schemes[index].scheme.id.value, language)
    case .control(let index): paths.control(portal.controls[index].control.value, language)
    case .schemeControl(let scheme, let control):
      paths.control(portal.catalog.schemes[scheme].scheme.qualified(control), language)
    case .responsibility: paths.responsibility(language)
    case .delegatedMeasures(let index):
      paths.delegated(portal.subProcessors[index].id.value, language)
    case .measuresDocument: paths.measuresDocument(language)
    case .changes: paths.changes(language)
    case .release(let number):
      paths.release(addressPart(portal.history.releases[number].id), language)
    case .glossary: paths.glossary(language)
    case .law: paths.law(language)
    case .duties: paths.duties(language)
    case .coverage: paths.coverage(language)
    case .search: paths.search(language)
    case .agreement, .version, .versions, .comparison, .clauseHistory, .notFound: nil
    }
  }
}
