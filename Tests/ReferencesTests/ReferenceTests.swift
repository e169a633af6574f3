import Agreements
import Diagnostics
import References
import Testing

/// References to places of the same agreement.
struct ReferenceTests {
  static let english = """
    ## 1. Scope

    1.1 TEXT

    ## 2. Duties

    - (1) One.
    - (2) Two:
      - (a) first
      - (b) second
      - (c) third
    - (3) Three. INSIDE

    ## 5. Records

    - a. Kept.
    - b. Shown.

    ## 7. Audits

    7.1 Right.

    7.2 Costs:

    - (a) travel
      - (i) rail
      - (iv) air
    - (b) time

    # Annex 1: Subject of the processing

    ## 1. Type of data

    - names
    - addresses

    ## 2. Persons

    Staff. ANNEXED

    # Annex 2: Security measures

    ## Access control

    - a. Locks.
    - b. Keys.

    ## Part B: Networks

    None.

    # Annex III

    ## C. Sub-processors

    None yet.
    """

  static func english(_ text: String, inside: String = "", annexed: String = "") -> String {
    english.replacing("TEXT", with: text).replacing("INSIDE", with: inside)
      .replacing("ANNEXED", with: annexed)
  }

  @Test(arguments: [
    ("As in section 2 of this contract.", ["section 2 of this contract -> 2"]),
    ("As in sections 2 and 7.", ["sections 2 and 7 -> 2, 7"]),
    ("As in sections 2 to 7.", ["sections 2 to 7 -> 2, 5, 7"]),
    ("As in clause 5.b of this Agreement.", ["clause 5.b of this Agreement -> 5.b"]),
    ("As in clause 5 b).", ["clause 5 b) -> 5.b"]),
    // A letter with a space before it counts where the place exists.
    ("As in section 5 b.", ["section 5 b -> 5.b"]),
    ("As section 5 b provides.", ["section 5 b -> 5.b"]),
    ("As in § 5 b, and § 2 – b is kept.", ["§ 5 b -> 5.b", "§ 2 -> 2"]),
    ("As in section 7.2 b (time).", ["section 7.2 b -> 7.2(b)"]),
    ("As in section 5 a and elsewhere.", ["section 5 a -> 5.a"]),
    ("As in sections 2 and 5 b.", ["sections 2 and 5 b -> 2, 5.b"]),
    ("Under section 5 a customer may ask.", ["section 5 -> 5"]),
    ("Under section 5 a b-side is kept.", ["section 5 -> 5"]),
    ("Under section 5 c it may not.", ["section 5 -> 5"]),
    ("Under section 5 b-sides are kept.", ["section 5 -> 5"]),
    ("Nach § 5 b. A. gilt das.", ["§ 5 -> 5"]),
    ("Nach § 5 a. F. gilt das.", ["§ 5 -> 5"]),
    ("Nach § 7 i. V. m. § 5 b gilt das.", ["§ 7 -> 7", "§ 5 b -> 5.b"]),
    ("As in Section 2(2).", ["Section 2(2) -> 2(2)"]),
    ("As in section 2 (2) (b).", ["section 2 (2) (b) -> 2(2)(b)"]),
    ("As in section 2, paragraph 2, letter b.", ["section 2, paragraph 2, letter b -> 2(2)(b)"]),
    ("As in paragraph 2 of section 2.", ["paragraph 2 of section 2 -> 2(2)"]),
    (
      "As in 7.2(a)(iv) and 7.2 (b).", ["7.2(a)(iv) and 7.2 (b) -> 7.2(a)(iv), 7.2(b)"]
    ),
    ("As in clause 2(2)(a) to (c).", ["clause 2(2)(a) to (c) -> 2(2)(a), 2(2)(b), 2(2)(c)"]),
    ("As in Sections 2(1), 5 and 7.2.", ["Sections 2(1), 5 and 7.2 -> 2(1), 5, 7.2"]),
    ("As in section 2(1) and (3).", ["section 2(1) and (3) -> 2(1), 2(3)"]),
    ("As in Annex 2.", ["Annex 2 -> Annex 2"]),
    ("As in **[Annex 2]**.", ["Annex 2 -> Annex 2"]),
    ("As in Annexes 1 and 2.", ["Annexes 1 and 2 -> Annex 1, Annex 2"]),
    ("As in Annex III and Annex 3.", ["Annex III -> Annex III", "Annex 3 -> Annex III"]),
    ("As in section 2 of Annex 1.", ["section 2 of Annex 1 -> Annex 1 / 2"]),
    (
      "As in [Annex 1] in section 1 'Type of data'.",
      ["[Annex 1] in section 1 'Type of data' -> Annex 1 / 1"]
    ),
    ("As in Annex 1, section 2.", ["Annex 1, section 2 -> Annex 1 / 2"]),
    ("As in Annex 1, section 5.", ["Annex 1, section 5 -> Annex 1, 5"]),
    ("As in Annex 2, Part B.", ["Annex 2, Part B -> Annex 2 / Part B"]),
    ("As in Annex 2 lit. b.", ["Annex 2 lit. b -> Annex 2 / Access control / b"]),
    ("As in Annex \"Security measures\".", ["Annex \"Security measures\" -> Annex 2"]),
    (
      "See the 'Type of data' section in Annex 1.",
      ["'Type of data' section in Annex 1 -> Annex 1 / 1"]
    ),
    ("As in sub-section 1.1 below.", ["sub-section 1.1 -> 1.1"]),
    (
      "As in clause 2 (Duties) and clause 5 (Records).",
      ["clause 2 (Duties) -> 2", "clause 5 -> 5"]
    ),
    (
      "As in clause 11 (Liability) of the MSA.", ["clause 11 (Liability) of the MSA ->  (external)"]
    ),
    ("In Annex 2, \"Auditor\" means a person.", ["Annex 2 -> Annex 2"]),
    ("As agreed (see Annex III) here.", ["Annex III -> Annex III"]),
    ("As agreed (see Annex II) here.", ["Annex II -> Annex 2"]),
    // Of acts that no catalog knows
    (
      "Under GLBA § 160.103 and the XYZ Act § 2.",
      ["§ 160.103 ->  (external)", "§ 2 ->  (external)"]
    ),
    (
      "Under 45 C.F.R. § 164.312 (see § 164.313(a)).",
      ["§ 164.312 ->  (external)", "§ 164.313(a) ->  (external)"]
    ),
    ("As agreed in the DPA § 2, see § 5.", ["§ 2 -> 2", "§ 5 -> 5"]),
    (
      "Under 45 CFR § 164.504 and 15 U.S.C. §§ 2 and 5, see § 2.",
      ["§ 164.504 ->  (external)", "§§ 2 and 5 ->  (external)", "§ 2 -> 2"]
    ),
    ("Under 16 CFR Part 2, 45 CFR 2.1 and 42 USC 5.", []),
    (
      "Nach § 2 XDSG und § 5 Abs. 2 des YDSG.",
      ["§ 2 XDSG ->  (external)", "§ 5 Abs. 2 des YDSG ->  (external)"]
    ),
    ("Nach § 2 AVV, § 5 des AVV und § 7 DPA.", ["§ 2 -> 2", "§ 5 des AVV -> 5", "§ 7 -> 7"]),
    ("NACH § 2 HAFTET DIE PARTEI.", ["§ 2 -> 2"]),
    // What was put in later has a place of its own, or none.
    ("As in clause 2.1A.", ["clause 2.1A ->  (unresolved)"]),
    (
      "As in clause 1.1A and section 7.2B(a).",
      ["clause 1.1A ->  (unresolved)", "section 7.2B(a) ->  (unresolved)"]
    ),
    ("As in clause 7.2a and section 5b.", ["clause 7.2a -> 7.2(a)", "section 5b -> 5.b"]),
    ("As in clause 7.2AA.", ["clause 7.2AA ->  (unresolved)"]),
    (
      "Annex I(B) on the Cover Page lists them.", ["Annex I(B) on the Cover Page ->  (external)"]
    ),
  ])
  func findsThePlace(text: String, expected: [String]) {
    #expect(references(in: Self.english(text)) == expected)
  }

