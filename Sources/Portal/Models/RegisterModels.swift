internal import Agreements
internal import Deadlines
internal import Frontmatter
internal import Registers
internal import Templating

/// The sub-processor register as templates see it, in one language: see docs/theme.md.
struct RegisterModels: Sendable {
  enum State: String, Sendable {
    case active, planned, ended
  }

  let portal: CompiledPortal
  let language: String
  let paths: PortalPaths
  private let words: Words
  private let periods: NoticePeriods
  private let asOf: CalendarDate?
  private let categories: [String: String]
  private let products: [String: String]

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
  }

  /// Companies that process data for customers: those listed as excluded are none.
  var companies: [SubProcessor] {
    portal.subProcessors.filter { !$0.isExcluded && !$0.engagements.isEmpty }
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
  /// The state on the day that the portal is built for; `nil` for what was withdrawn.
  func state(of engagement: Engagement) -> State? {
    guard engagement.withdrawn == nil else { return nil }
    guard let asOf else { return .active }
    if let ended = engagement.ended?.value, ended <= asOf { return .ended }
    if let effective = engagement.effective?.value, effective > asOf { return .planned }
    return .active
  }

  /// A company is in use while one of its engagements is.
  func state(of company: SubProcessor) -> State? {
    let states = company.engagements.compactMap { state(of: $0) }
    if states.contains(.active) { return .active }
    if states.contains(.planned) { return .planned }
    return states.isEmpty ? nil : .ended
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
    let entries = sorted.compactMap { company in
      state(of: company).map { (state: $0, value: entry(for: company)) }
    }
    let active = sorted.filter { state(of: $0) == .active }
    return .pairs([
      "active": .array(entries.filter { $0.state == .active }.map(\.value)),
      "planned": .array(entries.filter { $0.state == .planned }.map(\.value)),
      "ended": .array(entries.filter { $0.state == .ended }.map(\.value)),
      "eea_count": .integer(active.count { isOnlyInEEA($0) }),
      "countries": countries(of: active),
      "mechanisms": .texts(inOrder(companies.flatMap { mechanisms(of: $0) })),
      "products": .array(
        inOrder(companies.flatMap { productIDs(of: $0) }).map { product($0) }),
      "notice": notice(),
    ])
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

// MARK: - One company

extension RegisterModels {
  /// An Entry.
  func entry(for company: SubProcessor) -> Value { .dictionary(entryMembers(of: company)) }

  private func entryMembers(of company: SubProcessor) -> ValueMap {
    let state = state(of: company) ?? .ended
    let dates = company.engagements.compactMap {
      state == .ended ? $0.ended?.value : $0.effective?.value
    }
    let date = state == .ended ? dates.max() : dates.min()
    return [
      "id": .string(company.id.value),
      "name": .string(company.name.value),
      "path": .string(path(of: company)),
      "state": .string(state.rawValue),
      "country": .optional(company.address?.country?.value),
      "is_group_company": .boolean(company.isGroupCompany),
      "tier": .integer(company.tier?.value ?? 1),
      "engaged_by": engagedBy(company),
      "date": .optional(date?.description),
      "object_until": .optional(
        company.engagements.compactMap { openWindow(of: $0) }.max()?.description),
      "countries": .texts(
        inOrder(company.engagements.flatMap(\.locations).compactMap(\.country?.value))),
      "mechanisms": .texts(inOrder(mechanisms(of: company))),
      "products": .array(inOrder(productIDs(of: company)).map { product($0) }),
      "engagements": .array(company.engagements.compactMap { engagement($0) }),
    ]
  }

  /// The model `entry` of `pages/sub-processor.html`.
  func page(of company: SubProcessor, description: [UInt8], mentions: [Value]) -> Value {
    var members = entryMembers(of: company)
    members["short_name"] = .optional(company.shortName?.value)
    members["address"] = address(company.address)
    members["contact"] = contact(company.contact)
    members["parent"] =
      company.parent.map {
        .pairs([
          "name": .string($0.name?.value ?? ""), "country": .optional($0.country?.value),
        ])
      } ?? Value.none
    members["description"] = description.isEmpty ? Value.none : .markup(description)
    members["certificates"] = .array(
      company.certificates.map {
        .pairs([
          "name": .string($0.name.value),
          "expires": .optional($0.expires?.value.description),
        ])
      })
    members["engages"] = .array(
      companies.filter { $0.engagedBy?.value == company.id.value }.map {
        .link(title: $0.name.value, path: path(of: $0))
      })
    members["measures"] = .array(measures(restingOn: company.id.value))
    members["mentions"] = .array(mentions)
    members["history"] = []
    return .dictionary(members)
  }

  private func measures(restingOn id: String) -> [Value] {
    portal.controls.flatMap { control in
      control.measures.filter { measure in
        measure.scopes.contains { $0.delegate?.value == id }
      }.map { measure in
        .link(
          title: measure.text.text(in: language).text,
          path: paths.control(control.control.value, language) + "#" + measure.id.value)
      }
    }
  }

  private func engagedBy(_ company: SubProcessor) -> Value {
    guard let id = company.engagedBy?.value,
      let other = portal.subProcessors.first(where: { $0.id.value == id })
    else { return .none }
    return .link(title: other.name.value, path: path(of: other))
  }

  private func engagement(_ engagement: Engagement) -> Value? {
    guard let state = state(of: engagement) else { return nil }
    return .pairs([
      "state": .string(state.rawValue),
      "service": .string(engagement.service.text(in: language).text),
      "purpose": .optional(engagement.purpose?.text(in: language).text),
      "condition": .optional(engagement.condition?.text(in: language).text),
      "data": .texts(engagement.data.map { categories[$0.value] ?? $0.value }),
      "subjects": .texts(engagement.subjects.map { categories[$0.value] ?? $0.value }),
      "locations": .array(engagement.locations.flatMap { locations($0) }),
      "transfer": transfer(of: engagement),
      "products": .array(engagement.products.map { product($0.value) }),
      "announced": .optional(engagement.announced?.value.description),
      "effective": .optional(engagement.effective?.value.description),
      "ended": .optional(engagement.ended?.value.description),
      "object_until": .optional(openWindow(of: engagement)?.description),
    ])
  }

  /// A place with a line for each thing that is done there.
  private func locations(_ location: ProcessingLocation) -> [Value] {
    let name = location.organisation?.value ?? location.note?.text(in: language).text
    let roles: [String?] = location.roles.isEmpty ? [nil] : location.roles.map(\.value.rawValue)
    return roles.map { role in
      .pairs([
        "country": .optional(location.country?.value),
        "name": .optional(location.country == nil ? name : nil),
        "role": .optional(role),
      ])
    }
  }

  private func transfer(of engagement: Engagement) -> Value {
    let transfers = engagement.transfers + engagement.locations.flatMap(\.transfers)
    guard let transfer = transfers.first else { return .none }
    return .pairs([
      "mechanism": .string(transfer.mechanism.value.rawValue),
      "module": .optional(transfer.module?.value),
      "note": .optional(transfer.reason?.text(in: language).text),
    ])
  }

  private func mechanisms(of company: SubProcessor) -> [String] {
    company.engagements.flatMap { $0.transfers + $0.locations.flatMap(\.transfers) }.map {
      $0.mechanism.value.rawValue
    }
  }

  private func productIDs(of company: SubProcessor) -> [String] {
    company.engagements.flatMap(\.products).map(\.value)
  }

  private func product(_ id: String) -> Value {
    .pairs(["id": .string(id), "name": .string(products[id] ?? id)])
  }

  func address(_ address: Registers.PostalAddress?) -> Value {
    guard let address else { return .none }
    let town = [address.postalCode, address.city].compactMap { $0?.value }.joined(separator: " ")
    let lines = [address.street?.value, town.isEmpty ? nil : town, address.region?.value]
    return .pairs([
      "lines": .texts(lines.compactMap { $0 }), "country": .optional(address.country?.value),
    ])
  }

  /// What the public may see of a contact.
  private func contact(_ contact: ContactPoint?) -> Value {
    guard let contact, contact.audience == .public else { return .none }
    return .pairs([
      "name": .optional(contact.name?.value), "email": .optional(contact.email?.value),
    ])
  }
}

/// The texts without repeats, each where it stood first.
private func inOrder(_ texts: [String]) -> [String] {
  var seen: Set<String> = []
  return texts.filter { seen.insert($0).inserted }
}
