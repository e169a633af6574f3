import Deadlines
import Diagnostics
import Frontmatter
import Registers
import Templating
import TestSupport
import Testing

@testable import Portal

struct RegisterModelsTests {
  private let fixture: PortalFixture

  init() throws { fixture = try PortalFixture() }

  private func models(asOf: CalendarDate = "2026-06-01", language: String = "en") throws
    -> RegisterModels
  {
    let portal = try fixture.compile(asOf: asOf)
    return RegisterModels(
      portal, words: try shippedWords(language), paths: PortalPaths(defaultLanguage: "en"))
  }

  @Test(arguments: [
    ("2026-01-31", "planned"), ("2026-02-01", "active"), ("2026-11-30", "active"),
    ("2026-12-01", "active"), ("2026-12-02", "ended"),
  ])
  func changesStateOnTheDaysThatTheRecordNames(day: CalendarDate, state: String) throws {
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

  /// What is to be given up on a later day is planned until then, and pages say only that.
  @Test(
    arguments: [("2026-07-14", nil), ("2026-07-15", "2026-07-15")] as [(CalendarDate, String?)])
  func tellsOfWithdrawalsOnTheirDay(day: CalendarDate, expected: String?) throws {
    try fixture.company(
      "aws", "engagements: [{service: Mail, effective: 2026-09-01, withdrawn: 2026-07-15}]")

    let register = try models(asOf: day).directory()

    let entries = register.list("planned") + register.list("withdrawn")
    let task = try #require(entries.first?.list("engagements").first)
    #expect(task.text("withdrawn") == expected)
  }

  @Test func saysWhomToTellOfAnObjectionAndWhereItIsAgreed() throws {
    try fixture.temporary.write(
      """
      title: Portal
      languages: [en, de]
      processor: {name: Processor GmbH, contact: {email: office@processor.example}}
      notice: {before-use: 30 days, objection: 14 days, channel: {email: privacy@processor.example}}

      """, to: "content/portal.yml")
    try fixture.agreement(
      "dpa",
      """
      ## 1. Sub-processors

      - (1) The Processor informs the Controller of a new sub-processor 30 days in advance.
      - (2) The Controller may object to it within 14 days.

      """, keys: "kind: data-processing-agreement\n")
    try fixture.agreement(
      "terms", "## 1. Sub-processors\n\nThe Customer may object within 14 days.\n",
      keys: "kind: terms\n")
    try fixture.company("mail", "engagements: [{service: Mail, announced: 2026-05-30}]")

    for language in ["en", "de"] {
      let page = try models(language: language).page(of: 0, description: [], changes: [])
      let objection = try #require(page.member("objection"))
      #expect(objection.text("contact", "email") == "privacy@processor.example")
      #expect(
        objection.list("clauses").map { $0.text("path") } == ["agreements/dpa/index.html#1-2"])
    }
    try #require(fixture.build().publication != nil)
    let text = try fixture.page("sub-processors/mail/index.html")
    #expect(text.contains(">privacy@processor.example</a>. Agreed in <a href="))
  }

  /// What is in use is so for other products.
  @Test(arguments: [("planned", true), ("current", false)])
  func saysThatNothingIsInUseForAPlannedProduct(status: String, isPlanned: Bool) throws {
    let fixture = try PortalFixture(
      settings: "products: [{id: app, name: App, status: \(status)}, {id: web, name: Web}]\n")
    try fixture.company("aws", "engagements: [{service: Hosting, effective: 2026-02-01}]")
    #expect(!fixture.build().diagnostics.containsErrors)
    let page = try fixture.page("products/app/index.html")
    #expect(page.contains("<dt>To be used</dt><dd>1</dd>") == isPlanned)
    #expect(page.contains("<dt>In use</dt><dd>1</dd>") == !isPlanned)
    #expect(page.contains("The product is planned") == isPlanned)
  }

  @Test func saysWhichTaskADeadlineIsAbout() throws {
    try fixture.company(
      "mail",
      """
      engagements:
        - {service: {en: Letters, de: Briefe}, effective: 2026-07-01}
        - {service: Faxes, effective: 2020-01-01, ended: 2026-07-01}
        - {service: Calls, effective: 2026-07-01}
      """)

    let deadlines = try models(language: "de").datedDeadlines().map(\.value)

    #expect(deadlines.map { $0.text("kind") } == ["in-use", "in-use", "ended"])
    #expect(deadlines.map { $0.text("service", "text") } == ["Briefe", "Calls", "Faxes"])
    #expect(deadlines.map { $0.text("service", "language") } == [nil, "en", "en"])
    // The last day of use is one of use.
    let last = try models(asOf: "2026-07-01").datedDeadlines().map(\.value)
    #expect(last.map { $0.text("kind") } == ["ended"])
    #expect(try models(asOf: "2026-07-02").datedDeadlines().isEmpty)
  }

