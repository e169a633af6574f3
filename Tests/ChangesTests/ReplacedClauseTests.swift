import Changes
import Testing

/// A clause that took the number of one with which it has nothing to do.
struct ReplacedClauseTests {
  private func told(_ old: String, _ new: String) -> [String] {
    func contract(_ clause: String) -> String {
      """
      ---
      title: Agreement
      parties:
        - {role: processor, name: Wal AG, defined-as: Wal}
        - {role: controller, blank: true, defined-as: School}
      ---

      ## 1. Sub-processors

      - a. New companies are announced a month before they begin.
      - b. \(clause)
      - c. Companies in other countries need a ground of transfer.

      """
    }
    return changeSet(contract(old), contract(new)).changes.map {
      "\($0.kind.rawValue) \($0.materiality.rawValue)"
    }
  }

  private static let flowDown =
    "The Processor imposes on each sub-processor, by contract, the same duties that it has itself."

  /// Nearly every clause names the parties, so that says nothing.
  @Test(arguments: [
    (flowDown, "The Processor publishes a list of its sub-processors on a page of its own."),
    ("Wal tells the School about every breach.", "The School pays Wal for extra copies."),
  ])
  func saysThatOneIsGoneAndTheOtherNew(old: String, new: String) {
    #expect(told(old, new) == ["clause-removed substantive", "clause-added substantive"])
  }

  @Test(arguments: [
    (flowDown, "The Processor imposes no duties on sub-processors."),
    ("The Processor deletes data.", "The Processor returns it."),
  ])
  func comparesWhatHasMoreInCommon(old: String, new: String) {
    #expect(told(old, new).allSatisfy { $0.hasPrefix("clause-modified") })
  }
}
