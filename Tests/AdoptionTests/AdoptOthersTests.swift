import Deadlines
import Frontmatter
import Registers
import Testing

@testable import Adoption

/// Companies of a list that are not of the register, and words beside names.
struct AdoptOthersTests {
  @Test(arguments: [
    "## Former sub-processors", "## No longer in use", "## Ehemalige Unterauftragnehmer",
    "## Companies that are no sub-processors", "### Nicht mehr im Einsatz",
    "Former sub-processors:", "The following companies are no sub-processors:",
  ])
  func leavesOutListsOfOthers(heading: String) {
    for list in [
      "| Company | Purpose | Location |\n|---|---|---|\n| Beta SAS | Mail | France |",
      "- Beta SAS (France): mail",
    ] {
      let (records, diagnostics) = adopted(
        """
        ## Current sub-processors

        - Alpha GmbH (Germany): hosting

        \(heading)

        \(list)

        ## New sub-processors

        - Gamma AB (Sweden): support
        """)
      #expect(records.map(\.name.value) == ["Alpha GmbH", "Gamma AB"])
      #expect(codes(diagnostics).filter { $0 == "company-not-used" }.count == 1)
    }
  }

  @Test(arguments: [
    "## Current and former sub-processors", "## Sub-processors with no access to contents",
    "## No sub-processors in third countries", "## Removal of data",
    "Our customers trust the companies below:",
  ])
  func keepsListsThatAreOfToday(heading: String) {
    let (records, _) = adopted("\(heading)\n\n- Beta SAS (France): mail")
    #expect(records.map(\.name.value) == ["Beta SAS"])
  }

  @Test func leavesOutWhatStandsBelowAnInnerHeadingOrRow() {
    let (records, diagnostics) = adopted(
      """
      ## Former sub-processors

      ### Hosting

      - Alpha GmbH (Germany): hosting
      - Beta GmbH (Germany): backups

      ## Others

      | Company | Purpose | Location |
      |---|---|---|
      | Gamma AB | Mail | Sweden |
      | No longer in use | | |
      | Delta AB | Chat | Sweden |
      """)
    #expect(records.map(\.name.value) == ["Gamma AB"])
    #expect(codes(diagnostics).filter { $0 == "company-not-used" }.count == 2)
  }

  @Test func keepsFormerCompaniesWithTheirLastDay() throws {
    let (records, diagnostics) = adopted(
      """
      ## Former sub-processors

      | Company | Purpose | Location | Removed |
      |---|---|---|---|
      | Alpha GmbH | Mail | Germany | 2024-12-31 |
      | Beta GmbH | Mail | Germany | |
      """)
    #expect(records.map(\.name.value) == ["Alpha GmbH"])
    #expect(records[0].engagements[0].ended?.value == CalendarDate("2024-12-31"))
    #expect(codes(diagnostics) == ["company-not-used"])
  }

  @Test(arguments: [
    "| ~~Beta Inc.~~ | ~~SMS~~ | ~~USA~~ |\n| | ~~Calls~~ | ~~USA~~ |",
    "| ~~Beta Inc.~~ | SMS | USA |", "| ~~[Beta Inc.](https://beta.example)~~ | SMS | USA |",
  ])
  func leavesOutRowsThatAreStruck(rows: String) {
    let (records, diagnostics) = adopted(
      """
      | Company | Purpose | Location |
      |---|---|---|
      | Alpha GmbH | Hosting | ~~Austria~~ Germany |
      \(rows)
      | ~~Old Ltd~~ New Ltd | Mail | Ireland |
      """)
    #expect(summary(records) == ["Alpha GmbH Hosting: DE", "New Ltd Mail: IE"])
    #expect(codes(diagnostics) == ["company-not-used"])
  }

