import References
import Testing

/// Places whose document or act stands before their number.
struct NamedBeforeTests {
  private func found(_ text: String, title: String) -> [String] {
    references(
      in: """
        ---
        title: \(title)
        language: de
        ---

        ## § 1 Umfang

        \(text)

        ## § 2 Dauer

        (1) Eins.
        """)
  }

  @Test(arguments: [
    ("Es gilt die Datenschutzerklärung, Abschnitt 2.", "Abschnitt 2"),
    ("Siehe AVV § 2.", "§ 2"), ("Siehe Preisliste Ziffer 2.", "Ziffer 2"),
    ("Nach KSchG § 2 gilt das.", "§ 2"), ("Nach BOKraft § 2 gilt das.", "§ 2"),
    ("Nach PBefG § 2 Abs. 4 gilt das.", "§ 2 Abs. 4"), ("See Data Policy, section 2.", "section 2"),
    ("Nach Art. 6 Rom-I-VO gilt das.", "Art. 6 Rom-I-VO"),
    ("Nach Art. 6 der Rom-I-VO gilt das.", "Art. 6 der Rom-I-VO"),
  ])
  func areOfThat(text: String, reference: String) {
    #expect(found(text, title: "AGB") == ["\(reference) ->  (external)"])
  }

  @Test(arguments: [
    ("Siehe AGB § 2.", "AGB", "§ 2"), ("Siehe § 2 der AGB.", "AGB", "§ 2 der AGB"),
    ("Siehe AVV § 2.", "AVV", "§ 2"), ("Siehe TOMs § 2.", "AVV", "§ 2"),
    ("Diese AGB gelten; siehe AGB § 2.", "Bedingungen", "§ 2"),
    ("Wer im Vertrag steht, für den gilt § 2.", "AVV", "§ 2"),
  ])
  func areOfThisWhereThatIsItsName(text: String, title: String, reference: String) {
    #expect(found(text, title: title) == ["\(reference) -> § 2"])
  }

  @Test func areCitedWhereTheActIsKnown() {
    let source = "## § 1 Dauer\n\nNach ArbZG § 16 Abs. 2 und UrhG § 69a gilt das.\n"
    #expect(resolve(source).resolved.citations.map(\.written) == ["", "16(2)", "", "69a"])
  }

  @Test func areOfAnActWithItsAbbreviationBehind() {
    let source =
      "## 5. Scope\n\nSee section 5 of the Federal Law on Data Protection (BDSG) as amended.\n"
    #expect(references(in: source).isEmpty)
    #expect(resolve(source).resolved.citations.map(\.written) == ["5"])
  }

  @Test(arguments: [
    "See number 9 Federal Law on Data Protection (BDSG).",
    "See number 9, Federal Law on Data Protection (BDSG).",
  ])
  func areOfAnActThatFollowsDirectly(text: String) {
    let citations = resolve("## 5. Scope\n\n\(text)\n\n## 9. End\n\nx\n").resolved.citations
    #expect(citations.map(\.point) == ["9"])
    #expect(citations.allSatisfy { !$0.isLawImplied })
  }

  @Test func areOfAnotherAgreementByItsDefinedName() {
    let source = """
      ---
      title: BAA
      ---

      This Business Associate Agreement ("BAA") adds to the Data Processing Addendum ("DPA").

      ## 1. Scope

      See DPA §§ 1–2 and section 2 of the DPA.

      ## 2. End

      x
      """
    #expect(
      references(in: source) == [
        "§§ 1–2 ->  (external)", "section 2 of the DPA ->  (external)",
      ])
  }
}
