import Diagnostics
import Testing

/// Headings of annexes whose numbers begin with the letter of the annex: `A.1`, `C.6.`
struct LetteredHeadingTests {
  private let annexes = """

    ## Annex A

    ### A.1 Purpose

    Text.

    ### A.2 Nature

    #### A.2.1 Kind

    Text.

    ## Appendix C

    ### C.6. Transfers

    None.
    """

  @Test(arguments: [
    ("Annex A.2", "Annex A / A.2"), ("Appendix C.6", "Appendix C / C.6"),
    ("section C.6 of Appendix C", "Appendix C / C.6"), ("Annex A.2.1", "Annex A / A.2.1"),
    ("section A.1", "Annex A / A.1"),
  ])
  func areFoundWithTheAnnex(text: String, path: String) {
    let source = "## 1. Scope\n\nSee \(text).\n" + annexes
    #expect(references(in: source) == ["\(text) -> \(path)"])
    #expect(resolve(source).diagnostics.isEmpty)
  }

  @Test func areNoTitleWhereTheyStandAlone() {
    let source = """
      ## 1. Scope

      See Annex II.A and Annex A.1.

      ## ANNEX II

      ### A. Measures

      Text.

      ## Annex A

      ### A.1 Purpose

      Text.
      """
    #expect(
      references(in: source) == ["Annex II.A -> ANNEX II / A", "Annex A.1 -> Annex A / A.1"])
  }
}
