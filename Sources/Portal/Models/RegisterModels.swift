internal import Agreements
internal import Deadlines
internal import Frontmatter
internal import Registers
internal import Templating

/// The sub-processor register as templates see it, in one language: see docs/theme.md.
struct RegisterModels: Sendable {
  /// What is true of an engagement or a company on the day of the portal.
  enum State: String, Sendable {
    case active, planned, ended
    /// Announced, and given up before it took effect: such a company is in no list.
    case withdrawn
    /// Listed to say that it is no sub-processor.
    case excluded
  }

  let portal: CompiledPortal
  let language: String
  let paths: PortalPaths
  private let words: Words
  private let periods: NoticePeriods
  private let asOf: CalendarDate?
  let categories: [String: String]
  let products: [String: String]
  /// Companies that process data for customers: those listed as excluded are none.
  let companies: [SubProcessor]
  /// Found once, since each company's page asks for its own part of them.
  let links: RegisterLinks

  init(_ portal: CompiledPortal, words: Words, paths: PortalPaths) {
    self.portal = portal
    self.words = words
    language = words.language
    self.paths = paths
    asOf = CalendarDate(portal.asOf)
    periods = NoticePeriods(portal.settings.notice)
    var categories: [String: String] = [:]
    for category in portal.settings.dataCategories + portal.settings.subjectCategories {
      categories[category.id.value] = category.name.text(in: language).text
    }
    self.categories = categories
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
    companies = portal.subProcessors.filter { !$0.isExcluded && !$0.engagements.isEmpty }
    links = RegisterLinks(portal, companies: companies, language: language, paths: paths)
  }

  /// A Passage, or `none` where nothing is written.
  func passage(_ prose: LocalizedText?) -> Value {
    prose.map { .passage($0, in: language, writtenIn: paths.defaultLanguage) } ?? .none
  }

  func path(of company: SubProcessor) -> String {
    paths.subProcessor(company.id.value, language)
  }

  /// Whether everything that an active company does happens inside the EEA.
  func isOnlyInEEA(_ company: SubProcessor) -> Bool {
    let locations = activeEngagements(of: company).flatMap(\.locations)
    return !locations.isEmpty
      && locations.allSatisfy { location in
        location.country.map { EuropeanEconomicArea.shipped.contains($0.value) } ?? false
      }
  }

  func activeEngagements(of company: SubProcessor) -> [Engagement] {
    company.engagements.filter { state(of: $0) == .active }
  }
}

// MARK: - States

extension RegisterModels {
  /// The state on the day that the portal is built for.
  func state(of engagement: Engagement) -> State {
    guard engagement.withdrawn == nil else { return .withdrawn }
    guard let asOf else { return .active }
    if let ended = engagement.ended?.value, ended <= asOf { return .ended }
    if let effective = engagement.effective?.value, effective > asOf { return .planned }
    return .active
  }

  /// A company is in use while one of its engagements is.
  func state(of company: SubProcessor) -> State {
    guard !company.isExcluded else { return .excluded }
    let states = company.engagements.map { state(of: $0) }
    return [.active, .planned, .ended].first { states.contains($0) } ?? .withdrawn
  }
}

// MARK: - Deadlines

extension RegisterModels {
  /// The last day to object to an engagement, as long as it has not passed.
  func openWindow(of engagement: Engagement) -> CalendarDate? {
    guard engagement.withdrawn == nil, let asOf,
      let day = periods.lastDayToObject(to: engagement), day >= asOf
    else { return nil }
    return day
  }

  /// Deadline values of everything that runs, soonest first.
  func deadlines() -> [Value] {
    guard let asOf else { return [] }
    var found: [(day: CalendarDate, kind: String, company: SubProcessor)] = []
    for company in companies {
      for engagement in company.engagements where engagement.withdrawn == nil {
        if let day = openWindow(of: engagement) { found.append((day, "objection", company)) }
        if let day = engagement.effective?.value, day > asOf {
          found.append((day, "effective", company))
        }
        if let day = engagement.ended?.value, day > asOf { found.append((day, "ended", company)) }
      }
    }
    let sorted = found.sorted {
      ($0.day, $0.kind, $0.company.id.value) < ($1.day, $1.kind, $1.company.id.value)
    }
    return sorted.map { deadline in
      .pairs([
        "date": .string(deadline.day.description), "kind": .string(deadline.kind),
        "title": .string(deadline.company.name.value), "path": .string(path(of: deadline.company)),
      ])
    }
  }
}

// MARK: - The directory

extension RegisterModels {
  /// The model `register` of `pages/sub-processors.html`.
  func directory() -> Value {
    let sorted = companies.sorted { $0.name.value.lowercased() < $1.name.value.lowercased() }
    let entries = sorted.map { (state: state(of: $0), value: entry(for: $0)) }
    let active = sorted.filter { state(of: $0) == .active }
    return .pairs([
      "active": .array(entries.filter { $0.state == .active }.map(\.value)),
      "planned": .array(entries.filter { $0.state == .planned }.map(\.value)),
      "ended": .array(entries.filter { $0.state == .ended }.map(\.value)),
      "excluded": excluded(),
      "eea_count": .integer(active.count { isOnlyInEEA($0) }),
      "countries": countries(of: active),
      "mechanisms": .texts(inOrder(companies.flatMap { mechanisms(of: $0) })),
      "products": .array(
        inOrder(companies.flatMap { productIDs(of: $0) }).map { product($0) }),
      "notice": notice(),
    ])
  }

  /// Recipients that are listed to say that they are no sub-processors.
  private func excluded() -> Value {
    let companies = portal.subProcessors.filter(\.isExcluded)
      .sorted { $0.name.value.lowercased() < $1.name.value.lowercased() }
    return .array(
      companies.map { company in
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
    let chosen = companies.filter { company in
      guard state(of: company) == .active else { return false }
      guard let product else { return true }
      return activeEngagements(of: company).contains { engagement in
        // Without products an engagement is for all of them; `a/b` is an edition of `a`.
        engagement.products.isEmpty
          || engagement.products.contains {
            $0.value == product || $0.value.hasPrefix(product + "/")
              || product.hasPrefix($0.value + "/")
          }
      }
    }
    return .array(
      chosen.sorted { $0.name.value.lowercased() < $1.name.value.lowercased() }.map {
        entry(for: $0)
      })
  }

  /// CountryCount values, most frequent first.
  func countries(of active: [SubProcessor], limit: Int = .max) -> Value {
    var counts: [String: Int] = [:]
    for company in active {
      for code in Set(
        activeEngagements(of: company).flatMap(\.locations).compactMap(\.country?.value))
      {
        counts[code, default: 0] += 1
      }
    }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return .array(
      sorted.prefix(limit).map { code, count in
        .pairs([
          "country": .string(code), "name": .none, "count": .integer(count),
          "share": .integer(active.isEmpty ? 0 : count * 100 / active.count),
          "is_eea": .boolean(EuropeanEconomicArea.shipped.contains(code)),
        ])
      })
  }

  private func notice() -> Value {
    let notice = portal.settings.notice
    guard let beforeUse = notice.beforeUse?.value, let objection = notice.objection?.value else {
      return .none
    }
    return .pairs([
      "before_use": .string(words.text(for: beforeUse)),
      "objection": .string(words.text(for: objection)),
      "email": .optional(notice.channel?.email?.value),
    ])
  }
}

/// The texts without repeats, each where it stood first.
func inOrder(_ texts: [String]) -> [String] {
  var seen: Set<String> = []
  return texts.filter { seen.insert($0).inserted }
}
