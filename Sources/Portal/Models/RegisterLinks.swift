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
  /// The clauses that say how long customers may object.
  let objections: [ObjectionClause]

  /// - Complexity: O(agreements + companies + measures × scopes).
  init(
    _ portal: CompiledPortal, companies: [SubProcessor], language: String, paths: PortalPaths
  ) {
    objections = objectionClauses(in: portal, language: language, paths: paths)
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
