import Testing

/// Sections that are called paragraphs or subsections, with the letter below them.
struct NumberedParagraphTests {
  private func found(_ text: String) -> [String] {
    references(
      in: """
        ## 1. Term

        \(text)

        ## 4. Limitations

        a) No rights are waived.

        b) The work is offered as it is.
        """)
  }

  @Test(arguments: [
    ("See paragraph 4(a).", "paragraph 4(a) -> 4(a)"),
    ("See subsection 4(b).", "subsection 4(b) -> 4(b)"),
    ("See subsection 4a.", "subsection 4a -> 4(a)"),
    ("See Section 4a.", "Section 4a -> 4(a)"),
    ("See paragraph 4(c).", "paragraph 4(c) ->  (unresolved)"),
    ("See paragraph 4.", "paragraph 4 ->  (unresolved)"),
    ("Siehe Absatz 4(a).", "Absatz 4(a) ->  (unresolved)"),
  ])
  func areFoundAsNumbered(text: String, expected: String) {
    #expect(found(text) == [expected])
  }

  @Test func areOfTheLawThatWasCited() {
    let text = "Article 28 GDPR applies, and so does what paragraph 4(a) says."
    #expect(found(text).isEmpty)
  }
}
