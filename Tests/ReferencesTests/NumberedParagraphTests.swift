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

  @Test(arguments: [
    ("See clause 4(a), subsection 4(b).", "4(a), 4(b)"),
    ("See section 4(a), paragraph 4(b).", "4(a), 4(b)"),
    ("See clause 4, paragraph 4(b).", "4, 4(b)"),
    ("See clause 4(a) and subsection 4(b).", "4(a), 4(b)"),
    ("See clause 4(a) and paragraph 4b.", "4(a), 4(b)"),
    ("See clause 4(a), subsection 4(b), subsection 4b.", "4(a), 4(b), 4(b)"),
    ("See clause 4, paragraph (b).", "4(b)"),
    ("See clause 4(a), subsection 4(c).", " (unresolved)"),
    ("See clause 4, paragraph 3.", " (unresolved)"),
  ])
  func areFoundInLists(text: String, expected: String) {
    let references = found(text)
    #expect(references.count == 1 && references.allSatisfy { $0.hasSuffix("-> \(expected)") })
  }

  @Test func areOfTheLawThatWasCited() {
    let text = "Article 28 GDPR applies, and so does what paragraph 4(a) says."
    #expect(found(text).isEmpty)
  }
}
