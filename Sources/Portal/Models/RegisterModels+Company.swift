internal import Agreements
internal import Deadlines
internal import Frontmatter
internal import Registers
internal import Templating

// One company of the register: see docs/theme.md.

extension RegisterModels {
  /// An Entry.
  func entry(for company: Company, where isShown: (Engaged) -> Bool = { _ in true }) -> Value {
    .dictionary(entryMembers(of: company, shown: engagements(of: company).filter(isShown)))
  }

  private func entryMembers(of company: Company, shown: [Engaged]) -> ValueMap {
    let record = company.record
    let dates = shown.compactMap {
      company.state == .engaged(.ended) ? $0.engagement.ended?.value : $0.begins
    }
    let date = company.state == .engaged(.ended) ? dates.max() : dates.min()
    return [
      "id": .string(record.id.value),
      "name": .string(record.name.value),
      "path": .string(path(of: record)),
      "state": .string(company.state.word),
      "states": .texts(inOrder(shown.map(\.state.rawValue))),
      "country": .optional(record.address?.country?.value),
      "is_group_company": .boolean(record.isGroupCompany),
      "is_natural_person": .boolean(record.isNaturalPerson),
      "tier": .integer(tier(of: record)),
      "engaged_by": engagedBy(record),
      "date": .optional(date?.description),
      "object_until": .optional(shown.flatMap(\.openWindows).map(\.lastDay).max()?.description),
      "countries": .texts(inOrder(shown.flatMap(\.places).compactMap(\.country))),
      "mechanisms": .texts(inOrder(shown.flatMap { mechanisms(of: $0) })),
      "products": .array(
        shown.contains { $0.engagement.products.isEmpty }
          ? []
          : inOrder(shown.flatMap { $0.engagement.products.map(\.value) }).map { product($0) }),
      "engagements": .array(shown.map { engagement($0) }),
    ]
  }

  /// The model `entry` of `pages/sub-processor.html`.
  func page(of index: Int, description: [UInt8], changes: Value) -> Value {
    let company = portal.timeline.companies[index]
    let record = company.record
    var members = entryMembers(of: company, shown: company.engaged)
    members["objection"] = objection(to: company.engaged)
    members["short_name"] = .optional(record.shortName?.value)
    members["aliases"] = .texts(record.aliases.map(\.value))
    members["exclusion_reason"] = passage(record.exclusionReason)
    members["address"] = addressModel(record.address)
    members["website"] = .optional(record.website?.value)
    members["contact"] = contact(record.contact)
    members["parent"] =
      record.parent.map {
        .pairs([
          "name": .string($0.name?.value ?? ""), "country": .optional($0.country?.value),
        ])
      } ?? Value.none
    members["description"] = description.isEmpty ? Value.none : .markup(description)
    members["description_language"] = .optional(
      language == paths.defaultLanguage ? nil : paths.defaultLanguage)
    members["certificates"] = .array(record.certificates.map { certificate($0) })
    members["engages"] = .array(
      (links.engaged[record.id.value] ?? []).map {
        .link(title: companies[$0].record.name.value, path: path(of: companies[$0].record))
      })
    members["chain"] = .array(chain(above: record))
    members["measures"] = .array(links.measures[record.id.value] ?? [])
    members["measures_path"] = .optional(
      portal.catalog.resting[record.id.value].map { _ in
        paths.delegated(record.id.value, language)
      })
    members["mentions"] = .array(mentions(of: index))
    members["adopted_from"] = .array(adoptedFrom(record))
    members["reviewed"] = .optional(record.reviewed?.value.description)
    members["history"] = .array(history(of: company))
    members["changes"] = changes
    return .dictionary(members)
  }

  private func certificate(_ certificate: SubProcessor.Certificate) -> Value {
    .pairs([
      "name": .string(certificate.name.value), "url": .optional(certificate.url?.value),
      "expires": .optional(certificate.expires?.value.description),
      "is_expired": .boolean(certificate.expires.map { $0.value < portal.timeline.day } ?? false),
    ])
  }

  private func engagedBy(_ company: SubProcessor) -> Value {
    guard let id = company.engagedBy?.value, let index = links.indexes[id] else { return .none }
    let other = portal.subProcessors[index]
    return .link(title: other.name.value, path: path(of: other))
  }

  /// As the record states it, else one more for each company above it.
  func tier(of record: SubProcessor) -> Int {
    record.tier?.value ?? companies(above: record).count + 1
  }

  /// Links to the companies that stand between the processor and this one, uppermost first.
  private func chain(above record: SubProcessor) -> [Value] {
    companies(above: record).map { .link(title: $0.name.value, path: path(of: $0)) }
  }

  private func companies(above record: SubProcessor) -> [SubProcessor] {
    var found: [SubProcessor] = []
    var seen: Set<Int> = []
    var current = record
    while let id = current.engagedBy?.value, let index = links.indexes[id],
      seen.insert(index).inserted, seen.count < 100
    {
      current = portal.subProcessors[index]
      found.append(current)
    }
    return found.reversed()
  }

