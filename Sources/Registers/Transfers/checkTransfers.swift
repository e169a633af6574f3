package import Deadlines
package import Diagnostics
internal import Frontmatter

/// Checks what transfers rest on, as of a day.
///
/// Pure. Engagements that have ended or were withdrawn are left alone. Without any ground a
/// transfer is an error; what is wrong with a ground, or soon will be, a warning.
///
/// `processorCountry` decides which module of the standard contractual clauses fits.
///
/// - Complexity: O(places times grounds of each).
package func checkTransfers(
  of companies: [SubProcessor], processorCountry: String?, using assessor: TransferAssessor
) -> [Diagnostic] {
  var check = TransferCheck(assessor: assessor, processorCountry: processorCountry)
  for company in companies where !company.isExcluded {
    for engagement in company.engagements where engagement.isCurrent(on: assessor.day) {
      check.check(engagement, of: company)
    }
  }
  return check.diagnostics
}

extension Engagement {
  /// Whether it takes place on the day, or is to.
  package func isCurrent(on day: CalendarDate) -> Bool {
    withdrawn == nil && (ended.map { $0.value >= day } ?? true)
  }
}

private struct TransferCheck {
  let assessor: TransferAssessor
  let processorCountry: String?
  var diagnostics: [Diagnostic] = []
  private var told: Set<Diagnostic> = []
  /// Adequacy decisions whose end has been reported, once for each company.
  private var reported: Set<String> = []

  init(assessor: TransferAssessor, processorCountry: String?) {
    self.assessor = assessor
    self.processorCountry = processorCountry
  }

  mutating func check(_ engagement: Engagement, of company: SubProcessor) {
    // Of a country that is none, nobody knows whether anything is transferred; it is reported.
    for location in engagement.locations where !location.isInNoCountry {
      checkContradiction(among: assessor.transfers(of: location, engagement), engagement)
      let place = assessor.assess(location, of: engagement)
      let range =
        (location.country ?? location.organisation ?? location.note?.variants[0].text)?.range
        ?? engagement.place
      let name = place.country ?? place.name ?? ""
      switch place.standing {
      case .inside, .home: continue
      case .groundless:
        diagnostics.append(
          .transferWithoutGround(
            company.displayName, to: name, isAdopted: company.adoption != nil, at: range))
      // A place that names nothing at all is an error of the record.
      case .unclear where name.isEmpty: break
      case .unclear: diagnostics.append(.unclearPlace(name, at: range))
      case .derogation, .grounded: break
      }
      for transfer in assessor.transfers(of: location, engagement) {
        check(transfer, of: company, for: location, isElsewhere: place.standing != .unclear)
      }
      checkEnd(of: place, location, company, at: range)
    }
    if engagement.locations.isEmpty { checkSeat(of: company, engagement) }
  }

  /// Nothing is transferred to a place inside, and what is transferred elsewhere needs more: only of
  /// places of both kinds can a task name both.
  private mutating func checkContradiction(among transfers: [Transfer], _ engagement: Engagement) {
    guard let none = transfers.first(where: { $0.mechanism.value == .none }),
      let other = transfers.first(where: { $0.mechanism.value != .none }),
      assessor.places(of: engagement).allSatisfy({ $0.standing == .inside })
    else { return }
    add(
      Diagnostic(
        .illFittingGround, .warning,
        "'none-eea' says that nothing is transferred, '\(other.mechanism.value.rawValue)' what a "
          + "transfer rests on", at: none.mechanism.range,
        help: "keep the one that is so; where places differ, write 'transfer' into each of them"))
  }

  /// A seat is no place of processing, but outside it makes one likely.
  private mutating func checkSeat(of company: SubProcessor, _ engagement: Engagement) {
    guard let seat = company.address?.country, !assessor.area.contains(seat.value),
      seat.value != assessor.home
    else { return }
    diagnostics.append(
      Diagnostic(
        .unclearPlace, .warning,
        "'\(company.displayName)' sits in \(seat.value) and names no place of processing",
        at: engagement.place, help: "write locations: with the countries that it processes in"))
  }

