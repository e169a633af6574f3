internal import Frontmatter
internal import Registers
internal import Templating

/// The sub-processor register as templates see it, in one language: see docs/theme.md.
struct RegisterModels: Sendable {
  typealias Company = RegisterTimeline.Company
  typealias Engaged = RegisterTimeline.Engaged

  let portal: CompiledPortal
  let language: String
  let paths: PortalPaths
  let words: Words
  let categories: [String: String]
  let sensitiveCategories: Set<String>
  let products: [String: String]
  /// Companies that process data for customers, by name: those listed as excluded are none.
  let companies: [Company]
  /// Found once, since each company's page asks for its own part of them.
  let links: RegisterLinks

  init(_ portal: CompiledPortal, words: Words, paths: PortalPaths) {
    self.portal = portal
    self.words = words
    language = words.language
    self.paths = paths
    var categories: [String: String] = [:]
    for category in portal.settings.dataCategories + portal.settings.subjectCategories {
      categories[category.id.value] = category.name.text(in: language).text
    }
    self.categories = categories
    sensitiveCategories = Set(
      (portal.settings.dataCategories + portal.settings.subjectCategories)
        .filter(\.isSensitive).map(\.id.value))
    var products: [String: String] = [:]
    for product in portal.settings.products {
      let name = product.name.text(in: language).text
      products[product.id.value] = name
      for edition in product.editions {
        let editionName = edition.name.text(in: language).text
        products["\(product.id.value)/\(edition.id.value)"] = "\(name), \(editionName)"
      }
    }
    self.products = products
    let listed = portal.timeline.companies.filter { $0.state != .excluded && !$0.engaged.isEmpty }
    let names = listed.map { sortKey($0.record.name.value) }
    companies = listed.indices.sorted {
      (names[$0], listed[$0].record.id.value) < (names[$1], listed[$1].record.id.value)
    }.map { listed[$0] }
    links = RegisterLinks(
      portal, companies: companies.map(\.record), language: language, paths: paths)
  }

  /// Companies in use, by name.
  var active: [Company] { companies.filter(\.state.isInUse) }

  /// A Passage, or `none` where nothing is written.
  func passage(_ prose: LocalizedText?) -> Value {
    prose.map { .passage($0, in: language, writtenIn: paths.defaultLanguage) } ?? .none
  }

  func path(of company: SubProcessor) -> String {
    paths.subProcessor(company.id.value, language)
  }

  /// Whether everything that an active company does happens inside the EEA.
  func isOnlyInEEA(_ company: Company) -> Bool {
    let inUse = company.inUse
    return !inUse.isEmpty && inUse.allSatisfy(\.isInside)
  }

  func product(_ id: String) -> Value {
    .pairs(["id": .string(id), "name": .string(products[id] ?? id)])
  }
}

// MARK: - The directory

extension RegisterModels {
  /// The model `register` of `pages/sub-processors.html`.
  func directory() -> Value { register(of: companies) { _ in true } }

  /// The model `register` of companies, and of those of their engagements that `isShown` chooses.
  func register(of companies: [Company], where isShown: (Engaged) -> Bool) -> Value {
    var groups: [String: [Value]] = [:]
    for company in companies {
      groups[group(of: company), default: []].append(entry(for: company, where: isShown))
    }
    let active = companies.filter(\.state.isInUse)
    // What no row has is no choice of a filter.
    let listed = companies.flatMap { engagements(of: $0).filter(isShown) }
    return .pairs([
      "active": .array(groups["active"] ?? []),
      "planned": .array(groups["planned"] ?? []),
      "ended": .array(groups["ended"] ?? []),
      "withdrawn": .array(groups["withdrawn"] ?? []),
      "excluded": excluded(),
      "planned_count": .integer(
        companies.count { $0.engaged.contains { isShown($0) && $0.state.isToCome } }),
      "eea_count": .integer(active.count { isOnlyInEEA($0) }),
      "countries": countries(of: active),
      "all_countries": .texts(
        Set(listed.flatMap(\.places).compactMap(\.country))
          .map { (sortKey(Countries.shipped.name(of: $0, in: language)), $0) }
          .sorted { $0 < $1 }.map(\.1)),
      "mechanism_counts": mechanismCounts(of: active),
      "mechanisms": .texts(inOrder(listed.flatMap { mechanisms(of: $0) })),
      "products": .array(portal.settings.products.map { productChoice($0) }),
      "states": .texts(
        EngagementState.allCases.map(\.rawValue).filter { state in
          listed.contains { $0.state.rawValue == state }
        }),
      "notice": notice(),
    ])
  }