  /// Customers can't object to what is in use already.
  @Test func namesTheTaskThatCustomersMayObjectTo() throws {
    let fixture = try PortalFixture(settings: "notice: {before-use: 30 days, objection: 14 days}")
    try fixture.company(
      "mail",
      "engagements: [{service: Letters, effective: 2020-01-01}, "
        + "{service: Calls, announced: 2026-05-30, effective: 2026-07-01}]")
    try fixture.company(
      "fax", "engagements: [{service: Faxes, announced: 2026-05-30, effective: 2026-07-01}]")
    try #require(fixture.build().publication != nil)
    func notice(_ id: String) throws -> Substring {
      let page = try fixture.page("sub-processors/\(id)/index.html")
      return try #require(page.split(separator: "\n").first { $0.contains("<p class=\"notice\">") })
    }
    #expect(try notice("mail").contains("15 June 2026</time>: Calls. "))
    #expect(try !notice("mail").contains("Letters"))
    #expect(try notice("fax").contains("15 June 2026</time>.") && !notice("fax").contains("Faxes"))
    #expect(try fixture.page("sub-processors/index.html").contains("<dt>Planned</dt><dd>2</dd>"))
  }

  @Test func keepsWhatWasGivenUpApart() throws {
    try fixture.company("aws", "engagements: [{service: A, withdrawn: 2026-01-01}]")

    let models = try models()

    #expect(models.portal.timeline.companies[0].state == .engaged(.withdrawn))
    #expect(models.directory().list("withdrawn").map { $0.text("id") } == ["aws"])
    for list in ["active", "planned", "ended", "excluded"] {
      #expect(models.directory().list(list).isEmpty)
    }
  }

  @Test func saysWhatCanStillBeObjectedToAndWhatEnds() throws {
    let fixture = try PortalFixture(settings: "notice: {before-use: 30 days, objection: 14 days}")
    try fixture.company(
      "new", "engagements: [{service: A, announced: 2026-05-25, effective: 2026-07-01}]")
    try fixture.company(
      "late", "engagements: [{service: A, announced: 2026-05-01, effective: 2026-07-01}]")
    try fixture.company(
      "old", "engagements: [{service: A, effective: 2020-01-01, ended: 2026-12-31}]")
    let models = RegisterModels(
      try fixture.compile(), words: try shippedWords("en"),
      paths: PortalPaths(defaultLanguage: "en"))

    let directory = models.directory()

    #expect(directory.list("planned").map { $0.text("state") } == ["planned", "in-objection"])
    #expect(directory.list("planned").last?.text("object_until") == "2026-06-08")
    #expect(directory.list("active").map { $0.text("state") } == ["ending"])
  }

  @Test func listsForEachProductWhatIsUsedForIt() throws {
    let fixture = try PortalFixture(
      settings: "products: [{id: a, editions: [x, y]}, {id: b}]\n")
    try fixture.company("all", "engagements: [{service: S}]")
    try fixture.company(
      "one", "engagements: [{service: S, products: [a/x]}, {service: T, products: [b]}]")
    let models = RegisterModels(
      try fixture.compile(), words: try shippedWords("en"),
      paths: PortalPaths(defaultLanguage: "en"))

    let (product, register) = models.productPage(0)

    #expect(product.list("editions").map { $0.text("id") } == ["a/x", "a/y"])
    #expect(register.list("active").map { $0.text("id") } == ["all", "one"])
    #expect(register.list("active").last?.list("engagements").count == 1)
    let engagements = models.directory().list("active").flatMap { $0.list("engagements") }
    #expect(engagements.map { $0.list("product_ids").map { $0.text() } } == [["*"], ["a"], ["b"]])
    #expect(engagements.map { $0.list("edition_ids").map { $0.text() } } == [["*"], ["a/x"], []])
  }

