package import Deadlines
internal import Frontmatter

/// Decides for a place of processing what a transfer to it rests on.
///
/// Source: Chapter V of the GDPR in its own order: no transfer inside the European Economic Area, a
/// decision under Article 45, safeguards under Articles 46 and 47, a derogation under Article 49.
package struct TransferAssessor: Sendable {
  package let catalog: TransferCatalog
  package let area: EuropeanEconomicArea
  package let day: CalendarDate
  /// The country of a processor outside of the area, where it has a law of its own.
  package let home: String?

  /// `processorCountry` is where the processor sits, whose transfers they are.
  package init(
    on day: CalendarDate, catalog: TransferCatalog = .shipped,
    area: EuropeanEconomicArea = .shipped, processorCountry: String? = nil
  ) {
    self.day = day
    self.catalog = catalog
    self.area = area
    home = processorCountry.flatMap {
      !area.contains($0) && catalog.hasLaw(of: $0) ? $0 : nil
    }
  }

  /// The places of an engagement, in the order of the record.
  package func places(of engagement: Engagement) -> [AssessedPlace] {
    engagement.locations.map { assess($0, of: engagement) }
  }

  /// On what data may go to a place; a transfer that holds is a ground for each place that it is for.
  package func assess(_ location: ProcessingLocation, of engagement: Engagement) -> AssessedPlace {
    let transfers = transfers(of: location, engagement)
    let name = location.organisation?.value ?? location.words
    var place = AssessedPlace(
      country: location.country?.value, name: name, standing: .unclear, grounds: [])
    if area.contains(location) {
      place.standing = .inside
      return place
    }
    if let home, location.country?.value == home {
      place.standing = .home
      return place
    }
    let holding = transfers.filter { holds($0, for: location) }
    for transfer in holding {
      guard let law = catalog.law(of: transfer.mechanism.value) else { continue }
      let ground = ground(of: transfer, for: location)
      if law.home != location.country?.value, !place.otherGrounds.contains(ground) {
        place.otherGrounds.append(ground)
      }
    }
    let valid = holding.filter { catalog.basis(of: $0.mechanism.value).law == nil }
    if let decision = decision(for: location), !decision.isCertified,
      !isOver(transfers, valid: valid)
    {
      place.grounds.append(.decision(decision.decision))
    }
    for isDerogation in [false, true] {
      for transfer in valid {
        let ground = ground(of: transfer, for: location)
        if ground.isDerogation == isDerogation, !place.grounds.contains(ground) {
          place.grounds.append(ground)
        }
      }
    }
    if !place.grounds.isEmpty {
      place.standing = place.grounds.allSatisfy(\.isDerogation) ? .derogation : .grounded
    } else if place.otherGrounds.contains(where: isOfHome) {
      place.standing = .grounded
    } else if location.country != nil || location.organisation != nil {
      place.standing = .groundless
    }
    return place
  }

  /// Whether it is a ground under the law of the processor's own country, where that is not the GDPR.
  private func isOfHome(_ ground: AssessedPlace.Ground) -> Bool {
    guard let home, case .mechanism(let mechanism, _) = ground else { return false }
    return catalog.law(of: mechanism)?.home == home
  }

  /// Whether a record says that the decision on adequacy has ended, and of no other that it holds. It
  /// may know more than the catalog: what it says is over is not published as in force.
  private func isOver(_ transfers: [Transfer], valid: [Transfer]) -> Bool {
    let isStated = transfers.contains { $0.mechanism.value == .adequacy && $0.isOver(on: day) }
    return isStated && !valid.contains { $0.mechanism.value == .adequacy }
  }

  /// A place's own grounds take the place of the engagement's.
  package func transfers(
    of location: ProcessingLocation, _ engagement: Engagement
  ) -> [Transfer] {
    location.transfers.isEmpty ? engagement.transfers : location.transfers
  }

  /// The decision on a place that is in force on the day.
  package func decision(for location: ProcessingLocation) -> TransferCatalog.Adequacy? {
    if let country = location.country?.value {
      return catalog.decision(forCountry: country, on: day)
    }
    return location.organisation.flatMap {
      catalog.decision(forOrganisation: $0.value, on: day)
    }
  }
}

extension TransferAssessor {
  /// Whether a ground that a record names holds on the day, for this place.
  package func holds(_ transfer: Transfer, for location: ProcessingLocation) -> Bool {
    faults(of: transfer, for: location).isEmpty
  }

  /// Why a ground doesn't hold.
  package enum Fault: Sendable, Equatable {
    /// It is none under the GDPR, or says that nothing is transferred.
    case noGround
    case expired(CalendarDate)
    case fallen(name: String, since: CalendarDate, by: String)
    /// It was signed before there was such a thing.
    case tooEarly(signed: CalendarDate, from: CalendarDate)
    /// No decision covers the country.
    case noDecision
    /// The decision on the country covers companies with a certificate only.
    case onlyCertified
    case wrongCountry(String)
    /// The decision that the record names is not the one on the country.
    case wrongDecision(String)
  }

  /// Why a transfer is no ground for a place; empty for one that is.
  package func faults(of transfer: Transfer, for location: ProcessingLocation) -> [Fault] {
    let mechanism = transfer.mechanism.value
    let basis = catalog.basis(of: mechanism)
    if let name = transfer.decision?.value, let void = catalog.void(named: name, on: day) {
      return [.fallen(name: name, since: void.since, by: void.by)]
    }
    guard basis.article != nil else { return [.noGround] }
    if let expires = transfer.expires?.value, transfer.isOver(on: day) {
      return [.expired(expires)]
    }
    if let signed = transfer.signed?.value, let from = basis.from, signed < from {
      return [.tooEarly(signed: signed, from: from)]
    }
    if let country = basis.country, location.country?.value != country {
      return [.wrongCountry(country)]
    }
    guard mechanism == .adequacy || mechanism == .dataPrivacyFramework else { return [] }
    guard let decision = decision(for: location) else {
      let past = location.country.map { catalog.decisions(onCountry: $0.value) } ?? []
      if let until = past.compactMap(\.until).max(), until < day { return [.expired(until)] }
      return [.noDecision]
    }
    // A decision for certified companies is no decision on the country.
    if decision.isCertified, mechanism == .adequacy { return [.onlyCertified] }
    if let named = transfer.decision?.value, !isSame(named, decision.decision) {
      return [.wrongDecision(decision.decision)]
    }
    return []
  }

  /// Whether two spellings mean one decision: `2023/1795` is `(EU) 2023/1795`.
  private func isSame(_ first: String, _ second: String) -> Bool {
    func number(_ text: String) -> [Substring] {
      text.split { !$0.isNumber }
    }
    let (left, right) = (number(first), number(second))
    return left.isEmpty || right.isEmpty ? first == second : left == right
  }

  private func ground(
    of transfer: Transfer, for location: ProcessingLocation
  ) -> AssessedPlace.Ground {
    let mechanism = transfer.mechanism.value
    if mechanism == .adequacy, let decision = decision(for: location) {
      return .decision(decision.decision)
    }
    return .mechanism(mechanism, instrument: catalog.basis(of: mechanism).instrument)
  }
}
