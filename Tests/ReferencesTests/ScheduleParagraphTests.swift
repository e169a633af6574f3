import Testing

/// Paragraphs of a schedule that is named behind a comma, a bracket or a list.
struct ScheduleParagraphTests {
  private func found(_ text: String) -> [String] {
    references(
      in: """
        ## 1. Scope

        1.1 \(text)

        1.2 x

        ## 2. Duties

        y

        # Schedule 1: Terms

        1. Security
        2. Staff
        3. Audit
        """)
  }

  @Test(arguments: [
    (
      "See paragraphs 1 to 3 (inclusive) of Schedule 1.",
      [
        "paragraphs 1 to 3 (inclusive) of Schedule 1 -> Schedule 1 / 1, Schedule 1 / 2, Schedule 1 / 3"
      ]
    ),
    (
      "See paragraphs 1 to 2 (both inclusive) of Schedule 1.",
      ["paragraphs 1 to 2 (both inclusive) of Schedule 1 -> Schedule 1 / 1, Schedule 1 / 2"]
    ),
    (
      "See clause 1.1 and/or paragraphs 1 to 2 (inclusive) of Schedule 1.",
      [
        "clause 1.1 -> 1.1",
        "paragraphs 1 to 2 (inclusive) of Schedule 1 -> Schedule 1 / 1, Schedule 1 / 2",
      ]
    ),
    ("See paragraph 2, Schedule 1; all apply.", ["paragraph 2, Schedule 1 -> Schedule 1 / 2"]),
    (
      "See paragraphs 1 (Security) and 2 (Staff) of Schedule 1.",
      ["paragraphs 1 (Security) and 2 (Staff) of Schedule 1 -> Schedule 1 / 1, Schedule 1 / 2"]
    ),
    // Two places.
    (
      "Under paragraph 2, Schedule 1 applies.", ["paragraph 2 -> 1.2", "Schedule 1 -> Schedule 1"]
    ),
    ("See clause 2, Schedule 1.", ["clause 2 -> 2", "Schedule 1 -> Schedule 1"]),
    ("See clauses 1.1 to 1.2 (inclusive).", ["clauses 1.1 to 1.2 -> 1.1, 1.2"]),
  ])
  func areReadWithTheirSchedule(text: String, expected: [String]) {
    #expect(found(text) == expected)
  }

  @Test(arguments: [
    ("See paragraph 2.1.", "paragraph 1 -> 1"), ("See clause 2.1.", "paragraph 1 -> 2.1"),
  ])
  func areSectionsWhereDecimalsAreParagraphs(other: String, expected: String) {
    let found = references(
      in: """
        ## 1. Scope

        \(other)

        ## 2. Duties

        2.1 x

        2.2 See paragraph 1.
        """)
    #expect(found.last == expected)
  }

  @Test(arguments: [
    ("See row 3 of Schedule 1, and paragraphs 1 to 2.", "-> Schedule 1, 2.1, 2.2"),
    ("See Sub-paragraphs 2.2(a) to (b).", "Sub-paragraphs 2.2(a) to (b) -> 2.2(a), 2.2(b)"),
    // In section 2, and by decimals everywhere else.
    ("See No. 2.2 and No. 1.", "No. 1 -> 1"),
    ("See Nos. 1 to 2.", "Nos. 1 to 2 -> 2.1, 2.2"),
    ("See numbers 1 to 3.", "numbers 1 to 3 -> 1, 2, 3"),
  ])
  func areSectionsWhereTheAnnexHasNone(text: String, expected: String) {
    let found = references(
      in: """
        ## 1. Scope

        x

        ## 2. Duties

        2.1 \(text)

        2.2 It shall:

        (a) one; and

        (b) two.

        ## 3. End

        y

        # Schedule 1: Terms

        Text.
        """)
    #expect(found.last?.hasSuffix(expected) == true, "\(found)")
  }
}
