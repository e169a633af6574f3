import References
import Testing

/// Numbers that begin anew in each part, and places that are named from the inside out.
struct DivisionTests {
  static let parts = """
    ## Preamble

    PREAMBLE

    ## Part A: General

    ### 1. Scope

    - (1) One.

    ### 2. Duties

    FIRST

    ### 3. Records

    Kept.

    ## Part B: Special

    ### 1. Scope

    SECOND

    ### 2. Duties

    - (1) One.
    - (2) Two.

    # Schedule 1: Services

    ## Part 1: Hosting

    1. THIRD
    2. two
    3. three

    ## Part 2: Support

    1. FOURTH
    2. two
    """

  static func parts(
    _ preamble: String = "x", first: String = "x", second: String = "x", third: String = "x",
    fourth: String = "x"
  ) -> String {
    parts.replacing("PREAMBLE", with: preamble).replacing("FIRST", with: first)
      .replacing("SECOND", with: second).replacing("THIRD", with: third)
      .replacing("FOURTH", with: fourth)
  }

  @Test func readsFromItsOwnPart() {
    #expect(
      references(in: Self.parts(first: "As in section 1 and § 2.")) == [
        "section 1 -> Part A / 1", "§ 2 -> Part A / 2",
      ])
    #expect(
      references(in: Self.parts(second: "As in clause 2, section 2(2) and section 3.")) == [
        "clause 2 -> Part B / 2", "section 2(2) -> Part B / 2(2)",
        "section 3 -> Part A / 3",
      ])
    #expect(
      references(in: Self.parts(fourth: "As in paragraph 2, clause 2 and section 3.")) == [
        "paragraph 2 -> Schedule 1 / Part 2 / 2", "clause 2 -> Schedule 1 / Part 2 / 2",
        "section 3 -> Schedule 1 / Part 1 / 3",
      ])
  }

  @Test func readsThePartThatIsNamed() {
    #expect(
      references(
        in: Self.parts(second: "As in section 1 of Part A, and Part A section 2."))
        == [
          "section 1 of Part A -> Part A / 1", "Part A section 2 -> Part A / 2",
        ])
    #expect(
      references(in: Self.parts(first: "Section 2 of this Part, and section 1 of this Part."))
        == [
          "Section 2 of this Part -> Part A / 2",
          "section 1 of this Part -> Part A / 1",
        ])
    #expect(
      references(in: Self.parts(third: "As in Part 2 and Part B.")) == [
        "Part 2 -> Schedule 1 / Part 2", "Part B -> Part B",
      ])
  }

  @Test func isAmbiguousOnlyFromOutside() {
    #expect(
      references(in: Self.parts("As in section 1 and section 3.")) == [
        "section 1 -> Part A / 1 (ambiguous)", "section 3 -> Part A / 3",
      ])
  }

  @Test(arguments: [
    ("paragraph 2 of Part 2 of Schedule 1", "Schedule 1 / Part 2 / 2"),
    ("Part 2 of Schedule 1", "Schedule 1 / Part 2"),
    ("Schedule 1, Part 2, paragraph 1", "Schedule 1 / Part 2 / 1"),
    ("paragraph 3 of Schedule 1", "Schedule 1 / Part 1 / 3"),
    ("clause 3, paragraph 3 of Schedule 1", "Part A / 3, Schedule 1 / Part 1 / 3"),
  ])
  func resolvesFromTheInsideOut(text: String, expected: String) {
    #expect(
      references(in: Self.parts(first: "As in \(text) here.")) == ["\(text) -> \(expected)"])
  }

  @Test func readsNumbersInLetters() {
    let source = """
      ## Part One: General

      ### 1. Scope

      As in section 1 of Part Two.

      ## Part Two: Special

      ### 1. Scope

      As in Part one, Part Two and Schedule One.

      # Schedule 1

      Text.
      """
    #expect(
      references(in: source) == [
        "section 1 of Part Two -> Part Two / 1", "Part Two -> Part Two",
        "Schedule One -> Schedule 1",
      ])
  }

  static let chapters = """
    ## Kapitel 1: Allgemeines

    ### § 1 Zweck

    Siehe § 2 und Kapitel 2.

    ### § 2 Umfang

    Text.

    ## Kapitel 2: Besonderes

    ### § 1 Zweck

    Siehe § 2 und § 1 des Kapitels 1.

    ### § 2 Umfang

    Text.
    """

  @Test func readsChaptersInGerman() {
    #expect(
      references(in: Self.chapters) == [
        "§ 2 -> Kapitel 1 / § 2", "Kapitel 2 -> Kapitel 2",
        "§ 2 -> Kapitel 2 / § 2",
        "§ 1 des Kapitels 1 -> Kapitel 1 / § 1",
      ])
  }

  @Test func readsDivisionsByTheirWord() {
    #expect(
      references(
        in: """
          ## Abschnitt 1 Allgemeines

          ### § 1 Zweck

          Siehe § 2 und Abschnitt 2.

          ### § 2 Umfang

          Text.

          ## Abschnitt 2 Besonderes

          ### § 3 Zweck

          Siehe § 2 und § 1.
          """) == [
          "§ 2 -> Abschnitt 1 / § 2", "Abschnitt 2 -> Abschnitt 2", "§ 2 -> Abschnitt 1 / § 2",
          "§ 1 -> Abschnitt 1 / § 1",
        ])
  }

  /// Sections that are counted like what stands in them are no divisions, and an item of a list is
  /// no section while there is one of that number.
  @Test func prefersNoListToASection() {
    #expect(
      references(
        in: """
          ## Definitions

          1. A thing of section 2.
          2. Another.

          ## 1. Scope

          ### 1. Persons

          As in section 2.

          ### 2. Data

          None.

          ## 2. Duties

          None.
          """) == ["section 2 -> 1 / 2 (ambiguous)", "section 2 -> 1 / 2 (ambiguous)"])
  }

  static let annexes = """
    ## 1. Scope

    TEXT

    # Annex A

    ## Appendix 1

    One.

    ## Appendix 2

    INSIDE

    # Annex B

    ## Appendix 1

    Uno.

    # Anhang C

    ## Anlage 2

    Zwei.

    # Exhibit 4

    Four.

    # Attachment 1

    First.
    """

  @Test(arguments: [
    ("Appendix 1 to Annex B", "Annex B / Appendix 1"),
    ("Appendix 2 of Annex A", "Annex A / Appendix 2"),
    ("Anlage 2 zu Anhang C", "Anhang C / Anlage 2"),
    ("Anlage 2 des Anhangs C", "Anhang C / Anlage 2"),
    ("Appendices 1 and 2 to Annex A", "Annex A / Appendix 1, Annex A / Appendix 2"),
    ("Attachment 1 to Exhibit 4", "Attachment 1"),
  ])
  func findsAnAnnexInAnAnnex(text: String, expected: String) {
    let source = Self.annexes.replacing("TEXT", with: "As in \(text).")
    #expect(references(in: source) == ["\(text) -> \(expected)"])
  }

  @Test func findsTheAppendixOfItsOwnAnnex() {
    let source = Self.annexes.replacing("INSIDE", with: "As in Appendix 1, Annexes A to B.")
    #expect(
      references(in: source) == [
        "Appendix 1 -> Annex A / Appendix 1", "Annexes A to B -> Annex A, Annex B",
      ])
    #expect(
      references(in: Self.annexes.replacing("TEXT", with: "As in Appendix 1 and Appendix 3.")) == [
        "Appendix 1 -> Annex A / Appendix 1 (ambiguous)", "Appendix 3 ->  (unresolved)",
      ])
    #expect(
      references(in: Self.annexes.replacing("TEXT", with: "As in Appendix 2 to Annex B.")) == [
        "Appendix 2 to Annex B ->  (unresolved)"
      ])
  }
}
