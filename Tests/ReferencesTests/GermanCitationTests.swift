import References
import Testing

/// What German and Austrian agreements write for `§`, and below it.
struct GermanCitationTests {
  private func found(_ text: String) -> [String] {
    references(
      in: """
        ---
        title: Vertrag
        language: de
        ---

        ## § 1 Umfang

        \(text)

        ## § 2 Dauer

        (1) Eins.

        (2) Zwei.
        """)
  }

  @Test(arguments: [
    ("Es gilt Paragraph 2 Absatz 2.", ["Paragraph 2 Absatz 2 -> § 2(2)"]),
    ("Paragraph 2 gilt.", ["Paragraph 2 -> § 2"]),
    ("Es gilt § 2 Abs. 1 Satz 1 Halbsatz 2.", ["§ 2 Abs. 1 Satz 1 Halbsatz 2 -> § 2(1)"]),
    ("Es gilt § 2 Abs. 1 S. 1 Hs. 2.", ["§ 2 Abs. 1 S. 1 Hs. 2 -> § 2(1)"]),
    ("Es gilt § 2 Abs. 1 Satz 1 Variante 2.", ["§ 2 Abs. 1 Satz 1 Variante 2 -> § 2(1)"]),
    ("Es gilt § 2 Abs. 2 Unterabsatz 1.", ["§ 2 Abs. 2 Unterabsatz 1 -> § 2(2)"]),
    ("Variante 1 gilt.", []), ("Auch Nr. 2 gilt.", ["Nr. 2 -> § 2"]),
    ("§ 2 der Vereinbarung gilt.", ["§ 2 der Vereinbarung -> § 2"]),
    ("§ 2 des Pflichtenhefts gilt.", ["§ 2 des Pflichtenhefts ->  (external)"]),
    ("Nach § 2 der Preisliste zahlt er.", ["§ 2 der Preisliste ->  (external)"]),
    ("Nach § 2 der Auftragnehmer.", ["§ 2 -> § 2"]),
  ])
  func isRead(text: String, expected: [String]) {
    #expect(found(text) == expected)
  }

  @Test func leadsToSectionsBeforeParagraphs() {
    let text =
      "1. Zweck\n\n(1) Siehe Pkt. 2 und Punkt 1 Abs 2.\n\n(2) Zwei.\n\n2. Dauer\n\n(1) Eins.\n"
    #expect(references(in: text) == ["Pkt. 2 -> 2", "Punkt 1 Abs 2 -> 1(2)"])
  }

  @Test func endsBeforeAnotherContract() {
    #expect(found("Es geht § 2 dieses ABV dem Hauptvertrag vor.") == ["§ 2 -> § 2"])
  }

  @Test func isReadThroughParts() {
    let part = "## I. Zweck\n\n### 1. Eins\n\nText.\n\n### 2. Zwei\n\nText.\n"
    let text = part.replacing(
      "Text.", with: "Siehe Teil II Abschnitt I Ziffer 2.", maxReplacements: 1)
    #expect(
      references(in: "# Teil I\n\n\(text)\n# Teil II\n\n\(part)")
        == ["Teil II Abschnitt I Ziffer 2 -> Teil II / I / 2"])
  }

  @Test(arguments: [
    ("§ 6 Abs. 1 DSG gilt.", ["dsg-at 6"]), ("Art. 9 DSG gilt.", ["fadp 9"]),
    ("§ 1 öDSG gilt.", ["dsg-at 1"]), ("Art. 9 DSG gilt, auch Art. 6 DSV.", ["fadp 9", "dsv 6"]),
    ("Art. 9 DSG gilt, auch Art. 6 XYV.", ["fadp 9"]),
    ("§ 6 DSG gilt; das DSG schützt.", ["dsg-at 6", "dsg-at "]),
    ("Art. 9 DSG gilt; das DSG schützt.", ["fadp 9", "fadp "]),
  ])
  func tellsTheLawsOfOneName(text: String, expected: [String]) {
    let reading = read("## 1. Umfang\n\n\(text)\n")
    let citations = resolveReferences(in: [reading]).agreements[0].citations
    #expect(citations.map { "\(shippedLaws.laws[$0.law].id) \($0.number)" } == expected)
  }

  @Test(arguments: [
    ("Art. 6 Abs. 1 lit. a, 7 Abs. 3 DSGVO", ["6(1)(a)", "7(3)"]),
    ("Art. 6 Abs. 1 lit. a, 7 lit. b DSGVO", ["6(1)(a)", "7(b)"]),
    ("Art. 6 Abs. 1 lit. a und 9 Abs. 2 lit. a DSGVO", ["6(1)(a)", "9(2)(a)"]),
    ("Art. 15, 16, 17 Abs. 1 DSGVO", ["15", "16", "17(1)"]),
    ("Art. 28 Abs. 1, 2 und 4 DSGVO", ["28(1)", "28(2)", "28(4)"]),
    ("Art. 6 Abs. 1 lit. b, 3 lit. a DSGVO", ["6(1)(b)", "6(3)(a)"]),
    ("Art. 29 i.V.m. 28 DSGVO", ["29", "28"]),
    ("Art. 6 Abs. 1 in Verbindung mit 9 DSGVO", ["6(1)", "9"]),
  ])
  func readsEachProvisionOfAChain(text: String, expected: [String]) {
    let (resolved, diagnostics) = resolve("## 1. Umfang\n\nNach \(text) gilt das.\n")
    #expect(resolved.citations.map(\.written) == expected)
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: [
    "§ 2 Abs. 1 Z 9 KSchG", "§ 2 Abs 1 Z 27 UStG", "§ 18 Abs. 1 Z. 1 FAGG",
    "§ 2 Abs. 1 Z 9 lit. a KSchG", "§ 2 Abs. 1 Z. 3 UStG",
  ])
  func readsWhatAustriansWrite(text: String) {
    #expect(found("Nach \(text) gilt das.") == ["\(text) ->  (external)"])
  }

  @Test func takesNoZForANumber() {
    #expect(found("Teil Z 4 gilt, z. B. § 2 Abs. 1 z. B. hier.") == ["§ 2 Abs. 1 -> § 2(1)"])
  }
}