  @Test(arguments: [
    ("As in paragraph 2.", ["paragraph 2 -> 2(2)"]),
    (
      "As in subsection (1) and subsection (2)(b).",
      ["subsection (1) -> 2(1)", "subsection (2)(b) -> 2(2)(b)"]
    ),
    ("As in paragraphs (1) and (2).", ["paragraphs (1) and (2) -> 2(1), 2(2)"]),
    ("As in section 1.1 hereof.", ["section 1.1 hereof -> 1.1"]),
    ("As in paragraph (2)(a) of this section.", ["paragraph (2)(a) of this section -> 2(2)(a)"]),
  ])
  func readsFromItsOwnSection(text: String, expected: [String]) {
    #expect(references(in: Self.english("x", inside: text)) == expected)
  }

  @Test(arguments: [
    ("As in section 1.", ["section 1 -> Annex 1 / 1"]),
    ("As in section 7.", ["section 7 -> 7"]),
    ("As in section 1 of this agreement.", ["section 1 of this agreement -> 1"]),
    (
      "As in section 1 of this Annex, item 2.",
      ["section 1 of this Annex -> Annex 1 / 1", "item 2 -> Annex 1 / 1 / item 2"]
    ),
  ])
  func readsFromItsOwnAnnex(text: String, expected: [String]) {
    #expect(references(in: Self.english("x", annexed: text)) == expected)
  }

