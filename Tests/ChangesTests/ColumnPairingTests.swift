import Changes
import Deadlines
import Testing

/// Tables of which the heads were written anew: a column is the one that has its cells.
struct ColumnPairingTests {
  private func table(_ rows: [String]) -> String {
    let columns = rows[0].split(separator: "|", omittingEmptySubsequences: false).count
    let lines = rows.map { "| \($0) |\n" }
    return "# Sub-processors\n\n" + lines[0] + "|\(String(repeating: "---|", count: columns))\n"
      + lines.dropFirst().joined()
  }

  private func told(_ old: [String], _ new: [String]) -> [String] {
    changeSet(table(old), table(new)).changes.map {
      "\($0.statement.text(in: .english)) (\($0.materiality.rawValue): \($0.rule.rawValue))"
    }
  }

  private let short = [
    "Name|Purpose", "Wal GmbH|Hosting of the platform", "Stern AG|Sending of letters",
    "Fjord SARL|Reports of errors",
  ]

  private func called(
    _ old: String, _ new: String, _ judgement: String = "editorial: heading"
  ) -> String {
    "the document: the column \u{201C}\(old)\u{201D} is called \u{201C}\(new)\u{201D} now "
      + "(\(judgement))"
  }

  @Test func findsColumnsBehindOneThatCountsTheRows() {
    let new = [
      "#|Company|Reason", "1|Wal GmbH|Hosting of the platform", "2|Stern AG|Sending of letters",
      "3|Fjord SARL|Reports of errors",
    ]

    #expect(
      told(short, new) == [
        called("Name", "Company"), called("Purpose", "Reason"),
        "the document: the column \u{201C}#\u{201D} with 3 cells is added (editorial: numbering)",
      ])
    #expect(
      told(new, short).suffix(1) == [
        "the document: the column \u{201C}#\u{201D} with 3 cells is removed "
          + "(editorial: numbering)"
      ])
  }

  @Test func findsColumnsAroundOneThatIsNew() {
    let new = [
      "Company|Country|Reason", "Wal GmbH|DE|Hosting of the platform",
      "Stern AG|DE|Sending of letters", "Fjord SARL|FR|Reports of errors",
    ]

    #expect(
      told(short, new) == [
        "the document: the column \u{201C}Country\u{201D} with 3 cells is added "
          + "(substantive: wording)",
        called("Name", "Company"), called("Purpose", "Reason"),
      ])
  }

  /// The cells that differ are told by their columns.
  @Test func tellsACellBesideTheNamesOfColumns() {
    let new = [
      "Company|Reason", "Wal GmbH|Hosting of the platform", "Stern AG|Sending of parcels",
      "Fjord SARL|Reports of errors",
    ]

    #expect(
      told(short, new) == [
        called("Purpose", "Reason", "substantive: wording"),
        "row 2 \u{201C}Stern AG\u{201D}: Reason: \u{201C}letters\u{201D} becomes "
          + "\u{201C}parcels\u{201D} (substantive: wording)",
        called("Name", "Company"),
      ])
  }

  /// Of many cells, one that says something else makes no other column.
  @Test func callsAColumnOtherwiseBesideOneOtherCell() {
    let rows = ["Mail|a", "Logs|b", "Photos|c", "Names|d"]

    #expect(
      told(["Data|Kept"] + rows, ["Data|Stored"] + rows.dropLast() + ["Names|e"]).contains(
        called("Kept", "Stored")))
  }

  @Test func findsColumnsThatChangedPlacesUnderOtherHeads() {
    let new = [
      "Reason|Company", "Hosting of the platform|Wal GmbH", "Sending of letters|Stern AG",
      "Reports of errors|Fjord SARL",
    ]

    #expect(
      told(short, new) == [
        called("Purpose", "Reason"), called("Name", "Company"),
        "the document: the columns of the table stand in another order (editorial: place)",
      ])
  }

  /// What has neither head nor words in common with what stands in its place is something else.
  @Test func takesNoColumnForAnother() {
    let old = ["Name|Since", "Wal GmbH|2021", "Stern AG|2022"]
    let new = ["Name|Country", "Wal GmbH|Sweden", "Stern AG|Norway"]

    #expect(
      told(old, new) == [
        "the document: the column \u{201C}Country\u{201D} with 2 cells is added "
          + "(substantive: country)",
        "the document: the column \u{201C}Since\u{201D} with 2 cells is removed "
          + "(substantive: number)",
      ])
  }

  /// What a head itself promises is more than a name.
  @Test(arguments: [
    ("Kept", "Stored", "editorial: heading"), ("Kept", "Kept for 30 days", "substantive: period"),
    ("Held in France", "Held in Norway", "substantive: country"),
    ("Controller", "Processor", "substantive: party"),
    ("Kept by law", "Not kept by law", "substantive: negation"),
    ("Kept", "Kept, unless the customer asks us to erase it", "substantive: wording"),
  ])
  func weighsWhatAHeadSays(old: String, new: String, judgement: String) {
    let rows = ["Mail|a", "Logs|b"]

    #expect(told(["Data|\(old)"] + rows, ["Data|\(new)"] + rows) == [called(old, new, judgement)])
  }

  /// Over nothing, a head is all that is said.
  @Test func weighsAHeadOverEmptyCells() {
    #expect(
      told(["Data|Kept", "Mail|", "Logs|"], ["Data|Stored", "Mail|", "Logs|"]) == [
        called("Kept", "Stored", "substantive: wording")
      ])
  }

  @Test func tellsRowsThatCameByThemselves() {
    let new = [
      "Name|Reason", "Wal GmbH|Hosting of the platform", "Stern AG|Sending of letters",
      "Fjord SARL|Reports of errors", "Birke AG|Care",
    ]

    #expect(told(short, new).last == called("Purpose", "Reason"))
  }
}
