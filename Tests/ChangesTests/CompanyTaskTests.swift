import Changes
import Deadlines
import Testing

/// Companies with a row for each of their tasks.
struct CompanyTaskTests {
  private func page(_ rows: [String]) -> String {
    "# Sub-processors\n\n| Company | Task |\n|---|---|\n"
      + rows.map { "| \($0.replacing(":", with: " |")) |\n" }.joined()
  }

  private func told(
    _ old: [String], _ new: [String], _ language: Language = .english
  ) -> [String] {
    changeSet(page(old), page(new)).changes.map {
      "\($0.kind.rawValue): \($0.statement.text(in: language)) (\($0.rule.rawValue))"
    }
  }

  private let few = ["Wal AG: Sending of letters", "Stern GmbH: Hosting"]
  private let more = [
    "Wal AG: Sending of letters", "Stern GmbH: Hosting", "Wal AG: Archive of all letters",
  ]

  @Test func tellsAFurtherTaskOfACompanyThatStays() {
    #expect(
      told(few, more) == [
        "sub-processor-added: row 3: a further task of sub-processor \u{201C}Wal AG\u{201D} "
          + "is added (addition)"
      ])
    #expect(
      told(few, more, .german) == [
        "sub-processor-added: Zeile 3: eine weitere Aufgabe des Unterauftragsverarbeiters "
          + "\u{201E}Wal AG\u{201C} ist neu (addition)"
      ])
  }

  @Test func tellsTheEndOfOneTaskOfACompanyThatStays() {
    #expect(
      told(more, few) == [
        "sub-processor-removed: row 3: a task of sub-processor \u{201C}Wal AG\u{201D} is removed; "
          + "the company stays (removal)"
      ])
    #expect(
      told(more, few, .german).first?.hasSuffix(
        "\u{201E}Wal AG\u{201C} entf\u{E4}llt; das Unternehmen bleibt (removal)") == true)
  }

  /// A row without a name is one more task of the company above.
  @Test(arguments: [
    (
      ["Wal AG: Letters", ": Archive", "Stern GmbH: Hosting"],
      ["Wal AG: Letters", ": Archive", "Otter SE: Hosting"],
      [
        "sub-processor-removed: row 3: sub-processor \u{201C}Stern GmbH\u{201D} is removed",
        "sub-processor-added: row 3: sub-processor \u{201C}Otter SE\u{201D} is added",
      ]
    ),
    (
      ["Wal AG: Letters", "Stern GmbH: Hosting"],
      ["Wal AG: Letters", ": Archive", "Stern GmbH: Hosting"],
      [
        "sub-processor-added: row 2: a further task of sub-processor \u{201C}Wal AG\u{201D} is added"
      ]
    ),
    (
      ["Wal AG: Letters", ": Archive", "Stern GmbH: Hosting"],
      ["Wal AG: Letters", "Stern GmbH: Hosting"],
      [
        "sub-processor-removed: row 2: a task of sub-processor \u{201C}Wal AG\u{201D} is removed; "
          + "the company stays"
      ]
    ),
    (
      ["Stern GmbH: Hosting", ": Storage"],
      ["Stern GmbH: Hosting", ": Storage", "Wal AG: Letters", ": Archive"],
      ["sub-processor-added: row 3: sub-processor \u{201C}Wal AG\u{201D} is added"]
    ),
    (
      ["Wal AG: Letters", ": Archive", "Stern GmbH: Hosting"], ["Stern GmbH: Hosting"],
      ["sub-processor-removed: row 1: sub-processor \u{201C}Wal AG\u{201D} is removed"]
    ),
    (
      ["Wal AG: Letters", ": Archive"], ["Wal AG: Letters", ": Backups"],
      [
        "sub-processor-modified: row 2 \u{201C}Wal AG\u{201D}: Task: \u{201C}Archive\u{201D} "
          + "becomes \u{201C}Backups\u{201D}"
      ]
    ),
  ])
  func goesOnWithTheCompanyAbove(old: [String], new: [String], expected: [String]) {
    #expect(
      changeSet(page(old), page(new)).changes.map {
        "\($0.kind.rawValue): \($0.statement.english)"
      } == expected)
  }

  /// Another legal form is another company.
  @Test func tellsAnotherCompanyOfTheHouseAsNew() {
    #expect(
      told(few, few + ["Wal Inc.: Archive of all letters"]) == [
        "sub-processor-added: row 3: sub-processor \u{201C}Wal Inc.\u{201D} is added (addition)"
      ])
  }

  @Test func knowsACompanyWhoseNameWasCorrected() {
    let old = ["Wal: Sending of letters", "Stern GmbH: Hosting"]

    #expect(
      told(old, more) == [
        "sub-processor-modified: row 1: Company: \u{201C}AG\u{201D} is added after "
          + "\u{201C}Wal\u{201D} (party)",
        "sub-processor-added: row 3: a further task of sub-processor \u{201C}Wal AG\u{201D} "
          + "is added (addition)",
      ])
  }

  /// Who may object to what hangs on it: one list says nothing of the others.
  @Test(arguments: [
    (
      ["A: Wal AG, Stern GmbH", "B: Wal AG"], ["A: Stern GmbH", "B: Wal AG"],
      "sub-processor-removed: A / row 1: sub-processor \u{201C}Wal AG\u{201D} is removed here; "
        + "it stays in B",
      "A / Zeile 1: Unterauftragsverarbeiter \u{201E}Wal AG\u{201C} entfällt hier, bleibt in B"
    ),
    (
      ["A: Stern GmbH", "B: Wal AG", "C: Wal AG"],
      ["A: Stern GmbH, Wal AG", "B: Wal AG", "C: Wal AG"],
      "sub-processor-added: A / row 2: sub-processor \u{201C}Wal AG\u{201D} is added here; "
        + "it is in B and C already",
      "A / Zeile 2: Unterauftragsverarbeiter \u{201E}Wal AG\u{201C} ist hier neu, "
        + "steht in B und C schon"
    ),
    (
      ["A: Wal AG, Stern GmbH", "B: Stern GmbH"], ["A: Stern GmbH", "B: Stern GmbH"],
      "sub-processor-removed: A / row 1: sub-processor \u{201C}Wal AG\u{201D} is removed",
      "A / Zeile 1: Unterauftragsverarbeiter \u{201E}Wal AG\u{201C} entfällt"
    ),
  ])
  func tellsOfTheOtherListsOfACompany(
    old: [String], new: [String], english: String, german: String
  ) {
    func page(_ lists: [String]) -> String {
      "# Sub-processors\n\n"
        + lists.map { list in
          let rows = list.dropFirst(3).replacing(", ", with: " | Hosting |\n| ")
          return "## \(list.prefix(1))\n\n| Company | Task |\n|---|---|\n| \(rows) | Hosting |\n\n"
        }.joined()
    }

    let set = changeSet(page(old), page(new))

    #expect(set.changes.map { "\($0.kind.rawValue): \($0.statement.english)" } == [english])
    #expect(set.changes.map(\.statement.german) == [german])
    #expect(set.changes.map(\.materiality.rawValue) == ["substantive"])
  }

  /// It is called what it was where it stood, and who it is now is no detail of a move.
  @Test func tellsTheCompanyOfARowThatMovedByItself() {
    func page(_ basic: [String], _ products: String) -> String {
      let head = "| Company | Product | Purpose |\n|---|---|---|\n"
      return "# Sub-processors\n\n## Basics\n\n\(head)\(basic.joined())\n\(products)"
    }
    let stern = "| Stern AG | All | Hosting |\n"
    let old = page([stern, "| Wal, Inc. | Letters | Model of a third party |\n"], "")
    let new = page(
      [stern],
      "## Products\n\n| Company | Product | Purpose |\n|---|---|---|\n"
        + "| Wal, LLC | Letters | Model of a third party |\n")

    #expect(
      changeSet(old, new).changes.map {
        "\($0.statement.text(in: .english)) (\($0.rule.rawValue))"
      } == [
        "Products is added (addition)",
        "Products / row 1 \u{201C}Wal, Inc.\u{201D}: Company: \u{201C}Inc.\u{201D} becomes "
          + "\u{201C}LLC\u{201D} (party)",
        "Basics / row 2 \u{201C}Wal, Inc.\u{201D} is moved to Products / row 1 (place)",
      ])
  }
}
