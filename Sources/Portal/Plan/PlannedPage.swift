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
    case control(Int)
    case changes
    case glossary
    case law
    case duties
    case coverage
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
    case .measures: "measures"
    case .control: "control"
    case .changes: "change-log"
    case .glossary: "glossary"
    case .law: "law"
    case .duties: "duties"
    case .coverage: "coverage"
    case .notFound: "not-found"
    }
  }
}
