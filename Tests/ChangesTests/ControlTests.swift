import Changes
import Deadlines
import Testing

/// Named groups of measures that came or went, and neighbours that are named by their words.
struct ControlTests {
  private func measures(_ controls: [(String, [String])]) -> String {
    let items = controls.map { name, measures in
      "- **\(name)**\n" + measures.map { "  - \($0)\n" }.joined()
    }
    return "# Annex 1: Technical and organisational measures\n\n" + items.joined()
  }

  @Test func sayTheirNameAndTheirNumber() {
    let one = measures([("Entry control", ["Doors are locked.", "Visitors are led."])])
    let two = measures([
      ("Entry control", ["Doors are locked.", "Visitors are led."]),
      ("Transfer control", ["Data are encrypted.", "Keys are kept apart.", "Logs are read."]),
    ])

    #expect(
      changeSet(two, one).changes.map(\.statement) == [
        BilingualText(
          english:
            "Annex 1: the control \u{201C}Transfer control\u{201D} with 3 measures is removed",
          german: "Annex 1: die Kontrolle \u{201E}Transfer control\u{201C} mit 3 Maßnahmen entfällt"
        )
      ])
    #expect(
      changeSet(one, two).changes.map(\.statement.english) == [
        "Annex 1: the control \u{201C}Transfer control\u{201D} with 3 measures is added"
      ])
  }

  /// The letter of the neighbour was that of another clause.
  @Test func nameANeighbourByItsWordsWhereItsLetterIsNew() {
    func terms(_ names: [String]) -> String {
      "## 1. Definitions\n\n"
        + zip("abcdefgh", names).map { "- \($0). \"\($1)\" means what the law says of it.\n" }
        .joined()
    }
    let set = changeSet(
      terms(["Alpha", "Main", "Controller", "Data", "Employee", "Third", "Sub", "Electronic"]),
      terms(["Alpha", "Controller", "Employee", "Electronic", "Main", "Data", "Sub", "Third"]))

    #expect(
      set.changes.contains {
        $0.statement.english == "\u{A7} 1.g now stands after \u{A7} 1.f \u{201C}Data\u{201D}"
      }, "\(set.changes.map(\.statement.english))")
  }

  @Test func quoteASumWithItsCurrency() {
    func cap(_ sum: String) -> String { "## 1. Cap\n\n- (1) The liability is capped at \(sum).\n" }
    let set = changeSet(cap("100,000 EUR"), cap("EUR 100000"))

    #expect(
      set.changes.map(\.statement.english) == [
        "\u{A7} 1(1): \u{201C}100,000 EUR\u{201D} becomes \u{201C}EUR 100000\u{201D}"
      ])
    #expect(set.changes[0].judgement == Judgement(.editorial, .spelling))
  }
}
