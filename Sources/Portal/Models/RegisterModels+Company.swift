internal import Deadlines
internal import Frontmatter
internal import Registers
internal import Templating

// One company of the register: see docs/theme.md.

extension RegisterModels {
  /// An Entry.
  func entry(for company: SubProcessor) -> Value { .dictionary(entryMembers(of: company)) }

  private func entryMembers(of company: SubProcessor) -> ValueMap {
    let state = state(of: company)
    let engagements = engagements(of: company)
    let dates = engagements.compactMap {
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
      "is_natural_person": .boolean(company.isNaturalPerson),
      "tier": .integer(company.tier?.value ?? 1),
      "engaged_by": engagedBy(company),
      "date": .optional(date?.description),
      "object_until": .optional(
        company.engagements.compactMap { openWindow(of: $0) }.max()?.description),
      "countries": .texts(
        inOrder(engagements.flatMap(\.locations).compactMap(\.country?.value))),
      "mechanisms": .texts(inOrder(mechanisms(of: company))),
      "products": .array(
        engagements.contains { $0.products.isEmpty }
          ? [] : inOrder(productIDs(of: company)).map { product($0) }),
      "engagements": .array(engagements.map { engagement($0) }),
    ]
  }

  /// The model `entry` of `pages/sub-processor.html`.
  func page(of company: SubProcessor, description: [UInt8], mentions: [Value]) -> Value {
    var members = entryMembers(of: company)
    members["short_name"] = .optional(company.shortName?.value)
    members["exclusion_reason"] = passage(company.exclusionReason)
    members["address"] = address(company.address)
    members["website"] = .optional(company.website?.value)
    members["contact"] = contact(company.contact)
    members["parent"] =
      company.parent.map {
        .pairs([
          "name": .string($0.name?.value ?? ""), "country": .optional($0.country?.value),
        ])
      } ?? Value.none
    members["description"] = description.isEmpty ? Value.none : .markup(description)
    members["description_language"] = .optional(
      language == paths.defaultLanguage ? nil : paths.defaultLanguage)
    members["certificates"] = .array(
      company.certificates.map {
        .pairs([
          "name": .string($0.name.value), "url": .optional($0.url?.value),
          "expires": .optional($0.expires?.value.description),
        ])
      })
    members["engages"] = .array(
      (links.engaged[company.id.value] ?? []).map {
        .link(title: companies[$0].name.value, path: path(of: companies[$0]))
      })
    members["measures"] = .array(links.measures[company.id.value] ?? [])
    members["mentions"] = .array(mentions)
    members["history"] = []
    return .dictionary(members)
  }

  private func engagedBy(_ company: SubProcessor) -> Value {
    guard let id = company.engagedBy?.value, let index = links.indexes[id] else { return .none }
    let other = portal.subProcessors[index]
    return .link(title: other.name.value, path: path(of: other))
  }

  private func engagement(_ engagement: Engagement) -> Value {
    .pairs([
      "state": .string(state(of: engagement).rawValue),
      "service": passage(engagement.service),
      "purpose": passage(engagement.purpose),
      "condition": passage(engagement.condition),
      "data": .texts(engagement.data.map { categories[$0.value] ?? $0.value }),
      "subjects": .texts(engagement.subjects.map { categories[$0.value] ?? $0.value }),
      "locations": .array(engagement.locations.flatMap { locations($0) }),
      "transfers": transfers(of: engagement),
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

  /// Each ground once, whether the record names it for the engagement or for one of its places.
  private func transfers(of engagement: Engagement) -> Value {
    var seen: Set<[String]> = []
    var values: [Value] = []
    for transfer in engagement.transfers + engagement.locations.flatMap(\.transfers) {
      let mechanism = transfer.mechanism.value.rawValue
      let module = transfer.module?.value
      let note = transfer.reason?.text(in: language).text
      let said = [mechanism, module.map { String($0) } ?? "", note ?? ""]
      guard seen.insert(said).inserted else { continue }
      values.append(
        .pairs([
          "mechanism": .string(mechanism), "module": .optional(module),
          "note": passage(transfer.reason),
        ]))
    }
    return .array(values)
  }

  func mechanisms(of company: SubProcessor) -> [String] {
    engagements(of: company).flatMap { $0.transfers + $0.locations.flatMap(\.transfers) }.map {
      $0.mechanism.value.rawValue
    }
  }

  func productIDs(of company: SubProcessor) -> [String] {
    engagements(of: company).flatMap(\.products).map(\.value)
  }

  /// What a company does, did or will do: what was given up beforehand never took place.
  private func engagements(of company: SubProcessor) -> [Engagement] {
    company.engagements.filter { state(of: $0) != .withdrawn }
  }

  func product(_ id: String) -> Value {
    .pairs(["id": .string(id), "name": .string(products[id] ?? id)])
  }

  private func address(_ address: Registers.PostalAddress?) -> Value {
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
