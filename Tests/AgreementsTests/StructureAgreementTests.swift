import Deadlines
import Diagnostics
import Markup
import Testing

@testable import Agreements

struct StructureAgreementTests {
  @Test(arguments: [
    // Sections
    ("## 7. Subcontracting\n\nOnly paragraph.", ["7: Only paragraph."]),
    ("## 0 Recitals\n\nOne.\n\nTwo.", ["0", "0 / para 1: One.", "0 / para 2: Two."]),
    ("## 2 Subject\n\n### 2.1 Matter\n\nText.", ["2", "2.1: Text."]),
    ("## § 9 Audits\n\n(1) First.\n\n(2) Second.", ["§ 9", "§ 9(1): First.", "§ 9(2): Second."]),
    (
      "## Clause 8\n\n(a) One.\n\n(b) Two.", ["Clause 8", "Clause 8(a): One.", "Clause 8(b): Two."]
    ),
    (
      "## 3 months of notice\n\nText.",
      ["3 months of notice", "3 months of notice / para 1: Text."]
    ),
    ("## 7a. Inserted\n\nText.", ["7a: Text."]),
    // Bulleted clauses
    ("## 7. S\n\n- (1) One.\n- (2) Two.", ["7", "7(1): One.", "7(2): Two."]),
    ("## 5. S\n\n- a. One.\n- b. Two.", ["5", "5.a: One.", "5.b: Two."]),
    (
      "## 9 S\n\n- (1) Lead:\n  - a) one\n  - b) two\n- (2) End.",
      ["9", "9(1): Lead:", "9(1)(a): one", "9(1)(b): two", "9(2): End."]
    ),
    (
      "## 7. S\n\n- a. A\n- b. B\n- c. Lead:\n  - a. one\n  - b. two",
      ["7", "7.a: A", "7.b: B", "7.c: Lead:", "7.c.a: one", "7.c.b: two"]
    ),
    (
      "## 4. S\n\n- (1) Lead:\n- a) one\n- b) two\n- (2) End.",
      ["4", "4(1): Lead:", "4(1)(a): one", "4(1)(b): two", "4(2): End."]
    ),
    (
      "## 4. S\n\n- a. One:\n - a. inner\n - b. inner\n- b. Two.",
      ["4", "4.a: One:", "4.a.a: inner", "4.a.b: inner", "4.b: Two."]
    ),
    ("## 6 S\n\nLead:\n\n- one\n- two", ["6: Lead:", "6 / item 1: one", "6 / item 2: two"]),
    ("## 6 S\n\n- 1. one\n- 2. two", ["6", "6.1: one", "6.2: two"]),
    // Literal letters under the numbers of Markdown, each level four columns deeper
    (
      "1. Lead\n\n    1. Inner:\n\n        a. One:\n\n            i. deep\n\n"
        + "            ii. *deeper*\n\n        b. Two\n\n2. End",
      [
        "1: Lead", "1.1: Inner:", "1.1.a: One:", "1.1.a.i: deep", "1.1.a.ii: deeper", "1.1.b: Two",
        "2: End",
      ]
    ),
    (
      "## 6 S\n\nLead:\n\n    (1) one\n\n    (2) two",
      ["6: Lead:", "6(1): one", "6(2): two"]
    ),
    ("### 6.0 S\n\n6.1. One.\n\n6.2 Two.", ["6.0", "6.1: One.", "6.2: Two."]),
    ("### 6.0 S\n\n6.1. Alone.", ["6.0", "6.1: Alone."]),
    ("## 6 S\n\n- aa) one\n- bb) two", ["6", "6(aa): one", "6(bb): two"]),
    ("## 6 S\n\n- i. one\n- ii. two", ["6", "6.i: one", "6.ii: two"]),
    (
      "## 1 S\n\n- (1) Label\n\n  Second paragraph.\n\n- (2) Next",
      ["1", "1(1): Label\nSecond paragraph.", "1(2): Next"]
    ),
    // Letters that are none
    (
      "## 1 S\n\n- z. B. this\n- d. h. that",
      ["1", "1 / item 1: z. B. this", "1 / item 2: d. h. that"]
    ),
    ("## 1 S\n\n- J. Doe\n- others", ["1", "1 / item 1: J. Doe", "1 / item 2: others"]),
    // Ordered lists, as commercial standard terms are written
    (
      "# Terms\n\n1. **Use.** May use.\n   1. First.\n   2. Second:\n      a. one\n      b. two\n2. End.",
      ["1: Use. May use.", "1.1: First.", "1.2: Second:", "1.2.a: one", "1.2.b: two", "2: End."]
    ),
    (
      "# Terms\n\n1. Use\n\n   (a) one\n\n   (b) two\n\n1. End",
      ["1: Use", "1(a): one", "1(b): two", "2: End"]
    ),
    ("1) one\n2) two", ["(1): one", "(2): two"]),
    // Paragraphs with markers
    (
      "## 7 S\n\n(1) One.\n\nMore of one.\n\n(2) Two:\n\n- item\n\n(3) Three.",
      ["7", "7(1): One.\nMore of one.", "7(2): Two:", "7(2) / item 1: item", "7(3): Three."]
    ),
    (
      "## 7 S\n\n(1) One:\n\na) first\n\nb) second\n\n(2) Two.",
      ["7", "7(1): One:", "7(1)(a): first", "7(1)(b): second", "7(2): Two."]
    ),
    (
      "## 1 S\n\n(a) one\n\n(b) two:\n\n(i) x\n\n(ii) y\n\n(c) three",
      ["1", "1(a): one", "1(b): two:", "1(b)(i): x", "1(b)(ii): y", "1(c): three"]
    ),
    (
      "## 2 S\n\n(1) Satz.\n\na) eins\n\nb) zwei:\n\naa) Bestand\n\nbb) Kopie\n\nc) drei\n\n(2) Ende.",
      [
        "2", "2(1): Satz.", "2(1)(a): eins", "2(1)(b): zwei:", "2(1)(b)(aa): Bestand",
        "2(1)(b)(bb): Kopie", "2(1)(c): drei", "2(2): Ende.",
      ]
    ),
    (
      "## 1 S\n\n(a) one:\n\n(b) two:\n\n(i) alone\n\n(c) three\n\n(d) four",
      ["1", "1(a): one:", "1(b): two:", "1(b)(i): alone", "1(c): three", "1(d): four"]
    ),
    (
      "## 1 S\n\n(a) a\n\n(b) b\n\n(i) i\n\n(j) j",
      ["1", "1(a): a", "1(b): b", "1(i): i", "1(j): j"]
    ),
    (
      "## 1 S\n\n(a) a:\n\n(b) b:\n\n(i) x\n\n(ii) y\n\n(iii) z\n\n(v) no iv\n\n(d) no c",
      [
        "1", "1(a): a:", "1(b): b:", "1(b)(i): x", "1(b)(ii): y", "1(b)(iii): z", "1(b)(v): no iv",
        "1(d): no c",
      ]
    ),
    (
      "## 1 S\n\n(a) a\n\n(b) b\n\n(c) c\n\n(d) d\n\n(e) e\n\n(f) f\n\n(g) g\n\n(h) h\n\n(i) i\n\n(j) j",
      [
        "1", "1(a): a", "1(b): b", "1(c): c", "1(d): d", "1(e): e", "1(f): f", "1(g): g", "1(h): h",
        "1(i): i", "1(j): j",
      ]
    ),
    ("## 6 S\n\n6.1 One.\n\n6.2 Two.", ["6", "6.1: One.", "6.2: Two."]),
    (
      "## 2 S\n\n2.1 Roles\n\n(a) x\n\n(b) y\n\n2.1.1 the only one\n\n2.2 Other",
      [
        "2", "2.1: Roles", "2.1(a): x", "2.1(b): y", "2.1.1: the only one", "2.2: Other",
      ]
    ),
    // Lines of one paragraph
    (
      "## 3 S\n\n1. Nested\n   a. deep one\n   b. deep two\n2. The parties\n   (a) x\n   (b) y",
      [
        "3", "3.1: Nested", "3.1.a: deep one", "3.1.b: deep two", "3.2: The parties",
        "3.2(a): x", "3.2(b): y",
      ]
    ),
    ("## 3 S\n\n(a) one; and\n(b) two.", ["3", "3(a): one; and", "3(b): two."]),
    ("## 3 S\n\n(1) One.\n(2) Two.", ["3", "3(1): One.", "3(2): Two."]),
    (
      "## 3 S\n\n(1) One under\n(2) of the law.", ["3", "3(1): One under (2) of the law."]
    ),
    (
      "## 3 S\n\nAs said under letters\n(a) and\n(b) of it.",
      ["3: As said under letters (a) and (b) of it."]
    ),
    (
      "## 3 S\n\nSigned by\nI. Smith\nJ. Doe", ["3: Signed by I. Smith J. Doe"]
    ),
    ("## 6 S\n\n1.5 million records.", ["6: 1.5 million records."]),
    // Numbers in words, with a word before them, and twice closed
    (
      "# Doc\n\n## Art. 1 Foo\n\na\n\n## 2.) Bar\n\nb\n\n# Anlage 1 TOM\n\nc\n\n"
        + "# Anlage Nr. 2 Firmen\n\nd\n\n# Schedule Three\n\ne",
      [
        "Art. 1: a", "2: b", "Anlage 1: c", "Anlage Nr. 2: d", "Schedule Three: e",
      ]
    ),
    (
      "## Clause Two: Fees\n\nx\n\n## Art of war\n\ny",
      ["Clause Two: x", "Art of war", "Art of war / para 1: y"]
    ),
    (
      "## 1. A\n\nx\n\n## Annex no claims\n\ny",
      ["1: x", "Annex no claims", "Annex no claims / para 1: y"]
    ),
    // What has no name
    (
      "##\n\nlost\n\n##\n\ntoo",
      ["heading 1", "heading 1 / para 1: lost", "heading 2", "heading 2 / para 1: too"]
    ),
    ("## 3. C\n\n|  | b |\n|-|-|\n|  | 2 |", ["3", "3 / row 1:  | 2"]),
    (
      "## 3. C\n\n|  | b |\n|-|-|\n|  | 1 |\n| A | 2 |\n|  | 3 |",
      ["3", "3 / row 1:  | 1", "3 / A", "3 / A / row 1: 2", "3 / A / row 2: 3"]
    ),
    // Annexes
    ("# Annex :\n\nText.", ["Annex: Text."]),
    (
      "# Annex 1\n\n## I. Description\n\n### 1. Data\n\n- a\n- b\n\n### 2. People\n\n- c",
      [
        "Annex 1", "Annex 1 / 1", "Annex 1 / 1 / item 1: a", "Annex 1 / 1 / item 2: b",
        "Annex 1 / 2", "Annex 1 / 2 / item 1: c",
      ]
    ),
    (
      "# Annex A\n\n## I. Description\n\n### 1. Data\n\n- a\n- b\n\n### 2. People\n\n- c",
      [
        "Annex A", "Annex A / 1", "Annex A / 1 / item 1: a", "Annex A / 1 / item 2: b",
        "Annex A / 2", "Annex A / 2 / item 1: c",
      ]
    ),
    (
      "# Annex 2: Measures\n\n## Access control\n\n- a. x\n\n## Access control\n\n- a. y",
      [
        "Annex 2", "Annex 2 / Access control", "Annex 2 / Access control / a: x",
        "Annex 2 / Access control (2)", "Annex 2 / Access control (2) / a: y",
      ]
    ),
    ("## 1. A\n\nx\n\n## Anlage 1: B\n\n## 1. C\n\ny", ["1: x", "Anlage 1", "Anlage 1 / 1: y"]),
    ("# Preamble\n\nText.", ["Preamble", "Preamble / para 1: Text."]),
    // Groups
    (
      "## 1.2 S\n\n- **Data access control**\n  - one\n  - two\n- **Entry control** (not applicable)",
      [
        "1.2", "1.2 / Data access control: Data access control",
        "1.2 / Data access control / item 1: one", "1.2 / Data access control / item 2: two",
        "1.2 / Entry control: Entry control (not applicable)",
      ]
    ),
  ])
  func citesEveryPlaceAsALawyerWould(markdown: String, expected: [String]) {
    #expect(pathsAndTexts(of: markdown, title: markdown.hasPrefix("# P") ? "DPA" : "") == expected)
  }

