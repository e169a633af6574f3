import Deadlines
import Diagnostics
import Frontmatter
import Registers
import Testing

struct CheckTransfersTests {
  /// What is reported of one engagement, with `lines` in it, on 1 June 2026.
  private func check(_ lines: String, on day: String = "2026-06-01") throws -> [Diagnostic] {
    let text = """
      ---
      name: Alpha
      address: {country: DE}
      engagements:
        - service: Hosting
          \(lines.split(separator: "\n").joined(separator: "\n    "))
      ---
      """
    let (record, faults) = readSubProcessor(from: Array(text.utf8), path: "s/a.md")
    #expect(faults == [])
    return checkTransfers(
      of: [try #require(record)], processorCountry: "DE",
      using: TransferAssessor(on: try #require(CalendarDate(day))))
  }

  @Test(arguments: [
    // Inside, by code: outermost regions count, overseas territories don't.
    ("locations: [{country: NO}]", [String]()),
    ("locations: [{country: GP}]", []),
    ("locations: [{country: GL}]", ["transfer-without-ground"]),
    ("locations: [{country: NC}]", ["transfer-without-ground"]),
    // What is no country is reported as that.
    ("locations: [{country: Deutschlnd}]\ntransfer: none-eea", []),
    ("locations: [{note: EU}]", []),
    ("locations: [{note: 'EU (Frankfurt)'}]", []),
    ("locations: [{note: Worldwide}]", ["unclear-place"]),
    // Decisions count without being named; for the USA only with a certificate.
    ("locations: [{country: CH}]", []),
    ("locations: [{country: GB}]\ntransfer: {mechanism: adequacy, decision: (EU) 2021/1772}", []),
    (
      "locations: [{country: GB}]\ntransfer: {mechanism: adequacy, decision: 2000/518/EC}",
      ["ill-fitting-ground"]
    ),
    // What a record says has ended is not published as in force, whatever the catalog knows.
    (
      "locations: [{country: GB}]\ntransfer: {mechanism: adequacy, expires: 2026-05-31}",
      ["transfer-without-ground", "expired-ground"]
    ),
    (
      "locations: [{country: JP}]\ntransfer: [{mechanism: adequacy, expires: 2026-05-31}, {mechanism: scc-2021-914, module: 3}]",
      ["expired-ground"]
    ),
    (
      "locations: [{country: JP}]\ntransfer: {mechanism: scc-2021-914, module: 3, expires: 2026-05-31}",
      ["expired-ground"]
    ),
    // Nothing is transferred, or something is.
    (
      "locations: [{country: FR}]\ntransfer: [none-eea, {mechanism: scc-2021-914, module: 3}]",
      ["ill-fitting-ground"]
    ),
    (
      "locations: [{country: FR}, {country: IN}]\ntransfer: [none-eea, {mechanism: scc-2021-914, module: 3}]",
      ["ill-fitting-ground"]
    ),
    ("locations: [{organisation: European Patent Organisation}]", []),
    ("locations: [{organisation: United Nations}]", ["transfer-without-ground"]),
    ("locations: [{country: US}]", ["transfer-without-ground"]),
    (
      "locations: [{country: US}]\ntransfer: adequacy",
      ["transfer-without-ground", "ill-fitting-ground"]
    ),
    (
      "locations: [{country: US}]\ntransfer: {mechanism: adequacy-dpf, entity: A, checked: 2026-02-01}",
      []
    ),
    (
      "locations: [{country: US}]\ntransfer: {mechanism: adequacy-dpf, checked: 2026-02-01}",
      ["missing-entity"]
    ),
    (
      "locations: [{country: US}]\ntransfer: {mechanism: adequacy-dpf, entity: A, checked: 2025-02-01}",
      ["stale-check"]
    ),
    ("locations: [{country: US}]\ntransfer: adequacy-dpf", ["stale-check", "missing-entity"]),
    // Days that are still to come, and days before there was such a ground.
    (
      "locations: [{country: US}]\ntransfer: {mechanism: adequacy-dpf, entity: A, checked: 2026-06-02}",
      ["date-order"]
    ),
    (
      "locations: [{country: IN}]\ntransfer: {mechanism: scc-2021-914, module: 3, signed: 2026-06-02}",
      ["date-order"]
    ),
    (
      "locations: [{country: IN}]\ntransfer: {mechanism: scc-2021-914, module: 3, signed: 2021-06-03}",
      ["transfer-without-ground", "void-ground"]
    ),
    (
      "locations: [{country: IN}]\ntransfer: {mechanism: scc-2021-914, module: 3, signed: 2021-06-04}",
      []
    ),
    (
      "locations: [{country: IN}]\ntransfer: {mechanism: bcr, assessed: 2027-01-01, signed: 2010-01-01}",
      ["date-order"]
    ),
    (
      "locations: [{country: IN}]\ntransfer: {mechanism: adequacy-dpf, checked: 2026-02-01}",
      ["transfer-without-ground", "ill-fitting-ground"]
    ),
    (
      "locations: [{country: US}]\ntransfer: none-eea",
      ["transfer-without-ground", "ill-fitting-ground"]
    ),
    (
      "locations: [{country: IN}]\ntransfer: adequacy",
      ["transfer-without-ground", "ill-fitting-ground"]
    ),
    // Clauses.
    ("locations: [{country: IN}]\ntransfer: {mechanism: scc-2021-914, module: 3}", []),
    ("locations: [{country: IN}]\ntransfer: scc-2021-914", ["missing-module"]),
    (
      "locations: [{country: IN}]\ntransfer: {mechanism: scc-2021-914, module: 2}", ["wrong-module"]
    ),
    (
      "locations: [{country: IN}]\ntransfer: {mechanism: bcr, expires: 2026-05-31}",
      ["transfer-without-ground", "expired-ground"]
    ),
    (
      "locations: [{country: IN}]\ntransfer: {mechanism: bcr, expires: 2026-09-30}",
      ["ground-expiring"]
    ),
    (
      "locations: [{country: IN}]\ntransfer: {mechanism: derogation, letter: a}",
      ["derogation-ground"]
    ),
    ("locations: [{country: IN}]\ntransfer: uk-idta", ["transfer-without-ground"]),
    (
      "locations: [{country: US}]\ntransfer: {mechanism: adequacy, decision: Privacy Shield}",
      ["transfer-without-ground", "void-ground"]
    ),
    (
      "locations: [{country: US}]\ntransfer: [{mechanism: adequacy-dpf, decision: (EU) 2016/1250}, {mechanism: scc-2021-914, module: 3}]",
      ["void-ground"]
    ),
    // A place's own ground takes the place of the engagement's.
    (
      "locations: [{country: IN, transfer: {mechanism: scc-2021-914, module: 3}}, {country: JP}]\ntransfer: none-eea",
      ["ill-fitting-ground"]
    ),
    // What is past is left alone.
    ("locations: [{country: US}]\nended: 2026-05-01", []),
    ("locations: [{country: US}]\nannounced: 2026-01-01\nwithdrawn: 2026-02-01", []),
  ])
  func decidesInTheOrderOfTheLaw(lines: String, codes: [String]) throws {
    #expect(try check(lines).map(\.code.rawValue) == codes)
  }

  @Test(arguments: [("US", nil), ("DE", Diagnostic.Severity.warning), ("XX", nil)])
  func asksForTheEntityOfACompanyElsewhere(seat: String, severity: Diagnostic.Severity?) throws {
    let address = seat == "XX" ? "" : "address: {country: \(seat)}\n"
    let text = """
      ---
      name: A
      \(address)engagements:
        - service: B
          locations: [{country: US}]
          transfer: {mechanism: adequacy-dpf, checked: 2026-02-01}
      ---
      """
    let record = try #require(readSubProcessor(from: Array(text.utf8), path: "s/a.md").record)

    let diagnostics = checkTransfers(
      of: [record], processorCountry: "DE",
      using: TransferAssessor(on: try #require(CalendarDate("2026-06-01"))))

    #expect(diagnostics.map(\.severity) == [severity].compactMap { $0 })
  }

  @Test(arguments: [
    ("expires: 2026-05-31", 1), ("expires: 2026-06-01", 0), ("url: https://a.example", 0),
  ])
  func reportsExpiredCertificates(fact: String, count: Int) throws {
    let text = """
      ---
      name: A
      certificates: [{name: ISO/IEC 27001, \(fact)}]
      engagements: [{service: B}]
      ---
      """
    let record = try #require(readSubProcessor(from: Array(text.utf8), path: "s/a.md").record)

    let diagnostics = checkCertificates(of: [record], on: try #require(CalendarDate("2026-06-01")))

    #expect(diagnostics.map(\.code) == Array(repeating: .expiredCertificate, count: count))
  }

  @Test func namesTheMechanismOfADecisionForCertifiedCompanies() throws {
    let help = try check("locations: [{country: US}]\ntransfer: adequacy").last?.help

    #expect(help?.hasPrefix("write {mechanism: adequacy-dpf, entity: ..., checked:") == true)
  }

  @Test func reportsADecisionBeforeItEnds() throws {
    let lines = "locations: [{country: GB}]"

    #expect(try check(lines, on: "2031-06-01").map(\.code) == [])
    #expect(try check(lines, on: "2031-08-01").map(\.code) == [.groundExpiring])
    #expect(try check(lines, on: "2031-12-27").map(\.code) == [.groundExpiring])
    #expect(try check(lines, on: "2031-12-28").map(\.code) == [.transferWithoutGround])
  }

  @Test func reportsASeatOutsideWithoutPlaces() throws {
    let text = "---\nname: A\naddress: {country: USA}\nengagements: [{service: B}]\n---\n"
    let record = try #require(readSubProcessor(from: Array(text.utf8), path: "s/a.md").record)

    let diagnostics = checkTransfers(
      of: [record], processorCountry: "DE",
      using: TransferAssessor(on: try #require(CalendarDate("2026-06-01"))))

    #expect(diagnostics.map(\.code) == [.unclearPlace])
    #expect(record.address?.country?.value == "US")
  }

  @Test func tellsWhatIsLeftWhenADecisionFalls() throws {
    let text = """
      ---
      name: A
      address: {country: US}
      engagements:
        - service: B
          locations: [{country: US}]
          transfer: [{mechanism: adequacy-dpf}, {mechanism: scc-2021-914, module: 3}]
        - service: C
          locations: [{country: US}]
          transfer: adequacy-dpf
      ---
      """
    let record = try #require(readSubProcessor(from: Array(text.utf8), path: "s/a.md").record)
    let assessor = TransferAssessor(on: try #require(CalendarDate("2026-06-01")))

    let left = record.engagements.map {
      assessor.places(of: $0)[0].grounds(without: "(EU) 2023/1795").map(\.dependence)
    }

    #expect(left == [["(EU) 2021/914"], []])
  }

  @Test func readsTheShippedCatalog() {
    let catalog = TransferCatalog.shipped

    #expect(catalog.edition == "2026-06-01")
    #expect(catalog.decisions.count == 17)
    #expect(catalog.void.count == 3)
    let grounds = TransferMechanism.allCases.filter { catalog.basis(of: $0).article != nil }
    #expect(grounds.count { catalog.law(of: $0) == nil } == 12)
    #expect(
      grounds.filter { catalog.law(of: $0) != nil }
        == [.ukTransferAgreement, .ukAddendum, .swissAddendum])
  }

  /// What is agreed for British or Swiss law is no ground under the GDPR, and none where the place is
  /// no third country under that law. To a British processor a place in Britain is at home.
  @Test(arguments: [
    ("IN", "DE", "groundless", "uk-addendum"), ("GB", "DE", "grounded", ""),
    ("FR", "DE", "inside", ""), ("CH", "DE", "grounded", "uk-addendum"),
    ("GB", "GB", "home", ""), ("CH", "CH", "home", ""), ("US", "US", "groundless", "uk-addendum"),
    ("GB", "CH", "grounded", ""), ("IE", "GB", "inside", ""),
    ("IN", "GB", "grounded", "uk-addendum"), ("IN", "CH", "groundless", "uk-addendum"),
  ])
  func tellsGroundsOfOtherLaws(
    country: String, processor: String, standing: String, others: String
  ) throws {
    let (record, _) = readSubProcessor(
      from: Array(
        """
        ---
        name: Alpha
        address: {country: DE}
        engagements: [{service: Hosting, locations: [{country: \(country)}], transfer: uk-addendum}]
        ---
        """.utf8), path: "content/sub-processors/alpha.md")
    let assessor = TransferAssessor(
      on: try #require(CalendarDate("2026-06-01")), processorCountry: processor)

    let place = try #require(record.map { assessor.places(of: $0.engagements[0]) }?.first)

    #expect(place.standing.rawValue == standing)
    #expect(place.otherGrounds.map(\.dependence).joined() == others)
  }

  /// A message names the place, also one in words.
  @Test func namesAPlaceWithoutACountry() throws {
    let (record, _) = readSubProcessor(
      from: Array(
        """
        ---
        name: Alpha
        address: {country: DE}
        engagements:
          - service: Mail
            locations: [{note: remote access}]
            transfer: [adequacy-dpf, {mechanism: scc-2021-914, module: 3}]
        ---
        """.utf8), path: "content/sub-processors/alpha.md")
    let diagnostics = checkTransfers(
      of: [try #require(record)], processorCountry: "DE",
      using: TransferAssessor(on: try #require(CalendarDate("2026-06-01"))))
    #expect(
      diagnostics.first { $0.code == .illFittingGround }?.summary
        == "'adequacy-dpf' covers US only, not 'remote access'")
  }

  @Test func reportsFaultsOfACatalog() {
    let (catalog, diagnostics) = readTransferCatalog(
      from: Array("edition: 2026-01-01\nadequacy: [{country: GB}]\nmechanisms: {bcrs: {}}\n".utf8),
      path: "content/transfers.yml")

    #expect(catalog?.decisions.count == 0)
    #expect(diagnostics.map(\.code.rawValue) == ["missing-key", "missing-key", "unknown-value"])
  }
}
