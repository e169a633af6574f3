import Changes
import Deadlines
import Testing

/// A clause that took the place of one with which it has nothing to do.
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
  func saysThatItIsRewritten(old: String, new: String) {
    #expect(told(old, new) == ["clause-modified substantive"])
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

  /// A paragraph without a number has its place.
  @Test func saysThatAParagraphIsRewritten() {
    func page(_ text: String) -> String { "# Policy\n\n\(text)\n\n## One\n\nWords stay.\n" }

    #expect(
      kinds(
        page("Last changed on the 15th of July 2020."),
        page("All companies have been assessed for security, and contracts are in place."))
        == ["clause-modified"])
    // What stands behind a label is that, whatever it says.
    #expect(
      kinds(
        page("Postal address:\n\nAlte Werft, Hafenstrasse, Kiel"),
        page("Postal address:\n\nNeues Haus, Bergweg, Passau")
      )
      .allSatisfy { !$0.hasSuffix("removed") })
  }

  /// All words of a short section stand somewhere in a long one.
  @Test func takesNoLongSectionForAShortOne() {
    let old = """
      ## Agreement

      The parties agree on this.

      ## 1. Scope

      This agreement applies only where the law on the protection of data applies to your use of it.

      ## 2. Roles

      You decide, and we follow.

      """
    let new = """
      ## Agreement

      The parties agree on this.

      ## BACKGROUND

      (A) The Company acts as a controller.

      ## IT IS AGREED AS FOLLOWS

      ### 1. Definitions

      1.1 Law means what binds the Company on the protection of persons where their data is read.

      1.2 Use means each step that applies to the data, and only this agreement says which of your
      steps are meant by it.

      1.3 Agreement means the contract on the use of the services to which this text belongs.

      ### 2. Duties

      2.1 The Company instructs, and applies the contract with care to all that it hands over to others.

      2.2 Data of persons is kept apart from other data, and where it is not it is marked on each page.

      """

    let set = changeSet(old, new)
    #expect(!set.changes.contains { $0.field == "heading" })
    #expect(
      set.changes.contains { $0.statement.english == "\u{A7} 1 \u{201C}Scope\u{201D} is removed" })
  }
}