  @Test func keepsTheFactsOfDifferentEngagementsApart() throws {
    try fixture.company(
      "two",
      """
      engagements:
        - service: Mail
          effective: 2024-01-01
          locations: [{country: JP, transfer: adequacy}, {country: JP, role: support}]
        - {service: Chat, ended: 2025-01-01, locations: [{country: DE}, {country: FR}]}
      """)

    let engagements = try models().directory().list("active")[0].list("engagements")

    #expect(engagements.map { $0.text("state") } == ["active", "ended"])
    #expect(engagements.map { $0.list("countries").map { $0.text() } } == [["JP"], ["DE", "FR"]])
    #expect(
      engagements.map { $0.list("mechanisms").map { $0.text() } } == [
        ["adequacy"], ["none-eea"],
      ])
  }

  @Test func tellsWhatIsLeftShouldAGroundFall() throws {
    try fixture.company(
      "aws",
      """
      engagements:
        - service: Hosting
          locations: [{country: US}]
          transfer:
            - {mechanism: adequacy-dpf, checked: 2026-05-01}
            - {mechanism: scc-2021-914, module: 3}
        - {service: Mail, locations: [{country: GB}]}
        - {service: Fax, locations: [{country: DE}]}
      """)

    let transfers = try models().transfers()

    #expect(transfers.list("rows").map { $0.text("country") } == ["US", "GB"])
    #expect(transfers.text("inside_count") == "1")
    #expect(
      transfers.list("falls").map { $0.text("name") } == [
        "(EU) 2021/1772", "(EU) 2021/914", "(EU) 2023/1795",
      ])
    #expect(transfers.list("falls").map { $0.text("lost_count") } == ["1", "0", "0"])
    #expect(transfers.list("decisions").map { $0.text("until") } == ["2031-12-27", nil])
  }

  @Test func listsTasksWithoutAPlaceAmongTransfers() throws {
    try fixture.company("tata", "engagements: [{service: Support}]")

    let rows = try models().transfers().list("rows")

    #expect(rows.map { $0.text("standing") } == ["unclear"])
    try #require(fixture.build().publication != nil)
    #expect(try !fixture.page("transfers/index.html").contains("No place of"))
  }

  @Test func ordersTheChainAsATree() throws {
    try fixture.company("root", "engagements: [{service: A}]")
    try fixture.company("other", "engagements: [{service: A}]")
    for (id, tier, upper) in [("leaf", 3, "middle"), ("middle", 2, "root"), ("second", 2, "root")] {
      try fixture.company(
        id, "tier: \(tier)\nengaged-by: \(upper)\nengagements: [{service: A}]")
    }

    let portal = try fixture.compile()
    let models = try models()
    let chain = models.chain()

    #expect(portal.hasChain)
    #expect(
      chain.items.map { $0.text("company", "title") }
        == ["OTHER", "ROOT", "MIDDLE", "LEAF", "SECOND"])
    #expect(chain.items.map { $0.text("opens") } == ["false", "true", "true", "false", "false"])
    #expect(chain.items.map { $0.text("closes") } == ["0", "0", "0", "1", "1"])
    let leaf = try #require(portal.subProcessors.firstIndex { $0.id.value == "leaf" })
    let page = models.page(of: leaf, description: [], changes: [])
    #expect(page.list("chain").map { $0.text("title") } == ["ROOT", "MIDDLE"])
  }

  @Test func keepsInTheChainWhatACompanyThatEndedEngaged() throws {
    try fixture.company("root", "engagements: [{service: A, ended: 2026-05-31}]")
    try fixture.company("leaf", "engaged-by: root\nengagements: [{service: A}]")
    #expect(try models().chain().items.map { $0.text("company", "title") } == ["LEAF"])
  }

  @Test func findsWhatMentionsACompany() throws {
    try fixture.company("aws", "short-name: Cloudy\nengagements: [{service: A}]")
    try fixture.agreement(
      "dpa", "## 1. Hosting\n\n- (1) Data lies with Cloudy’s servers.\n- (2) Cloudyness.\n")

    let models = try models()
    let mentions = models.page(of: 0, description: [], changes: []).list("mentions")

    #expect(mentions.map { $0.text("path") } == ["agreements/dpa/index.html#1-1"])
  }

  @Test func adoptsListsBesideRecords() throws {
    try fixture.company("aws", "engagements: [{service: A}]")
    try fixture.temporary.write(
      """
      ---
      title: DPA
      adopt: {sub-processors: Annex 1}
      ---

      # Annex 1: Sub-processors

      | Company | Service | Location |
      |---|---|---|
      | AWS | Hosting | Germany |
      | Other Ltd | Mail | Ireland |
      """, to: "content/agreements/dpa.md")

    let outcome = fixture.build()
    let models = try models()

    #expect(outcome.diagnostics.map(\.code.rawValue) == ["duplicate-company"])
    #expect(
      models.directory().list("active").map { $0.text("id") } == ["aws", "aws-2", "other-ltd"])
    let page = models.page(of: 2, description: [], changes: [])
    #expect(
      page.list("adopted_from").map { $0.text("path") } == [
        "agreements/dpa/index.html#annex-1-row-2"
      ])
    #expect(page.list("mentions").isEmpty)
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
      "out", "engagements: [{service: A, locations: [{country: DE}, {country: GB}]}]")
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
    let contacts = models.portal.subProcessors.indices.map {
      models.page(of: $0, description: [], changes: []).text("contact", "name")
    }

    #expect(contacts == [nil, "Office"])
  }
}
