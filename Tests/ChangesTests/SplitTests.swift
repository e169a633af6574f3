import Changes
import Deadlines
import Testing

/// What is said of clauses that were split, or put together, in two parts and more.
struct SplitTests {
  private static let parts = [
    "The Controller may inspect the premises at any time.",
    "The Processor shall support the Controller in inspections within 14 days.",
    "Costs of inspections are shared equally between both parties.",
  ]

  private func clauses(_ texts: [String]) -> String {
    let numbered = (texts + ["Nothing else is agreed."]).enumerated().map {
      "- (\($0.offset + 1)) \($0.element)\n"
    }
    return "## 1. Terms\n\n" + numbered.joined()
  }

  private func sentences(_ old: [String], _ new: [String]) -> [String] {
    changeSet(clauses(old), clauses(new)).changes
      .filter { !$0.kind.rawValue.hasSuffix("-renumbered") }
      .map { $0.sentence(in: .english) }
  }

  /// The first and the second are alike, so that each has most of the other's phrases.
  @Test(arguments: [
    [
      "The applicable law is determined by the main contract.",
      "The place of jurisdiction is determined by the main contract.",
      "This contract represents the complete agreement between the parties.",
    ],
    [
      "Das anwendbare Recht richtet sich nach dem Hauptvertrag.",
      "Der Gerichtsstand richtet sich nach dem Hauptvertrag.",
      "Nebenabreden bestehen nicht und wurden nicht getroffen.",
    ], parts,
  ])
  func findsEachOfThreePartsInOrder(parts: [String]) {
    let whole = [parts.joined(separator: " ")]

    #expect(
      sentences(parts, whole) == [
        "1. \u{A7} 1(1), \u{A7} 1(2) and \u{A7} 1(3) are merged into \u{A7} 1(1) (editorial: place)."
      ])
    #expect(
      sentences(whole, parts) == [
        "1. \u{A7} 1(1) is split into \u{A7} 1(1), \u{A7} 1(2) and \u{A7} 1(3) (editorial: place)."
      ])
  }
}
