import Diagnostics
import TestSupport
import Testing

@testable import Portal

struct UnderstandingModelsTests {
  /// On paper a citation can't be followed, and each with its address could not be read.
  @Test func listsTheLawsOfAPrintedAgreementOnce() throws {
    let fixture = try PortalFixture()
    try fixture.agreement(
      "dpa", "## 1. A\n\nAs Art. 28 and Art. 32 GDPR and § 203 StGB provide.\n",
      keys: "version: '1'\n")
    try fixture.agreement("terms", "## 1. A\n\nNo law.\n")
    try fixture.release("2026-01-15")
    try #require(fixture.build().publication != nil)

    for page in ["agreements/dpa/index.html", "agreements/dpa/1/index.html"] {
      let text = try fixture.page(page)
      let list = try #require(
        text.firstMatch(of: #/<section class="laws"[^>]* hidden>(?s)(.*?)<\/section>/#))
      #expect(list.1.matches(of: #/<li>/#).count == 2, "\(page)")
      #expect(
        list.1.contains("(GDPR): https://eur-lex.europa.eu/eli/reg/2016/679/oj/eng</li>"), "\(page)"
      )
    }
    #expect(try !fixture.page("agreements/terms/index.html").contains("class=\"laws\""))
    let sheet = String(
      decoding: try #require(DefaultTheme.loaded.assets["annex.css"]).bytes, as: UTF8.self)
    #expect(sheet.contains(".laws{display:block !important}"))
  }

  /// Who hears a page read hears each language by its own voice.
  @Test func namesTheLanguageOfWhatIsForeign() throws {
    let fixture = try PortalFixture()
    try fixture.agreement(
      "avv",
      """
      ## § 1 Gegenstand

      „Raum“ bezeichnet einen Ort. Es gilt Art. 28 DSGVO.

      """, language: "de", keys: "short-title: Vertrag\n")
    #expect(!fixture.build().diagnostics.containsErrors)
    #expect(try fixture.page("glossary/index.html").contains("lang=\"de\">„Raum“ bezeichnet"))
    #expect(
      try fixture.page("coverage/index.html")
        .contains("<a href=\"../agreements/avv/index.html\" lang=\"de\">Vertrag</a>"))
    #expect(try fixture.page("law/index.html").contains("<span lang=\"de\">Vertrag</span>: "))
    for page in ["glossary", "coverage", "law"] {
      #expect(try !fixture.page("de/\(page)/index.html").contains("lang=\"de\">Vertrag"))
    }
  }

  /// Beside a place, a long title leaves no room for what it is about.
  @Test func namesAgreementsByTheirShortTitlesInLists() throws {
    let fixture = try PortalFixture(
      settings: "notice: {before-use: 30 days, objection: 14 days}\n")
    func write(_ days: Int) throws {
      try fixture.agreement(
        "dpa",
        """
        ## 1. Sub-processors

        “Room” means a place. Mail GmbH sends mail, as Art. 28 GDPR allows.

        ## 2. Objections to sub-processors

        The Controller may object to a sub-processor within \(days) days. Section 1 applies.

        """, keys: "short-title: Contract\nversion: '\(days)'\n")
    }
    try write(12)
    try fixture.company(
      "mail", "aliases: [Mail GmbH]\nengagements: [{service: Mail, announced: 2026-05-30}]")
    try fixture.release("2026-01-15")
    try write(14)
    try fixture.release("2026-02-15")
    try #require(fixture.build().publication != nil)

    for (page, text) in [
      ("duties/index.html", ">Contract, 2</a>"), ("glossary/index.html", ">Contract, 1</a>"),
      ("law/index.html", "<li>Contract: "), ("changes/index.html", ">Contract:</span>"),
      ("sub-processors/mail/index.html", ">Contract, 1</a>"),
      (
        "sub-processors/mail/index.html",
        "Agreed in <a href=\"../../agreements/dpa/index.html#2\">Contract, 2<"
      ),
      ("search/data/p0.js", "\"Contract\""),
    ] {
      #expect(try fixture.page(page).contains(text), "\(page)")
    }
    // The agreement itself has its name.
    #expect(try fixture.page("agreements/dpa/index.html").contains("<h1>Agreement dpa</h1>"))
    #expect(try fixture.page("agreements/index.html").contains(">Agreement dpa</a>"))
  }

  @Test func quotesAllOfAPlaceThatDefinesFewTerms() throws {
    let page = try glossary(
      "Read this first. “Portal” means the pages. “Reader” means a person.")
    #expect(count(of: "Read this first.", in: page) == 2)
    #expect(page.contains("“Reader” means a person.</p>"))
  }

