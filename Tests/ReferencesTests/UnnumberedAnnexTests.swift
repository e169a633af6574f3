import Testing

/// What is cited of an annex that has no number.
struct UnnumberedAnnexTests {
  private func found(_ text: String, annexes: String) -> [String] {
    references(
      in: """
        ## 1. Scope

        \(text)

        ## 2. Term

        Two.

        \(annexes)
        """)
  }

  @Test(arguments: [
    ("Section 2 of the Annex", "Annex"), ("Ziffer 2 der Anlage", "Anlage: Daten"),
    ("Anlage Ziffer 2", "Anlage \u{2013} Daten"), ("§ 2 der Anlage", "Anlage"),
    ("Section 2 of the Annex", "Annex \u{2013} Data"),
  ])
  func leadsIntoTheOnlyOne(text: String, heading: String) {
    let word = heading.split(separator: ":")[0].split(separator: " ")[0]
    let annexes = "# \(heading)\n\n### 1. Data\n\na\n\n### 2. Keys\n\nb\n"
    #expect(found("See \(text).", annexes: annexes) == ["\(text) -> \(word) / 2"])
  }

  @Test func asksWhichOfSeveral() {
    let annexes = "# Annex\n\n1. a\n2. b\n\n# Annex: Keys\n\n1. a\n2. b\n"
    #expect(
      found("See section 2 of the Annex.", annexes: annexes) == [
        "section 2 of the Annex -> Annex / 2 (ambiguous)"
      ])
  }

  @Test func readsAListOfPlacesInDifferentOnes() {
    let annexes = "# Appendix\n\n1. a\n2. b\n"
    #expect(
      found("See Section 2; paragraph 1 of the Appendix.", annexes: annexes) == [
        "Section 2 -> 2", "paragraph 1 of the Appendix -> Appendix / 1",
      ])
  }

  @Test(arguments: [
    ("# Schedule 1\n\n1. See clause 2.\n2. b", "clause 2 -> 2"),
    ("# Schedule 1\n\n1. See paragraph 2.\n2. b", "paragraph 2 -> Schedule 1 / 2"),
    (
      "# Annex 1\n\n### Clause 1\n\nSee Clause 2.\n\n### Clause 2\n\nb",
      "Clause 2 -> Annex 1 / Clause 2"
    ),
  ])
  func tellsClausesFromParagraphs(annex: String, expected: String) {
    #expect(found("Text.", annexes: annex) == [expected])
  }

  @Test(arguments: [
    ("Data is kept as in the Appendix.", "Appendix: Data", ["Appendix -> Appendix"]),
    ("Es gilt der Anhang.", "Anhang \u{2013} Daten", ["Anhang -> Anhang"]),
    ("Siehe Anlage.", "Anlage: Daten", ["Anlage -> Anlage"]),
    ("Nach der Anlage gilt es.", "Anlage: Daten", ["Anlage -> Anlage"]),
    // A plant, an annex of something else, one of several.
    ("Der Betreiber der Anlage zahlt.", "Anlage: Daten", []),
    ("Parts of the Annex Date; the Annex to the Treaty.", "Annex: Data", []),
    ("See the Annex.", "Annex: Data\n\na\n\n# Annex: Keys", []),
    ("See the Annex.", "Annex 1: Data", []),
    ("See the Schedule.", "Appendix: Data", []),
  ])
  func areReferencesByTheirWord(text: String, heading: String, expected: [String]) {
    #expect(found(text, annexes: "# \(heading)\n\nb\n") == expected)
  }

  @Test func areNotLinkedWithinThemselves() {
    #expect(found("Text.", annexes: "# Appendix: Data\n\nThe data of the Appendix.\n") == [])
  }

  @Test(arguments: [
    ("paragraph 2 of the Schedule", ["paragraph 2 of the Schedule -> 2"]),
    ("paragraphs 1 and 2 of the Schedule", ["paragraphs 1 and 2 of the Schedule -> 1, 2"]),
  ])
  func areTheAgreementThatIsOneItself(text: String, expected: [String]) {
    let found = references(
      in: """
        ---
        title: Data Protection Schedule
        language: en
        ---

        ## 1. Scope

        x

        ## 2. Term

        y

        # Appendix: Particulars

        As in \(text).
        """)
    #expect(found == expected)
  }
}
