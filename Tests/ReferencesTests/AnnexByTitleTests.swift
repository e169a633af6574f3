import Testing

/// Annexes that call themselves by their title, and letters in their sections.
struct AnnexByTitleTests {
  private func found(_ text: String) -> [String] {
    references(
      in: """
        ## 1. Scope

        See lit. b of Annex 3 and lit. c of Annex 3.

        ## 2. Use

        y

        # Appendix 2: Data Processing Terms

        ## 1. Subject

        x

        ## 2. Instructions

        \(text)

        # Annex 3: Data

        ## 1. Contact

        - a. Names
        - b. Addresses

        ## 2. Usage

        - b. Logs
        - c. Devices
        """)
  }

  @Test(arguments: [
    (
      "As section 1 of these Data Processing Terms says.",
      "section 1 of these Data Processing Terms -> Appendix 2 / 1"
    ),
    ("As section 1 of this Agreement says.", "section 1 of this Agreement -> 1"),
    ("As section 1 of this Appendix says.", "section 1 of this Appendix -> Appendix 2 / 1"),
  ])
  func meansItself(text: String, expected: String) {
    #expect(found(text).contains(expected))
  }

  @Test func hasLettersInItsSections() {
    let expected = [
      "lit. b of Annex 3 -> Annex 3 / 1.b (ambiguous)", "lit. c of Annex 3 -> Annex 3 / 2.c",
    ]
    #expect(Array(found("x").prefix(2)) == expected)
  }
}
