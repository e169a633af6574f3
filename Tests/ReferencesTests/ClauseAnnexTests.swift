import References
import Testing

/// Clauses that the annexes of the standard contractual clauses cite without naming them.
struct ClauseAnnexTests {
  private let annexes = """

    # ANNEX I

    ## A. LIST OF PARTIES

    See section 2.

    ## C. COMPETENT SUPERVISORY AUTHORITY

    Identify the competent supervisory authority in accordance with Clause 13

    # ANNEX II

    In case of the specific authorisation (Clause 9(a), Option 1).
    """

  private func clauses(_ main: String) -> [String] {
    let (resolved, diagnostics) = resolve(main + "\n" + annexes)
    #expect(diagnostics.isEmpty)
    return resolved.citations.filter { $0.unit == .clause }.map(\.written)
  }

  @Test func takesThemForTheStandardClauses() {
    let main = "## 1. Transfers\n\nThe Standard Contractual Clauses apply.\n\n## 2. End\n\nx\n"
    #expect(clauses(main) == ["13", "9(a)"])
  }

  @Test func takesThemForTheStandardClausesBesideSectionsOfItsOwn() {
    let sections = (2...13).map { "## \($0). Section\n\nSee section \($0).\n" }
    let main =
      "## 1. Transfers\n\nThe Standard Contractual Clauses apply.\n\n"
      + sections.joined(separator: "\n")
    #expect(clauses(main) == ["13", "9(a)"])
  }

  @Test func readsItsOwnClauses() {
    let sections = (2...13).map { "## \($0). Section\n\n(a) See clause \($0).\n\n(b) x\n" }
    let main =
      "## 1. Transfers\n\nThe Standard Contractual Clauses apply.\n\n"
      + sections.joined(separator: "\n")
    #expect(clauses(main).isEmpty)
    let plain = "## 1. Scope\n\nx\n\n" + sections.joined(separator: "\n")
    #expect(clauses(plain).isEmpty)
  }

  @Test(arguments: [
    ("Orders are challenged under Clause 15.2.", ["15.2"]),
    ("Orders are challenged under clause 15.2.", []), ("Orders: Clause 1.", []),
  ])
  func takesAClauseForTheirsThatTheAgreementLacks(text: String, expected: [String]) {
    let main = """
      ## 1. Transfers

      The Standard Contractual Clauses apply as in Section 2.

      ## 2. Scope

      See Section 1.

      # Schedule 1: Measures

      1. \(text)
      """
    #expect(
      resolve(main).resolved.citations.filter { $0.unit == .clause }.map(\.written) == expected)
  }
}
