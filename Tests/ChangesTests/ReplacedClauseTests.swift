import Changes
import Deadlines
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

  private func kinds(_ old: String, _ new: String) -> [String] {
    changeSet(old, new).changes.map(\.kind.rawValue)
  }

  /// A paragraph without a number has nothing but its place.
  @Test func saysThatAParagraphIsGoneAndAnotherNew() {
    func page(_ text: String) -> String { "# Policy\n\n\(text)\n\n## One\n\nWords stay.\n" }

    #expect(
      kinds(
        page("Last changed on the 15th of July 2020."),
        page("All companies have been assessed for security, and contracts are in place."))
        == ["clause-removed", "clause-added"])
    // What stands behind a label is that, whatever it says.
    #expect(
      kinds(
        page("Postal address:\n\nAlte Werft, Hafenstrasse, Kiel"),
        page("Postal address:\n\nNeues Haus, Bergweg, Passau")
      )
      .allSatisfy { !$0.hasSuffix("removed") })
  }
}
