import Changes
import Deadlines
import Testing

/// Days, and counts of words.
struct DatesAndNamesTests {
  private func rules(_ old: String, _ new: String) -> [String] {
    changeSet("# Policy\n\n\(old)\n\nAll stays.\n", "# Policy\n\n\(new)\n\nAll stays.\n").changes
      .map { "\($0.materiality.rawValue) \($0.rule.rawValue)" }
  }

  @Test(arguments: [
    ("Last updated: August 14, 2020", "Last updated: [DATE]"),
    ("last amended on May 30th, 2018", "last modified: 15th of Jul 2020."),
    ("Stand der Liste: 3. Dez. 2021", "Stand der Liste: 4. Dez. 2021"),
    ("It was last changed on 2024-01-31.", "It was last changed."),
  ])
  func callsADayADate(old: String, new: String) {
    #expect(rules(old, new) == ["substantive date"])
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
