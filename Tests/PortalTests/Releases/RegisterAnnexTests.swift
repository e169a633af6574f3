import Foundation
import TestSupport
import Testing

@testable import Portal

/// Texts that show a register, which changes without them.
struct RegisterAnnexTests {
  /// A company joins, and a measure is weakened, after the texts were published.
  private func built() throws -> PortalFixture {
    let fixture = try PortalFixture(
      settings: "base-url: https://example.com\nsites: [{id: office, name: Office}]\n")
    try fixture.agreement(
      "dpa", "\n## 1. A\n\nThe annex applies.\n",
      keys: "version: '1'\neffective: 2026-01-01\nkind: data-processing-agreement\n")
    try fixture.agreement(
      "subs", "\n{{ sub_processors() }}\n",
      keys: "version: '1'\neffective: 2026-01-01\nkind: sub-processor-annex\npart-of: dpa\n")
    try fixture.agreement(
      "toms", "\n{{ measures() }}\n",
      keys: "version: '1'\neffective: 2026-01-01\nkind: measures\npart-of: dpa\n")
    try fixture.temporary.write(
      "title: House\ncontrols: {1: {name: Keys}}\n", to: "content/schemes/house.yml")
    try keys(12, in: fixture)
    try fixture.company("kite", "engagements: [{service: Mail, effective: 2025-01-01}]")
    try fixture.release("2026-01-01")
    try keys(10, in: fixture)
    try fixture.company("gull", "engagements: [{service: Chat, effective: 2026-03-01}]")
    try #require(fixture.build().publication != nil)
    return fixture
  }

  private func keys(_ length: Int, in fixture: PortalFixture) throws {
    try fixture.temporary.write(
      """
      ---
      control: house.1
      measures:
        - id: keys-1
          text: Passwords have at least \(length) characters.
          scopes: {office: implemented}
          reviewed: 2026-05-01
      ---
      """, to: "content/measures/keys.md")
  }

  @Test func saysOfWhichDayARegisterIs() throws {
    let fixture = try built()

    let old = try fixture.page("agreements/subs/1/index.html")
    #expect(old.contains("The register as of <time datetime=\"2026-01-01\">1 January 2026</time>"))
    #expect(old.contains("<a href=\"../../../sub-processors/index.html\">as it is today</a>"))
    #expect(!old.contains("GULL"))
    let today = try fixture.page("agreements/subs/index.html")
    #expect(today.contains("GULL") && !today.contains("The register as of"))
    #expect(
      try fixture.page("agreements/toms/1/index.html").contains(
        "<a href=\"../../../measures/index.html\">as it is today</a>"))
  }

  @Test func saysThatTheListOfAnAnnexHasChanged() throws {
    let page = try built().page("agreements/dpa/compare/1/1/index.html")

    let redlines = page.components(separatedBy: "<section class=\"redline\"").dropFirst()
    #expect(redlines.count == 3)
    for (name, title) in [("subs", "Agreement subs"), ("toms", "Agreement toms")] {
      let own = try #require(redlines.first { $0.contains(title) })
      #expect(own.contains("the register that it shows has one change"), "\(name)")
      #expect(own.contains("<a href=\"#change-"), "\(name)")
    }
    #expect(redlines.first?.contains("The text has not changed.") == true)
  }

  @Test func tellsAnAnnexOfItsOwnRegisterOnly() throws {
    let fixture = try built()

    let companies = try fixture.page("agreements/subs/compare/1/1/index.html")
    #expect(companies.contains("GULL") && !companies.contains("materiality weakening"))
    let measures = try fixture.page("agreements/toms/compare/1/1/index.html")
    #expect(measures.contains("keys-1") && !measures.contains("GULL"))
  }
}
