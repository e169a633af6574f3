import Agreements
import TestSupport
import Testing

@testable import Portal

struct TranslationComparisonTests {
  /// What the comparison says, a line each: the two places, and what only one of them states.
  private func differences(english: String, german: String) throws -> [String] {
    let fixture = try PortalFixture()
    try fixture.temporary.write(
      "---\ntitle: Agreement\nlanguage: en\n---\n\(english)\n", to: "content/agreements/a.md")
    try fixture.temporary.write(
      "---\ntitle: Vertrag\nlanguage: de\ntranslation-of: a\n---\n\(german)\n",
      to: "content/agreements/b.md")
    let portal = try fixture.compile()
    let comparison = TranslationComparison(of: portal, 0, with: 1)
    return comparison.differences.map { difference in
      func place(_ provision: Int?, _ agreement: Int) -> String {
        provision.map { portal.agreements[agreement].legalPath(of: $0).written } ?? "-"
      }
      let values = [difference.onlyHere, difference.onlyThere].map {
        $0.map { "\($0)" }.joined(separator: " ")
      }
      return "\(place(difference.here, 0)) | \(place(difference.there, 1)) | "
        + values.joined(separator: " | ")
    }
  }

  @Test func findsClausesThatOneVersionLacks() throws {
    let found = try differences(
      english: "## 1. One\n\n- (1) A.\n- (2) B.\n\n## 2. Two\n\n- (1) C.\n  - a) D.\n",
      german:
        "## 1. Eins\n\n- (1) A.\n\n## § 2 Zwei\n\n- (1) C.\n- (2) D.\n\n## 3. Drei\n\n- (1) E.\n")
    #expect(
      found == [
        "1(2) | - |  | ", "2(1)(a) | - |  | ", "- | § 2(2) |  | ", "- | 3 |  | ",
      ])
  }

  @Test func matchesPlacesByNumberAndLabelWhateverTheyAreCalled() throws {
    let found = try differences(
      english: """
        ## § 1 Fees

        - (1) A. {#fee}

        ## Annex 2: Measures

        - B.
        """,
      german: """
        ## 1. Preise

        - (3) A. {#fee}

        ## Anlage 2: Maßnahmen

        - B.
        """)
    #expect(found == [])
  }

  @Test(arguments: [
    ("within 30 days", "innerhalb von 14 Tagen"),
    ("within two weeks", "innerhalb von zwei Monaten"),
    ("a sum of 1,000 euros", "eine Summe von 2.000 Euro"),
    ("on 1 March 2026", "am 1. April 2026"),
    ("under Art. 28(3) GDPR", "nach Art. 32 Abs. 1 DSGVO"),
    ("under Art. 28(3) sentence 1 GDPR", "nach Art. 28 Abs. 3 Satz 2 DSGVO"),
  ])
  func findsFiguresThatDiffer(english: String, german: String) throws {
    let found = try differences(
      english: "## 1. One\n\n- (1) It is \(english).\n",
      german: "## 1. Eins\n\n- (1) Es ist \(german).\n")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("1(1) | 1(1) | ") == true)
  }

  @Test(arguments: [
    ("within 30 days", "innerhalb von dreißig Tagen"),
    ("within twelve months", "innerhalb von 12 Monaten"),
    ("a sum of 1,000.50 euros", "eine Summe von 1.000,50 Euro"),
    ("on 1 March 2026", "am 01.03.2026"),
    ("on March 1, 2026", "am 1. März 2026"),
    ("on 2026-03-01", "am 1. März 2026"),
    ("under Art. 28(3)(h) GDPR", "nach Art. 28 Abs. 3 lit. h DSGVO"),
    ("under Art. 28(3)(h) GDPR", "nach Art. 28 Abs. 3 Satz 2 lit. h DSGVO"),
    ("for each of the rooms", "für jeden der Räume"),
  ])
  func takesBothWaysToWriteAFigure(english: String, german: String) throws {
    let found = try differences(
      english: "## 1. One\n\n- (1) It is \(english).\n",
      german: "## 1. Eins\n\n- (1) Es ist \(german).\n")
    #expect(found == [])
  }

  @Test func saysWhatDiffersOnThePagesOfBoth() throws {
    let fixture = try PortalFixture()
    try fixture.temporary.write(
      "---\ntitle: Agreement\nlanguage: en\nbinding-language: de\n---\n## 1. One\n\nIn 30 days.\n",
      to: "content/agreements/a.md")
    try fixture.temporary.write(
      """
      ---
      title: Vertrag
      language: de
      binding-language: de
      translation-of: a
      ---
      ## 1. Eins

      In 14 Tagen.
      """, to: "content/agreements/b.md")
    try #require(fixture.build().publication != nil)
    let english = try fixture.page("agreements/a/index.html")
    #expect(english.contains("This version: 30 days"))
    #expect(english.contains("In German: 14 days"))
    #expect(english.contains("The version in German is binding."))
    #expect(english.contains("<a href=\"../b/index.html#1\">1</a>"))
    #expect(try fixture.page("agreements/b/index.html").contains("14 Tage"))
  }
}
