import Diagnostics
import Search
import TestSupport
import Testing

@testable import Portal

/// What the search is told of texts beside their words.
struct SearchPartBuilderTests {
  /// The parts of the index of a portal, one a line.
  private func parts(of fixture: PortalFixture) throws -> [String] {
    let portal = try fixture.compile()
    let plan = SearchPlan(portal)
    var builder = SearchPartBuilder(
      portal, paths: PortalPaths(defaultLanguage: "en"), words: DefaultTheme.loaded.words,
      plan: plan, firstPart: 0)
    var parts: [String] = []
    for number in plan.parts.indices {
      parts.append(String(decoding: builder.build(number), as: UTF8.self))
    }
    return parts
  }

  private let text = """
    ## 3 Evidence

    - (1) The Processor allows for audits under Article 28 GDPR. {covers="28.3.h"}

    """

  @Test func tellsHeadingsAndWhatClausesCover() throws {
    let fixture = try PortalFixture()
    try fixture.agreement("dpa", text)
    let parts = try parts(of: fixture)
    #expect(parts[0].contains(#"["3","3","","Evidence\n"]"#))
    #expect(
      parts[0].contains(
        #"["3(1)","3-1","28(3)(h) art article artikel gdpr dsgvo","The Processor allows"#))
    #expect(parts.contains { $0.contains("law-gdpr") && $0.contains("[[\"28(3)(h)\",") })
  }

  @Test(arguments: [("data-processing-agreement", ",1,[["), ("policy", ",.97,[[")])
  func ranksAgreementsBeforeOtherTexts(kind: String, rank: String) throws {
    let fixture = try PortalFixture()
    try fixture.agreement("dpa", text, keys: "kind: \(kind)\n")
    let part = try parts(of: fixture)[0]
    #expect(part.contains("\"Agreement dpa\",\"agreements/dpa/index.html\",\"en\"\(rank)"))
  }

  /// Auditors ask for the number of a control, and customers for what is theirs to do.
  @Test func findsControlsCertificatesAndDuties() throws {
    let fixture = try PortalFixture(settings: "scopes: [{id: cloud, name: Cloud}]\n")
    try fixture.temporary.write(
      """
      ---
      control: iso27001:2022/8.24
      measures:
        - {id: m, text: Keys change., scopes: {cloud: {state: customer, duty: Turn on MFA.}}}
      ---

      """, to: "content/measures/keys.md")
    try fixture.company(
      "host", "certificates: [{name: SOC 2}]\nengagements: [{service: Hosting}]")
    let parts = try parts(of: fixture)
    #expect(parts.contains { $0.contains("Annex A, 8.24") })
    #expect(parts.contains { $0.contains("Keys change. · Turn on MFA.") })
    #expect(parts.contains { $0.contains("Hosting · Bonn · SOC 2") })
  }

  /// What is asked for by a longer name is not taken for a shorter one in it.
  @Test func tellsTheSearchWhatMeansTheSame() throws {
    let fixture = try PortalFixture()
    try fixture.agreement("dpa", text)
    #expect(!fixture.build().diagnostics.containsErrors)
    let head = try fixture.page("search/data/head.js")
    #expect(head.contains(#"["data protection officer","Datenschutzbeauftragte","DPO","DSB"]"#))
  }

  @Test func findsVersionsByTheirNames() throws {
    let fixture = try PortalFixture()
    try fixture.agreement("dpa", text, keys: "version: '1.0'\neffective: 2026-01-15\n")
    try fixture.release("2026-01-15")
    try fixture.agreement("dpa", text, keys: "version: '1.1'\neffective: 2026-02-15\n")
    try fixture.release("2026-02-15")
    let part = try #require(try parts(of: fixture).first { $0.contains(",.7,[") })
    #expect(
      part.contains(#"["Agreement dpa, Version 1.1","agreements/dpa/index.html","en",.7,[]]"#))
    #expect(
      part.contains(#"["Agreement dpa, Version 1.0","agreements/dpa/1.0/index.html","en",.7,[]]"#))
  }

  /// Who searches asks for what holds today, and sees what comes marked with its day.
  @Test func findsWhatIsInForceBesideWhatIsAnnounced() throws {
    let fixture = try PortalFixture()
    try fixture.agreement("dpa", text, keys: "version: '1.0'\neffective: 2026-01-15\n")
    try fixture.release("2026-01-15")
    try fixture.agreement("dpa", text, keys: "version: '2.0'\neffective: 2027-07-01\n")
    try fixture.release("2026-02-15")
    #expect(SearchPlan(try fixture.compile()).sections[0].parts == 0..<2)
    let parts = try parts(of: fixture)
    #expect(parts[0].contains(#"["Agreement dpa, from 1 July 2027","agreements/dpa/index.html""#))
    #expect(parts[1].contains(#"["Agreement dpa, Version 1.0","agreements/dpa/1.0/index.html""#))
    #expect(!parts.contains { $0.contains(",.5,[[") })
  }

  @Test func findsMeasuresByTheControlsThatAnswerToTheirs() throws {
    let fixture = try PortalFixture(settings: "sites: [{id: site}]\n")
    try fixture.temporary.write(
      "title: House rules\ncontrols:\n  doors: {name: Doors and guests, maps-to: [bdsg9.1]}\n",
      to: "content/schemes/house.yml")
    try fixture.temporary.write(
      "---\ncontrol: bdsg9.1\nmeasures: [{id: locks, text: Locks, scopes: {site: implemented}}]\n"
        + "---\n", to: "content/measures/doors.md")
    let part = try #require(try parts(of: fixture).first { $0.contains("\"locks\"") })
    #expect(part.contains("House rules, doors Doors and guests"))
  }
}
