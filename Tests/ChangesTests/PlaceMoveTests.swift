import Changes
import Testing

/// What is told as moved where places changed their order.
struct PlaceMoveTests {
  private static let long =
    "The Processor provides evidence by certificates, attestations, reports of independent bodies "
    + "and approved codes of conduct, all of them not older than one year."
  private static let short = ["Passwords are long.", "Doors are locked.", "Keys are counted."]

  private func list(_ clauses: [String]) -> String {
    let letters = "abcdefgh".map(String.init)
    return "## 1 Duties\n\n"
      + zip(letters, clauses + ["Visitors are accompanied."]).map { "- \($0). \($1)\n" }.joined()
  }

  /// One long clause over three short ones is one that moved.
  @Test func movesAsFewPlacesAsPossible() {
    let above = list([Self.long] + Self.short)
    let below = list(Self.short + [Self.long])

    #expect(
      lines(changeSet(below, above)) == [
        "clause-moved 1.d > 1.a editorial: place",
        "clause-renumbered 1.a > 1.b renumbering-only: numbering",
      ])
    #expect(
      lines(changeSet(above, below)) == [
        "clause-moved 1.a > 1.d editorial: place",
        "clause-renumbered 1.b > 1.a renumbering-only: numbering",
      ])
  }

  @Test func movesTheOneThatIsEditedAsWell() {
    let above = list([Self.long.replacing("one year", by: "two years")] + Self.short)

    #expect(
      lines(changeSet(list(Self.short + [Self.long]), above)) == [
        "clause-moved 1.d > 1.a [one year|two years] substantive: period",
        "clause-renumbered 1.a > 1.b renumbering-only: numbering",
      ])
  }

  @Test func movesTheShorterOfTwo() {
    #expect(
      lines(changeSet(list([Self.long, Self.short[0]]), list([Self.short[0], Self.long])))
        == [
          "clause-moved 1.b > 1.a editorial: place",
          "clause-renumbered 1.a > 1.b renumbering-only: numbering",
        ])
  }

  /// Of two systems with the same technical measures, the one that went takes its own along.
  @Test func followsEqualMeasuresByWhatStandsBesideThem() {
    let technical = [
      "- Technical:", "  - Each entry is written to a log", "  - Logs are read by hand",
    ]
    let organisational = ["- Organisational:", "  - Rights follow from the roles of the staff"]
    func lines(_ groups: [[String]], _ indent: String) -> String {
      groups.joined().map { indent + $0 + "\n" }.joined()
    }
    let head = "# Technical and organisational measures\n\n## 1. Input control\n\n"
    let old =
      head + "- Internal systems:\n" + lines([technical, organisational], "  ")
      + "- Systems of customers:\n" + lines([technical], "  ")
    let new = head + lines([technical, organisational], "")
    let told = changeSet(old, new).changes.map { "\($0.kind.rawValue) \($0.before?.path ?? "-")" }

    #expect(
      told.sorted() == [
        "measure-removed 1 / item 1", "measure-removed 1 / item 2",
      ])
  }

  // MARK: Short rows

  private func measures(_ rows: [(group: String, rows: [String])]) -> String {
    "# Annex 1: Technische und organisatorische Maßnahmen\n\n| Kontrolle | Maßnahme |\n|---|---|\n"
      + rows.flatMap { group in
        group.rows.enumerated().map { "| \($0.offset == 0 ? group.group : "") | \($0.element) |\n" }
      }.joined()
  }

  /// A measure of two words that went to another control was not given up.
  @Test(arguments: [["Locking systems"], ["Locking systems", "Firewall"], ["Schließanlage"]])
  func followsShortRowsToAnotherGroup(moved: [String]) {
    let old = measures([
      ("Entry control", ["Alarm system at night"] + moved),
      ("Access control", ["Long passwords", "Second factor"]), ("Other", ["Fire alarm"]),
    ])
    let new = measures([
      ("Entry control", ["Alarm system at night"]),
      ("Access control", ["Long passwords", "Second factor"] + moved), ("Other", ["Fire alarm"]),
    ])

    for set in [changeSet(old, new), changeSet(new, old)] {
      #expect(set.changes.map(\.kind.rawValue) == moved.map { _ in "measure-moved" })
      #expect(set.changes.allSatisfy { $0.materiality == .editorial })
    }
  }

  /// Of two that are alike, none is known to be the one that went.
  @Test func leavesShortRowsThatAreNotTheOnlyOnes() {
    let old = measures([
      ("Entry control", ["Alarm system", "Firewall"]), ("Access control", ["Keys", "Firewall"]),
      ("Other", ["Fire alarm"]),
    ])
    let new = measures([
      ("Entry control", ["Alarm system"]), ("Access control", ["Keys"]),
      ("Other", ["Fire alarm", "Firewall"]),
    ])

    #expect(
      changeSet(old, new).changes.map(\.kind.rawValue).sorted()
        == ["measure-added", "measure-removed", "measure-removed"])
  }
}
