import Changes
import Deadlines
import Testing

/// Words with digits that are no numbers: days, and names.
struct DatesAndNamesTests {
  private func rules(_ old: String, _ new: String) -> [String] {
    changeSet("# Policy\n\n\(old)\n\nAll stays.\n", "# Policy\n\n\(new)\n\nAll stays.\n").changes
      .map { "\($0.materiality.rawValue) \($0.rule.rawValue)" }
  }

  @Test(arguments: [
    ("Last updated: August 14, 2020", "Last updated: [DATE]"),
    ("in force from May 30th, 2018", "in force from the 15th of Jul 2020."),
    ("Stand der Liste: 3. Dez. 2021", "Stand der Liste: 4. Dez. 2021"),
    ("It was last changed on 2024-01-31.", "It was last changed."),
  ])
  func callsADayADate(old: String, new: String) {
    #expect(rules(old, new) == ["substantive date"])
  }

  @Test(arguments: [
    (
      "Last updated on August 14, 2020 by 3 persons", "Last updated by 4 persons",
      "substantive number"
    ),
    ("The list has 12 rows.", "The list has 13 rows.", "substantive number"),
    ("A stay of 30days is paid.", "A stay of 40days is paid.", "substantive number"),
    ("Letters are sent by 37letters.", "Letters are sent by 80pigeons.", "substantive wording"),
  ])
  func tellsNumbersFromNames(old: String, new: String, judgement: String) {
    #expect(rules(old, new) == [judgement])
  }

  @Test func citesATitleThatBeginsWithDigitsAsATitle() {
    func page(_ title: String) -> String { "# Policy\n\n## \(title)\n\nWe tell you.\n" }
    let changes = changeSet(
      page("Wal-initiated cancellations"), page("37letters-initiated cancellations")
    ).changes

    #expect(changes.map(\.rule.rawValue) == ["heading"])
    #expect(changes.first?.statement.english.hasPrefix("37letters-initiated canc") == true)
    for title in ["360dialog", "2-factor sign-in", "24 hours a day"] {
      let added = changeSet(
        "# Policy\n\nAll stays.\n", "# Policy\n\nAll stays.\n\n## \(title)\n\nYes.\n")
      #expect(added.changes.map(\.statement.english) == ["\(title) is added"])
    }
  }

  @Test func countsOneWord() throws {
    let old = "One, two, three, four, five and six stay as they were said."
    let new =
      "One or so, two or so, three or so, four or so, five and seven stay as they were said."
    let statement = try #require(
      changeSet("# P\n\n\(old)\n", "# P\n\n\(new)\n").changes.first?.statement)

    #expect(statement.english.contains("(1 word out, 9 in)"))
    #expect(statement.german.contains("(1 Wort gestrichen, 9 eingef\u{FC}gt)"))
  }
}
