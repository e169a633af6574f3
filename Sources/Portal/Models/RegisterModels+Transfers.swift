internal import Deadlines
internal import Frontmatter
internal import Registers
internal import Templating

// The pages on transfers and on the chain: see docs/theme.md.

extension RegisterModels {
  /// The model `transfers` of `pages/transfers.html`.
  func transfers() -> Value {
    let catalog = portal.transferCatalog
    var rows: [Value] = []
    var inside = 0
    var atHome = 0
    for company in companies {
      for engaged in company.engaged where engaged.state.isInUse || engaged.state.isToCome {
        // Nobody may take it for one inside.
        if engaged.engagement.locations.isEmpty { rows.append(unstatedRow(company, engaged)) }
        for (location, place) in zip(engaged.engagement.locations, engaged.places) {
          if place.standing == .inside { inside += 1 }
          if place.standing == .home { atHome += 1 }
          guard place.isElsewhere else { continue }
          rows.append(row(company, engaged, location, place))
        }
        rows += transfersToCome(of: engaged, by: company)
      }
    }
    return .pairs([
      "rows": .array(rows), "inside_count": .integer(inside),
      "home": .optional(portal.timeline.home), "home_count": .integer(atHome),
      "falls": .array(falls()), "edition": .string(catalog.edition),
      "decisions": .array(decisions()),
    ])
  }

  /// The transfers that a change of a task brings, to other places or on other grounds.
  private func transfersToCome(of engaged: Engaged, by company: Company) -> [Value] {
    engaged.changes.flatMap { change in
      zip(change.engagement.locations, change.places)
        .filter { $1.isElsewhere && !engaged.places.contains($1) }
        .map { row(company, change, $0, $1) }
    }
  }

  private func row(
    _ company: Company, _ engaged: Engaged, _ location: ProcessingLocation, _ place: AssessedPlace
  ) -> Value {
    .pairs([
      "company": .link(title: company.record.name.value, path: path(of: company.record)),
      "state": .string(engaged.state.rawValue),
      "service": passage(engaged.engagement.service),
      "country": .optional(place.country),
      "name": .optional(
        place.country == nil
          ? location.organisation?.value ?? location.note?.text(in: language).text : nil),
      "standing": .string(place.standing.rawValue),
      "grounds": .array(
        (place.grounds + place.otherGrounds).map { ground($0, in: engaged, location) }),
    ])
  }

  /// A task of which no place is stated.
  private func unstatedRow(_ company: Company, _ engaged: Engaged) -> Value {
    .pairs([
      "company": .link(title: company.record.name.value, path: path(of: company.record)),
      "state": .string(engaged.state.rawValue),
      "service": passage(engaged.engagement.service),
      "country": .none, "name": .none,
      "standing": .string(AssessedPlace.Standing.unclear.rawValue), "grounds": .array([]),
    ])
  }

  /// A ground with what the record says of it.
  private func ground(
    _ ground: AssessedPlace.Ground, in engaged: Engaged, _ location: ProcessingLocation
  ) -> Value {
    let transfers = shown(
      location.transfers.isEmpty ? engaged.engagement.transfers : location.transfers,
      of: engaged.engagement)
    var mechanism: TransferMechanism = .adequacy
    if case .mechanism(let named, _) = ground { mechanism = named }
    let transfer = transfers.first { $0.mechanism.value == mechanism }
    let catalog = portal.transferCatalog
    var decision: String?
    if case .decision(let number) = ground { decision = number }
    return .pairs([
      "mechanism": .string(mechanism.rawValue),
      "law": .optional(catalog.law(of: mechanism)?.name.text(in: language).text),
      "article": .optional(article(of: mechanism, letter: transfer?.letter?.value)),
      "decision": .optional((decision ?? catalog.basis(of: mechanism).instrument).map(cited)),
      "module": .optional(transfer?.module?.value),
      "entity": .optional(transfer?.entity?.value),
      "authority": .optional(transfer?.authority?.value),
      "checked": .optional(transfer?.checked?.value.description),
      "expires": .optional(transfer?.expires?.value.description),
    ])
  }

  /// The article that a mechanism is one of, with the letter that a record names.
  private func article(of mechanism: TransferMechanism, letter: String?) -> String? {
    guard
      let article = portal.transferCatalog.basis(of: mechanism).article?.text(in: language).text
    else { return nil }
    guard mechanism == .derogation, let letter else { return article }
    return Language(ofReaders: language) == .german
      ? "\(article) Buchst. \(letter)" : "\(article)(\(letter))"
  }

