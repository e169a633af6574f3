import Testing

/// Letters with a closing bracket, below a clause with a number or by themselves.
struct LetteredClauseTests {
  private func found(_ text: String) -> [String] {
    references(
      in: """
        ## 2 Use

        ### 2.2 Rules

        The user shall

        a) do one,

        b) do two, or

        c) do three. TEXT

        ### 2.3 End

        \(text)
        """.replacing("TEXT", with: text.hasPrefix("Clauses") ? text : ""))
  }

  @Test(arguments: [
    ("Upon breach of 2.2 lit. c) it ends.", "2.2 lit. c) -> 2.2(c)"),
    ("Bei Verstoß gegen 2.2 lit. b gilt das.", "2.2 lit. b -> 2.2(b)"),
    ("Within 2.2 years it ends; see section 2.2.", "section 2.2 -> 2.2"),
  ])
  func areReadBehindABareNumber(text: String, expected: String) {
    #expect(found(text) == [expected])
  }

  @Test(arguments: [
    ("Clauses a) to c) apply.", "Clauses a) to c) -> 2.2(a), 2.2(b), 2.2(c)"),
    ("Clauses a) and b) apply.", "Clauses a) and b) -> 2.2(a), 2.2(b)"),
  ])
  func areReadBehindTheWordForClauses(text: String, expected: String) {
    #expect(found(text).first == expected)
  }
}
