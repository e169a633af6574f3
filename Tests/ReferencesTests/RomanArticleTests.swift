import Testing

/// Articles with Roman numbers, of an agreement that is divided into them.
struct RomanArticleTests {
  private let source = """
    ## ARTICLE I. SCOPE

    As in Article II, Article 2 and this Article I.

    ## ARTICLE II. TERM

    Articles I and II survive, and Article II(a).

    (a) One year.

    (b) No more.
    """

  @Test func leadsToTheAgreementsOwn() {
    #expect(
      references(in: source) == [
        "Article II -> ARTICLE II", "Article 2 -> ARTICLE II", "Article I -> ARTICLE I",
        "Articles I and II -> ARTICLE I, ARTICLE II", "Article II(a) -> ARTICLE II(a)",
      ])
    #expect(resolve(source).diagnostics.isEmpty)
  }
}
