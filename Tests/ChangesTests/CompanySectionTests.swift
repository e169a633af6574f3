import Changes
import Deadlines
import Testing

/// Sub-processors that have a section each.
struct CompanySectionTests {
  private let old = """
    # Sub-processors

    ## Walwerk GmbH

    Hosting of data in Kiel, Germany.

    ## Stern SAS

    - Task: Sending of letters
    - Country: France

    ## Fjord

    Backup in Oslo. See [their page](https://fjord.example).
    """

  private func lines(_ old: String, _ new: String) -> [String] {
    changeSet(old, new).changes.map {
      "\($0.kind.rawValue): \($0.statement.text(in: .english))"
    }
  }

  @Test(arguments: [("Stern SAS", "Polarbrief Inc."), ("Walwerk GmbH", "Otter AG")])
  func tellsACompanyThatCameForAnother(before: String, after: String) {
    #expect(
      lines(old, old.replacing(before, by: after)) == [
        "sub-processor-removed: sub-processor \u{201C}\(before)\u{201D} is removed",
        "sub-processor-added: sub-processor \u{201C}\(after)\u{201D} is added",
      ])
  }

  /// Two names without a legal form, among others that have one.
  @Test func knowsNamesByTheirNeighbours() {
    #expect(
      lines(old, old.replacing("Fjord", by: "Otter").replacing("fjord", by: "otter"))
        .map { $0.prefix { $0 != ":" } } == ["sub-processor-removed", "sub-processor-added"])
  }

  @Test(arguments: [
    ("Stern SAS", "Stern Post Inc."), ("Stern SAS", "Stern S.A.S."),
    ("Stern SAS\n", "Polarbrief Inc.\n\nUntil March called Stern SAS.\n"), ("## Fjord", "## Polar"),
  ])
  func knowsACompanyThatWasRenamed(before: String, after: String) {
    let kinds = changeSet(old, old.replacing(before, by: after)).changes.map(\.kind.rawValue)

    #expect(!kinds.isEmpty)
    #expect(!kinds.contains("sub-processor-removed") && !kinds.contains("sub-processor-added"))
  }

  @Test func tellsOneThatCameOrWent() {
    let more = old + "\n\n## Otter AG\n\nSending of letters.\n"

    #expect(
      lines(old, more) == ["sub-processor-added: sub-processor \u{201C}Otter AG\u{201D} is added"])
    #expect(
      lines(more, old) == [
        "sub-processor-removed: sub-processor \u{201C}Otter AG\u{201D} is removed"
      ])
  }

  /// Sections with numbers, of which the heading says what the company does.
  @Test func knowsSectionsWithNumbers() {
    func page(_ sections: [String]) -> String {
      "# Sub-processors\n\n"
        + sections.enumerated().map { "## \($0 + 1). \($1)\n\nData of users.\n\n" }.joined()
    }
    let all = ["Walwerk GmbH \u{2013} hosting for all", "Stern SAS", "What we promise"]

    #expect(
      lines(page(all), page([all[0], all[2]])).first
        == "sub-processor-removed: \u{A7} 2: sub-processor \u{201C}Stern SAS\u{201D} is removed")
    #expect(
      lines(page([all[1], all[2]]), page([all[1], all[0], all[2]])).first
        == "sub-processor-added: \u{A7} 2: sub-processor \u{201C}Walwerk GmbH\u{201D} is added")
  }

  /// Companies with facts below their names that are rows now.
  @Test(arguments: [
    "### @\n\nPurpose: mail\n\nCountry: Malta\n\n",
    "- **@**\n  - Purpose: mail\n  - Country: Malta\n",
  ])
  func followsACompanyIntoATable(form: String) {
    let names = ["Walwerk", "Stern", "Fjord", "Otter"]
    func facts(_ names: [String]) -> String {
      "# Terms\n\n## Sub-processors\n\n"
        + names.map { form.replacing("@", by: $0) }.joined()
    }
    func table(_ names: [String]) -> String {
      "# Terms\n\n## Sub-processors\n\n| Sub-processor | Purpose | Country |\n|---|---|---|\n"
        + names.map { "| \($0) | mail | Malta |\n" }.joined()
    }
    #expect(changeSet(facts(names), table(names)).changes.map(\.materiality) == [.editorial])
    #expect(changeSet(table(names), facts(names)).changes.map(\.materiality) == [.editorial])
    let kinds = changeSet(facts(names), table(names + ["Polar"])).changes.map(\.kind.rawValue)
    #expect(kinds.filter { $0.hasPrefix("sub-processor") } == ["sub-processor-added"])
  }

  /// Headings of other things, and sections elsewhere.
  @Test(arguments: [
    ("# Sub-processors\n\n## Version 4\n\nWalwerk GmbH, Kiel\n", "Version 4", "Version 5"),
    ("# Sub-processors\n\n## Hosting\n\nWalwerk GmbH, Kiel\n", "Hosting", "Storage"),
    ("# Terms\n\n## Stern SAS\n\nThey send letters.\n", "Stern SAS", "Polarbrief Inc."),
  ])
  func keepsOtherSections(text: String, before: String, after: String) {
    #expect(
      changeSet(text, text.replacing(before, by: after)).changes.map(\.kind.rawValue)
        == ["section-modified"])
  }
}
