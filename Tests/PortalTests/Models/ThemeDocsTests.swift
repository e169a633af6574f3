import Foundation
import Templating
import TestSupport
import Testing

@testable import Portal

/// docs/theme.md names what a template can ask for.
struct ThemeDocsTests {
  /// Every name in backticks, without the mark of what may be missing.
  private static let documented: Set<String> = {
    let url = URL(filePath: #filePath).appending(path: "../../../../docs/theme.md")
    let text = (try? String(contentsOf: url.standardized, encoding: .utf8)) ?? ""
    var names: Set<String> = []
    for code in text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
    where !code.offset.isMultiple(of: 2) {
      names.formUnion(
        code.element.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }
          .map(String.init))
    }
    return names
  }()

  private func portal() throws -> CompiledPortal {
    let fixture = try PortalFixture(settings: "base-url: https://example.com\n")
    func write(_ version: Int) throws {
      try fixture.agreement(
        "dpa", "## 1. A\n\nWithin \(version) days.\n",
        keys: "version: '\(version)'\neffective: 2026-0\(version)-15\n")
    }
    try fixture.company(
      "kite",
      """
      engagements:
        - service: Mail
          announced: 2026-05-25
          effective: 2026-07-15
          locations: [{country: TN}, {country: GB}]
          transfer: {mechanism: scc-2021-914, module: 3, signed: 2026-01-01}
      """)
    for version in 1...2 {
      try write(version)
      try fixture.release(version == 1 ? "2026-01-10" : "2026-02-10")
    }
    return try fixture.compile()
  }

  private func models() throws -> (models: PageModels, pages: [PlannedPage]) {
    let portal = try portal()
    let paths = PortalPaths(defaultLanguage: "en")
    let models = PageModels(portal, theme: DefaultTheme.loaded, paths: paths, generator: "Annex")
    return (models, planPages(of: portal, paths: paths).pages.filter { $0.language == "en" })
  }

  private func names(in value: Value, at path: String) -> [String] {
    switch value {
    case .dictionary(let members):
      members.flatMap { name, value in
        ["\(path).\(name)"] + names(in: value, at: "\(path).\(name)")
      }
    case .array(let items): items.flatMap { names(in: $0, at: path) }
    default: []
    }
  }

  @Test func namesAllMembersOfModels() throws {
    let (models, pages) = try models()
    var missing: Set<String> = []
    for page in pages where ["agreement", "transfers", "duties", "start"].contains(page.kind) {
      let model = models.model(of: page)
      for path in names(in: .dictionary(model), at: page.kind) {
        let name = path.split(separator: ".").last.map(String.init) ?? ""
        if !Self.documented.contains(name) { missing.insert(path) }
      }
    }
    for path in names(in: try #require(models.sites["en"]), at: "site") {
      let name = path.split(separator: ".").last.map(String.init) ?? ""
      if !Self.documented.contains(name) { missing.insert(path) }
    }
    #expect(missing.sorted() == [])
  }

  /// A Link, and no Place.
  @Test func leadsToThePlacesOfPeriods() throws {
    let (models, pages) = try models()
    let page = try #require(pages.first { $0.kind == "duties" })
    let duties = Value.dictionary(models.model(of: page)).list("duties")
    let place = try #require(duties.first?.list("periods").first?.member("place"))

    #expect(place.text("title") == "Agreement dpa, 1")
    #expect(place.text("path") == "agreements/dpa/index.html#1")
    #expect(place.member("agreement") == nil)
  }

  @Test func tellsWhatTransfersRestOn() throws {
    let (models, pages) = try models()
    let page = try #require(pages.first { $0.kind == "transfers" })
    let transfers = try #require(models.model(of: page)["transfers"])

    #expect(transfers.list("rows").first?.list("grounds").first?.text("module") == "3")
    #expect(transfers.list("falls").contains { $0.text("lost_count") == "1" })
    #expect(transfers.list("decisions").first?.text("country") == "GB")
  }
}