  @Test func quotesOneSentenceOfAPlaceThatDefinesMany() throws {
    let page = try glossary(definitions(5) + "Last of all.")
    for number in 1...5 { #expect(page.contains("<p>“Word\(number)” means number \(number).</p>")) }
    #expect(!page.contains("Last of all."))
  }

  /// What lists say of a text stays in proportion to it, however much one paragraph or sentence
  /// holds.
  @Test func pagesGrowWithTheText() throws {
    let terms = try (glossary(definitions(100)).utf8.count, glossary(definitions(400)).utf8.count)
    #expect(terms.1 < terms.0 * 6)
    let duties = try (periods(100).utf8.count, periods(400).utf8.count)
    #expect(duties.1 < duties.0 * 6)
  }

  @Test(arguments: [(1, 1, 0), (2, 2, 0), (51, 50, 1)])
  func listsFewOfManyDefinitions(agreements: Int, listed: Int, more: Int) throws {
    let terms = try models(agreements).glossary().items

    #expect(terms.map { $0.text("name") } == ["Portal"])
    let definitions = terms[0].list("definitions")
    #expect(definitions.count == listed)
    #expect(definitions[0].text("text") == "“Portal” means the pages.")
    #expect(definitions[0].text("place", "path") == "agreements/a01/index.html#1")
    #expect(terms[0].text("more") == String(more))
  }

  @Test(arguments: [(50, false), (51, true)])
  func onlyCountsWhatManyAgreementsSay(agreements: Int, isSummary: Bool) throws {
    let models = try models(agreements)

    #expect(models.duties().items.isEmpty == isSummary)
    let counts = models.periodCounts().items
    #expect(counts.count == (isSummary ? agreements : 0))
    #expect(counts.allSatisfy { $0.text("count") == "1" })
    #expect(
      counts.first?.text("agreement", "path")
        == (isSummary ? "agreements/a01/index.html#periods" : nil))
    let coverage = models.coverage().items
    #expect(coverage.count == agreements)
    #expect(coverage.allSatisfy { $0.list("duties").isEmpty == isSummary })
    #expect(
      coverage.first?.text("agreement", "path")
        == "agreements/a01/index.html" + (isSummary ? "#coverage" : ""))
  }

  @Test func groupsPeriodsByTheParty() throws {
    let fixture = try PortalFixture()
    try fixture.agreement(
      "dpa",
      """
      ## 1 Notice

      - (1) The Processor shall inform the Controller within 14 days.
      - (2) The Controller may object within 30 days, and the Processor shall answer in 5 days.
      - (3) Records are kept for six months.

      """)

    let parties = try models(of: fixture).periods(of: 0).items

    #expect(parties.map { $0.text("party") } == ["controller", "processor", "not-stated"])
    #expect(
      parties.map { $0.list("periods").map { $0.text("place", "path") ?? "" } } == [
        ["agreements/dpa/index.html#1-2"],
        ["agreements/dpa/index.html#1-1", "agreements/dpa/index.html#1-2"],
        ["agreements/dpa/index.html#1-3"],
      ])
  }

  /// The models of so many agreements that say the same.
  private func models(_ agreements: Int) throws -> UnderstandingModels {
    let fixture = try PortalFixture()
    for number in 1...agreements {
      try fixture.agreement(
        number < 10 ? "a0\(number)" : "a\(number)",
        "## 1 Terms\n\n“Portal” means the pages.\n\n## 2 Notice\n\n"
          + "The Processor shall inform the Controller within 14 days.\n")
    }
    return try models(of: fixture)
  }

  private func models(of fixture: PortalFixture) throws -> UnderstandingModels {
    UnderstandingModels(
      portal: try fixture.compile(), paths: PortalPaths(defaultLanguage: "en"),
      words: try shippedWords("en"))
  }

  private func definitions(_ count: Int) -> String {
    (1...count).map { "“Word\($0)” means number \($0). " }.joined()
  }

  private func glossary(_ text: String) throws -> String {
    try page("glossary/index.html", of: text)
  }

  /// One sentence of so many periods.
  private func periods(_ count: Int) throws -> String {
    let list = (1...count).map { "within \($0) days" }.joined(separator: ", ")
    return try page("duties/index.html", of: "The processor shall report \(list).")
  }

  private func page(_ path: String, of text: String) throws -> String {
    let fixture = try PortalFixture()
    try fixture.agreement("dpa", "## 1 Definitions\n\n\(text)\n")
    #expect(fixture.build().publication != nil)
    return try fixture.page(path)
  }

  private func count(of words: String, in page: String) -> Int {
    page.split(separator: words, omittingEmptySubsequences: false).count - 1
  }
}
