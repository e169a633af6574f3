import Agreements
import Diagnostics
import References
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
    let comparison = TranslationComparison(
      of: portal.agreements, portal.understood.agreements, 0, with: 1)
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
    ("within thirty-five days", "innerhalb von fünf Tagen"),
    ("within 14 business days", "innerhalb von 14 Werktagen"),
    ("within 14 working days", "innerhalb von 15 Werktagen"),
    ("for one hundred and eighty users", "für hundertachtzehn Nutzer"),
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
    ("within 14 working days", "innerhalb von 14 Werktagen"),
    ("within 14 working days", "innerhalb von 14 Arbeitstagen"),
    ("within forty-five (45) days", "innerhalb von fünfundvierzig Tagen"),
    ("for one hundred and eighty users", "für hundertachtzig Nutzer"),
    ("for thirty\u{2011}five users", "für 35 Nutzer"),
    ("on Dec 1, 2026", "am 1. Dezember 2026"),
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

  @Test(arguments: [
    ("- (1) A. {#authorisation}\n- (2) B.", "- (1) A. {#genehmigung}\n- (2) B.", 0),
    ("- (1) A. {#authorisation}\n- (2) B.", "- (1) A.\n- (2) B.", 0),
    ("- (1) A. {#a}\n- (2) B. {#b}", "- (1) B. {#b}\n- (2) A. {#a}", 0),
    ("- (1) A. {#a}\n- (2) B. {#b}", "- (1) A. {#c}\n- (3) B. {#b}", 0),
    ("- (1) A. {#a}\n- (2) B.", "- (2) A. {#c}\n- (3) B.", 2),
  ])
  func matchesByNumberWhereLabelsDiffer(english: String, german: String, count: Int) throws {
    let found = try differences(
      english: "## 1. One\n\n\(english)\n", german: "## 1. Eins\n\n\(german)\n")
    #expect(found.count == count, "\(found)")
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

  /// What a check says of two versions: severity, code, places, and the first half of the summary.
  private func complaints(
    english: String, german: String, keys: String = ""
  ) throws -> [String] {
    let fixture = try PortalFixture()
    try fixture.temporary.write(
      "---\ntitle: Agreement\nlanguage: en\n---\n\(english)\n", to: "content/agreements/a.md")
    try fixture.temporary.write(
      "---\ntitle: Vertrag\nlanguage: de\ntranslation-of: a\n\(keys)---\n\(german)\n",
      to: "content/agreements/b.md")
    let found = fixture.build().diagnostics.filter { $0.code.rawValue.hasPrefix("translation-") }
    return found.map { diagnostic in
      let ranges = [diagnostic.range] + diagnostic.notes.map(\.range)
      let places = ranges.compactMap { $0.map { "\($0.path.suffix(4)):\($0.start.line)" } }
        .joined(separator: " ")
      return "\(diagnostic.severity) \(places) \(diagnostic.summary.prefix { $0 != ";" })"
    }
  }

  @Test func warnsOfClausesThatOneVersionLacks() throws {
    let found = try complaints(
      english: "## 1. One\n\n- (1) A.\n- (2) B.\n\n## 2. Two\n\n- Here.\n- There.\n",
      german: "## 1. Eins\n\n- (1) A.\n\n## 2. Zwei\n\n- Hier.\n\n## 3. Drei\n\nE.\n")
    #expect(
      found == [
        "warning b.md:6 a.md:8 '1(2)' of agreement 'a' has no counterpart here",
        "note b.md:10 a.md:13 '2 / item 2' of agreement 'a' has no counterpart here",
        "warning b.md:14 '3' has no counterpart in agreement 'a'",
      ])
  }

  @Test func tellsOnceOfVersionsThatAreBuiltInDifferentWays() throws {
    let clauses = (1...25).map { "- (\($0)) A." }.joined(separator: "\n")
    let found = try complaints(english: "## 1. One\n\n\(clauses)\n", german: "## 1. Eins\n\n- A.\n")
    #expect(
      found == [
        "warning b.md:4 agreement 'b' lacks 25 places of agreement 'a', and has 1 of its own"
      ])
  }

  @Test(arguments: [
    ("within 30 days", "innerhalb von 14 Tagen", "warning", "'14 days'", "'30 days'"),
    ("on 1 March 2026", "am 1. April 2026", "warning", "'2026-04-01'", "'2026-03-01'"),
    ("a sum of 1,000 euros", "eine Summe von 2.000 Euro", "warning", "'2000'", "'1000'"),
    (
      "under Art. 28(3) GDPR", "nach Art. 32 Abs. 1 DSGVO", "note", "'32(1) GDPR'", "'28(3) GDPR'"
    ),
  ])
  func warnsOfFiguresThatContradictEachOther(
    english: String, german: String, severity: String, ours: String, theirs: String
  ) throws {
    let found = try complaints(
      english: "## 1. One\n\n- (1) It is \(english).\n",
      german: "## 1. Eins\n\n- (1) Es ist \(german).\n")
    #expect(
      found == [
        "\(severity) b.md:8 a.md:7 '1(1)' says \(ours) where agreement 'a' says \(theirs)"
      ])
  }

  @Test(arguments: [
    ("with two copies", "mit einem Doppel"), ("within 30 days", "unverzüglich"),
    ("under Art. 28 GDPR", "nach dem Gesetz"),
  ])
  func saysNothingOfWhatMayBeAMatterOfWording(english: String, german: String) throws {
    let found = try complaints(
      english: "## 1. One\n\n- (1) It is \(english).\n",
      german: "## 1. Eins\n\n- (1) Es ist \(german).\n")
    #expect(found == [])
  }

  @Test func limitsWhatIsToldOfManyContradictions() throws {
    let lines = { (word: String, days: Int) in
      (1...23).map { "- (\($0)) \(word) \(days + $0 * 100) days." }.joined(separator: "\n")
    }
    let found = try complaints(
      english: "## 1. One\n\n\(lines("In", 1))\n", german: "## 1. Eins\n\n\(lines("In", 2))\n")
    #expect(found.count == 20)
  }

  /// One paragraph can hold all the figures of an agreement, other ones in each language.
  @Test func comparesParagraphsFullOfFiguresInLinearTime() throws {
    let compiled = try [1_000, 4_000].map { (count: Int) in
      let fixture = try PortalFixture()
      for (language, first, link) in [("en", 0, ""), ("de", count, "translation-of: en\n")] {
        let text = (0..<count).map { "Art. \($0 + first) GDPR, \(10_000 + $0 + first) times. " }
        try fixture.temporary.write(
          "---\ntitle: T\nlanguage: \(language)\n\(link)---\n## 1. A\n\n\(text.joined())\n",
          to: "content/agreements/\(language).md")
      }
      return try fixture.compile()
    }
    let compare = { (portal: CompiledPortal) in
      let comparison = TranslationComparison(
        of: portal.agreements, portal.understood.agreements, 0, with: 1)
      #expect(comparison.differences.count == 1)
    }
    expectLinear({ compare(compiled[0]) }, { compare(compiled[1]) })
  }

  @Test func namesAFewOfManyFigures() throws {
    let figures = { (first: Int) in (first..<(first + 30)).map(String.init).joined(separator: " a ")
    }
    let fixture = try PortalFixture()
    try fixture.temporary.write(
      "---\ntitle: T\nlanguage: en\n---\n## 1. A\n\n\(figures(100))\n",
      to: "content/agreements/a.md")
    try fixture.temporary.write(
      "---\ntitle: T\nlanguage: de\ntranslation-of: a\n---\n## 1. A\n\n\(figures(200))\n",
      to: "content/agreements/b.md")
    let portal = try fixture.compile()
    let found = checkTranslations(
      of: portal.agreements, portal.understood.agreements, workers: 1)
    #expect(found.count == 1)
    #expect(found[0].summary.contains("'207' and 22 more where"))
    #expect(found[0].summary.contains("'107' and 22 more;"))
  }
}
