import Changes
import Deadlines
import Testing

/// What is gone while its number went to another place, or while others lost or got theirs.
struct FormerNumberTests {
  private static let reports = """
    - (1) The Processor reports
      - a) losses.
    - (2) Reports are free.

    """

  private func told(_ old: String, _ new: String) -> [String] {
    changeSet(old, new).changes.map(\.statement.english)
  }

  @Test func saysThatTheNumberIsTheOldOne() {
    let old = """
      ## 8 Checks

      - (1) Alpha is checked.

      ## 9 Reports

      - (1) The Processor reports
        - a) breaches, and
        - b) losses.
      - (2) Reports are free.

      """
    let new = """
      ## 8 Fees

      - (1) Fees are fair.

      ## 9 Checks

      - (1) Alpha is checked.

      ## 10 Reports

      \(Self.reports)
      """
    let set = changeSet(old, new)

    #expect(
      set.changes[1].statement
        == BilingualText(
          english: "\u{A7} 9(1)(a) of the version before is removed: "
            + "\u{201C}breaches, and\u{201D}",
          german: "\u{A7} 9 Abs. 1 lit. a der vorigen Fassung entfällt: "
            + "\u{201E}breaches, and\u{201C}"))
    #expect(set.redlines[0].clauses.filter { $0.state == .removed }.map(\.isOfFormerPath) == [true])
  }

  @Test func marksWhatGaveItsLetterAway() {
    let set = changeSet(
      "## 1. Scope\n\n- a. Data are hosted.\n- b. Keys are kept.\n- c. Logs are read.\n",
      "## 1. Scope\n\n- a. Data are hosted.\n- b. Logs are read.\n")

    #expect(set.changes[0].statement.english.hasPrefix("\u{A7} 1.b is removed"))
    #expect(set.redlines[0].clauses.filter { $0.state == .removed }.map(\.isOfFormerPath) == [true])
    let last = changeSet(
      "## 1. Scope\n\n- a. Data are hosted.\n- b. Keys are kept.\n",
      "## 1. Scope\n\n- a. Data are hosted.\n")
    #expect(!last.redlines[0].clauses.contains { $0.isOfFormerPath })
  }

  // MARK: - Numbers that were dropped or given

  private static let lettered =
    "## 1. Scope\n\n- a. Data are hosted.\n- b. Data stay here.\n\n## 2. Staff\n\nAll learn.\n"

  @Test(arguments: [
    (
      "## 1. Scope\n\n- Data are hosted.\n- Data stay here.\n\n## 2. Staff\n\nAll learn.\n",
      ["\u{A7} 1: a. to b. have no number now"], ["\u{A7} 1: a. to b. have a number now"]
    ),
    (
      "## 1. Scope\n\nData are hosted.\n\nData stay here.\n\n## 2. Staff\n\nAll learn.\n",
      ["\u{A7} 1: a. to b. have no number now"], ["\u{A7} 1: a. to b. have a number now"]
    ),
    (
      "## Scope\n\n- a. Data are hosted.\n- b. Data stay here.\n\n## 2. Staff\n\nAll learn.\n",
      ["\u{A7} 1 has no number now"], ["\u{A7} 1 has a number now"]
    ),
  ])
  func areTold(bare: String, dropped: [String], given: [String]) {
    #expect(told(Self.lettered, bare) == dropped)
    #expect(told(bare, Self.lettered) == given)
    let set = changeSet(Self.lettered, bare)
    #expect(set.changes.allSatisfy { $0.judgement == Judgement(.renumberingOnly, .numbering) })
    #expect(set.changes[0].valueAfter == nil)
  }
}