  private mutating func check(
    _ transfer: Transfer, of company: SubProcessor, for location: ProcessingLocation,
    isElsewhere: Bool
  ) {
    let range = transfer.mechanism.range
    let name = transfer.mechanism.value.rawValue
    checkDates(of: transfer)
    for fault in assessor.faults(of: transfer, for: location) {
      guard let diagnostic = diagnostic(for: fault, transfer, location, isElsewhere) else {
        continue
      }
      diagnostics.append(diagnostic)
      return
    }
    if let expires = transfer.expires, isNear(expires.value) {
      diagnostics.append(.groundExpiring("'\(name)'", on: expires.value, at: expires.range))
    }
    switch transfer.mechanism.value {
    case .standardClauses: checkModule(of: transfer)
    case .dataPrivacyFramework:
      checkCertificate(of: transfer, company)
      checkEntity(of: transfer, company)
    case .derogation, .compellingInterest:
      add(
        Diagnostic(
          .derogationGround, .warning,
          "'\(name)' is for single cases; what goes on needs another ground", at: range,
          help: "agree on standard contractual clauses: scc-2021-914 with module 3"))
    default: break
    }
  }

  private func diagnostic(
    for fault: TransferAssessor.Fault, _ transfer: Transfer, _ location: ProcessingLocation,
    _ isElsewhere: Bool
  ) -> Diagnostic? {
    let range = transfer.mechanism.range
    let name = transfer.mechanism.value.rawValue
    let place =
      location.country?.value ?? "'\(location.organisation?.value ?? location.words ?? "")'"
    switch fault {
    case .noGround:
      guard isElsewhere else { return nil }
      // Clauses for British or Swiss law may stand beside others.
      return transfer.mechanism.value == .none
        ? .illFittingGround("'\(name)' does not fit \(place), which is outside of the area", range)
        : nil
    case .expired(let day):
      let known = transfer.mechanism.value == .adequacy ? assessor.decision(for: location) : nil
      return Diagnostic(
        .expiredGround, .warning, "'\(name)' ended on \(day)",
        at: transfer.expires?.range ?? range,
        help: known.map {
          "remove 'expires' if the decision \($0.decision) goes on, or name another ground"
        } ?? "renew it, or name another ground")
    case .fallen(let fallen, let since, let by):
      return Diagnostic(
        .voidGround, .warning, "'\(fallen)' has been void since \(since) (\(by))",
        at: transfer.decision?.range ?? range, help: "name another ground")
    case .tooEarly(let signed, let from):
      return Diagnostic(
        .voidGround, .warning, "'\(name)' can't have been signed on \(signed): it is of \(from)",
        at: transfer.signed?.range ?? range,
        help: "write the day on which it was signed, or name the ground that was agreed")
    case .onlyCertified:
      guard isElsewhere else { return nil }
      let mechanism = assessor.catalog.mechanism(onlyFor: place)?.rawValue ?? name
      return Diagnostic(
        .illFittingGround, .warning,
        "the decision on \(place) covers companies that are certified only", at: range,
        help: "write {mechanism: \(mechanism), entity: ..., checked: \(assessor.day)} "
          + "if the company is certified, or name another ground")
    case .noDecision:
      return isElsewhere ? .illFittingGround("no decision on adequacy covers \(place)", range) : nil
    case .wrongCountry(let country):
      return isElsewhere
        ? .illFittingGround("'\(name)' covers \(country) only, not \(place)", range) : nil
    case .wrongDecision(let decision):
      return .illFittingGround(
        "the decision on \(place) is '\(decision)'", transfer.decision?.range ?? range)
    }
  }

  private mutating func checkModule(of transfer: Transfer) {
    let range = transfer.mechanism.range
    guard let module = transfer.module else {
      guard !transfer.isModuleMisread else { return }
      add(
        Diagnostic(
          .missingModule, .warning, "'scc-2021-914' must name the module that was agreed",
          at: range,
          help: "write {mechanism: scc-2021-914, module: 3}"))
      return
    }
    guard let processorCountry, assessor.area.contains(processorCountry), module.value != 3 else {
      return
    }
    add(
      Diagnostic(
        .wrongModule, .warning,
        "module \(module.value) is not for a processor that engages another; module 3 is",
        at: module.range, help: "agree on module 3, and write module: 3"))
  }

  /// What is still to come has not been done.
  private mutating func checkDates(of transfer: Transfer) {
    let dates = [
      ("signed", transfer.signed), ("checked", transfer.checked), ("assessed", transfer.assessed),
    ]
    for (key, date) in dates {
      guard let date, date.value > assessor.day else { continue }
      add(
        Diagnostic(
          .dateOrder, .warning, "'\(key)' \(date.value) is still to come", at: date.range,
          help: "write the day on which it was done, at most '\(assessor.day)'"))
    }
  }

