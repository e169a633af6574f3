/// Where the pages of a portal stand, and what they load besides assets.
///
/// Shape: paths from the portal's root. Pages in the default language stand at the root, those in
/// another in a folder of its name. An agreement has one address, whatever its language.
struct PortalPaths: Sendable {
  let defaultLanguage: String
  /// In a release that is past, agreements are those of the time and some records are gone.
  var past: PastPaths?

  init(defaultLanguage: String) { self.defaultLanguage = defaultLanguage }

  func start(_ language: String) -> String { prefix(language) + "index.html" }
  func agreements(_ language: String) -> String { prefix(language) + "agreements/index.html" }
  func agreement(_ id: String) -> String {
    if let slug = past?.versions[id] { return version(slug, ofAgreement: id) }
    return "agreements/\(id)/index.html"
  }
  func version(_ slug: String, ofAgreement id: String) -> String {
    "agreements/\(id)/\(slug)/index.html"
  }
  func versions(ofAgreement id: String) -> String { "agreements/\(id)/versions/index.html" }
  func comparison(from: String, to: String, ofAgreement id: String) -> String {
    "agreements/\(id)/compare/\(from)/\(to)/index.html"
  }
  func clauseHistory(ofAgreement id: String) -> String { "agreements/\(id)/history/index.html" }
  func subProcessors(_ language: String) -> String {
    prefix(language) + "sub-processors/index.html"
  }
  func subProcessor(_ id: String, _ language: String) -> String {
    if let past, !past.subProcessors.contains(id) { return release(past.release, language) }
    return prefix(language) + "sub-processors/\(id)/index.html"
  }
  func product(_ id: String, _ language: String) -> String {
    prefix(language) + "products/\(id)/index.html"
  }
  func transfers(_ language: String) -> String { prefix(language) + "transfers/index.html" }
  func chain(_ language: String) -> String { prefix(language) + "chain/index.html" }
  func calendar(_ language: String) -> String { prefix(language) + "deadlines.ics" }
  func measures(_ language: String) -> String { prefix(language) + "measures/index.html" }
  func control(_ id: String, _ language: String) -> String {
    if let past, !past.controls.contains(id) { return release(past.release, language) }
    return prefix(language) + "measures/\(id)/index.html"
  }
  func scheme(_ id: String, _ language: String) -> String {
    prefix(language) + "measures/schemes/\(id)/index.html"
  }
  func schemeCoverage(_ id: String, _ language: String) -> String {
    prefix(language) + "measures/schemes/\(id)/coverage/index.html"
  }
  func responsibility(_ language: String) -> String {
    prefix(language) + "measures/responsibility/index.html"
  }
  func measuresDocument(_ language: String) -> String {
    prefix(language) + "measures/document/index.html"
  }
  func delegated(_ id: String, _ language: String) -> String {
    prefix(language) + "sub-processors/\(id)/measures/index.html"
  }
  func changes(_ language: String) -> String { prefix(language) + "changes/index.html" }
  func release(_ slug: String, _ language: String) -> String {
    prefix(language) + "changes/\(slug)/index.html"
  }
  func glossary(_ language: String) -> String { prefix(language) + "glossary/index.html" }
  func law(_ language: String) -> String { prefix(language) + "law/index.html" }
  func duties(_ language: String) -> String { prefix(language) + "duties/index.html" }
  func coverage(_ language: String) -> String { prefix(language) + "coverage/index.html" }
  func search(_ language: String) -> String { prefix(language) + "search/index.html" }
  /// A file of the index, which the script of the search loads.
  static func searchData(_ name: String) -> String { "search/data/\(name).js" }
  /// Servers look for it at the root only.
  let notFound = "404.html"

  /// The feed of everything, or of an agreement or a register in `folder`.
  func feed(_ format: FeedFormat, in folder: String = "", _ language: String) -> String {
    prefix(language) + (folder.isEmpty ? "" : folder + "/") + format.fileName
  }

  func prefix(_ language: String) -> String {
    language == defaultLanguage ? "" : "\(language)/"
  }
}

/// What pages about a past release lead to.
struct PastPaths: Sendable {
  /// The part of the release's own address.
  var release: String
  /// The slug of each agreement's version, by the agreement's id.
  var versions: [String: String]
  /// The slug of the version in force, of agreements whose version of the release only announced.
  var inForce: [String: String] = [:]
  /// The records that still have a page.
  var subProcessors: Set<String>
  var controls: Set<String>
}

/// The forms in which changes can be subscribed to.
enum FeedFormat: CaseIterable {
  case atom, json

  var fileName: String {
    switch self {
    case .atom: "feed.atom"
    case .json: "feed.json"
    }
  }
}
