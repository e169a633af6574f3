/// One page that a build will write: where, by which template, about what.
struct PlannedPage: Sendable {
  /// What a page is about; indexes are those of ``CompiledPortal``.
  enum Subject: Sendable {
    case start
    case agreements
    case agreement(Int)
    case subProcessors
    case subProcessor(Int)
    case product(Int)
    case transfers
    case chain
    case measures
    /// The measures in a scheme, by its index in the catalog.
    case scheme(Int)
    case schemeCoverage(Int)
    case control(Int)
    /// A control of a scheme that only measures of other controls answer to.
    case schemeControl(scheme: Int, control: Int)
    case responsibility
    /// The measures that rest on a sub-processor.
    case delegatedMeasures(Int)
    case measuresDocument
    case changes
    /// Indexes of what follows are those of ``PortalHistory``.
    case release(Int)
    case version(agreement: Int, version: Int)
    /// All versions of an agreement, to choose two of.
    case versions(agreement: Int)
    case comparison(agreement: Int, from: Int, to: Int)
    case clauseHistory(agreement: Int)
    case glossary
    case law
    case duties
    case coverage
    case search
    case notFound
  }

  var subject: Subject
  /// From the portal's root.
  var path: String
  /// The language of what the theme says on it.
  var language: String

  /// The name of the template, which is the kind of the page.
  var kind: String {
    switch subject {
    case .start: "start"
    case .agreements: "agreements"
    case .agreement: "agreement"
    case .subProcessors: "sub-processors"
    case .subProcessor: "sub-processor"
    case .product: "product"
    case .transfers: "transfers"
    case .chain: "chain"
    case .measures, .scheme: "measures"
    case .schemeCoverage: "scheme-coverage"
    case .control, .schemeControl: "control"
    case .responsibility: "responsibility"
    case .delegatedMeasures: "delegated-measures"
    case .measuresDocument: "measures-document"
    case .changes: "change-log"
    case .release: "release"
    case .version: "agreement"
    case .versions: "versions"
    case .comparison: "comparison"
    case .clauseHistory: "clause-history"
    case .glossary: "glossary"
    case .law: "law"
    case .duties: "duties"
    case .coverage: "coverage"
    case .search: "search"
    case .notFound: "not-found"
    }
  }
}
