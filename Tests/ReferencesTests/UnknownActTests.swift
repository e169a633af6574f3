import References
import Testing

/// Provisions of laws that no catalog knows, by the form in which they are named.
struct UnknownActTests {
  private func read(_ text: String, _ language: String) -> (cited: [String], found: [String]) {
    let markdown = """
      ---
      title: T
      language: \(language)
      ---

      ## 1. Scope

      Art. 30 GDPR.

      \(text)

      ## 2. Duties

      y
      """
    let (resolved, _) = resolve(markdown)
    let laws = resolved.citations.map { shippedLaws.laws[$0.law].id }
    // Behind the article that is cited in any case.
    return (Array(laws.dropFirst()), references(in: markdown))
  }

  @Test(arguments: [
    ("en", "Article 5 of the LGPD applies."), ("en", "Article 5 LGPD applies."),
    ("en", "Article 17 PIPL applies."), ("en", "Article 9 LOPDGDD applies."),
    ("en", "Article 12 of the Constitution applies."), ("en", "Article 10 LED applies."),
    ("en", "section 2 POPIA applies."), ("en", "Article IV thereof applies."),
    ("de", "Es gilt Art. 28 OR."), ("de", "Es gilt Art. 12 der Verfassung."),
    ("de", "Es gilt Art. 10 Richtlinie (EU) 2016/680."), ("de", "Es gilt Art. 28 EU-DSVO."),
    ("de", "Es gilt Art. 3 eGovernment-RL."), ("de", "Es gilt Artikel 5 DA."),
    ("de", "Es gilt § 2 KDG-DVO."), ("de", "Es gilt § 2 DSG-EKD-DVO."),
    ("de", "Es gilt § 2 BGB-InfoV."), ("de", "Es gilt § 2 BSI-KritisV."),
    ("de", "Es gilt § 2 BDSG-E."), ("de", "Es gilt § 2 ArchG-EKD."),
    ("en", "C.R.S. § 2-1-1309 applies."), ("en", "Va. Code § 2.1-575 applies."),
    ("de", "Es gilt Ziffer 2 EVB-IT."),
    ("de", "Es gilt Ziff. 2 der EVB-IT Cloud-AGB."),
  ])
  func areLeftAlone(language: String, text: String) {
    let (cited, found) = read(text, language)
    #expect(cited.isEmpty)
    #expect(found.allSatisfy { $0.hasSuffix("(external)") } && !found.isEmpty)
  }

  @Test func areNoPlaceByANumberAlone() {
    let (cited, found) = read("Es gilt Nr. 2 ADSp.", "de")
    #expect(cited.isEmpty && found.isEmpty)
  }

  @Test(arguments: [
    ("en", "Under Section 2 TIA reports end.", "Section 2 -> 2"),
    ("en", "THE LIMITS OF SECTION 2 APPLY IN FULL.", "SECTION 2 -> 2"),
    ("de", "Nach Ziffer 2 TOMs anpassen.", "Ziffer 2 -> 2"),
    ("de", "Nach § 2 der TOM gilt das.", "§ 2 -> 2"),
  ])
  func areToldFromOwnSections(language: String, text: String, expected: String) {
    #expect(read(text, language).found == [expected])
  }

  @Test(arguments: [
    "Article 28 applies.", "Article 28 of the Regulation applies.", "Article 28 EU GDPR applies.",
    "Die DSGVO-Anforderungen aus Art. 28 DSGVO-neu gelten.",
  ])
  func areToldFromKnownLaws(text: String) {
    #expect(read(text, "en").cited.contains("gdpr"))
  }
}