  static let german = """
    ## § 1 Gegenstand

    - (1) TEXT
    - (2) Zwei.

    ## § 2 Weisungen

    - (1) Eins.
    - (2) Zwei:
      - 1. schriftlich
        - a) per Brief
        - b) per Fax
      - 2. mündlich

    ## § 9 Haftung

    Es wird gehaftet.

    # Anlage 1: Technische und organisatorische Maßnahmen

    ## 1. Zutritt

    - a) Schloss

    # Anlage 2: Unterauftragsverarbeiter

    Keine.
    """

  @Test(arguments: [
    ("Siehe § 2 Abs. 2 Satz 1 dieses Vertrages.", ["§ 2 Abs. 2 Satz 1 dieses Vertrages -> § 2(2)"]),
    ("Siehe Absatz 2.", ["Absatz 2 -> § 1(2)"]),
    ("Siehe § 2 Abs. 2 Nr. 1 lit. b.", ["§ 2 Abs. 2 Nr. 1 lit. b -> § 2(2).1(b)"]),
    ("Siehe §§ 1 und 2.", ["§§ 1 und 2 -> § 1, § 2"]),
    (
      "Siehe § 2 Abs. 2 Nr. 1 lit. a und b bleiben.",
      ["§ 2 Abs. 2 Nr. 1 lit. a und b -> § 2(2).1(a), § 2(2).1(b)"]
    ),
    ("Siehe §§ 1 bis 9.", ["§§ 1 bis 9 -> § 1, § 2, § 9"]),
    ("Siehe Ziffer 1 der Anlage 1.", ["Ziffer 1 der Anlage 1 -> Anlage 1 / 1"]),
    ("Siehe Anlagen 1 und 2.", ["Anlagen 1 und 2 -> Anlage 1, Anlage 2"]),
    ("Siehe Anlage „Unterauftragsverarbeiter“.", ["Anlage „Unterauftragsverarbeiter“ -> Anlage 2"]),
    ("Siehe Ziff. 9 und Abschnitt 2.", ["Ziff. 9 -> § 9", "Abschnitt 2 -> § 2"]),
    ("Siehe § 9 des Hauptvertrages.", ["§ 9 des Hauptvertrages ->  (external)"]),
    (
      "Siehe Ziffer 4.2 der Leistungsbeschreibung.",
      ["Ziffer 4.2 der Leistungsbeschreibung ->  (external)"]
    ),
    ("HRB Nr. 12345, Tel. Nr. 030 und Art der Daten.", []),
  ])
  func findsThePlaceInGerman(text: String, expected: [String]) {
    #expect(references(in: Self.german.replacing("TEXT", with: text)) == expected)
  }

