/// Where the pages of a portal stand: one place for every address that Annex gives.
///
/// Shape: paths from the portal's root. Pages in the default language stand at the root, those in
/// another in a folder of its name. An agreement has one address, whatever its language.
struct PortalPaths: Sendable {
  let defaultLanguage: String

  func start(_ language: String) -> String { prefix(language) + "index.html" }
  func agreements(_ language: String) -> String { prefix(language) + "agreements/index.html" }
  func agreement(_ id: String) -> String { "agreements/\(id)/index.html" }
  func subProcessors(_ language: String) -> String {
    prefix(language) + "sub-processors/index.html"
  }
  func subProcessor(_ id: String, _ language: String) -> String {
    prefix(language) + "sub-processors/\(id)/index.html"
  }
  func product(_ id: String, _ language: String) -> String {
    prefix(language) + "products/\(id)/index.html"
  }
  func transfers(_ language: String) -> String { prefix(language) + "transfers/index.html" }
  func chain(_ language: String) -> String { prefix(language) + "chain/index.html" }
  func calendar(_ language: String) -> String { prefix(language) + "deadlines.ics" }
  func measures(_ language: String) -> String { prefix(language) + "measures/index.html" }
  func control(_ id: String, _ language: String) -> String {
    prefix(language) + "measures/\(id)/index.html"
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
  func glossary(_ language: String) -> String { prefix(language) + "glossary/index.html" }
  func law(_ language: String) -> String { prefix(language) + "law/index.html" }
  func duties(_ language: String) -> String { prefix(language) + "duties/index.html" }
  func coverage(_ language: String) -> String { prefix(language) + "coverage/index.html" }
  /// Servers look for it at the root only.
  let notFound = "404.html"
  func asset(_ name: String) -> String { "assets/\(name)" }

  private func prefix(_ language: String) -> String {
    language == defaultLanguage ? "" : "\(language)/"
  }
}
