import Diagnostics
import References
import Testing

/// Names that parties are given where the words for them stand.
struct PartyNameTests {
  @Test func giveAPartyItsNameWhereTheyStand() {
    let text = """
      This agreement is between Fels LLC and the customer (“Company”).

      ## 1. Terms

      “Controller” means who decides. The Controller and the Company agree.

      ## 2. More

      The Company informs the Controller, and the customer shall pay.
      """
    let drift = understand(text).diagnostics.filter { $0.code == .termDrift }
    #expect(
      drift.map(\.summary) == ["'customer' is used once where 'Controller' is the defined term"])
    #expect(drift.first?.range?.start.line == 9)
  }

  @Test func areGivenTogether() {
    let text = "The provider and the client (together as the “Parties”) agree."
    #expect(findTerms(in: read("## 1. Terms\n\n\(text)\n")).terms.map(\.name) == ["Parties"])
  }
}