  @Test(arguments: [
    "The term is 5 years. Section heads meet on 2 May.",
    "Version 7.2 was used by 30 persons and 7.1 is gone.",
    "No. 3 of the list, item 2 thereof.",
    "Our exhibit B2B, part 2 of the film and page 3 of the brochure.",
    "In clause a party may rely on, and in Annex a list.",
    "See `section 2`, [section 2](https://example.com) and https://example.com/section/2.",
    "There were section 9 000 people.",
  ])
  func takesNothingElseForAReference(text: String) {
    let found = references(in: Self.english(text)).filter { !$0.contains("(unresolved)") }
    #expect(found == [])
  }

  @Test func findsClausesThatWerePutIn() {
    let source = """
      ## 2. Duties

      2.1 One. As in clauses 2.1A to 2.2, and clause 2.1B.

      2.1A Inserted.

      2.2 Two.
      """
    #expect(
      references(in: source) == [
        "clauses 2.1A to 2.2 -> 2.1A, 2.2", "clause 2.1B ->  (unresolved)",
      ])
  }

  @Test func endsAtTheEndOfTheSentence() {
    #expect(
      references(
        in: Self.english("It is in section 2. Annex 2 holds more. 5 is odd. Section 7. (2) x"))
        == ["section 2 -> 2", "Annex 2 -> Annex 2", "Section 7 -> 7"])
  }

  @Test func followsLinksOfTheAuthor() {
    let source = """
      ## 1. Scope

      See [audits](#audit-rights), [two](#2(2)), [annex](<Annex 1>), [page](https://example.com),
      [file](terms.pdf) and [gone](#audit-right).

      ## 2. Audits {#audit-rights}

      - (1) one
      - (2) two

      # Annex 1: Data

      Text.
      """
    #expect(
      references(in: source) == [
        "audits -> 2", "two -> 2(2)", "annex -> Annex 1", "gone ->  (unresolved)",
      ])
    let (_, diagnostics) = resolve(source)
    #expect(diagnostics.map(\.code) == [.unknownReference])
    #expect(diagnostics.first?.help == "replace 'audit-right' with 'audit-rights'")
  }

  @Test func findsSectionsThatAreHeadedWithANought() {
    let readings = readAll([
      (
        "dpa",
        """
        ### Definitions

        1. One.
        2. Two.
        3. Three.

        ### 2.0 Scope

        2.1. As in section 2, Section 3.1 and Exhibit C to the Standard Contractual Clauses.

        ### 3.0 Roles

        3.1. Roles.

        ### Exhibit C

        Text.
        """
      )
    ])
    let (resolved, _) = resolveReferences(in: readings)
    let agreement = readings[0].agreement
    let targets = resolved[0].references.flatMap(\.parts).flatMap(\.targets).map {
      agreement.legalPath(of: Int($0.provision)).written
    }
    #expect(targets.prefix(2) == ["2.0", "3.1"])
  }

  @Test func resolvesAcrossAgreements() {
    let readings = readAll([
      (
        "dpa",
        """
        ---
        title: Data processing agreement
        related-documents:
          - {id: terms, title: General Terms, names: [main contract]}
          - {id: prices, title: Price List, url: https://example.com/prices}
        ---
        ## 1. Scope

        Section 2(1) of the General Terms, the main contract, [x](terms#2), section 3 of the Price
        List, and section 1 of the Data Processing Agreement.
        """
      ),
      ("terms", "---\ntitle: General Terms\n---\n## 2. Fees\n\n- (1) one\n- (2) two\n"),
    ])
    let (resolved, diagnostics) = resolveReferences(in: readings)
    #expect(diagnostics.isEmpty)
    #expect(
      resolved[0].references.map { reference in
        "\(reference.kind.rawValue) \(reference.status.rawValue) "
          + reference.parts.flatMap(\.targets).map { "\($0.agreement):\($0.provision)" }.joined()
      } == [
        "clause resolved 1:1", "document resolved 1:-1", "link resolved 1:0", "clause external ",
        "clause resolved 0:0",
      ])
    #expect(resolved[0].references[3].parts[0].address == "https://example.com/prices")
  }
}