  /// Links to the places of agreements whose lists the record was read from.
  private func adoptedFrom(_ record: SubProcessor) -> [Value] {
    guard let adoption = record.adoption,
      let agreement = portal.agreements.first(where: { $0.id == adoption.agreement })
    else { return [] }
    return adoption.provisions.map { provision in
      let path = agreement.provisions.path(of: Int(provision), in: language)
      let anchor = percentEncodedFragment(agreement.provisions[Int(provision)].anchor)
      return .link(
        title: "\(agreement.metadata.listedTitle), \(path)",
        path: "\(paths.agreement(agreement.id))#\(anchor)",
        language: portal.foreignLanguage(of: agreement, onPagesIn: language))
    }
  }

  private func mentions(of index: Int) -> [Value] {
    (portal.mentions[index] ?? []).map { mention in
      let (number, provision) = (mention.agreement, Int(mention.provision))
      let path = portal.agreements[number].provisions.path(of: provision, in: language)
      let anchor = percentEncodedFragment(portal.agreements[number].provisions[provision].anchor)
      return .link(
        title: "\(portal.agreements[number].metadata.listedTitle), \(path)",
        path: "\(paths.agreement(portal.agreements[number].id))#\(anchor)",
        language: portal.foreignLanguage(of: portal.agreements[number], onPagesIn: language))
    }
  }
}

// MARK: - Engagements

extension RegisterModels {
  private func engagement(_ engaged: Engaged) -> Value {
    let engagement = engaged.engagement
    return .pairs([
      "state": .string(engaged.state.rawValue),
      "service": passage(engagement.service),
      "purpose": passage(engagement.purpose),
      "condition": passage(engagement.condition),
      "data": .texts(engagement.data.map { categories[$0.value] ?? $0.value }),
      "subjects": .texts(engagement.subjects.map { categories[$0.value] ?? $0.value }),
      "sensitive_data": .texts(sensitive(engagement.data)),
      "vulnerable_subjects": .texts(sensitive(engagement.subjects)),
      "locations": .array(
        zip(engagement.locations, engaged.places).flatMap { locations($0, $1) }),
      "transfers": transfers(of: engaged),
      "countries": .texts(inOrder(engaged.places.compactMap(\.country))),
      "mechanisms": .texts(inOrder(mechanisms(of: engaged))),
      "products": .array(engagement.products.map { product($0.value) }),
      "product_ids": .texts(productIDs(of: engagement)),
      "edition_ids": .texts(editionIDs(of: engagement)),
      "announced": .optional(engagement.announced?.value.description),
      "effective": .optional(engaged.begins?.description),
      "not_before": .optional(engaged.notBefore?.description),
      "ended": .optional(engagement.ended?.value.description),
      // What is to be given up later only has not been.
      "withdrawn": engaged.state == .withdrawn
        ? .optional(engagement.withdrawn?.value.description) : .none,
      "object_until": .optional(engaged.openWindow?.description),
      "counting": engaged.openWindow == nil ? .none : engaged.window.map(counting) ?? .none,
      "details": .array(
        engagement.details.map {
          .pairs(["name": .string($0.name), "text": .string($0.text.value)])
        }),
      "changes": .array(engaged.changes.map { self.engagement($0) }),
    ])
  }

  /// The names of those categories that the settings mark: data of Articles 9 and 10 GDPR, and
  /// persons who need special protection.
  func sensitive(_ categories: [Located<String>]) -> [String] {
    categories.filter { sensitiveCategories.contains($0.value) }
      .map { self.categories[$0.value] ?? $0.value }
  }

  /// A place with a line for each thing that is done there.
  private func locations(_ location: ProcessingLocation, _ place: AssessedPlace) -> [Value] {
    let name = location.organisation?.value ?? location.note?.text(in: language).text
    let roles: [String?] = location.roles.isEmpty ? [nil] : location.roles.map(\.value.rawValue)
    return roles.map { role in
      .pairs([
        "country": .optional(location.country?.value),
        "name": .optional(location.country == nil ? name : nil),
        "city": .optional(location.city?.value),
        "note": .optional(location.country == nil ? nil : location.note?.text(in: language).text),
        "role": .optional(role),
        "standing": .string(place.standing.rawValue),
      ])
    }
  }

  /// Products without their editions; `*` where it is for all.
  private func productIDs(of engagement: Engagement) -> [String] {
    if engagement.products.isEmpty { return ["*"] }
    return inOrder(engagement.products.map { String($0.value.prefix { $0 != "/" }) })
  }

  /// Editions as `product/edition`, all of them where a product is named without one; `*` where it
  /// is for all products.
  private func editionIDs(of engagement: Engagement) -> [String] {
    if engagement.products.isEmpty { return ["*"] }
    return inOrder(
      engagement.products.flatMap { product in
        product.value.contains("/") ? [product.value] : (links.editions[product.value] ?? [])
      })
  }

  /// What a company does, did or will do: what was given up beforehand never took place, unless
  /// there is nothing else to tell.
  func engagements(of company: Company) -> [Engaged] {
    company.state == .engaged(.withdrawn)
      ? company.engaged : company.engaged.filter { $0.state != .withdrawn }
  }

  /// What the public may see of a contact.
  private func contact(_ contact: ContactPoint?) -> Value {
    guard let contact, contact.audience == .public else { return .none }
    return .pairs([
      "name": .optional(contact.name?.value), "email": .optional(contact.email?.value),
    ])
  }
}
