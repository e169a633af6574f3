import Changes
import Deadlines
import Testing

/// Nobody counts rows: a sentence about one says what it is about.
struct RowNameTests {
  @Test(arguments: [
    (
      "logistics", "Archiv",
      "row 1 \u{201C}Gull logistics GmbH\u{201D}: Company: \u{201C}logistics\u{201D} becomes "
        + "\u{201C}Archiv\u{201D}"
    ),
    (
      "Kiel", "Cork",
      "row 2 \u{201C}Stern AG\u{201D}: Place: \u{201C}Kiel\u{201D} becomes \u{201C}Cork\u{201D}"
    ),
    (
      "~~today~~", "today",
      "row 2 \u{201C}Stern AG\u{201D}: \u{201C}today\u{201D} is no longer struck out"
    ),
    // Where the sentence quotes the name it needs it only once.
    (
      "Wal", "Wal AS",
      "row 3: Company: \u{201C}AS\u{201D} is added after \u{201C}Wal\u{201D}"
    ),
  ])
  func namesARowByItsCompany(old: String, new: String, sentence: String) {
    let table = """
      # Sub-processors

      | Company | Place | Task |
      |---|---|---|
      | Gull logistics GmbH | Bonn | Archive of all letters |
      | Stern AG | Kiel | Sending of letters ~~today~~ |
      | Wal | Bergen | Hosting of the platform |
      """

    #expect(told(table, table.replacing(old, by: new)) == [sentence])
  }

  /// What shows that a measure is in place is not what it is called.
  @Test func namesAMeasureByItsWords() {
    let table = """
      ## Availability control

      | Measure | Status | Evidence |
      |---|---|---|
      | Daily backups of the data | implemented | [Report](https://x.example/r) |
      | Second line | implemented | [Contract](https://x.example/c) |
      """

    #expect(
      told(table, table.replacing("Daily", by: "Hourly")) == [
        "Availability control / row 1 \u{201C}Daily backups of the data\u{201D}: Measure: "
          + "\u{201C}Daily\u{201D} becomes \u{201C}Hourly\u{201D}"
      ])
  }

  @Test func namesARowByItsFirstCell() {
    let table = """
      ## 1. Fees

      | No. | Service | Rate |
      |---|---|---|
      | 1 | Support by telephone | 95 |
      | 2 | Visits | 120 |
      """

    #expect(
      told(table, table.replacing("95", by: "97")) == [
        "\u{A7} 1 / row 1 \u{201C}Support by telephone\u{201D}: Rate: \u{201C}95\u{201D} becomes "
          + "\u{201C}97\u{201D}"
      ])
  }

  private func told(_ old: String, _ new: String) -> [String] {
    changeSet(old, new).changes.map { $0.statement.text(in: .english) }
  }
}
