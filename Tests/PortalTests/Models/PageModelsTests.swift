import Deadlines
import Diagnostics
import Templating
import TestSupport
import Testing

@testable import Portal

struct PageModelsTests {
  private let fixture: PortalFixture

  init() throws {
    fixture = try PortalFixture(settings: "base-url: https://example.com\n")
    try agreement("c", "beta")
    try agreement("b", "Alpha")
    try agreement("a", "alpha")
    try fixture.company("kite", "engagements: [{service: Hosting}]")
  }

  private func agreement(_ id: String, _ title: String) throws {
    try fixture.temporary.write(
      "---\ntitle: \(title)\nlanguage: en\n---\n## 1 One\n\nText.\n",
      to: "content/agreements/\(id).md")
  }

  private func models() throws -> (models: PageModels, pages: [PlannedPage]) {
    let portal = try fixture.compile()
    let paths = PortalPaths(defaultLanguage: "en")
    let models = PageModels(portal, theme: DefaultTheme.loaded, paths: paths, generator: "Annex")
    return (models, planPages(of: portal, paths: paths).pages)
  }

  private func page(_ kind: String, _ pages: [PlannedPage]) throws -> PlannedPage {
    try #require(pages.first { $0.kind == kind && $0.language == "en" })
  }

  @Test func listsAgreementsByTitleWhateverItsCase() throws {
    let (models, pages) = try models()

    let list = Value.dictionary(models.model(of: try page("agreements", pages)))

    #expect(list.list("agreements").map { $0.text("title") } == ["alpha", "Alpha", "beta"])
    #expect(
      list.list("agreements").map { $0.text("path") }
        == ["a", "b", "c"].map { "agreements/\($0)/index.html" })
  }

  /// What each page shows, as docs/theme.md names it, beside `page` and `feeds`.
  @Test func givesEachPageItsModel() throws {
    try fixture.release("2026-01-15")
    try fixture.agreement("a", "## 1 One\n\nOther words.\n")
    let (models, pages) = try models()
    let shown = [
      "start": "start", "agreements": "agreements", "agreement": "agreement",
      "sub-processors": "register", "sub-processor": "entry", "transfers": "transfers",
      "change-log": "releases", "release": "release", "versions": "picker",
      "comparison": "comparison", "clause-history": "clauses", "glossary": "terms", "law": "laws",
      "duties": "duties", "coverage": "coverage", "search": "directory",
    ]

    for page in pages {
      let model = models.model(of: page)
      #expect(model["page"] != nil && model["feeds"] != nil, "\(page.path)")
      guard let name = shown[page.kind] else { continue }
      #expect(model[name] != nil, "\(page.path)")
    }
    #expect(Set(shown.keys).subtracting(pages.map(\.kind)) == [])
  }

  /// As the page of the agreement leads to its other languages, so do those about its versions.
  @Test func leadsFromVersionToVersionInAnotherLanguage() throws {
    let fixture = try PortalFixture()
    func write(_ version: Int) throws {
      for (id, keys) in [("dpa", ""), ("avv", "translation-of: dpa\n")] {
        try fixture.agreement(
          id, "## 1. A\n\nWithin \(version) days.\n", language: id == "avv" ? "de" : "en",
          keys: "\(keys)version: '\(version)'\n")
      }
    }
    for version in 1...2 {
      try write(version)
      try fixture.release(try #require(CalendarDate("2026-0\(version)-15")))
    }
    try #require(fixture.build().publication != nil)

    for path in ["1/", "2/", "versions/", "history/", "compare/1/2/"] {
      let page = try fixture.page("agreements/dpa/\(path)index.html")
      let up = String(repeating: "../", count: path.split(separator: "/").count + 1)
      #expect(page.contains("<a class=\"language\" href=\"\(up)avv/\(path)index.html\""), "\(path)")
    }
  }

  @Test func offersTheFeedsOfWhatAPageShows() throws {
    try fixture.release("2026-01-15")
    let (models, pages) = try models()
    func feeds(_ kind: String) throws -> [String?] {
      models.feeds(of: try page(kind, pages)).items.map { $0.text("path") }
    }

    #expect(try feeds("start") == ["feed.atom", "feed.json"])
    #expect(try feeds("change-log") == ["feed.atom", "feed.json"])
    #expect(
      try feeds("sub-processors") == ["sub-processors/feed.atom", "sub-processors/feed.json"])
    #expect(try feeds("agreement") == ["agreements/a/feed.atom", "agreements/a/feed.json"])
    #expect(try feeds("glossary") == [])
  }
}
