import Changes
import Deadlines
import Testing

/// Companies and measures that come, go or stand in another table, whatever becomes of the table.
struct CompanyTableTests {
  private static let head = "| Company | Purpose | Location |\n|---|---|---|\n"
  private static let wal = "| Wal AG | Payment | Sweden |\n"
  private static let stern = "| Stern Inc. | Hosting | Germany |\n"
  private static let fjord = "| Fjord B.V. | Support | Canada |\n"
  private static let signing = "| Stern Inc. | Electronic signatures | Germany |\n"
  private static let otter = "| Otter AS | Fraud detection | Norway |\n"

  /// A page with its lists of companies, each below the title of its section.
  private static func page(_ lists: [(title: String, rows: [String])]) -> String {
    "# Privacy policy\n\n"
      + lists.map { "## \($0.title)\n\n\(head)\($0.rows.joined())\n" }.joined()
      + "## Cookies\n\nOne cookie keeps you signed in.\n"
  }

  private func told(_ old: String, _ new: String) -> [String] {
    changeSet(old, new).changes.map {
      "\($0.kind.rawValue): \($0.statement.text(in: .english)) (\($0.materiality.rawValue))"
    }
  }

  /// Into a table that is new, and into one that was there.
  @Test(arguments: [[], [otter]])
  func followsACompanyWithAnotherTaskToAnotherTable(there: [String]) {
    let rest = there.isEmpty ? [] : [("Optional services", there)]
    let old = Self.page([("Sub-processors", [Self.wal, Self.stern, Self.fjord])] + rest)
    let new = Self.page([
      ("Sub-processors", [Self.wal, Self.fjord]), ("Optional services", there + [Self.signing]),
    ])

    let row = there.count + 1
    #expect(
      told(old, new).filter { $0.contains("row") } == [
        "sub-processor-moved: Sub-processors / row 2 \u{201C}Stern Inc.\u{201D} is moved to Optional "
          + "services / row \(row), and \u{201C}Hosting\u{201D} becomes \u{201C}Electronic "
          + "signatures\u{201D} (substantive)"
      ])
  }

  /// Who was engaged for one product is for another.
  @Test func weighsACompanyInTheListOfAnotherProduct() {
    let old = Self.page([
      ("Sub-processors of Wal", [Self.wal, Self.stern]), ("Sub-processors of Otter", [Self.otter]),
    ])
    let new = Self.page([
      ("Sub-processors of Wal", [Self.wal]), ("Sub-processors of Otter", [Self.otter, Self.stern]),
    ])

    #expect(
      told(old, new) == [
        "sub-processor-moved: Sub-processors of Wal / row 2 \u{201C}Stern Inc.\u{201D} is moved to "
          + "Sub-processors of Otter / row 2 (substantive)"
      ])
  }

  @Test func namesTheCompaniesOfATableThatIsNewOrGone() {
    let old = Self.page([("Sub-processors", [Self.wal, Self.stern])])
    let new = Self.page([
      ("Sub-processors", [Self.wal, Self.stern]), ("Optional services", [Self.otter, Self.fjord]),
    ])

    #expect(
      told(old, new) == [
        "section-added: Optional services is added (substantive)",
        "sub-processor-added: Optional services / row 1: sub-processor \u{201C}Otter AS\u{201D} "
          + "is added (substantive)",
        "sub-processor-added: Optional services / row 2: sub-processor \u{201C}Fjord B.V.\u{201D} "
          + "is added (substantive)",
      ])
    #expect(
      told(new, old).map { $0.prefix { $0 != ":" } } == [
        "section-removed", "sub-processor-removed", "sub-processor-removed",
      ])
  }

  @Test func numbersEachCompanyInTheRedline() {
    let old = Self.page([("Sub-processors", [Self.wal])])
    let new = Self.page([("Sub-processors", [Self.wal]), ("Optional services", [Self.otter])])

    let set = changeSet(old, new)
    let clauses = set.redlines[0].clauses.filter { $0.state == .added && !$0.isHead }

    #expect(clauses.map(\.changes) == [[1], [2]])
  }

  @Test func namesTheCompaniesOfAListThatIsNew() {
    func page(_ more: String) -> String {
      "# Policy\n\n## Sub-processors\n\n- Wal AG, Sweden\n- Stern Inc., Germany\n\n\(more)## End\n\nBye.\n"
    }
    let changes = told(page(""), page("## Further sub-processors\n\n- Otter AS, Norway\n\n"))

    #expect(changes.count == 2)
    #expect(changes.last?.contains("sub-processor \u{201C}Otter AS\u{201D} is added") == true)
  }

  /// Heads that name no company make no list of sub-processors.
  @Test func takesOnlyCompaniesForCompanies() {
    let table = "| Name | Colour |\n|---|---|\n| Apple | red |\n"
    let old = "# Policy\n\n## Sub-processors\n\n\(table)"
    let new = old + "\n## Fruit\n\n\(table.replacing("Apple", by: "Pear"))"

    #expect(told(old, new) == ["section-added: Fruit is added (substantive)"])
  }

  /// A head that speaks of companies makes no list of sub-processors either.
  @Test func tellsAnOrdinaryTableWithItsSection() {
    let old = """
      # Cookies

      Cookies help.

      ## Purposes and duration

      | Category | Purpose | Example technologies or providers |
      |---|---|---|
      | Function | Settings are kept | Cookies of the interface |
      | Statistics | Visits are counted | Counters |

      """

    #expect(
      told(old, "# Cookies\n\nCookies help.\n") == [
        "section-removed: Purposes and duration is removed (substantive)"
      ])
  }

  @Test func namesTheMeasuresOfASectionThatIsNewOrGone() {
    let old = """
      ---
      title: Measures
      kind: measures
      ---

      ## 1. Access control

      - Doors are locked at night.

      ## 2. Transfer control

      - Disks are encrypted.
      - Couriers are vetted.
        - They are named in a list.

      """
    let new = String(old.prefix { $0 != "2" }.dropLast(3))

    #expect(
      told(old, new) == [
        "section-removed: \u{A7} 2 \u{201C}Transfer control\u{201D} is removed (weakening)",
        "measure-removed: \u{A7} 2 / item 1: the measure \u{201C}Disks are encrypted.\u{201D} "
          + "is removed (weakening)",
        "measure-removed: \u{A7} 2 / item 2: the measure \u{201C}Couriers are vetted. They are named "
          + "in a list.\u{201D} is removed (weakening)",
      ])
    #expect(
      told(new, old).map { $0.prefix { $0 != ":" } } == [
        "section-added", "measure-added", "measure-added",
      ])
  }
}
