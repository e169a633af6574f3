import Testing

/// `clause (i)`, which American drafting says of what stands in a section.
struct EnclosedClauseTests {
  private func found(_ text: String) -> [String] {
    references(
      in: """
        ## 3. Processing

        3.1 Two:

        - (a) x
        - (b) y:
          - (i) p
          - (ii) q

        3.2 \(text)

        ## 4. End

        - (1) one:
          1. eins:
             - a) aaa
             - b) bbb
          2. zwei
        """)
  }

  @Test(arguments: [
    ("See clause (i) of Section 3.1(b).", ["clause (i) of Section 3.1(b) -> 3.1(b)(i)"]),
    (
      "See clauses (i) and (ii) of Section 3.1(b).",
      ["clauses (i) and (ii) of Section 3.1(b) -> 3.1(b)(i), 3.1(b)(ii)"]
    ),
    ("See clause (b)(ii) of Section 3.1.", ["clause (b)(ii) of Section 3.1 -> 3.1(b)(ii)"]),
    (
      "See clauses (a) to (b) of Section 3.1.",
      ["clauses (a) to (b) of Section 3.1 -> 3.1(a), 3.1(b)"]
    ),
    ("See Section 3.1(b), clause (i).", ["Section 3.1(b), clause (i) -> 3.1(b)(i)"]),
    (
      "See Section 3.1, clauses (a) and (b).",
      ["Section 3.1, clauses (a) and (b) -> 3.1(a), 3.1(b)"]
    ),
    (
      "See paragraph (a) of Section 3.1, item (i) of Section 3.1(b).",
      ["paragraph (a) of Section 3.1 -> 3.1(a)", "item (i) of Section 3.1(b) -> 3.1(b)(i)"]
    ),
    ("See clause 3.1 and section 4.", ["clause 3.1 -> 3.1", "section 4 -> 4"]),
    (
      "Siehe § 4 Abs. 1 Nr. 1 lit. a, b, Nr. 2.",
      ["§ 4 Abs. 1 Nr. 1 lit. a, b, Nr. 2 -> 4(1).1(a), 4(1).1(b), 4(1).2"]
    ),
  ])
  func readsClausesOfSections(text: String, expected: [String]) {
    #expect(found(text) == expected)
  }

  @Test(arguments: [
    "Paragraph (b) of the definition of \"Losses\" applies.",
    "Absatz 1 der Begriffsbestimmung „Schaden“ gilt.",
  ])
  func leavesPlacesOfDefinitions(text: String) {
    #expect(found(text).isEmpty)
  }
}
