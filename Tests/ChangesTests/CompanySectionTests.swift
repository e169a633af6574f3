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
