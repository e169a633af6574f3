import Changes
import Deadlines
import Testing

/// What the items of lists of companies are known by: the name that they begin with.
struct ItemNameTests {
  private func kinds(_ old: [String], _ new: [String], title: String = "Sub-processors") -> [String]
  {
    func list(_ items: [String]) -> String {
      "# \(title)\n\nOur work needs some help:\n\n" + items.map { "- \($0)\n" }.joined()
    }
    return changeSet(list(old), list(new)).changes.map {
      "\($0.kind.rawValue) \($0.before?.path ?? "-") > \($0.after?.path ?? "-")"
    }
  }

  /// Links, bold names, and names before each of the signs that end one.
  @Test(
    arguments: [
      { "[\($0)](https://\($0.lowercased()).example). \($1)." }, { "**\($0)** \($1)" },
      { "\($0). \($1)." }, { "\($0): \($1)" }, { "\($0) - \($1)" }, { "\($0) \u{2013} \($1)" },
      { "\($0) (\($1))" }, { "\($0) GmbH, Kiel: \($1)" },
    ] as [@Sendable (String, String) -> String])
  func knowsEntriesByTheirNames(entry: @Sendable (String, String) -> String) {
    let (wal, stern) = (entry("Walwerk", "Hosting of data"), entry("Stern", "Letters to customers"))
    let (fjord, kranich) = (entry("Fjord", "Backup"), entry("Kranich", "Statistics of the website"))

    // Replaced by another one with the same task.
    #expect(
      kinds([wal, stern, fjord], [wal, entry("Torrent", "Letters to customers"), fjord]) == [
        "sub-processor-removed item 2 > -", "sub-processor-added - > item 2",
      ])
    // A neighbour went.
    #expect(
      kinds([wal, kranich, stern], [wal, entry("Stern", "Newsletters")]) == [
        "sub-processor-removed item 2 > -", "sub-processor-modified item 3 > item 2",
      ])
    // A new one does what another did before.
    #expect(
      kinds(
        [wal, stern, fjord],
        [entry("Otter", "Letters to customers"), wal, entry("Stern", "Signatures"), fjord])
        == ["sub-processor-added - > item 1", "sub-processor-modified item 2 > item 3"])
    // Changed places, and one of them its task.
    #expect(
      kinds([wal, stern, fjord, kranich], [wal, fjord, kranich, entry("Stern", "Post")])
        == ["sub-processor-moved item 2 > item 4"])
  }

  @Test func tellsARenamedEntryFromAReplacedOne() {
    let old = ["[Wal](https://wal.example). Hosting.", "[Stern](https://stern.example). Mail."]

    #expect(
      kinds(["Wal. Hosting.", "Stern. Mail."], ["Wal. Hosting.", "Stern Post Inc. Mail."])
        == ["sub-processor-modified item 2 > item 2"])
    // Another name, and leads to the same place.
    #expect(
      kinds(old, [old[0], "[Polarbrief](https://stern.example). Mail."])
        == ["sub-processor-modified item 2 > item 2"])
    #expect(
      kinds(old, [old[0], "[Polarbrief](https://polar.example). Mail."])
        == ["sub-processor-removed item 2 > -", "sub-processor-added - > item 2"])
  }

  @Test func tellsAnEntryAsACompany() {
    let list = "# Sub-processors\n\n- Wal. Hosting.\n- Stern. Letters.\n"
    let changes = changeSet(list, list.replacing("- Stern. Letters.\n", by: "")).changes

    #expect(changes.map(\.entity) == ["Stern"])
    #expect(
      changes.map { $0.statement.text(in: .english) } == [
        "item 2: sub-processor \u{201C}Stern\u{201D} is removed"
      ])
  }

  /// A name in a line of its own, above its task and a long address.
  @Test func tellsParagraphsAsCompanies() {
    func entry(_ name: String) -> String {
      "**\(name)**<br>\n_Storage of backups and logs_<br>\n86, The Old Office, Long Street, 2609 Naxxar, "
        + "Malta<br>\n[https://\(name.lowercased()).example](https://\(name.lowercased()).example)\n\n"
    }
    let head = "# Sub-processors\n\n"
    let old = head + ["Wal", "Stern", "Fjord"].map(entry).joined()

    #expect(
      changeSet(old, head + ["Wal", "Otter", "Fjord"].map(entry).joined()).changes.map(
        \.kind.rawValue) == ["sub-processor-removed", "sub-processor-added"])
  }

  /// What leads to another list is no company.
  @Test func tellsAnEntryThatNamesAList() {
    let list =
      "# Sub-processors\n\n- [Wal subprocessors](wal.md)\n- [Stern subprocessors](stern.md)\n"
    let changes = changeSet(
      list, list.replacing("- [Stern subprocessors](stern.md)\n", by: "")
    ).changes

    #expect(changes.map(\.kind.rawValue) == ["clause-removed"])
  }

  /// `Services` stands in names, too.
  @Test func tellsNamesFromLabels() {
    func entries(_ name: String, _ place: String) -> [String] {
      ["Wal Hosting. Servers.", "\(name). Letters.", "\(place): Kiel"]
    }

    #expect(
      kinds(entries("Nord Web Services", "Location"), entries("Polarbrief SAS", "Location"))
        == ["sub-processor-removed item 2 > -", "sub-processor-added - > item 2"])
    #expect(
      kinds(entries("Polarbrief", "Location"), entries("Polarbrief", "Place of processing"))
        == ["clause-modified item 3 > item 3"])
  }

  /// What stands beside an entry that went is no part of another company's.
  @Test func takesNoCompanyForAPartOfAnother() {
    let task = "Sending of letters and parcels to customers in all of Europe"

    #expect(
      kinds(
        ["Wal. Hosting.", "Stern. \(task)."],
        ["Wal. Hosting.", "Stern. Backup.", "Fjord. \(task)."])
        == ["sub-processor-modified item 2 > item 2", "sub-processor-added - > item 3"])
  }

  /// Lists of duties and measures go on to be known by what they say.
  @Test(arguments: [
    (["**Doors:** are locked by chip cards.", "**Keys:** are handed out."], "Doors", "Entries"),
    (["Lighting. All floors are lit at night.", "Alarm. A guard comes."], "Lighting", "Lamps"),
    (["Purpose: sending of mail", "Location: Kiel"], "Location", "Place"),
  ])
  func keepsRetitledPointsOfOtherLists(items: [String], name: String, other: String) {
    let changed = items.map { $0.replacing(name, with: other) }
    let changes = kinds(items, changed, title: "What we do")

    #expect(changes.allSatisfy { $0.hasPrefix("clause-modified") } && changes.count == 1)
  }

  @Test func keepsRetitledMeasures() {
    let old =
      "# Technical and organisational measures\n\n- Walls. Are high.\n- Doors. Are locked by cards.\n"

    #expect(
      changeSet(old, old.replacing("Doors.", with: "Entries.")).changes.map(\.kind.rawValue)
        == ["measure-modified"])
  }
}
