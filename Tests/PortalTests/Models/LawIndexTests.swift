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
}
