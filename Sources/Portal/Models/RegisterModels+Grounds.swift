internal import Frontmatter
internal import Registers
internal import Templating

// What transfers rest on as the directory, the page of a company and the data show it.

/// What the transfer to one place rests on, or why it rests on nothing.
struct ShownGround {
  /// A mechanism, or ``atHome``.
  var mechanism: String
  /// `nil` for what follows from the place.
  var transfer: Transfer?

  /// For a place in the country of a processor outside of the European Economic Area.
  static let atHome = "none-home"

  init(_ transfer: Transfer) {
    mechanism = transfer.mechanism.value.rawValue
    self.transfer = transfer
  }

  init(following mechanism: String) { self.mechanism = mechanism }
}

extension RegisterModels {
  /// What is shown for a place, everywhere alike. What a task rests on elsewhere is nothing that a
  /// place inside rests on, and to a place inside nothing is transferred, whatever is stated.
  func grounds(
    _ location: ProcessingLocation, _ place: AssessedPlace, in engagement: Engagement
  ) -> [ShownGround] {
    let stated = shown(
      location.transfers.isEmpty ? engagement.transfers : location.transfers, of: engagement)
    switch place.standing {
    case .inside:
      let none = stated.first { $0.mechanism.value == .none }
      return [
        none.map { ShownGround($0) } ?? ShownGround(following: TransferMechanism.none.rawValue)
      ]
    case .home: return [ShownGround(following: ShownGround.atHome)]
    default: return outside(place, stated, of: engagement)
    }
  }

  /// What is stated, but for clauses of a law under which the place is no third country; and where
  /// nothing is, the decision on the country, which needs no record to hold.
  private func outside(
    _ place: AssessedPlace, _ stated: [Transfer], of engagement: Engagement
  ) -> [ShownGround] {
    let catalog = portal.transferCatalog
    let own = stated.filter { transfer in
      guard let law = catalog.law(of: transfer.mechanism.value) else { return true }
      return law.home != place.country
    }
    let isDecided = place.grounds.contains { if case .decision = $0 { true } else { false } }
    guard own.isEmpty, isDecided, engagement.isCurrent(on: portal.timeline.day) else {
      return own.map { ShownGround($0) }
    }
    return [ShownGround(following: TransferMechanism.adequacy.rawValue)]
  }

  /// What is shown for a task as a whole.
  func grounds(of engaged: Engaged) -> [ShownGround] {
    let engagement = engaged.engagement
    let byPlace = zip(engagement.locations, engaged.places).map {
      grounds($0, $1, in: engagement)
    }
    if byPlace.isEmpty {
      return shown(engagement.transfers, of: engagement).map { ShownGround($0) }
    }
    let all = byPlace.flatMap { $0 }
    // Beside a place of which nothing is known, it would seem to be true of that one, too.
    return byPlace.contains(where: \.isEmpty) ? all.filter { $0.transfer != nil } : all
  }

  /// Each ground once.
  func transfers(of engaged: Engaged) -> Value {
    var seen: Set<[String]> = []
    var values: [Value] = []
    for ground in grounds(of: engaged) {
      let transfer = ground.transfer
      let module = transfer?.module?.value
      let note = transfer?.reason?.text(in: language).text
      let said = [
        ground.mechanism, module.map { String($0) } ?? "", transfer?.letter?.value ?? "",
        transfer?.authority?.value ?? "", note ?? "",
      ]
      guard seen.insert(said).inserted else { continue }
      values.append(
        .pairs([
          "mechanism": .string(ground.mechanism), "module": .optional(module),
          "letter": .optional(transfer?.letter?.value),
          "authority": .optional(transfer?.authority?.value),
          "note": passage(transfer?.reason),
        ]))
    }
    return .array(values)
  }

  func mechanisms(of company: Company) -> [String] {
    engagements(of: company).flatMap { mechanisms(of: $0) }
  }

  func mechanisms(of engaged: Engaged) -> [String] { grounds(of: engaged).map(\.mechanism) }

  /// Without those that have expired, unless the task has ended, too: it rested on them.
  func shown(_ transfers: [Transfer], of engagement: Engagement) -> [Transfer] {
    let day = portal.timeline.day
    guard engagement.isCurrent(on: day) else { return transfers }
    return transfers.filter { !$0.isOver(on: day) }
  }
}

extension Engagement {
  /// The grounds of the engagement, and those of its places that have their own.
  var allTransfers: [Transfer] { transfers + locations.flatMap(\.transfers) }
}
