import Changes
import Diagnostics
import History
import Registers
import TestSupport
import Testing

@testable import Portal

struct WorkspaceTransfersTests {
  private static let catalog = """
    edition: 2026-09-01
    adequacy: [{country: CH, decision: 2000/518/EC, from: 2000-07-26, until: 2026-05-31}]
    mechanisms: {scc-2021-914: {article: {en: Art. 46(2)(c)}}}

    """

  private func fixture(catalog: String?) throws -> PortalFixture {
    let fixture = try PortalFixture()
    if let catalog { try fixture.temporary.write(catalog, to: "content/transfers.yml") }
    try fixture.company("alps", "engagements: [{service: Mail, locations: [{country: CH}]}]")
    try fixture.agreement("dpa", "## 1. One\n\nA.\n")
    return fixture
  }

  @Test func judgesTransfersByTheCatalogOfTheWorkspace() throws {
    let shipped = try fixture(catalog: nil).build()
    #expect(!shipped.diagnostics.contains { $0.code == .transferWithoutGround })
    let own = try fixture(catalog: Self.catalog).build()
    #expect(own.diagnostics.contains { $0.code == .transferWithoutGround })
    #expect(!own.diagnostics.contains { $0.code == .unexpectedFile })
    let later = Self.catalog.replacing("2026-05-31", with: "2036-05-31")
    let portal = try fixture(catalog: later).compile()
    #expect(portal.transferCatalog.edition == "2026-09-01")
    #expect(portal.transferCatalog.decisions.count == 1)
  }

  @Test func reportsFaultsOfTheCatalog() throws {
    let outcome = try fixture(catalog: Self.catalog.replacing("decision:", with: "desicion:"))
      .build()
    #expect(
      outcome.diagnostics.contains {
        $0.severity == .error && $0.range?.path == "content/transfers.yml"
      })
    #expect(outcome.publication == nil)
  }

  /// What was grounded when it was published stays so in what is shown of that day.
  @Test func freezesTheCatalogWithARelease() throws {
    let then = Self.catalog.replacing("until: 2026-05-31", with: "until: 2036-05-31")
    let fixture = try fixture(catalog: then)
    try fixture.release("2026-03-01")
    #expect(try fixture.temporary.read("content/releases/2026-03-01/transfers.yml") == then)
    try fixture.temporary.write(
      then.replacing("edition: 2026-09-01", with: "edition: 2026-10-01"),
      to: "content/transfers.yml")
    let (workspace, _) = Workspace.load(fixture.temporary.path, workers: 1)
    let versions = readVersions(
      readFrozenReleases(workspace.frozenFolders).releases.map {
        UnreadVersion(id: $0.id, files: $0.files)
      } + [UnreadVersion(id: "next", files: workspace.contentFiles)], workers: 1)
    #expect(
      versions.map { $0.contents.registers.transfers.edition } == ["2026-09-01", "2026-10-01"])
  }
}
