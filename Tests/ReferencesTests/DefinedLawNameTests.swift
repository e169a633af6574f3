import Diagnostics
import References
import Testing

/// Names that end as that of a law does, and are defined as something else.
struct DefinedLawNameTests {
  private func laws(_ text: String) -> [String] {
    let reading = read("## 1. Definitions\n\n\(text)\n")
    return resolveReferences(in: [reading]).agreements[0].citations.map {
      shippedLaws.laws[$0.law].id
    }
  }

  @Test(arguments: [
    "“UK SCCs” means the International Data Transfer Addendum. Table 1 of the UK SCCs applies.",
    "“UK SCCs” shall mean the International Data Transfer Addendum; the UK SCCs apply.",
  ])
  func areNoNamesOfTheLaw(text: String) {
    #expect(laws(text) == ["uk-addendum"])
  }

  @Test(arguments: [
    "“Swiss SCCs” means the SCCs as they apply in Switzerland. The Swiss SCCs apply.",
    "“Module Two” applies, and so do the “UK SCCs”, if any.",
  ])
  func areNamesOfTheLawWhereItIsMeant(text: String) {
    #expect(laws(text).allSatisfy { $0 == "scc-2021-914" })
    #expect(!laws(text).isEmpty)
  }

  @Test(arguments: [
    "“Clauses” means the standard contractual clauses annexed to Decision (EU) 2021/914.",
    "The standard contractual clauses set out in Decision (EU) 2021/914 (the \"Clauses\") apply.",
  ])
  func areNamesThatStandardClausesAreGiven(definition: String) {
    let markdown = """
      ## 1. Definitions

      \(definition)

      ## 2. Incorporation

      2.1 For the purposes of the Clauses:

      (a) Clause 7 applies;

      (b) Clauses 17 and 18(b): France; Annex I.C is filled in.

      2.2 Clause 14(b) of the Clauses is met, and Annex I.B of the Clauses.

      ## 7. End

      x
      """
    let (resolved, diagnostics) = resolve(markdown)
    #expect(diagnostics.isEmpty && resolved.references.isEmpty)
    #expect(!understand(markdown).diagnostics.map(\.code).contains(.termUnused))
    #expect(
      resolved.citations.map(\.number).filter { !$0.isEmpty } == [
        "7", "17", "18", "I.C", "14", "I.B",
      ])
  }

  @Test func areNamesWithAWordBefore() {
    let text = """
      “EU Clauses” means the standard contractual clauses. Clause 11(a) of the EU Clauses applies.
      """
    #expect(laws(text) == ["scc-2021-914", "scc-2021-914"])
  }

  @Test func areNoNamesWhereNothingIsDefined() {
    let found = references(in: "## 1. A\n\nThe Clauses apply. See Clause 2.\n\n## 2. B\n\nx\n")
    #expect(found == ["Clause 2 -> 2"])
  }

  @Test func tellACodeFromTheActInIt() {
    let text = "“CCPA” means the California Consumer Privacy Act, Cal. Civ. Code § 1798.100."
    #expect(laws(text) == ["ccpa", "ccpa"])
    #expect(understand("## 1. Definitions\n\n\(text)\n").diagnostics.map(\.code) == [])
  }
}
