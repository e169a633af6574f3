import Changes
import Deadlines
import Testing

/// What stands beside the companies of a page on sub-processors, and is none.
struct NoCompanyTests {
  private let head = "# Sub-processors\n\n"
  private let list =
    "We use these companies:\n\n- [Wal](https://wal.example). Hosting.\n"
    + "- [Stern](https://stern.example). Mail.\n\n"

  private func kinds(_ old: String, _ new: String) -> [String] {
    changeSet(old, new).changes.map(\.kind.rawValue)
  }

  /// Lines on the page, remarks, labels, badges, and links that lead to no company.
  @Test(arguments: [
    "**Last updated: June 8, 2023**", "**DATE: May 6th, 2025**", "**Effective Date: 8 June 2023**",
    "**Last reviewed:** 2026-08-11", "**Note:** Wal keeps nothing.", "**Timing:**",
    "**Hinweis:** Neu.",
    "[![badge](https://wal.example/badge.svg)](https://wal.example)",
    "[Contact us](mailto:mail@example.com) with questions.",
    "[Privacy Policy](https://x.example/p)",
  ])
  func takesNoLineForACompany(line: String) {
    let with = head + "\(line)\n\n" + list
    #expect(!kinds(head + list, with).contains { $0.hasPrefix("sub-processor") })
    #expect(!kinds(with, head + list).contains { $0.hasPrefix("sub-processor") })
  }

  /// Sections on other things, and lists that say what they are not.
  @Test(arguments: [
    "## Notes\n\n- **Caching.** Answers are kept for an hour.\n- **Own keys.** These are yours.\n",
    "## Related\n\n- [Privacy](https://x.example/privacy)\n- [Terms](https://x.example/terms)\n",
    "## Tools (not sub-processors)\n\n- **Otter**: source code.\n- **Fjord**: tests.\n",
    "These are not sub-processors, because we run them:\n\n- **Mail:** our own.\n- **Fonts:** ours.\n",
    "## How we choose\n\n- **Otter**: by price.\n- **Fjord**: by place.\n",
    "## Versionierung\n\n- Erste Fassung: 25.02.2026\n- Zweite Fassung: 26.02.2026\n",
    "## Future\n\n- Payment providers\n- Zahlungsdienstleister\n- Mail providers\n",
  ])
  func takesNoOtherListForCompanies(section: String) {
    let lines = section.split(separator: "\n", omittingEmptySubsequences: false)
    let last = lines.lastIndex { $0.hasPrefix("- ") } ?? 0
    let shorter = (lines[..<last] + lines[(last + 1)...]).joined(separator: "\n")
    for (old, new) in [(section, shorter), (shorter, section), ("", section), (section, "")] {
      #expect(
        !kinds(head + list + old, head + list + new).contains { $0.hasPrefix("sub-processor") })
    }
  }

  /// A company that is no longer used goes to a table of those, with the same heads.
  @Test(arguments: ["Former sub-processors", "Historical", "Ehemalige Unterauftragnehmer"])
  func tellsACompanyThatWentToThoseOfFormerDays(title: String) {
    func page(_ now: [String], _ before: [String]) -> String {
      let head = "| Vendor | Purpose |\n|---|---|\n"
      return "# Sub-processors\n\n## In use\n\n\(head)\(now.joined())\n## \(title)\n\n\(head)"
        + before.joined()
    }
    let (wal, stern, fjord) = ("| Wal | Mail |\n", "| Stern | Hosting |\n", "| Fjord | Pay |\n")
    let old = page([wal, stern], [fjord])

    #expect(
      kinds(old, page([wal], [stern, fjord])) == ["sub-processor-removed", "clause-added"])
    #expect(kinds(old, page([wal, stern], [])) == ["clause-removed"])
  }

  /// Where a table says in words of its own whose names its first column has.
  @Test func findsTheNameBesideTheSeat() {
    let table =
      "# Unterauftragsverarbeiter\n\n| Juristische Person | Marke | Unternehmenssitz |\n|---|---|---|\n"
      + "| Wal GmbH | Wal | Deutschland |\n| Stern SAS | Stern | Frankreich |\n"
    let changes = changeSet(table, table + "| Fjord AS | Fjord | Norwegen |\n").changes

    #expect(changes.map(\.entity) == ["Fjord AS"])
  }

  /// Parts on changes can have the table as well.
  @Test(arguments: ["Changes to sub-processors", "Sub-processors and their changes"])
  func readsTheHeadsOfATableWhateverTheTitle(title: String) {
    let table =
      "# Terms\n\n## \(title)\n\n| Sub-processor | Purpose |\n|---|---|\n| Wal | Mail |\n| Stern | Pay |\n"

    #expect(kinds(table, table + "| Fjord | Print |\n") == ["sub-processor-added"])
  }

  @Test func keepsTheBracketsOfAName() {
    let more = list + "- [Otter (Nord)](https://otter.example). Mail.\n"
    let new = more.replacing("Mail.\n\n-", by: "Mail.\n-")
    let changes = changeSet(head + list, head + new).changes

    #expect(changes.map(\.entity) == ["Otter (Nord)"])
  }

  /// Links and forms tell companies that a clause announces from duties.
  @Test func knowsAListByTheWordsBeforeIt() {
    func clause(_ items: String...) -> String {
      "# Terms\n\n## Services\n\nWe use the following sub-processors:\n\n"
        + items.map { "- \($0)\n" }.joined()
    }
    let (wal, stern) = ("[Wal](https://wal.example), mail", "[Stern](https://s.example), print")

    #expect(
      kinds(clause(wal, stern, "[Fjord](https://f.example), pay"), clause(wal, stern))
        == ["sub-processor-removed"])
    let duties = ["Secrecy of all data", "Security of processing", "Assistance"]
    #expect(
      kinds(clause(duties[0], duties[1], duties[2]), clause(duties[0], duties[1]))
        == ["clause-removed"])
  }

  /// Tags that readers never see.
  @Test(arguments: ["{/* reviewed by legal */}", "import Table from \"@site/Table\";"])
  func weighsLinesOfTheSite(line: String) {
    let changes = changeSet("# Terms\n\nOne.\n", "# Terms\n\n\(line)\n\nOne.\n").changes

    #expect(changes.map(\.materiality) == [.editorial])
  }
}
