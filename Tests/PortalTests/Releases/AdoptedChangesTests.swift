import Deadlines
import Diagnostics
import Templating
import Testing

@testable import Portal

/// Rows of an adopted list are the register: who subscribes to that must hear of them.
struct AdoptedChangesTests {
  private let fixture: PortalFixture

  init() throws {
    fixture = try PortalFixture(settings: "base-url: https://trust.example\n")
    let gull = "| Gull AG, Bonn, Germany | Mail |\n"
    try write(1, gull + "| Owl AG, Kiel, Germany | Fax |\n")
    try fixture.release("2026-01-15")
    try write(2, gull + "| Hydra Inc., Austin, USA | Payments |\n")
    try fixture.release("2026-02-15")
  }

  private func write(_ version: Int, _ rows: String) throws {
    try fixture.agreement(
      "dpa",
      "## Annex 1 Sub-processors\n\n| Company | Service |\n|---|---|\n\(rows)",
      keys: "version: '\(version)'\nadopt: {sub-processors: Annex 1}\n")
  }

  @Test func tellsSubscribersOfTheRegister() throws {
    #expect(fixture.build().diagnostics.filter { $0.severity == .error }.map(\.summary) == [])
    let feed = try fixture.page("sub-processors/feed.atom")
    #expect(feed.contains("Hydra Inc."))
    #expect(feed.contains("Owl AG"))
  }

  @Test func countsRowsAmongTheChangesOfTheRegister() throws {
    let portal = try fixture.compile()
    let paths = PortalPaths(defaultLanguage: "en")
    let models = HistoryModels(
      portal, words: try shippedWords("en"), links: ChangeLinks(portal, paths: paths), paths: paths)
    let changes = models.release(1).list("changes")
    #expect(
      changes.filter { $0.text("register") == "sub-processors" }.count { change in
        ["Hydra", "Owl"].contains { change.text("sentence")?.contains($0) == true }
      } == 2)
    #expect(changes.contains { $0.text("register") == nil })
  }
}
