import Diagnostics
import Registers
import TestSupport
import Testing

@testable import Portal

struct AgreementMetadataTests {
  private func errors(_ frontmatter: String) throws -> [String] {
    let fixture = try PortalFixture()
    try fixture.agreement("toms", "## 1. A\n\nText.\n")
    try fixture.temporary.write(
      "---\ntitle: D\n\(frontmatter)\n---\n\n## 1. A\n\nText.\n", to: "content/agreements/dpa.md")
    return fixture.build().diagnostics.filter { $0.severity == .error }.map {
      "\($0.code.rawValue): \($0.help ?? "")"
    }
  }

  @Test(arguments: [
    ("part-of: tom", "unknown-agreement: replace 'tom' with 'toms'"),
    (
      "part-of: Rahmenvertrag",
      "unknown-agreement: use one of the agreements 'toms', or 'part-of: {title: Rahmenvertrag}' for "
        + "one that is not in the portal"
    ),
    (
      "part-of: dpa", "malformed-value: write the id of the other agreement, or remove 'part-of'"
    ),
    (
      "translation-of: dpa",
      "malformed-value: write the id of the other agreement, or remove 'translation-of'"
    ),
    (
      "governing-law: Germani",
      "unknown-country: replace 'Germani' with 'DE', the code of 'Germany'"
    ),
  ])
  func reportsWhatLeadsNowhere(frontmatter: String, error: String) throws {
    #expect(try errors(frontmatter) == [error])
  }

  @Test(arguments: [
    ("address: {city: Lyon, country: ⟦1⟧fr}", "replace 'fr' with 'FR'"),
    (
      "address: {city: Bern, country: ⟦1⟧Switzerlnd}",
      "replace 'Switzerlnd' with 'CH', the code of 'Switzerland'"
    ),
    (
      "address: {city: Kiel, country: DE}, members: [{name: B, address: {country: ⟦1⟧Q}}]",
      "use the two letters of ISO 3166-1, such as DE"
    ),
  ])
  func warnsOfPartiesInCountriesThatAreNotKnown(party: String, help: String) throws {
    let source = MarkedSource(
      "---\ntitle: D\nparties:\n  - {role: controller, name: A, \(party)}\n---\n\nText.\n")
    let fixture = try PortalFixture()
    try fixture.temporary.write(source.text, to: "content/agreements/dpa.md")

    let found = fixture.build().diagnostics.filter { $0.code == .unknownCountry }
    #expect(found.map(\.severity) == [.warning])
    #expect(found.map(\.help) == [help])
    #expect(found.first?.range?.start == source.positions[1])
  }

  @Test(arguments: [
    "part-of: toms", "part-of: {title: Main contract}", "governing-law: DE",
    "governing-law: Deutschland", "parties: [{role: controller, name: A, address: {country: UK}}]",
  ])
  func acceptsWhatExists(frontmatter: String) throws {
    #expect(try errors(frontmatter) == [])
  }

  @Test(arguments: [
    ("{role: processor, is: processor}", true),
    ("{role: processor, is: processor, members: [{name: Lone Branch}]}", false),
    ("{role: processor, name: Somebody Else}", false),
  ])
  func namesTheCompaniesOfTheProcessor(party: String, isNamed: Bool) throws {
    let fixture = try PortalFixture(
      processor: "{name: Processor GmbH, members: [{name: Processor Sub Ltd}]}")
    try fixture.agreement(
      "dpa", "## 1. Scope\n\nAll data.\n", keys: "version: '1'\nparties: [\(party)]\n")

    #expect(fixture.build().diagnostics.filter { $0.severity == .error }.map(\.summary) == [])
    let page = try fixture.page("agreements/dpa/index.html")
    #expect(page.contains("Processor Sub Ltd") == isNamed)
  }
}
