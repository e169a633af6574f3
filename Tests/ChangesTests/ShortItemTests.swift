import Agreements
import Changes
import Deadlines
import Testing

/// What is said of items of a word or two, which have no letters to be known by.
struct ShortItemTests {
  private func changes(_ old: [String], _ new: [String]) -> [Change] {
    func list(_ items: [String]) -> String {
      "# Annex 2: Technical and organisational measures\n\n## Access control\n\n"
        + items.map { "- \($0)\n" }.joined()
    }
    return changeSet(list(old), list(new)).changes
  }

  @Test(arguments: [
    ("IP-whitelist", "IP whitelist"), ("Virenscanner", "Viren-Scanner"), ("Backup", "Back-up"),
    ("Screenlock", "Screen lock"), ("Ausweispflicht", "Ausweis-Pflicht"),
  ])
  func knowsAnItemInAnotherSpelling(old: String, new: String) throws {
    for (before, after) in [(old, new), (new, old)] {
      let found = changes(["Firewall", before, "Alarm"], ["Firewall", after, "Alarm"])
      let change = try #require(found.first)

      #expect(found.count == 1 && change.kind == .of(.measure, .modified))
      #expect(change.materiality == .editorial && change.rule == .spelling)
    }
  }

  @Test(arguments: [
    (["Firewall", "IP-whitelist"], "Firewall and IP-whitelist"),
    (["Virenscanner", "Firewall"], "Virenscanner und Firewall"),
    (["Visitors are logged.", "Keys are logged."], "Visitors and keys are logged."),
    (["Test recoveries", "Frequent backup checks"], "Test recoveries & frequent backup checks"),
    (["Firewall", "Proxy", "Whitelist"], "Firewall, proxy and whitelist"),
    (["The alarm", "A guard at night"], "Alarm and guard at night"),
    // Whom both speak of is named again.
    (
      ["Visitors sign in at the desk.", "Visitors are met by the staff."],
      "Visitors sign in at the desk and are met by the staff."
    ),
  ])
  func knowsPointsThatWereJoinedOrParted(parts: [String], whole: String) {
    let there = changes(["Alarm"] + parts, ["Alarm", whole])
    let back = changes(["Alarm", whole], ["Alarm"] + parts)

    #expect(there.map(\.kind) == [.of(.measure, .merged)])
    #expect(back.map(\.kind) == [.of(.measure, .split)])
    #expect((there + back).allSatisfy { $0.materiality == .editorial })
  }

  /// The first of the points stands right behind what leads to them.
  @Test(arguments: [
    (
      "- (1) Measures include encryption, access control and regular tests.\n",
      "- (1) Measures include:\n  - a) encryption;\n  - b) access control; and\n"
        + "  - c) regular tests.\n"
    ),
    (
      "- (1) Dazu gehören Verschlüsselung, Zutrittskontrolle und Prüfung.\n",
      "- (1) Dazu gehören\n  - a) Verschlüsselung,\n  - b) Zutrittskontrolle und\n"
        + "  - c) Prüfung.\n"
    ),
  ])
  func knowsASentenceThatBecameAList(sentence: String, list: String) {
    func clause(_ text: String) -> String { "## 1. Duties\n\n\(text)- (2) Both sign.\n" }
    let there = changeSet(clause(sentence), clause(list)).changes
    let back = changeSet(clause(list), clause(sentence)).changes

    #expect(there.map(\.kind) == [.of(.clause, .split)])
    #expect(back.map(\.kind) == [.of(.clause, .merged)])
    #expect((there + back).allSatisfy { $0.materiality == .editorial })
  }

  /// In rows of a group, too, where nothing stands beside them.
  @Test func knowsRowsThatWereJoinedOrParted() {
    func table(_ measures: [String]) -> String {
      "# Annex 2: Technical and organisational measures\n\n| Control | Measure |\n|---|---|\n"
        + "| Availability | Backup process |\n" + measures.map { "|  | \($0) |\n" }.joined()
        + "|  | Emergency plans |\n| Entry | Door locks |\n"
    }
    let (one, two) = (
      table(["Virus protection/firewall"]), table(["Virus protection", "Firewall"])
    )
    let (there, back) = (changeSet(one, two), changeSet(two, one))

    #expect(
      (there.changes + back.changes).map { $0.statement.text(in: .english) } == [
        "Annex 2 / Availability / row 2 is split into Annex 2 / Availability / row 2 and "
          + "Annex 2 / Availability / row 3, and \u{201C}/firewall\u{201D} becomes "
          + "\u{201C}Firewall\u{201D}",
        "Annex 2 / Availability / row 2 and Annex 2 / Availability / row 3 are merged into "
          + "Annex 2 / Availability / row 2, and \u{201C}Firewall\u{201D} becomes "
          + "\u{201C}/firewall\u{201D}",
      ])
    #expect((there.changes + back.changes).allSatisfy { $0.materiality == .editorial })
    for redline in (there.redlines + back.redlines) {
      let rows = redline.clauses.filter { $0.kind == .row }
      #expect(rows.allSatisfy { redline.texts[$0.texts].allSatisfy { $0.kind == .cell } })
    }
  }

  /// One that is only mentioned by what took its place is gone.
  @Test func tellsAPointThatItsNeighbourOnlyMentions() {
    let found = changes(["Rules for visitors", "Firewall"], ["Rules for visitors of the firewall"])

    #expect(found.map(\.kind) == [.of(.measure, .removed), .of(.measure, .modified)])
  }

  @Test func knowsWhereAShortPointWentThatSomethingNewHasToo() {
    func sections(_ lists: [[String]]) -> String {
      "# Annex 2: Technical and organisational measures\n\n"
        + lists.enumerated().map { index, items in
          "## \(index + 1). Place \(index + 1)\n\n"
            + items.map { "- \($0)\n" }.joined() + "\n"
        }.joined()
    }
    let office = ["Password policy", "Alarm of the whole house", "Keys of metal alone"]
    let server = ["Racks with locks at all doors"]
    let old = sections([office, server])
    let new = sections([
      Array(office.dropFirst()), server + ["Password policy"], ["Password policy", "Screen lock"],
    ])

    let found = changeSet(old, new).changes
    #expect(found.filter { $0.kind == .of(.measure, .removed) }.isEmpty)
    #expect(found.filter { $0.kind == .of(.measure, .moved) }.count == 1)
  }

  @Test func tellsAGroupWithItsMeasuresAsOne() {
    let rest = ["**Entry control**\n  - Logs of all entries\n"]
    let group = "**Access control**\n  - Door locks\n  - Alarm system\n"
    let (there, back) = (changes(rest + [group], rest), changes(rest, rest + [group]))

    let words = ["Access", "control", "Door", "locks", "Alarm", "system"]
    #expect(there.map(\.wordsRemoved) == [words])
    #expect(back.map(\.wordsAdded) == [words])
  }

  /// With what stood beside it gone as well.
  @Test func knowsAnItemThatKeptHalfOfItsWords() throws {
    let found = changes(["Router Firewall", "MAC whitelist for LAN"], ["Router Proxy"])

    #expect(found.map(\.kind) == [.of(.measure, .removed), .of(.measure, .modified)])
    #expect(found.last?.wordsAdded == ["Proxy"])
  }

  @Test func keepsItemsThatHaveNothingInCommonApart() {
    let found = changes(["Firewall", "Alarm"], ["Proxy", "Alarm"])

    #expect(found.map(\.kind) == [.of(.measure, .removed), .of(.measure, .added)])
  }
}