  @Test func leavesOutItemsThatAreStruck() {
    let (records, diagnostics) = adopted(
      "- Alpha GmbH (Germany): hosting\n- ~~Beta Inc. (USA): SMS~~\n- Gamma AB (Sweden): mail")
    #expect(records.map(\.name.value) == ["Alpha GmbH", "Gamma AB"])
    #expect(codes(diagnostics).filter { $0 == "company-not-used" }.count == 1)
  }

  @Test(arguments: [
    ("Mikro Corporation and its affiliates", "Mikro Corporation", nil as String?),
    ("Mikro Corporation, including its subsidiaries", "Mikro Corporation", nil),
    ("Mikro GmbH sowie verbundene Unternehmen", "Mikro GmbH", nil),
    ("Mikro GmbH, Köln", "Mikro GmbH", "Köln"),
    ("Mikro B.V., den Haag, Netherlands", "Mikro B.V.", "den Haag"),
    ("Mikro GmbH, Am Markt 1, 50667 Köln", "Mikro GmbH", "Köln"),
  ])
  func takesNoOthersForAnAddress(cell: String, name: String, city: String?) {
    let (records, _) = adopted(
      "| Company | Purpose | Location |\n|---|---|---|\n| \(cell) | Cloud | USA |")
    #expect(records.map(\.name.value) == [name])
    #expect(records[0].address?.city?.value == city)
    #expect(records[0].address?.street?.value.contains("and") != true)
    let words = records[0].engagements[0].details.map(\.text.value)
    #expect(
      words
        == (cell.contains("iates") || cell.contains("sidiar") || cell.contains("sowie")
          ? [cell] : []))
  }

  @Test(arguments: [
    "Alpha GmbH / Beta GmbH", "Alpha GmbH and Beta GmbH", "Alpha GmbH und Beta GmbH, Köln",
  ])
  func tellsThatALineHasSeveralCompanies(cell: String) {
    let (records, diagnostics) = adopted(
      "| Company | Purpose | Location |\n|---|---|---|\n| \(cell) | Cloud | Germany |")
    #expect(records.count == 1)
    #expect(records[0].name.value.hasPrefix("Alpha GmbH "))
    #expect(records[0].name.value.hasSuffix(" Beta GmbH"))
    #expect(codes(diagnostics) == ["joined-companies"])
  }

  @Test(arguments: ["Alpha GmbH (optional)", "Alpha (optional)", "Alpha GmbH (on request)"])
  func readsAConditionBehindTheName(cell: String) {
    let (records, _) = adopted(
      "| Company | Purpose | Location |\n|---|---|---|\n| \(cell) | Cloud | Germany |")
    #expect(records[0].shortName == nil)
    #expect(records[0].aliases.isEmpty)
    #expect(
      text(records[0].engagements[0].condition)?.hasSuffix("on request") == true
        || text(records[0].engagements[0].condition) == "optional")
  }

  @Test(arguments: [
    ("tbd", EngagementState.planned), ("TBD", .planned), ("to be determined", .planned),
    ("noch offen", .planned), ("March 2027", .planned), ("März 2027", .planned),
    ("03/2027", .planned), ("Q1 2027", .planned), ("2027", .planned),
    ("March 2026", .active), ("2020", .active), ("Q1 2026", .active), ("2026-05", .active),
    ("since the beginning", .active), ("in use", .active), ("", .active),
  ])
  func countsAVagueStartAsPlannedUntilItsLastDay(cell: String, state: EngagementState) throws {
    let (records, diagnostics) = adopted(
      "| Company | Purpose | Location | In use since |\n|---|---|---|---|\n"
        + "| Alpha GmbH | Cloud | Germany | \(cell) |")
    let engagement = records[0].engagements[0]
    let day = try #require(CalendarDate("2026-06-01"))
    #expect(engagement.effective == nil)
    #expect(engagement.state(on: day, lastDayToObject: nil) == state)
    let isSilent = ["in use", ""].contains(cell)
    #expect(codes(diagnostics) == (isSilent ? [] : ["unclear-date"]))
  }
}