  /// The framework covers each legal entity that certified itself, and those of its country only.
  private mutating func checkEntity(of transfer: Transfer, _ company: SubProcessor) {
    guard transfer.entity == nil, let seat = company.address?.country?.value,
      let country = assessor.catalog.basis(of: transfer.mechanism.value).country, seat != country
    else { return }
    add(
      Diagnostic(
        .missingEntity, company.adoption == nil ? .warning : .note,
        "'\(company.displayName)' sits in \(seat); only an entity in \(country) can be certified",
        at: transfer.mechanism.range, help: "name the one that is, such as entity: 'Example, Inc.'")
    )
  }

  private mutating func checkCertificate(of transfer: Transfer, _ company: SubProcessor) {
    let day = assessor.day
    // A day to come is reported by itself.
    if let checked = transfer.checked, checked.value > day { return }
    if let checked = transfer.checked,
      let until = checked.value.advanced(byDays: assessor.catalog.recheckAfter), until >= day
    {
      return
    }
    let last = transfer.checked.map { "was last looked up on \($0.value)" } ?? "was never looked up"
    add(
      Diagnostic(
        .staleCheck, company.adoption == nil ? .warning : .note,
        "the certificate \(last); it has to be renewed every year",
        at: transfer.checked?.range ?? transfer.mechanism.range,
        help: company.adoption == nil
          ? "look it up, and write checked: \(day)"
          : "look it up; the day can be said by a record of the company, and by no list"))
  }

  /// Decisions that have an end are reported before it, once for each company.
  private mutating func checkEnd(
    of place: AssessedPlace, _ location: ProcessingLocation, _ company: SubProcessor,
    at range: SourceRange
  ) {
    guard let decision = assessor.decision(for: location), let until = decision.until,
      isNear(until), place.grounds.contains(.decision(decision.decision)),
      reported.insert("\(company.id.value) \(decision.decision)").inserted
    else { return }
    diagnostics.append(.groundExpiring("decision '\(decision.decision)'", on: until, at: range))
  }

  private func isNear(_ day: CalendarDate) -> Bool {
    let limit = assessor.day.advanced(byDays: assessor.catalog.warnBefore)
    return day >= assessor.day && limit.map { day <= $0 } ?? false
  }

  /// One ground stands for several places; it is reported once.
  private mutating func add(_ diagnostic: Diagnostic) {
    if told.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }
}

extension Diagnostic.Code {
  package static let derogationGround = Self(rawValue: "derogation-ground")
  package static let expiredGround = Self(rawValue: "expired-ground")
  package static let groundExpiring = Self(rawValue: "ground-expiring")
  package static let illFittingGround = Self(rawValue: "ill-fitting-ground")
  package static let missingEntity = Self(rawValue: "missing-entity")
  package static let missingModule = Self(rawValue: "missing-module")
  package static let staleCheck = Self(rawValue: "stale-check")
  package static let transferWithoutGround = Self(rawValue: "transfer-without-ground")
  package static let unclearPlace = Self(rawValue: "unclear-place")
  package static let voidGround = Self(rawValue: "void-ground")
  package static let wrongModule = Self(rawValue: "wrong-module")
}

extension Diagnostic {
  fileprivate static func transferWithoutGround(
    _ company: String, to place: String, isAdopted: Bool, at range: SourceRange
  ) -> Self {
    Diagnostic(
      .transferWithoutGround, .error,
      "transfer to \(place) by '\(company)' rests on no ground that holds", at: range,
      help: isAdopted
        ? "say in the list what it rests on, such as 'SCC, module 3' in a column 'Safeguards'; another "
          + "head of the column is named in 'adopt', as columns: {transfer: 'Its head'}"
        : "write transfer: with what it rests on, such as {mechanism: scc-2021-914, module: 3}")
  }

  fileprivate static func unclearPlace(_ name: String, at range: SourceRange) -> Self {
    Diagnostic(
      .unclearPlace, .warning, "'\(name)' names no country, so no ground can be found for it",
      at: range, help: "name the countries, or write 'EU' where it lies inside")
  }

  fileprivate static func illFittingGround(_ summary: String, _ range: SourceRange) -> Self {
    Diagnostic(
      .illFittingGround, .warning, summary, at: range,
      help: "name a ground that fits the place, such as {mechanism: scc-2021-914, module: 3}")
  }

  fileprivate static func groundExpiring(
    _ name: String, on day: CalendarDate, at range: SourceRange
  ) -> Self {
    Diagnostic(
      .groundExpiring, .warning, "\(name) ends on \(day)", at: range,
      help: "renew it in time, or agree on another ground")
  }
}