  private func group(of company: Company) -> String {
    if company.state.isInUse { return "active" }
    if company.state.isToCome { return "planned" }
    return company.state == .engaged(.ended) ? "ended" : "withdrawn"
  }

  private func productChoice(_ product: PortalSettings.Product) -> Value {
    .pairs([
      "id": .string(product.id.value),
      "name": .string(product.name.text(in: language).text),
      "path": .string(paths.product(product.id.value, language)),
      "editions": .array(
        product.editions.map { self.product("\(product.id.value)/\($0.id.value)") }),
    ])
  }

  /// Recipients that are listed to say that they are no sub-processors, by name.
  var excludedCompanies: [SubProcessor] {
    portal.subProcessors.filter(\.isExcluded)
      .sorted {
        (sortKey($0.name.value), $0.id.value) < (sortKey($1.name.value), $1.id.value)
      }
  }

  private func excluded() -> Value {
    .array(
      excludedCompanies.map { company in
        .pairs([
          "id": .string(company.id.value), "name": .string(company.name.value),
          "path": .string(path(of: company)),
          "country": .optional(company.address?.country?.value),
          "reason": passage(company.exclusionReason),
        ])
      })
  }

  /// Active companies of a product, or all of them, for the text of an agreement.
  func entries(product: String?) -> Value {
    .array(
      active.filter { company in
        product.map { id in company.inUse.contains { $0.engagement.isFor(product: id) } } ?? true
      }.map { company in
        entry(for: company) { engaged in
          product.map { engaged.engagement.isFor(product: $0) } ?? true
        }
      })
  }

  /// CountryCount values, most frequent first.
  func countries(of active: [Company], limit: Int = .max) -> Value {
    let sorted = countryCounts(of: active).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return .array(
      sorted.prefix(limit).map { code, count in
        .pairs([
          "country": .string(code), "name": .none, "count": .integer(count),
          "share": .integer(active.isEmpty ? 0 : count * 100 / active.count),
          "is_eea": .boolean(EuropeanEconomicArea.shipped.contains(code)),
        ])
      })
  }

  func countryCount(of active: [Company]) -> Int { countryCounts(of: active).count }

  private func countryCounts(of active: [Company]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for company in active {
      for code in Set(company.inUse.flatMap(\.places).compactMap(\.country)) {
        counts[code, default: 0] += 1
      }
    }
    return counts
  }

  /// How many companies in use name a mechanism, most frequent first.
  private func mechanismCounts(of active: [Company]) -> Value {
    var counts: [String: Int] = [:]
    for company in active {
      for mechanism in Set(mechanisms(of: company)) { counts[mechanism, default: 0] += 1 }
    }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return .array(
      sorted.map { .pairs(["mechanism": .string($0.key), "count": .integer($0.value)]) })
  }

  private func notice() -> Value {
    let notice = portal.settings.notice
    guard let beforeUse = notice.beforeUse?.value, let objection = notice.objection?.value else {
      return .none
    }
    return .pairs([
      "before_use": .string(words.text(for: beforeUse)),
      "objection": .string(words.text(for: objection)),
      "contact": portal.objectionContact?.waysModel ?? .none,
    ])
  }
}

extension RegisterTimeline.Company {
  /// Whether something of it is to begin, be it beside what is in use.
  var hasWorkToCome: Bool { engaged.contains(where: \.state.isToCome) }
}

extension Engagement {
  /// Whether it is for a product, or for one edition of it: without products it is for all of them.
  func isFor(product id: String) -> Bool {
    products.isEmpty
      || products.contains {
        $0.value == id || $0.value.hasPrefix(id + "/") || id.hasPrefix($0.value + "/")
      }
  }
}

/// The values without repeats, each where it stood first.
func inOrder<Value: Hashable>(_ values: [Value]) -> [Value] {
  var seen: Set<Value> = []
  return values.filter { seen.insert($0).inserted }
}
