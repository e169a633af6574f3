internal import Agreements
internal import Frontmatter
internal import References
internal import Registers
internal import Templating

/// What the records of the registers are to each other, by the id of the company that is asked
/// about.
struct RegisterLinks: Sendable {
  /// Indexes of all companies in the portal.
  private(set) var indexes: [String: Int] = [:]
  /// Indexes of the companies that are listed.
  private(set) var listed: [String: Int] = [:]
  /// Editions of each product, as `product/edition`.
  private(set) var editions: [String: [String]] = [:]
  /// Indexes, among the companies that are listed, of those that a company engages.
  private(set) var engaged: [String: [Int]] = [:]
  /// Links to the measures that rest on a company.
  private(set) var measures: [String: [Value]] = [:]
  /// Links to the clauses that say how long customers may object.
  let objections: [Value]

  /// With more, a portal has a contract for each customer, and nobody knows which is the reader's.
  private static let mostContracts = 5

  private static func objections(
    in portal: CompiledPortal, language: String, paths: PortalPaths
  ) -> [Value] {
    // Of portals of the past, only the texts are known.
    let understood = portal.understood.agreements
    let contracts = zip(portal.agreements, understood).enumerated().filter {
      $1.0.metadata.kind == .agreement && !$1.1.objections.isEmpty
    }.map(\.offset)
    let own = contracts.filter {
      (portal.agreements[$0].metadata.language?.value ?? paths.defaultLanguage) == language
    }
    let shown = own.isEmpty ? contracts : own
    guard shown.count <= mostContracts else { return [] }
    return shown.flatMap { number in
      // What is announced only has been agreed with nobody yet.
      let inForce = portal.history.versionInForce(
        insteadOf: portal.agreements[number], promising: portal.settings.notice)
      let agreement = inForce?.agreement ?? portal.agreements[number]
      let page =
        inForce.map { paths.version($0.slug, ofAgreement: agreement.id) }
        ?? paths.agreement(agreement.id)
      let provisions = (inForce?.objections ?? understood[number].objections).filter { $0 >= 0 }
      return inOrder(provisions.map { Int($0) }).map { provision -> Value in
        let path = agreement.provisions.path(of: provision, in: language)
        let anchor = percentEncodedFragment(agreement.provisions[provision].anchor)
        return .link(
          title: "\(agreement.metadata.listedTitle), \(path)", path: "\(page)#\(anchor)")
      }
    }
  }

  /// - Complexity: O(agreements + companies + measures × scopes).
  init(
    _ portal: CompiledPortal, companies: [SubProcessor], language: String, paths: PortalPaths
  ) {
    objections = Self.objections(in: portal, language: language, paths: paths)
    for (index, company) in portal.subProcessors.enumerated()
    where indexes[company.id.value] == nil {
      indexes[company.id.value] = index
    }
    for product in portal.settings.products {
      editions[product.id.value] = product.editions.map {
        "\(product.id.value)/\($0.id.value)"
      }
    }
    for (index, company) in companies.enumerated() {
      listed[company.id.value] = index
      if let id = company.engagedBy?.value { engaged[id, default: []].append(index) }
    }
    for control in portal.controls {
      let page = paths.control(control.control.value, language)
      for measure in control.measures {
        let link = Value.link(
          title: measure.text.text(in: language).text, path: "\(page)#\(measure.id.value)")
        for id in Set(measure.scopes.compactMap(\.delegate?.value)) {
          measures[id, default: []].append(link)
        }
      }
    }
  }
}

extension PortalHistory {
  /// The version in force of an agreement whose text of today is announced only.
  fileprivate func versionInForce(
    insteadOf agreement: Agreement, promising notice: PortalSettings.Notice
  ) -> (agreement: Agreement, slug: String, objections: [Int32])? {
    guard let number = number(ofAgreement: agreement.id), case let history = agreements[number],
      let inForce = history.inForceBehindNewest
    else { return nil }
    let version = history.versions[inForce]
    let agreement = self.agreement(version)
    // Of old versions is known what their pages show; few contracts are announced at a time.
    let understood = understandAgreements(
      [agreement], sources: [{ [] }], context: .init(notice: statedPeriods(of: notice))
    ).portal
    return (agreement, version.slug, understood.agreements[0].objections)
  }
}
