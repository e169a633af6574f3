import Changes
import Deadlines
import Testing

/// Places that are read otherwise because something came or went beside them: what stays has not
/// changed.
struct OneShapeTests {
  // MARK: - Annexes

  private static func contacts(under heading: String) -> String {
    """
    ## 1. Instructions

    Instructions are given by the persons of 'Contact persons' in Annex 1.

    # Annex 1

    \(heading)

    The persons are:

    - Tel.:
    - Email:

    and

    - Tel.:
    - Email:

    """
  }

  @Test(arguments: [
    ("## I. Contact persons", "## II. Deputies", "Annex 1 / II"),
    ("## Contact persons", "## Deputies", "Annex 1 / Deputies"),
  ])
  func tellsTheSecondSectionOfAnAnnex(first: String, second: String, path: String) {
    let one = Self.contacts(under: first)
    let two = one + "\n\(second)\n\nThe deputies are named on request.\n"
    let words = "Deputies The deputies are named on request."
    #expect(
      lines(changeSet(one, two)) == [
        "section-added - > \(path) [|\(words)] substantive: addition"
      ])
    #expect(
      lines(changeSet(two, one)) == [
        "section-removed \(path) > - [\(words)|] substantive: removal"
      ])
  }

  @Test func knowsTheOnlySectionUnderAnotherName() {
    let one = Self.contacts(under: "## I. Contact persons")
    let two =
      Self.contacts(under: "## I. Persons to contact")
      + "\n## II. Deputies\n\nThe deputies are named on request.\n"
    for (old, new) in [(one, two), (two, one)] {
      let told = lines(changeSet(old, new)).filter { !$0.hasPrefix("reference-") }
      #expect(told.count == 2)
      #expect(told.contains { $0.hasPrefix("section-modified ") && $0.contains("(heading)") })
    }
  }

  @Test func tellsWhatStandsBeforeTheOnlySection() {
    let one = Self.contacts(under: "## I. Contact persons")
    let two = one.replacing("# Annex 1\n", by: "# Annex 1\n\nThis annex is part of the contract.\n")
    let words = "This annex is part of the contract."
    #expect(
      lines(changeSet(one, two)) == ["clause-added - > Annex 1 [|\(words)] substantive: addition"])
    #expect(
      lines(changeSet(two, one)) == ["clause-removed Annex 1 > - [\(words)|] substantive: removal"])
  }

  @Test func tellsTheNameOfAnAnnexAboveItsOnlySection() {
    let one = Self.contacts(under: "## I. Contact persons")
    let two = one.replacing("# Annex 1\n", by: "# Annex 1: People\n")
    let (there, back) = (changeSet(one, two).changes, changeSet(two, one).changes)
    #expect(
      there.map(\.statement.english) == ["Annex 1: the heading \u{201C}People\u{201D} is added"])
    #expect(
      back.map(\.statement.english) == ["Annex 1: the heading \u{201C}People\u{201D} is removed"])
    #expect(
      back.map(\.statement.german) == ["Annex 1: die Überschrift \u{201E}People\u{201C} entfällt"])
  }

  @Test func tellsTwoAnnexesThatWerePutIntoOne() {
    let one = """
      # Annex 1

      ## I. Contact persons

      - Tel.:
      - Email:

      # Annex 2

      ## II. Data protection officer

      The officer is reached by post:

      - Tel.:
      - Email:

      # Annex 3: Rates

      An hour costs 100 euros.

      """
    let two = one.replacing("# Annex 2\n\n", by: "").replacing("Annex 3", by: "Annex 2")
    #expect(
      lines(changeSet(one, two)) == [
        "section-moved Annex 2 > Annex 1 / II editorial: place",
        "annex-removed Annex 2 > - editorial: heading",
        "annex-renumbered Annex 3 > Annex 2 renumbering-only: numbering",
      ])
    #expect(
      lines(changeSet(two, one)).sorted() == [
        "annex-added - > Annex 2 editorial: heading",
        "annex-renumbered Annex 2 > Annex 3 renumbering-only: numbering",
        "section-moved Annex 1 / II > Annex 2 editorial: place",
      ])
  }

  // MARK: - Tables

  @Test(arguments: [
    ("Control", "Measure", "# Annex 1: Technical and organisational measures", "measure"),
    ("Service", "Fee", "# Annex 1: Fees", "clause"),
  ])
  func tellsTheRowThatPutsOthersInGroups(
    name: String, value: String, heading: String, subject: String
  ) {
    let one = """
      \(heading)

      | \(name) | \(value) |
      |---|---|
      | Setting up | Door locks |
      | Running | Logs of entries |

      """
    let two = one.replacing("Door locks |\n", by: "Door locks |\n|  | Alarm system |\n")
    let path = "Annex 1 / Setting up / row 2"
    let loss = subject == "measure" ? "weakening" : "substantive"
    #expect(
      lines(changeSet(one, two)) == [
        "\(subject)-added - > \(path) [|Alarm system] substantive: addition"
      ])
    #expect(
      lines(changeSet(two, one)) == [
        "\(subject)-removed \(path) > - [Alarm system|] \(loss): removal"
      ])
  }

  /// Of a group that kept its first row what else it held is gone, told one by one.
  @Test func tellsWhatGroupsHeldThatAreRowsNow() {
    let rows = [
      "| Access | Passwords |", "|  | Firewall |", "|  | Lists of visitors |", "| Entry | Logs |",
      "| Orders | Written instructions |",
    ]
    func table(_ rows: [String]) -> String {
      "# Annex 1: Measures\n\n| Control | Measure |\n|---|---|\n"
        + rows.joined(separator: "\n") + "\n"
    }
    let (one, two) = (table(rows), table([rows[0], "| Entry | Logs of a year |", rows[4]]))
    #expect(
      lines(changeSet(one, two)) == [
        "measure-removed Annex 1 / Access / row 2 > - [Firewall|] weakening: removal",
        "measure-removed Annex 1 / Access / row 3 > - [Lists of visitors|] weakening: removal",
        "measure-modified Annex 1 / Entry / row 1 > Annex 1 / row 2 (Measure) [|of a year]"
          + " substantive: period",
      ])
  }

  @Test func tellsTheColumnWithoutWhichRowsAreHeadings() {
    let one = """
      ## 1. List

      | Name | Address | Service |
      |---|---|---|
      | Alpha GmbH | Kiel | Hosting |
      | Beta GmbH | Ulm | |
      | Gamma GmbH | Bonn | Mail |

      """
    let two = """
      ## 1. List

      | Name | Service |
      |---|---|
      | Alpha GmbH | Hosting |
      | Beta GmbH | |
      | Gamma GmbH | Mail |

      """
    let (there, back) = (changeSet(one, two).changes, changeSet(two, one).changes)
    #expect(
      there.map(\.statement.english) == [
        "§ 1: the column \u{201C}Address\u{201D} with 3 cells is removed"
      ])
    #expect(
      back.map(\.statement.english) == [
        "§ 1: the column \u{201C}Address\u{201D} with 3 cells is added"
      ])
  }

  /// Letters in a column that numbers the rows are the markers that the list had.
  @Test func tellsNothingOfLettersThatNumberRows() {
    let list = """
      ## 1. Terms

      - a. "Data" - all personal data.
      - b. "Client" - the customer.
      - c. "Log" - a file with entries.

      """
    let table = """
      ## 1. Terms

      | No. | Term | Meaning |
      |---|---|---|
      | a. | "Data" | all personal data. |
      | b. | "Client" | the customer. |
      | c. | "Log" | a file with entries. |

      """
    for (old, new) in [(list, table), (table, list)] {
      #expect(
        lines(changeSet(old, new)).map { $0.hasSuffix(" editorial: heading") } == [true])
    }
  }

  @Test func tellsGroupsOfAListThatAreGroupsOfATable() {
    let list = """
      # Annex 1: Measures

      - **Access control**
        - Passwords of 12 characters
        - Firewall
      - **Entry control**
        - Logs of all entries

      """
    let table = """
      # Annex 1: Measures

      | Control | Measure |
      |---|---|
      | Access control | Passwords of 12 characters |
      |  | Firewall |
      | Entry control | Logs of all entries |

      """
    #expect(
      changeSet(list, table).changes.map { "\($0.materiality.rawValue) \($0.statement.english)" }
        == [
          "editorial Annex 1: the list is a table now, with the columns \u{201C}Control\u{201D} and \u{201C}Measure\u{201D}"
        ])
    #expect(changeSet(table, list).changes.map(\.materiality) == [.editorial])
  }

  /// Of a table in which each name has one row, no group tells that they are names.
  @Test func tellsGroupsOfAListThatAreRowsOfATable() {
    let list = """
      # Annex 1: Measures

      - **Access control**
        - Password policy
      - **Entry control**
        - Logs of all entries of the house

      """
    let table = """
      # Annex 1: Measures

      | Control | Measure |
      |---|---|
      | Access control | Password policy |
      | Entry control | Logs of all entries of the house |

      """
    #expect(changeSet(list, table).changes.map(\.rule) == [.heading])
    #expect(changeSet(table, list).changes.map(\.rule) == [.heading])
  }
}
