import Diagnostics
import References
import Testing

/// Lists whose elements are counted in different units.
struct ListTests {
  static let source = """
    ## 3. Duties

    3.1 TEXT

    3.2 Two.

    ## 5. Records

    - (1) Kept.
    - (2) Shown.

    ## 7. Audits

    - (1) Once.
    - (2) Twice.

    # Schedule 1

    1. one
    2. two
    3. three
       - (a) letter

    # Schedule 2

    1. one
    2. two
    """

  @Test(arguments: [
    // Of what is named behind the last one is the last one only.
    (
      "See clause 5 and paragraph 2 of Schedule 1.",
      ["clause 5 -> 5", "paragraph 2 of Schedule 1 -> Schedule 1 / 2"]
    ),
    (
      "See clause 5 or paragraphs 1 to 3 in Schedule 1.",
      [
        "clause 5 -> 5",
        "paragraphs 1 to 3 in Schedule 1 -> Schedule 1 / 1, Schedule 1 / 2, Schedule 1 / 3",
      ]
    ),
    (
      "See clause 5 and item 2 of Schedule 2.",
      ["clause 5 -> 5", "item 2 of Schedule 2 -> Schedule 2 / 2"]
    ),
    (
      "Nach § 5 Abs. 1 und Nr. 2 der Schedule 1.",
      ["§ 5 Abs. 1 -> 5(1)", "Nr. 2 der Schedule 1 -> Schedule 1 / 2"]
    ),
    (
      "See clause 5 and paragraph 2 of section 7.",
      ["clause 5 -> 5", "paragraph 2 of section 7 -> 7(2)"]
    ),
    (
      "See paragraph 1 of Schedule 1 and paragraph 2 of Schedule 2.",
      [
        "paragraph 1 of Schedule 1 -> Schedule 1 / 1",
        "paragraph 2 of Schedule 2 -> Schedule 2 / 2",
      ]
    ),
    (
      "See paragraph 1 of Schedule 1; paragraph 2 of Schedule 2.",
      [
        "paragraph 1 of Schedule 1 -> Schedule 1 / 1",
        "paragraph 2 of Schedule 2 -> Schedule 2 / 2",
      ]
    ),
    (
      "See paragraph 1 of Schedule 1 and clause 5.",
      ["paragraph 1 of Schedule 1 -> Schedule 1 / 1", "clause 5 -> 5"]
    ),
    // Decimal numbers hold the numbers above them.
    ("See clause 3.1 and paragraph 3.2.", ["clause 3.1 -> 3.1", "paragraph 3.2 -> 3.2"]),
    ("Nach Ziff. 3.2 sowie Nr. 3.1.", ["Ziff. 3.2 -> 3.2", "Nr. 3.1 -> 3.1"]),
    (
      "See Clauses 3.1 and 3.2, para. 3.2.",
      ["Clauses 3.1 and 3.2 -> 3.1, 3.2", "para. 3.2 -> 3.2"]
    ),
    (
      "See clause 3.1 and paragraph 3.2 of the MSA.",
      ["clause 3.1 ->  (external)", "paragraph 3.2 of the MSA ->  (external)"]
    ),
    // What goes on with the place before it
    ("See section 5 and paragraph 2.", ["section 5 and paragraph 2 -> 5, 5(2)"]),
    ("See § 5 Abs. 1, Abs. 2.", ["§ 5 Abs. 1, Abs. 2 -> 5(1), 5(2)"]),
    (
      "See paragraphs 1 and 2 of Schedule 1.",
      ["paragraphs 1 and 2 of Schedule 1 -> Schedule 1 / 1, Schedule 1 / 2"]
    ),
    (
      "See Schedule 1, paragraph 1 and paragraph 2.",
      ["Schedule 1, paragraph 1 and paragraph 2 -> Schedule 1 / 1, Schedule 1 / 2"]
    ),
  ])
  func readsEachUnit(text: String, expected: [String]) {
    #expect(references(in: Self.source.replacing("TEXT", with: text)) == expected)
  }

  @Test func reportsWhatTheSectionHasNot() {
    let source = Self.source.replacing("TEXT", with: "See section 5(1) and (9).")
    #expect(resolve(source).diagnostics.map(\.code) == [.unknownReference])
  }
}
