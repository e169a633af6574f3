import Changes
import Deadlines
import Testing

/// Places that stand elsewhere among their neighbours.
struct OrderTests {
  private static let towns = [
    "Kiel", "Bonn", "Ulm", "Trier", "Hof", "Jena", "Celle", "Siegen", "Aachen", "Gera",
  ]

  private func told(_ old: String, _ new: String, in language: Language = .english) -> [String] {
    changeSet(old, new).changes.map {
      "\($0.statement.text(in: language)) (\($0.materiality.rawValue): \($0.rule.rawValue))"
    }
  }

  private func table(_ towns: [String]) -> String {
    "# Annex 3: Sites\n\n| Town | Hall |\n|---|---|\n"
      + towns.map { "| \($0) | The hall of \($0) by the water |\n" }.joined()
  }

  private func list(_ towns: [String], _ marker: (Int) -> String) -> String {
    "## 1. Sites\n\n"
      + towns.enumerated().map { "- \(marker($0)) The hall of \($1) by the water.\n" }.joined()
  }

  private func letter(_ index: Int) -> String { "\(Array("abcdefghij")[index])." }

  @Test func tellsASortedTableInOneSentence() throws {
    let set = changeSet(table(Self.towns), table(Self.towns.sorted()))

    let change = try #require(set.changes.first)
    #expect(set.changes.count == 1)
    #expect(
      change.statement.english
        == "Annex 3: 6 of 10 rows of the table stand in another order")
    #expect(
      change.statement.german
        == "Annex 3: 6 von 10 Zeilen der Tabelle stehen in anderer Reihenfolge")
    #expect(change.kind == .of(.clause, .moved))
    #expect(change.judgement == Judgement(.editorial, .place))
    #expect(change.moves.count == 6)
    #expect(change.moves.allSatisfy { $0.before.path != $0.after.path })
    #expect(change.clauses.count == 6)
    let clauses = set.redlines[0].clauses
    #expect(change.clauses.allSatisfy { clauses[$0].state == .movedHere })
    #expect(!clauses.contains { $0.state == .movedAway })
    #expect(
      String(decoding: set.json(in: .english), as: UTF8.self).contains("\"moves\":[{\"before\""))
  }

  /// A table that went to another annex, and points that went to another section, are one change.
  @Test func tellsABlockThatWentElsewhereInOneSentence() throws {
    let rest = "# Annex 4: Halls\n\nAll halls are dry and stand by the water.\n"
    let told = told(
      table(Self.towns) + "\n" + rest,
      "# Annex 3: Sites\n\nSee the other annex.\n\n" + rest
        + table(Self.towns).drop { $0 != "|" })
    #expect(
      told.contains(
        "Annex 3: the table with 10 rows is moved to Annex 4 (editorial: place)"))
    #expect(told.count == 2)

    let points = list(Self.towns, { _ in "" }).drop { $0 != "-" }
    let (one, two) = (
      "## 1. Sites\n\nSites are named.\n\n", "## 2. Halls\n\nHalls are named.\n\n"
    )
    let set = changeSet(one + points + "\n" + two, one + two + points)
    let change = try #require(set.changes.first)
    #expect(set.changes.count == 1)
    #expect(change.statement.english == "\u{A7} 1: 10 items are moved to \u{A7} 2")
    #expect(change.statement.german == "\u{A7} 1: 10 Punkte stehen jetzt in \u{A7} 2")
    #expect(change.moves.count == 10)
    #expect(change.clauses.allSatisfy { set.redlines[0].clauses[$0].state == .movedHere })
  }

  @Test func tellsNewLettersWithANewOrder() {
    let set = changeSet(list(Self.towns, letter), list(Self.towns.reversed(), letter))

    #expect(
      set.changes.map(\.statement.english)
        == ["\u{A7} 1: 9 of 10 clauses stand in another order"])
    #expect(set.changes.first?.moves.count == 10)
  }

  @Test func tellsWhatChangedBesideTheOrder() {
    let new = Self.towns.sorted().map { $0 == "Ulm" ? "Ulm (new)" : $0 }

    let told = told(list(Self.towns) { _ in "" }, list(new) { _ in "" })

    #expect(told.count == 2)
    #expect(told.contains { $0.contains("of 10 items stand in another order (editorial: place)") })
    #expect(told.contains { $0.contains("(new)") && $0.contains("substantive") })
  }

  @Test func tellsFewMovesOneByOne() {
    var towns = Self.towns
    towns.append(towns.removeFirst())

    #expect(
      told(list(Self.towns, letter), list(towns, letter)) == [
        "\u{A7} 1.a is moved to \u{A7} 1.j (editorial: place)",
        "\u{A7} 1: b. to j. are now a. to i. (renumbering-only: numbering)",
      ])
  }

  /// A title tells nothing of where a place stands.
  @Test(arguments: [
    (
      ["B", "A", "C"], "Annex 1 / B now stands before \u{201C}A\u{201D}",
      "Annex 1 / B steht jetzt vor \u{201E}A\u{201C}"
    ),
    (
      ["B", "C", "A"], "Annex 1 / A now stands after \u{201C}C\u{201D}",
      "Annex 1 / A steht jetzt hinter \u{201E}C\u{201C}"
    ),
  ])
  func namesTheNeighbour(order: [String], english: String, german: String) {
    let words = [
      "A": "Doors are locked at night by the guards.", "B": "Logs are read.",
      "C": "Backups are made each day and kept in another town.",
    ]
    func text(_ order: [String]) -> String {
      "# Annex 1: Sites\n\n"
        + order.map { "## \($0)\n\n\(words[$0] ?? "")\n\n" }.joined()
    }

    let (old, new) = (text(["A", "B", "C"]), text(order))

    #expect(told(old, new) == ["\(english) (editorial: place)"])
    #expect(told(old, new, in: .german) == ["\(german) (editorial: place)"])
  }
}
