internal import Changes
internal import Frontmatter
internal import History
internal import Registers

/// Where changes lead to, and which changes are about which company; made once for a portal.
struct ChangeLinks: Sendable {
  /// A change by its version and its place in the change set.
  struct Event: Sendable {
    var version: Int
    var change: Int
  }

  /// By the id of the company, newest first.
  private(set) var events: [String: [Event]] = [:]
  /// Which rows of agreements are records of the register, by version.
  private let adopted: [AdoptedPlaces]
  private let history: PortalHistory
  private let paths: PortalPaths
  private let companies: Set<String>
  /// The control that each measure belongs to.
  private var controls: [String: String] = [:]
  private let knownControls: Set<String>

  init(_ portal: CompiledPortal, paths: PortalPaths) {
    history = portal.history
    self.paths = paths
    companies = Set(portal.subProcessors.map(\.id.value))
    knownControls = Set(portal.controls.map(\.control.value))
    for control in portal.controls {
      for measure in control.measures { controls[measure.id.value] = control.control.value }
    }
    adopted = history.versions.map { AdoptedPlaces($0, ids: portal.adoptedIDs) }
    for (version, changes) in history.changes.enumerated().reversed() {
      for (index, change) in changes.changes.enumerated() {
        guard let company = company(of: change, between: version - 1, and: version) else {
          continue
        }
        events[company, default: []].append(Event(version: version, change: index))
      }
    }
  }

  /// The company of the register that a change is about, whether that has a record or a row of a
  /// list that is one; `nil` of any other change.
  ///
  /// `before` and `after`: the portal's versions that the change lies between.
  func company(of change: Change, between before: Int, and after: Int) -> String? {
    if change.isAboutSubProcessor { return change.entity }
    func company(_ version: Int, _ provision: Int32?) -> String? {
      guard adopted.indices.contains(version) else { return nil }
      return adopted[version].company(change.agreement, provision)
    }
    return company(after, change.newProvision) ?? company(before, change.oldProvision)
  }

  /// The page of a version: its own, or that of the text of today where it was not published yet.
  func page(of version: AgreementVersion, in agreement: AgreementHistory) -> String {
    history.isReleased(version)
      ? paths.version(version.slug, ofAgreement: agreement.id) : paths.agreement(agreement.id)
  }

  /// The page of an agreement as number `version` of the portal's versions has it.
  func page(ofAgreement id: String, in version: Int) -> String? {
    guard let found = history.version(ofAgreement: id, in: version) else { return nil }
    let agreement = history.agreements[found.agreement]
    return page(of: agreement.versions[found.version], in: agreement)
  }

  /// The place that a change is about, in the newer version; the page of a record.
  func path(to change: Change, after version: Int, language: String) -> String? {
    if let agreement = change.agreement {
      guard let place = change.after else { return nil }
      return page(ofAgreement: agreement, in: version).map { fragment($0, place) }
    }
    if change.isAboutSubProcessor {
      return companies.contains(change.entity)
        ? paths.subProcessor(change.entity, language) : nil
    }
    guard change.isAboutMeasure else { return nil }
    if let control = controls[change.entity] {
      return paths.control(control, language) + "#" + change.entity
    }
    return knownControls.contains(change.entity) ? paths.control(change.entity, language) : nil
  }

  /// The place that it was, in the page of the older version; of a record that has no page any
  /// more, the release that had it.
  func path(
    toOldPlaceOf change: Change, before version: Int, language: String
  ) -> String? {
    guard let place = change.before, version >= 0 else { return nil }
    guard let agreement = change.agreement else {
      guard change.after == nil, path(to: change, after: version, language: language) == nil,
        history.releases.indices.contains(version)
      else { return nil }
      return paths.release(addressPart(history.releases[version].id), language)
    }
    return page(ofAgreement: agreement, in: version).map { fragment($0, place) }
  }

  private func fragment(_ page: String, _ place: ChangePlace) -> String {
    place.anchor.isEmpty ? page : "\(page)#\(percentEncodedFragment(place.anchor))"
  }
}

/// Which rows of agreements are records of the register.
private struct AdoptedPlaces {
  /// By agreement and provision.
  private var companies: [String: [Int32: String]] = [:]

  /// `ids`: those that companies of lists have for good, by agreement and name.
  init(_ version: ReadVersion, ids: [String: [String: String]]) {
    for record in version.contents.registers.subProcessors {
      guard let adoption = record.adoption else { continue }
      for provision in adoption.provisions {
        companies[adoption.agreement, default: [:]][provision] =
          ids[adoption.agreement]?[record.name.value] ?? record.id.value
      }
    }
  }

  func company(_ agreement: String?, _ provision: Int32?) -> String? {
    guard let agreement, let provision else { return nil }
    return companies[agreement]?[provision]
  }
}

extension Change {
  /// Whether it is about a company of the register.
  var isAboutSubProcessor: Bool {
    guard agreement == nil else { return false }
    if case .of(.subProcessor, _) = kind { return true }
    return kind == .contactModified
  }
}