  /// What would happen if each thing that transfers rest on fell: whom it hits, and what is left.
  private func falls() -> [Value] {
    let catalog = portal.transferCatalog
    var order: [String] = []
    var hits: [String: [Value]] = [:]
    var lost: [String: Int] = [:]
    for company in companies {
      for engaged in company.engaged where engaged.state.isInUse || engaged.state.isToCome {
        for (location, place) in zip(engaged.engagement.locations, engaged.places) {
          for name in inOrder((place.grounds + place.otherGrounds).map(\.dependence)) {
            if hits[name] == nil { order.append(name) }
            let left = self.left(of: place, without: name)
            if left.isEmpty { lost[name, default: 0] += 1 }
            hits[name, default: []].append(
              .pairs([
                "company": .link(
                  title: company.record.name.value, path: path(of: company.record)),
                "service": passage(engaged.engagement.service),
                "country": .optional(place.country), "name": .optional(place.name),
                "left": .array(left.map { ground($0, in: engaged, location) }),
              ]))
          }
        }
      }
    }
    return order.sorted().map { name in
      let decision = catalog.decisions.first { $0.decision == name }
      let mechanism =
        TransferMechanism(rawValue: name)
        ?? TransferMechanism.allCases.first { catalog.basis(of: $0).instrument == name }
      return .pairs([
        "name": .string(cited(name)), "country": .optional(decision?.country),
        "organisation": .optional(decision?.organisation),
        "mechanism": .optional(decision == nil ? mechanism?.rawValue : nil),
        "law": .optional(
          mechanism.flatMap { catalog.law(of: $0) }?.name.text(in: language).text),
        "hits": .array(hits[name] ?? []), "lost_count": .integer(lost[name] ?? 0),
      ])
    }
  }

  /// What a place would still rest on without one of its grounds, by the law of that one.
  private func left(of place: AssessedPlace, without name: String) -> [AssessedPlace.Ground] {
    guard let other = place.otherGrounds.first(where: { $0.dependence == name }) else {
      return place.grounds(without: name)
    }
    let law = law(of: other)
    return place.otherGrounds.filter { $0.dependence != name && self.law(of: $0) == law }
  }

  /// The id of the law beside the GDPR that a ground is one of.
  private func law(of ground: AssessedPlace.Ground) -> String? {
    guard case .mechanism(let mechanism, _) = ground else { return nil }
    return portal.transferCatalog.basis(of: mechanism).law
  }

  /// A decision as readers cite it: the Community of `2000/518/EC` is the EG in German.
  private func cited(_ decision: String) -> String {
    guard Language(ofReaders: language) == .german, decision.hasSuffix("/EC") else {
      return decision
    }
    return decision.dropLast(2) + "EG"
  }

  /// The decisions on adequacy that the portal's transfers rest on, with scope and end.
  private func decisions() -> [Value] {
    let used = Set(
      companies.flatMap(\.engaged).flatMap(\.places).flatMap(\.grounds).map(\.dependence))
    return portal.transferCatalog.decisions.filter { used.contains($0.decision) }.map { decision in
      .pairs([
        "country": .optional(decision.country), "name": .optional(decision.organisation),
        "decision": .string(cited(decision.decision)), "from": .string(decision.from.description),
        "until": .optional(decision.until?.description),
        "scope": passage(decision.scope),
      ])
    }
  }
}

extension RegisterModels {
  /// The model `chain` of `pages/chain.html`: companies in the order of a tree, each before those
  /// that it engages.
  ///
  /// `opens` says that a list of such companies follows, `closes` how many lists end behind it; so
  /// a template needs no recursion, however long a chain is.
  func chain() -> Value {
    var children: [Int: [Int]] = [:]
    var roots: [Int] = []
    for (number, company) in companies.enumerated() where isInChain(company) {
      let upper = company.record.engagedBy.flatMap { links.listed[$0.value] }
      // Below one that has ended, it would be nowhere.
      if let upper, isInChain(companies[upper]) {
        children[upper, default: []].append(number)
      } else {
        roots.append(number)
      }
    }
    var nodes: [(number: Int, depth: Int)] = []
    var open = roots.reversed().map { (number: $0, depth: 0) }
    while let next = open.popLast() {
      nodes.append(next)
      for child in (children[next.number] ?? []).reversed() {
        open.append((child, next.depth + 1))
      }
    }
    return .array(
      nodes.enumerated().map { index, node in
        let following = index + 1 < nodes.count ? nodes[index + 1].depth : 0
        return chainNode(
          companies[node.number], opens: following > node.depth,
          closes: max(node.depth - following, 0))
      })
  }

  private func isInChain(_ company: Company) -> Bool {
    company.state.isInUse || company.state.isToCome
  }

  private func chainNode(_ company: Company, opens: Bool, closes: Int) -> Value {
    let current = company.engaged.filter { $0.state.isInUse || $0.state.isToCome }
    return .pairs([
      "company": .link(title: company.record.name.value, path: path(of: company.record)),
      "engaged_by": company.record.engagedBy.flatMap { links.listed[$0.value] }.map {
        .string(companies[$0].record.name.value)
      } ?? .none,
      "tier": .integer(tier(of: company.record)),
      "state": .string(company.state.word),
      "services": .array(current.compactMap { $0.engagement.service.map { passage($0) } }),
      "countries": .texts(inOrder(current.flatMap(\.places).compactMap(\.country))),
      "opens": .boolean(opens), "closes": .integer(closes),
    ])
  }

  /// The models `product` and `register` of `pages/product.html`.
  func productPage(_ index: Int) -> (product: Value, register: Value) {
    let product = portal.settings.products[index]
    let id = product.id.value
    let chosen = companies.filter { $0.engaged.contains { $0.engagement.isFor(product: id) } }
    return (
      .pairs([
        "id": .string(id), "name": .string(product.name.text(in: language).text),
        "status": .optional(product.status?.value.rawValue),
        "editions": .array(product.editions.map { self.product("\(id)/\($0.id.value)") }),
      ]),
      register(of: chosen) { $0.engagement.isFor(product: id) }
    )
  }
}
