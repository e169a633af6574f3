import References
import TestSupport
import Testing

@testable import Portal

struct LawIndexTests {
  @Test func tellsRecitalsAnnexesAndChaptersFromArticles() throws {
    let fixture = try PortalFixture()
    try fixture.agreement(
      "dpa",
      """
      ## 1 Law

      - (1) Recital 30 GDPR, Art. 30 GDPR and Chapter V GDPR apply.
      - (2) The parties complete Annex II of the SCC.
      """)
    #expect(fixture.build().publication != nil)

    let official = "https://eur-lex.europa.eu/eli/reg/2016/679/oj/eng"
    let agreement = try fixture.page("agreements/dpa/index.html")
    #expect(agreement.contains("href=\"\(official)#rct_30\">Recital 30 GDPR</a>"))
    #expect(agreement.contains("href=\"\(official)#art_30\">Art. 30 GDPR</a>"))
    #expect(agreement.contains("href=\"\(official)\">Chapter V GDPR</a>"))

    let index = try fixture.page("law/index.html")
    #expect(index.contains("href=\"\(official)#art_30\">Article 30</a>"))
    #expect(index.contains("href=\"\(official)#rct_30\">Recital 30</a>"))
    #expect(index.contains(">Chapter V</a>"))
    #expect(index.contains(">Annex II</a>"))
    #expect(try fixture.page("de/law/index.html").contains(">Erwägungsgrund 30</a>"))
  }

  /// Who looks for the clauses on breaches finds those that cite them within a range.
  @Test(arguments: [
    ("Articles 32 to 36 GDPR", "32 33 34 35 36"), ("Art. 12 bis 14 DSGVO", "12 13 14"),
    ("Art. 33 f. DSGVO", "33 34"), ("Art. 33(1) to (3) GDPR", "33"),
    ("Art. 97 to 120 GDPR", "97 98 99"),
    ("Articles 1 to 99 GDPR", "1"), ("Art. 33 ff. DSGVO", "33"),
  ])
  func knowsEveryArticleOfARange(citation: String, articles: String) throws {
    let fixture = try PortalFixture()
    try fixture.agreement("dpa", "## 1 Law\n\n- (1) \(citation) applies.\n")
    #expect(fixture.build().publication != nil)

    let page = try fixture.page("law/index.html")
    let found = page.split(separator: ">Article ").dropFirst().map { $0.prefix { $0 != "<" } }
    #expect(found.joined(separator: " ") == articles)
    let cited = CitedProvision.all(in: try fixture.compile()).map(\.provision.number)
    #expect(cited.joined(separator: " ") == articles)
  }
}
