import Agreements
import Changes
import Deadlines
import Testing

/// Lists that became tables, and tables that became lists: the layout is no text.
struct RelaidTests {
  private func lines(_ old: String, _ new: String) -> [String] {
    changeSet(old, new).changes.map { change in
      "\(change.kind.rawValue) \(change.materiality.rawValue): "
        + change.statement.text(in: .english)
    }
  }

  private func companies(_ body: String) -> String { "# Sub-processors\n\nWe use:\n\n\(body)" }

  private let list = """
    - Walwerk GmbH, Kiel: Hosting of data
    - Stern SAS (Paris): Sending of letters
    - Fjord AS, Oslo \u{2013} Backup
    """

  private let table = """
    | Company | Place | Task |
    |---|---|---|
    | Walwerk GmbH | Kiel | Hosting of data |
    | Stern SAS | Paris | Sending of letters |
    | Fjord AS | Oslo | Backup |
    """

  private let asTable =
    "clause-modified editorial: the document: the list is a table now, with the columns "
    + "\u{201C}Company\u{201D}, \u{201C}Place\u{201D} and \u{201C}Task\u{201D}"

  @Test func tellsNothingOfEntriesThatAreOnlyLaidOutOtherwise() {
    #expect(lines(companies(list), companies(table)) == [asTable])
    #expect(
      lines(companies(table), companies(list)) == [
        "clause-modified editorial: the document: the table with the columns "
          + "\u{201C}Company\u{201D}, \u{201C}Place\u{201D} and \u{201C}Task\u{201D} is a list now"
      ])
  }

  @Test func tellsTheWordsThatDiffer() {
    let changed = table.replacing("Paris", by: "Lyon")

    #expect(
      lines(companies(list), companies(changed)) == [
        "sub-processor-modified substantive: row 2 \u{201C}Stern SAS\u{201D}: Place: "
          + "\u{201C}Paris\u{201D} becomes \u{201C}Lyon\u{201D}", asTable,
      ])
    #expect(
      lines(companies(changed), companies(list)).first
        == "sub-processor-modified substantive: item 2 \u{201C}Stern SAS\u{201D}: \u{201C}Lyon\u{201D} "
        + "becomes \u{201C}Paris\u{201D}")
  }

  private let wide = """
    | Company | Safeguard | Task | Since |
    |---|---|---|---|
    | Walwerk GmbH | EU | Hosting of data | 2023-01-15 |
    | Stern SAS | EU | Sending of letters | |
    | Fjord EU AS | SCC Module 3 | Backup | 2023-03-15 |
    """
  private let short = """
    - Walwerk GmbH: Hosting of data
    - Stern SAS: Sending of letters
    - Fjord EU AS: Backup
    """

  /// Once, as of a table that stays one.
  @Test func tellsColumnsOfWhichNoEntrySaysAnything() {
    func columns(_ action: String) -> [String] {
      [
        "clause-modified substantive: the document: the column \u{201C}Safeguard\u{201D} "
          + "with 3 cells \(action)",
        "clause-modified substantive: the document: the column \u{201C}Since\u{201D} "
          + "with 2 cells \(action)",
      ]
    }
    let gone = lines(companies(wide), companies(short))
    #expect(gone.count == 3 && gone.contains { $0.contains("is a list now") })
    #expect(gone.filter { $0.contains("the column ") }.sorted() == columns("is removed"))
    let came = lines(companies(short), companies(wide))
    #expect(came.count == 3 && came.contains { $0.contains("is a table now") })
    #expect(came.filter { $0.contains("the column ") }.sorted() == columns("is added"))
  }

  /// Words of two cells stand nowhere together.
  @Test func namesNoWordsAcrossCells() {
    let some = short.replacing("Backup", by: "Backup, SCC Module 3")
    let told = lines(companies(wide), companies(some)).filter { $0.contains(": item ") }
    #expect(told.count == 2)
    #expect(told.allSatisfy { $0.hasSuffix(": \u{201C}EU\u{201D} is deleted") })
  }

  @Test func tellsACompanyThatCameForAnother() {
    let changed = table.replacing("Stern SAS", by: "Polarbrief Inc.")

    #expect(
      lines(companies(list), companies(changed)).prefix(2).map { $0.prefix { $0 != ":" } } == [
        "sub-processor-removed substantive", "sub-processor-added substantive",
      ])
  }

  /// A numbered list, columns in another order, and labels that are heads now.
  @Test(arguments: [
    (
      "1. Walwerk GmbH: Hosting, Kiel\n2. Fjord AS: Backup, Oslo\n",
      "| No. | Company | Place | Task |"
    ),
    ("- Walwerk GmbH. Place: Kiel. Task: Hosting\n- Fjord AS. Place: Oslo. Task: Backup\n", ""),
  ])
  func looksThroughNumbersAndLabels(list: String, head: String) {
    let isNumbered = !head.isEmpty
    let rows = [("Walwerk GmbH", "Kiel", "Hosting"), ("Fjord AS", "Oslo", "Backup")]
      .enumerated().map { index, row in
        (isNumbered ? "| \(index + 1) " : "") + "| \(row.0) | \(row.1) | \(row.2) |\n"
      }
    let table =
      (isNumbered ? head : "| Company | Place | Task |") + "\n|---|---|---|"
      + (isNumbered ? "---|" : "") + "\n" + rows.joined()

    #expect(lines(companies(list), companies(table)).count == 1)
    #expect(lines(companies(table), companies(list)).count == 1)
  }

  @Test func knowsEntriesWithoutNames() {
    let old = """
      ## 1 Security

      The Processor takes these measures:

      - Doors are locked by chip cards.
      - Visitors are accompanied at all times.
      - Keys are handed out against a signature.
      """
    let new = """
      ## 1 Security

      The Processor takes these measures:

      | Measure |
      |---|
      | Doors are locked by chip cards |
      | Visitors are accompanied at all times. |
      | Keys are handed out against a receipt. |
      """

    #expect(
      lines(old, new) == [
        "clause-modified substantive: \u{A7} 1 / row 3 \u{201C}Keys are handed out against a "
          + "receipt.\u{201D}: Measure: \u{201C}signature\u{201D} becomes \u{201C}receipt\u{201D}",
        "clause-modified editorial: \u{A7} 1: the list is a table now, with the column "
          + "\u{201C}Measure\u{201D}",
      ])
  }

  /// Several tables of one section are places of their own.
  @Test func tellsNothingOfTablesThatAreOnlyPlaces() {
    func two(_ first: String, _ second: String) -> String {
      "# Sub-processors\n\nHosting:\n\n\(first)\n\nMail:\n\n\(second)\n"
    }
    func others(_ text: String) -> String {
      text.replacing("Walwerk", by: "Otter").replacing("Stern", by: "Polar")
        .replacing("Fjord", by: "Torrent")
    }
    let there = changeSet(two(list, others(list)), two(table, others(table)))
    let back = changeSet(two(table, others(table)), two(list, others(list)))

    for set in [there, back] {
      #expect(set.changes.map(\.materiality) == [.editorial, .editorial])
      #expect(!set.redlines[0].clauses.contains { $0.state == .movedAway })
    }
  }

  /// What joins the items of a list has nothing to join in a table.
  @Test func takesTheEndsOfEntriesForNoChangeOfMeaning() {
    let old =
      "## 1 Notice\n\nThey tell of\n\n- new companies in use;\n- new places of work and\n"
      + "- new owners of it.\n"
    let new =
      "## 1 Notice\n\nThey tell of\n\n| What |\n|---|\n| new companies in use |\n"
      + "| new places of work |\n| new owners of it |\n"

    #expect(changeSet(old, new).changes.map(\.materiality) == [.editorial, .editorial])
  }

  /// The rows of a table below a bold item are measures of that control.
  @Test func knowsTheItemsOfAControlInATable() {
    let old = """
      # Annex 2: Measures

      - **Data access control**
        - Database encrypted at rest
        - Authentication and authorization
        - Firewall
      - **Entry control**
        - Alarm at night

      """
    let new = old.replacing("  - Database", by: "\n  | Measure |\n  |---|\n  | Database")
      .replacing("at rest\n  - Auth", by: "at rest |\n  | Auth")
      .replacing("authorization\n  - Firewall", by: "authorization |\n  | Firewall |")

    for set in [changeSet(old, new), changeSet(new, old)] {
      #expect(set.changes.map(\.materiality) == [.editorial])
      #expect(!set.changes.contains { $0.sentence(in: .english).contains("\u{201C}\u{201D}") })
    }
  }

  /// A cell whose word stands in the name as well is the one behind it.
  @Test func findsAWordOfTheNameInItsOwnCell() {
    let rows = [
      ["Diamant Software GmbH", "Ring 2, 33647 Bielefeld", "Software"],
      ["Easy Software AG", "Platz 4, 45468 Ahaus", "Software"],
    ]
    let table =
      "# Sub-processors\n\n| Company | Place | Service |\n|---|---|---|\n"
      + rows.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
    let list =
      "# Sub-processors\n\n" + rows.map { "- \($0.joined(separator: ", "))\n" }.joined()

    #expect(changeSet(table, list).changes.map(\.materiality) == [.editorial])
    #expect(changeSet(list, table).changes.map(\.materiality) == [.editorial])
  }

  /// A clause that only begins with the word in a cell is no entry of the table.
  @Test func takesNoSentenceForARowOfItsFirstWord() {
    let old = "## 1 Terms\n\n- Processor tells the Controller of breaches.\n"
    let new = "## 1 Terms\n\n| Term | Meaning |\n|---|---|\n| Processor | Kranich Systems |\n"

    #expect(
      changeSet(old, new).changes.map(\.kind.rawValue).filter { $0.hasSuffix("modified") }.isEmpty)
  }

  @Test func marksOnlyTheWordsInTheRedline() throws {
    let set = changeSet(companies(list), companies(table.replacing("Paris", by: "Lyon")))
    let redline = try #require(set.redlines.first)
    let row = try #require(redline.clauses.first { $0.state == .changed && $0.kind == .row })
    let marked = redline.texts[row.texts].map { text in
      redline.runs[text.runs].map { "\($0.kind) \(redline.text(of: $0))" }
    }

    #expect(
      marked == [
        ["equal Stern SAS"], ["removed Paris", "added Lyon"], ["equal Sending of letters"],
      ])
  }
}
