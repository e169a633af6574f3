import References
import Testing

/// The recitals of an agreement, which have letters or numbers in brackets.
struct RecitalTests {
  static func english(_ text: String) -> [String] {
    references(
      in: """
        ## Recitals

        (A) The parties have a contract.

        (B) It is about data.

        ## 1. Scope

        \(text)
        """)
  }

  @Test(arguments: [
    ("As in recital (A).", ["recital (A) -> Recitals / (A)"]),
    ("As in Recital B of this Agreement.", ["Recital B of this Agreement -> Recitals / (B)"]),
    ("Recitals A and B apply.", ["Recitals A and B -> Recitals / (A), Recitals / (B)"]),
    ("As in recitals (A) to (B).", ["recitals (A) to (B) -> Recitals / (A), Recitals / (B)"]),
    ("As in recital (A), section 1.", ["recital (A) -> Recitals / (A)", "section 1 -> 1"]),
    ("As in recital (C).", ["recital (C) ->  (unresolved)"]),
    ("As in recital A of the Main Agreement.", ["recital A of the Main Agreement ->  (external)"]),
    ("As in recital 26 GDPR, and recital 2.", []),
    ("As paragraph (B) of the Recitals says.", ["paragraph (B) -> Recitals / (B)"]),
    ("As in paragraph (B) of the Preamble.", ["paragraph (B) of the Preamble -> Recitals / (B)"]),
  ])
  func findsThem(text: String, expected: [String]) {
    #expect(Self.english(text) == expected)
  }

  @Test(arguments: [
    ("Siehe Erwägungsgrund (1).", ["Erwägungsgrund (1) -> Präambel / (1)"]),
    ("Siehe Präambel Abs. 2.", ["Präambel Abs. 2 -> Präambel / (2)"]),
    ("Siehe Präambel Abs. 1 und 2.", ["Präambel Abs. 1 und 2 -> Präambel / (1), Präambel / (2)"]),
    ("Siehe Absatz 2 der Präambel.", ["Absatz 2 der Präambel -> Präambel / (2)"]),
    ("Siehe Präambel Abs. 4.", ["Präambel Abs. 4 ->  (unresolved)"]),
    ("Siehe Erwägungsgrund 26 DSGVO und die Präambel.", []),
    ("Nach Art. 28 DSGVO und Erwägungsgrund 1.", []),
  ])
  func findsThemInGerman(text: String, expected: [String]) {
    let source = """
      ## Präambel

      - (1) Eins.
      - (2) Zwei.

      ## § 1 Zweck

      \(text)
      """
    #expect(references(in: source) == expected)
  }

  @Test func findsThemBeforeTheFirstSection() {
    let source = """
      WHEREAS

      (A) One is so.

      (B) Another is so.

      ## 1. Scope

      As in recital (B).
      """
    #expect(references(in: source) == ["recital (B) -> (B)"])
  }

  @Test func leavesThoseOfOtherDocumentsAlone() {
    #expect(references(in: "## 1. Scope\n\nAs in recital (A) and Präambel Abs. 2.\n") == [])
    #expect(resolve("## 1. Scope\n\nAs in recital (A).\n").diagnostics.isEmpty)
  }
}
