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
    ("See paragraph 4.", "paragraph 4 -> 4"),
    ("See paras 4 and 1.", "paras 4 and 1 -> 4, 1"),
    ("See paragraphs 1 to 4.", "paragraphs 1 to 4 -> 1, 4"),
    ("See paragraph 4 of this Schedule.", "paragraph 4 of this Schedule -> 4"),
    ("See paragraph 5.", "paragraph 5 ->  (unresolved)"),
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

  @Test func areSectionsTogether() {
    #expect(found("1.1 See paras 1 and 4.\n\n1.2 x") == ["paras 1 and 4 -> 1, 4"])
  }

  @Test func areOfTheSectionThatCountsItsOwn() {
    let text = "- (1) See paragraph 4.\n- (2) See paragraph 1."
    #expect(found(text) == ["paragraph 4 ->  (unresolved)", "paragraph 1 -> 1(1)"])
  }

  @Test func areOfTheLawThatWasCited() {
    let text = "Article 28 GDPR applies, and so does what paragraph 4(a) says."
    #expect(found(text).isEmpty)
  }
}
