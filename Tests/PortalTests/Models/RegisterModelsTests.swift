import Testing

@testable import Portal

struct RegisterModelsTests {
  private let fixture: PortalFixture

  init() throws { fixture = try PortalFixture() }

  private func models(asOf: String = "2026-06-01", language: String = "en") throws -> RegisterModels
  {
    let portal = try fixture.compile(asOf: asOf)
    return RegisterModels(
      portal, words: try shippedWords(language), paths: PortalPaths(defaultLanguage: "en"))
  }

  @Test(arguments: [
    ("2026-01-31", "planned"), ("2026-02-01", "active"), ("2026-11-30", "active"),
    ("2026-12-01", "ended"),
  ])
  func changesStateOnTheDaysThatTheRecordNames(day: String, state: String) throws {
    try fixture.company(
      "aws", "engagements: [{service: Hosting, effective: 2026-02-01, ended: 2026-12-01}]")

    let register = try models(asOf: day).directory()

    for list in ["active", "planned", "ended"] {
      #expect(register.list(list).map { $0.text("id") } == (list == state ? ["aws"] : []))
    }
  }

  @Test func isInUseWhileOneEngagementIs() throws {
    try fixture.company(
      "aws",
      """
      engagements:
        - {service: Old, effective: 2020-01-01, ended: 2021-01-01}
        - {service: Now, effective: 2022-01-01}
        - {service: Next, effective: 2030-01-01}
        - {service: Never, effective: 2030-01-01, withdrawn: 2026-01-01}
      """)

    let entry = try #require(try models().directory().list("active").first)

    #expect(entry.text("date") == "2020-01-01")
    #expect(
      entry.list("engagements").map { $0.text("state") } == ["ended", "active", "planned"])
  }

  @Test func listsWhatWasGivenUpNowhere() throws {
    try fixture.company("aws", "engagements: [{service: A, withdrawn: 2026-01-01}]")

    let models = try models()

    #expect(models.state(of: models.portal.subProcessors[0]) == .withdrawn)
    for list in ["active", "planned", "ended", "excluded"] {
      #expect(models.directory().list(list).isEmpty)
    }
  }

  @Test func keepsRecipientsThatAreNoSubProcessorsApart() throws {
    try fixture.company("bank", "excluded: true\nreason: {en: A bank, de: Eine Bank}")

    let register = try models(language: "de").directory()

    #expect(register.list("active").isEmpty)
    let bank = try #require(register.list("excluded").first)
    #expect(bank.text("reason", "text") == "Eine Bank")
    #expect(bank.text("path") == "de/sub-processors/bank/index.html")
  }

  @Test func countsCompaniesInsideTheEEA() throws {
    try fixture.company(
      "in", "engagements: [{service: A, locations: [{country: DE}, {country: NO}]}]")
    try fixture.company(
      "out", "engagements: [{service: A, locations: [{country: DE}, {country: US}]}]")
    try fixture.company("unknown", "engagements: [{service: A}]")

    let register = try models().directory()

    #expect(register.text("eea_count") == "1")
    #expect(register.list("countries").first?.text("country") == "DE")
    #expect(register.list("countries").first?.text("share") == "66")
  }

  @Test func namesEachGroundOfATransferOnce() throws {
    try fixture.company(
      "aws",
      """
      engagements:
        - service: Hosting
          locations:
            - {country: DE, transfer: none-eea}
            - {country: US, transfer: {mechanism: scc-2021-914, module: 3}}
          transfer: [none-eea]
      """)

    let entry = try #require(try models().directory().list("active").first)
    let transfers = try #require(entry.list("engagements").first).list("transfers")

    #expect(transfers.map { $0.text("mechanism") } == ["none-eea", "scc-2021-914"])
    #expect(transfers.last?.text("module") == "3")
  }

  @Test func tellsTheLanguageOfWhatIsWrittenInAnother() throws {
    try fixture.company(
      "aws",
      "engagements: [{service: Hosting, purpose: {de: Betrieb}, condition: {en: a, de: b}}]")

    func passages(in language: String) throws -> [String?] {
      let entry = try models(language: language).directory().list("active").first
      let engagement = entry?.list("engagements").first
      return ["service", "purpose", "condition"].map { engagement?.text($0, "language") }
    }

    #expect(try passages(in: "en") == [nil, "de", nil])
    #expect(try passages(in: "de") == ["en", nil, nil])
  }

  @Test func keepsContactsThatAreNotPublicFromThePage() throws {
    try fixture.company(
      "aws", "contact: {name: Jo, email: jo@example.com}\nengagements: [{service: A}]")
    try fixture.company(
      "bee",
      "contact: {name: Office, audience: public}\nengagements: [{service: A}]")

    let models = try models()
    let contacts = models.portal.subProcessors.map {
      models.page(of: $0, description: [], mentions: []).text("contact", "name")
    }

    #expect(contacts == [nil, "Office"])
  }
}
