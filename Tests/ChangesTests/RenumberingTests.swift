import Changes
import Deadlines
import Testing

/// Which places are told together that only have another number.
struct RenumberingTests {
  private func told(_ old: String, _ new: String) -> [String] {
    changeSet(old, new).changes.filter { $0.kind.rawValue.hasSuffix("-renumbered") }
      .map { $0.statement.text(in: .english) }
  }

  private static let scope = "The Processor hosts the shop of the Customer."
  private static let parties = "Wal AG and the person who orders are the parties."
  private static let duties = "Records are kept of all processing that takes place."
  private static let liability = "Each party is liable within the limits of the law."
  private static let term = "The contract ends together with the main contract."
  private static let costs = "Each party bears the costs that arise on its side."
  private static let insurance = "Damage by fire is insured."
  private static let form = "Changes need the written form to take effect."

  private static func sections(_ texts: [String]) -> String {
    texts.enumerated().map {
      "## \($0.offset + 1). Title\($0.element.utf8.count)\n\n\($0.element)\n\n"
    }
    .joined()
  }

  private static func letters(_ texts: [String]) -> String {
    "## 1. Doors\n\n"
      + zip("abcdefgh", texts).map { "- \($0). \($1)\n" }.joined()
  }

  private static let before = [scope, duties, liability, term, costs, form]
  /// § 3 and § 4 keep their numbers.
  private static let after = [parties, scope, liability, term, insurance, costs, form]

  @Test func endsARowWhereAPlaceKeptItsNumber() {
    #expect(
      told(Self.sections(Self.before), Self.sections(Self.after)) == [
        "\u{A7} 1 is now \u{A7} 2", "\u{A7} 5 to \u{A7} 6 are now \u{A7} 6 to \u{A7} 7",
      ])
    #expect(
      told(Self.letters(Self.before), Self.letters(Self.after)) == [
        "\u{A7} 1: a. is now b.", "\u{A7} 1: e. to f. are now f. to g.",
      ])
  }

  /// § 3 is gone, so it did not become § 4.
  @Test func endsARowWhereAPlaceIsGone() {
    let new = [
      Self.parties, Self.scope, Self.duties, Self.insurance, Self.term, Self.costs, Self.form,
    ]

    #expect(
      told(Self.sections(Self.before), Self.sections(new)) == [
        "\u{A7} 1 to \u{A7} 2 are now \u{A7} 2 to \u{A7} 3",
        "\u{A7} 4 to \u{A7} 6 are now \u{A7} 5 to \u{A7} 7",
      ])
  }

  @Test func tellsSectionsAndAnnexesApart() {
    let old = Self.sections([Self.scope, Self.duties]) + "# Annex 1: Data\n\nNames of customers.\n"
    let new =
      Self.sections([Self.parties, Self.scope, Self.duties])
      + "# Annex 1: Contacts\n\nThe desk answers.\n\n# Annex 2: Data\n\nNames of customers.\n"

    #expect(
      told(old, new) == [
        "\u{A7} 1 to \u{A7} 2 are now \u{A7} 2 to \u{A7} 3", "Annex 1 is now Annex 2",
      ])
  }

  @Test func tellsARowOnceWhateverChangedInside() {
    let new = [Self.parties] + Self.before.map { $0 == Self.term ? $0 + " It is one." : $0 }

    #expect(
      told(Self.sections(Self.before), Self.sections(new)) == [
        "\u{A7} 1 to \u{A7} 6 are now \u{A7} 2 to \u{A7} 7"
      ])
  }
}
