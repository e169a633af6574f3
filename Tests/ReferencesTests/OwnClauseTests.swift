import Diagnostics
import References
import Testing

/// Clauses that an agreement calls standard contractual clauses, or writes out, and those of the
/// law.
struct OwnClauseTests {
  private func found(_ source: String) -> (references: [String], citations: [String]) {
    (
      references(in: source),
      resolve(source).resolved.citations.map(\.written).filter { !$0.isEmpty }
    )
  }

  @Test func areOfTheAgreementThatIsCalledSo() {
    let source = """
      # Contractual clauses

      ## Standard Contractual Clauses

      ### 6. Use of sub-processors

      #### 6.3

      Longer periods are in Appendix C.6.

      ### 7. Assistance

      #### 7.1

      See Clause 6.3. Clause 6 applies.

      ### Appendix C Instructions

      #### C.6. Transfers

      None without instruction.
      """
    let found = found(source)
    #expect(
      found.references == [
        "Appendix C.6 -> Appendix C / C.6", "Clause 6.3 -> 6.3", "Clause 6 -> 6",
      ])
    #expect(found.citations.isEmpty)
  }

  @Test func areOfTheAnnexThatWritesThemOut() {
    let source = """
      # Agreement

      ## 1. Transfers

      Clause 10 of the Standard Contractual Clauses in Attachment 1 applies.

      ## Attachment 1 – The Standard Contractual Clauses (Processors)

      ### Clause 10: Variation of the contract

      The parties undertake not to vary Clause 10.
      """
    #expect(
      found(source).references == [
        "Clause 10 of the Standard Contractual Clauses -> Attachment 1 / Clause 10",
        "Attachment 1 -> Attachment 1",
        "Clause 10 -> Attachment 1 / Clause 10",
      ])
  }

  @Test(arguments: ["Clause 6.3", "Appendix C.6", "Annex IV", "Clause 19", "Attachment 1"])
  func areNotOfALawThatHasNone(text: String) {
    let source = "## 1. Transfers\n\nThe Standard Contractual Clauses apply. See \(text).\n"
    #expect(found(source).references == ["\(text) ->  (unresolved)"])
    #expect(found(source).citations.isEmpty)
  }

  @Test(arguments: [("Clause 8.9", "8.9"), ("Clause 15.1", "15.1"), ("Clause 9(a)", "9(a)")])
  func areOfTheLawThatHasThem(text: String, written: String) {
    let source = "## 1. Transfers\n\nThe Standard Contractual Clauses apply. See \(text).\n"
    #expect(found(source).citations == [written])
  }
}
