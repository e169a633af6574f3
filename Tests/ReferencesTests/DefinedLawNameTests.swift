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

  @Test func tellACodeFromTheActInIt() {
    let text = "“CCPA” means the California Consumer Privacy Act, Cal. Civ. Code § 1798.100."
    #expect(laws(text) == ["ccpa", "ccpa"])
    #expect(understand("## 1. Definitions\n\n\(text)\n").diagnostics.map(\.code) == [])
  }
}