  @Test func countsTheRowsOfATableWithinTheControlInItsFirstCell() {
    let markdown = """
      # Annex 5

      ## 4. Checks

      |   |   |
      |---|---|
      | Order control *(No work without instructions)* | Written orders only |
      |   | Named contacts |
      | Audits | Once a year |
      |   | Reports |
      """
    #expect(
      pathsAndTexts(of: markdown) == [
        "Annex 5", "Annex 5 / 4", "Annex 5 / 4 / Order control",
        "Annex 5 / 4 / Order control / row 1: Written orders only",
        "Annex 5 / 4 / Order control / row 2: Named contacts", "Annex 5 / 4 / Audits",
        "Annex 5 / 4 / Audits / row 1: Once a year", "Annex 5 / 4 / Audits / row 2: Reports",
      ])
  }

  @Test func countsTheRowsOfARegisterAndLeavesItsHeadingsOut() {
    let markdown = """
      # Annex 3

      | System | Provider | Country |
      |---|---|---|
      | *Hosting:* |  |  |
      | Cloud | Alpen Rechenwerk AG | |
      | Mail | Postbote Ltd | UK |
      """
    #expect(
      pathsAndTexts(of: markdown) == [
        "Annex 3", "Annex 3 / Hosting:", "Annex 3 / row 1: Cloud | Alpen Rechenwerk AG",
        "Annex 3 / row 2: Mail | Postbote Ltd | UK",
      ])
  }

  @Test func givesPartsAsTheirDrafterPrintedThem() {
    let agreement = structured("## 9 S\n\n- (1) Lead:\n  - a) one").agreement
    #expect(agreement.legalPath(of: 2).parts == ["9", "(1)", "a)"])
  }

  @Test func writesThePathsOfPlacesAsThoseOfTheirParts() {
    let text = """
      ## 7. Subcontracting

      - a. Lead:
        - (1) one
        - b) two

      ## 8.1 Audits

      Text.

      # Annex 2: Measures

      ## § 9 Access

      - **Entry control**

        Words.
      """
    let agreement = structured(text).agreement
    var writer = LegalPathWriter(of: agreement.provisions)
    for index in agreement.provisions.indices {
      var path: [UInt8] = []
      writer.append(pathOf: index, to: &path)
      #expect(String(decoding: path, as: UTF8.self) == agreement.legalPath(of: index).written)
    }
    #expect(agreement.provisions.count == 8)
  }

  @Test(arguments: [
    (["6", "item 3"], "6 / Punkt 3"), (["0", "para 2"], "0 / Absatz 2"),
    (["Annex 5", "4", "Order control", "row 16"], "Annex 5 / 4 / Order control / Zeile 16"),
    (["9", "(1)", "table 2", "row 1"], "9 Abs. 1 / Tabelle 2 / Zeile 1"),
    (["row 7 of the plan", "a."], "row 7 of the plan / a"), (["row 7b"], "row 7b"),
    (["items 3"], "items 3"),
  ])
  func namesCountedPlacesInGerman(parts: [String], german: String) {
    let path = LegalPath(parts)

    #expect(path.written(in: .german) == german)
    #expect(LegalPath.written(path.written, in: .german) == german)
    #expect(LegalPath.written(path.written, in: .english) == path.written)
  }

  /// Whatever a comment notes between them.
  @Test(arguments: ["", "<!-- from the old contract -->\n\n"])
  func keepsBothLabelsOfAnAnnex(comment: String) throws {
    let agreement = structured("# Annex 1\n\n\(comment)## IV. Contacts\n\nText.").agreement
    let annex = try #require(agreement.provisions.first)
    #expect(annex.designation == "Annex 1")
    #expect(annex.secondDesignation == "IV")
    #expect(annex.title == "Contacts")
  }

  @Test func takesAttributesOffTheTextAndKeepsThem() throws {
    let (agreement, diagnostics) = structured(
      "## 8. Audits {#audits}\n\n- (1) May inspect. {#inspect covers=\"28.3.h 28.1\"}")
    #expect(agreement.provisions.map(\.anchor) == ["audits", "inspect"])
    #expect(agreement.provisions[1].covers == ["28.3.h", "28.1"])
    #expect(Array(agreement.plainTexts()) == ["", "May inspect."])
    #expect(diagnostics.isEmpty)
  }

  @Test func keepsLinesOfACellApart() {
    let (agreement, _) = structured(
      "| A | B |\n|---|---|\n| One GmbH & Co. KG<br>Road 5<br/>Town | <p>x</p><p>y</p> |")
    #expect(Array(agreement.plainTexts()) == ["One GmbH & Co. KG Road 5 Town | x y"])
  }

  @Test func numbersHeadingsWhereTheAgreementAsksForIt() {
    let markdown = "## Purpose\n\nx\n\n### Detail\n\ny\n\n## Term\n\nz"
    let decimal = structured(markdown, title: "T", numbering: .decimal).agreement
    #expect(decimal.provisions.map(\.designation) == ["1", "1.1", "2"])
    let sign = structured(markdown, title: "T", numbering: .sectionSign).agreement
    #expect(sign.provisions.map(\.designation) == ["§ 1", "", "", "§ 2"])
  }

  @Test func pointsAtTheLineOfAClauseThatMarkdownFoldedIntoAParagraph() {
    let agreement = structured("1. Lead:\n   a. one,\n   b. two.").agreement
    let lines = agreement.provisions.map { agreement.tree.position(ofByte: Int($0.offset)).line }
    #expect(lines == [1, 2, 3])
  }

  @Test(arguments: [
    ("7(2)", "7-2"), ("Annex 2 / Access control (2) / d", "annex-2-access-control-2-d"),
    ("§ 9 / Prüfung für Größe", "9-pruefung-fuer-groesse"), ("2.1.", "2.1"),
  ])
  func spellsAnchorsWithoutEscapes(text: String, expected: String) {
    #expect(slug(text) == expected)
  }

  @Test func countsAnnexesWhoseNumbersAreSpelledOut() {
    let diagnostics = structured(
      "# Doc\n\n## 1. A\n\nx\n\n# Schedule One\n\nx\n\n# Schedule Two\n\nx\n\n# Schedule Four\n\nx"
    ).diagnostics
    #expect(
      diagnostics.map(\.summary) == [
        "annex 'Schedule Four' follows 'Schedule Two'; numbers must rise by one"
      ])
  }

  @Test func givesEqualPathsDistinctAnchors() {
    let agreement = structured("## 1 S\n\n- a. one\n- a. two").agreement
    #expect(agreement.provisions.map(\.anchor) == ["1", "1-a", "1-a-2"])
  }
}
