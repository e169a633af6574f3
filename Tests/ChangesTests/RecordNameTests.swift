import Changes
import Deadlines
import Testing

/// What rows are known by: the cell that names what they are about.
struct RecordNameTests {
  private func kinds(_ old: String, _ new: String) -> [String] {
    changeSet(old, new).changes.map { "\($0.kind.rawValue) \($0.entity)" }
  }

  private func table(_ head: String, _ rows: [String], title: String = "Sub-processors") -> String {
    let columns = head.split(separator: "|").count
    return "# \(title)\n\n| \(head) |\n|\(String(repeating: "---|", count: columns))\n"
      + rows.map { "| \($0) |\n" }.joined()
  }

  // MARK: Columns that number rows

  /// However the column is headed.
  @Test(arguments: ["No.", "#", "Nr.", "lfd. Nr.", "", "Entry"])
  func takesTheNumbersOfRowsForNumbers(head: String) {
    let rows = ["Wal AG | Hosting | Kiel", "Stern SAS | Mail | Lyon", "Fjord AS | Backup | Oslo"]
    func list(_ rows: [String]) -> String {
      table(
        "\(head) | Company | Task | Seat",
        rows.enumerated().map { "\($0.offset + 1) | \($0.element)" })
    }
    let more = [rows[0], "Torrent Ltd | Printing | Cork", rows[1], rows[2]]

    #expect(
      kinds(list(rows), list(more)) == [
        "sub-processor-added Torrent Ltd", "sub-processor-renumbered Stern SAS",
      ])
    #expect(
      kinds(list(more), list(rows)) == [
        "sub-processor-removed Torrent Ltd", "sub-processor-renumbered Stern SAS",
      ])
  }

  @Test func tellsARenumberingOfRowsOnce() {
    let rows = ["1 | Chairs | 4", "2 | Desks | 2", "3 | Lamps | 6"]
    let old = table("Nr. | Thing | Pieces", rows, title: "Things")
    let new = table("Nr. | Thing | Pieces", ["1 | Desks | 2", "2 | Lamps | 6"], title: "Things")

    let changes = changeSet(old, new).changes

    #expect(changes.map(\.kind.rawValue) == ["clause-removed", "clause-renumbered"])
    #expect(changes.map(\.materiality.rawValue) == ["substantive", "renumbering-only"])
    #expect(
      changes.last?.statement.text(in: .german) == "Nr. 2 bis Nr. 3 sind jetzt Nr. 1 bis Nr. 2")
  }

  @Test func keepsARewrittenRowByItsNumber() {
    let old = table(
      "No. | Duty | Days", ["1 | Answer letters | 3", "2 | Lock doors | 1"], title: "Duties")
    let new = old.replacing("Lock doors | 1", by: "Water plants | 9")

    #expect(kinds(old, new) == ["clause-modified Water plants", "clause-modified Water plants"])
  }

  /// Years and levels are facts.
  @Test func takesOtherNumbersForWhatTheySay() {
    let old = table(
      "Level | Meaning", ["1 | Open to all", "2 | For staff", "3 | For few"], title: "Levels")
    let new = old.replacing("| 3 | For", by: "| 4 | For")

    #expect(changeSet(old, new).changes.map(\.materiality.rawValue) == ["substantive"])
  }

  // MARK: Columns that name rows

  @Test(arguments: [
    "Name | Task | Seat | Corporate seat", "Vendor | Task | Seat | Corporate seat",
    "Firma | Aufgabe | Ort | Sitz", "Third party | Task | Seat | Corporate seat",
    "Firma, Anschrift | Aufgabe | Ort | Sitz", "Company/address | Task | Seat | Corporate seat",
  ])
  func tellsAReplacedCompanyFromARenamedOne(head: String) {
    let old = table(
      head,
      [
        "Wal AG | Hosting of all of the data of customers | Kiel in Germany | Kiel in Germany",
        "Kranich | Sending letters to customers by mail | Lyon in France | Lyon in France",
      ], title: "Helpers")

    #expect(
      changeSet(old, old.replacing("Kranich", by: "Möwe")).changes.map(\.kind.rawValue)
        == ["clause-removed", "clause-added"])
    #expect(
      changeSet(old, old.replacing("Kranich", by: "Kranich Post Inc.")).changes.map(\.kind.rawValue)
        == ["clause-modified"])
  }

  @Test func knowsACompanyByItsInitials() {
    let old = table("Name | Task", ["NLW | Hosting", "Wal AG | Mail"])

    #expect(
      changeSet(old, old.replacing("NLW", by: "Nord Licht Werke GmbH")).changes
        .map(\.kind.rawValue) == ["sub-processor-modified"])
  }

  /// A word in common makes no renaming where all else is new.
  @Test func takesANamesakeWithAnotherTaskForAnother() {
    let old = table(
      "Name | Task | Seat", ["Kranich Post | Sending letters | Lyon", "Wal AG | Hosting | Kiel"])
    let new = old.replacing(
      "Kranich Post | Sending letters | Lyon", by: "Kranich Bank | Loans | Rome")

    #expect(
      kinds(old, new) == ["sub-processor-removed Kranich Post", "sub-processor-added Kranich Bank"])
  }

  /// Two services of one house are two, unless all that is said of them is the same.
  @Test(arguments: [
    ("Möwe Ticker | Counting visits | Cork", "Möwe Drive | Storing files | Cork", false),
    ("Möwe Ticker | Counting of visits | Cork", "Möwe Drive | Storing of files | Cork", false),
    ("Möwe Ticker | Counting visits | Cork", "Möwe Drive | Counting visits | Cork", true),
    ("Möwe | Counting visits | Cork", "Möwe Ticker | Counting clicks | Cork", true),
  ])
  func tellsServicesOfOneHouseApart(before: String, after: String, isOne: Bool) {
    let old = table("Name | Task | Seat", [before, "Wal AG | Hosting | Kiel"])

    let found = kinds(old, old.replacing(before, by: after)).map { String($0.prefix(20)) }
    #expect(found.contains("sub-processor-remove") == !isOne)
  }

  /// Of one row there is no neighbour to tell by.
  @Test func tellsAReplacedCompanyInATableOfOneRow() {
    let old = table("Name | Task | Seat", ["Wal AG | Hosting | Kiel"])
    let new = table("Name | Task | Seat", ["Stern SAS | Mail | Lyon"])

    #expect(kinds(old, new) == ["sub-processor-removed Wal AG", "sub-processor-added Stern SAS"])
  }

  @Test func knowsRowsByTheirNamesBehindANewColumn() {
    let old = table("Name | Task", ["Wal AG | Hosting", "Stern SAS | Mail", "Fjord AS | Backup"])
    let new = table(
      "Group | Name | Task",
      [
        "Machines | Wal AG | Hosting", "Letters | Stern SAS | Mail",
        "Machines | Torrent Ltd | Print",
      ])

    let changes = kinds(old, new)
    #expect(
      changes.filter { $0.hasPrefix("sub-processor-removed") } == ["sub-processor-removed Fjord AS"]
    )
    #expect(
      changes.filter { $0.hasPrefix("sub-processor-added") } == ["sub-processor-added Torrent Ltd"])
    #expect(!changes.contains { $0.hasPrefix("clause-removed") })
  }

  @Test func knowsCompaniesInTheSecondColumn() {
    let old = table(
      "Service | Sub-processor | Country", ["Hosting | Wal AG | DE", "Mail | Stern SAS | FR"])
    let new = old.replacing("Wal AG | DE", by: "Fjord AS | NO")

    #expect(kinds(old, new) == ["sub-processor-removed Wal AG", "sub-processor-added Fjord AS"])
    #expect(
      kinds(old, old.replacing("Hosting |", by: "Storage |")) == ["sub-processor-modified Wal AG"])
  }

  /// A company with its address is known by the system in front of it.
  @Test func knowsSystemsBesideAddresses() {
    let old = table(
      "System | Service provider | Data",
      [
        "Otter | Wal Hosting AG, Am Hafen 4, 24103 Kiel, Germany | Names",
        "Biber | Stern SAS, 12 Rue du Port, 69002 Lyon, France | Letters",
      ])

    #expect(
      kinds(old, old.replacing("Am Hafen 4", by: "Am Hafen 9")) == ["sub-processor-modified Otter"])
  }

  /// An address behind a legal form of several words is no part of the name.
  @Test(arguments: ["Wal S.\u{E0} r.l.", "Wal S. \u{E0} r.l.", "Wal S.p.A.", "Wal A/S"])
  func endsANameBehindItsLegalForm(name: String) {
    let old = table("Company | Task", ["\(name), 14 Rue X, L-1420 Luxembourg | Hosting"])
    let changes = changeSet(old, old.replacing("Hosting", by: "Backup")).changes

    #expect(changes.map(\.entity) == [name])
  }

  /// Who holds an office is a fact of the office, and rates are facts of services.
  @Test(arguments: [
    ("Name | Role | E-mail", "Anna Berg | Officer for data | officer@wal.example", "Anna Berg"),
    ("Service | Rate", "Consulting | 120 euros an hour", "Consulting"),
    ("Category | Data", "Contracts | Number, date, parties", "Contracts"),
  ])
  func keepsRowsOfOtherTablesByWhatTheySay(head: String, row: String, name: String) {
    let old = table(head, [row, row.replacing(name, by: "Other people")], title: "Facts")
    let new = old.replacing(name, by: "Something new")

    #expect(changeSet(old, new).changes.map(\.kind.rawValue) == ["clause-modified"])
  }

  // MARK: Rows that went to another table

  @Test func knowsARowThatWentToAnotherTableAndChanged() {
    let old = """
      # Sub-processors

      | Name | Task | Seat |
      |---|---|---|
      | Wal AG | Hosting | Kiel |
      | Stern SAS | Mail | Lyon |

      ## Statistics

      | Name | Task | Seat |
      |---|---|---|
      | Fjord AS | Counting | Oslo |
      """
    let row = "| Wal AG | Hosting | Kiel |\n"
    let new = old.replacing(row, by: "") + "\n| Wal AG | Networks | Anywhere |"

    let changes = changeSet(old, new).changes

    #expect(changes.map(\.kind.rawValue) == ["sub-processor-moved"])
    #expect(changes.map(\.entity) == ["Wal AG"])
    #expect(changes.map(\.wordsAdded) == [["Networks", "Anywhere"]])
    // A second one of that name would make it a guess.
    let twice = "\n| Wal AG | Archive | Bonn |"
    #expect(
      changeSet(old + twice, new + twice).changes.map(\.kind.rawValue)
        == ["sub-processor-removed", "sub-processor-added"])
  }

  @Test func keepsNamesakesOfOtherKindsApart() {
    let old =
      "# A\n\n| Name | Task |\n|---|---|\n| Otter | Mail |\n| Biber | Post |\n\n"
      + "# B\n\n| Product | Price |\n|---|---|\n| Wal | 3 |\n"
    let new = old.replacing("| Biber | Post |\n", by: "") + "| Biber | 4 |\n"

    #expect(changeSet(old, new).changes.map(\.kind.rawValue) == ["clause-removed", "clause-added"])
  }

  // MARK: Other things than companies

  /// Under a page's title of sub-processors, by the section's title or by a head of the table.
  @Test(arguments: [
    ("Cookies", "Name | Purpose", "theme | Colours"),
    ("On our website", "Service provider | Cookie name | Purpose", "Wal AG | theme | Colours"),
  ])
  func callsNoCookieASubProcessor(section: String, head: String, row: String) {
    let page =
      "---\ntitle: Sub-processors and cookies\n---\n\n## \(section)\n\n| \(head) |\n"
      + String(repeating: "|---", count: head.split(separator: "|").count) + "|\n"
      + "| \(row.replacing("theme", by: "session")) |\n| \(row.replacing("theme", by: "basket")) |\n"

    let changes = changeSet(page, page + "| \(row) |\n").changes

    #expect(changes.map(\.kind.rawValue) == ["clause-added"])
    #expect(changes.map(\.entity) == ["theme"])
  }

  // MARK: What names share

  /// Neither a legal form nor a word of the trade tells who a company is.
  @Test(arguments: [
    ("Nuthatch B.V.", "Saltire B.V."), ("Lumme Post S.A.", "Kurier Trottel S.A."),
    ("Lumme S.r.l.", "Trottel S.r.l."), ("Lumme A/S", "Trottel A/S"),
    ("Lumme sp. z o.o.", "Trottel sp. z o.o."), ("Lumme d.o.o.", "Trottel d.o.o."),
    ("Lumme UG (haftungsbeschränkt)", "Trottel UG (haftungsbeschränkt)"),
    ("Lumme Communications, Inc.", "Trottel Communications, Inc."),
  ])
  func tellsCompaniesWithOneLegalFormApart(old: String, new: String) {
    let head = "Company | Task | Seat"
    let rest = ["Wal AG | Hosting | Kiel", "Fjord AS | Backup | Oslo"]

    let found = kinds(
      table(head, rest + ["\(old) | Letters | Riga"]),
      table(head, rest + ["\(new) | Letters | Riga"]))

    #expect(found == ["sub-processor-removed \(old)", "sub-processor-added \(new)"])
  }
}
