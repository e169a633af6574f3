import Deadlines
import Diagnostics
import Frontmatter
import Registers
import TestSupport
import Testing

@testable import Portal

/// The list of a text that takes effect later is not the register of today.
struct AnnouncedListsTests {
  private let fixture: PortalFixture

  init() throws {
    fixture = try PortalFixture(settings: "notice: {before-use: 30 days, objection: 14 days}\n")
    try write(
      "1", "2026-01-15", "| Gull AG, Bonn, Germany | Mail |\n| Owl AG, Kiel, Germany | Fax |")
    try fixture.release("2026-01-15")
    try write(
      "2", "2026-07-01", "| Gull AG, Bonn, Germany | Mail |\n| Hydra Inc., USA | Payments |")
    try fixture.release("2026-05-25")
  }

  private func write(
    _ version: String, _ effective: String, _ rows: String, isWhole: Bool = false
  ) throws {
    let head = isWhole ? "" : "| Company | Service |\n|---|---|\n"
    try fixture.agreement(
      "dpa",
      """
      ## Annex 1 Sub-processors

      \(head)\(rows)

      """,
      keys: """
        version: '\(version)'
        effective: \(effective)
        adopt: {sub-processors: Annex 1}

        """)
  }

  private func register(_ day: CalendarDate) throws -> [String] {
    try fixture.compile(asOf: day).timeline.companies.flatMap { company in
      company.engaged.map { engaged in
        let task = engaged.engagement
        let days = [task.announced, task.effective, task.ended].map {
          $0.map { "\($0.value)" } ?? "-"
        }
        return "\(company.record.name.value): \(engaged.state.rawValue) "
          + days.joined(separator: " ")
      }
    }
  }

  /// The page of a version shows the register of its day, and not what was to come.
  @Test func showsTheRegisterOfTheDayBesideAnEarlierText() throws {
    let fixture = try PortalFixture()
    func list(_ version: Int, _ effective: String, _ row: String) throws {
      try fixture.agreement(
        "list", "\n| Company | Service |\n|---|---|\n| Gull AG, Bonn, Germany | Mail |\n\(row)\n",
        keys: "version: '\(version)'\neffective: \(effective)\nadopt: {sub-processors: true}\n")
    }
    func terms(_ version: Int) throws {
      try fixture.agreement(
        "terms", "\n\(version) times.\n\n{{ sub_processors() }}\n",
        keys: "version: '\(version)'\n")
    }
    try list(1, "2026-01-15", "| Owl AG, Kiel, Germany | Fax |")
    try terms(1)
    try fixture.release("2026-01-15")
    try list(2, "2026-07-01", "| Ibis AG, Ulm, Germany | Print |")
    try terms(2)
    try fixture.release("2026-05-25")
    try terms(3)
    try fixture.release("2026-05-30")
    let outcome = fixture.build()
    #expect(outcome.diagnostics.filter { $0.severity == .error }.map(\.summary) == [])

    let page = try fixture.page("agreements/terms/2/index.html")
    #expect(page.contains("The register as of <time datetime=\"2026-05-25\">"))
    #expect(page.contains("Owl AG") && !page.contains("Ibis AG"))
  }

  @Test func plansNewRowsAndEndsOldOnes() throws {
    #expect(
      try register("2026-06-01") == [
        "Gull AG: active - - -",
        "Hydra Inc.: in-objection 2026-05-25 2026-07-01 -",
        "Owl AG: ending - - 2026-06-30",
      ])
  }

  @Test func takesTheNewListOnItsDay() throws {
    #expect(
      try register("2026-07-01") == [
        "Gull AG: active - - -", "Hydra Inc.: active 2026-05-25 2026-07-01 -",
        "Owl AG: ended - - 2026-06-30",
      ])
  }

  /// Whoever was told a day finds it on the day after, and when other texts have followed.
  @Test func keepsTheDaysThatAReleasePublished() throws {
    try fixture.temporary.write(
      "title: Portal\nlanguages: [en, de]\nprocessor: {name: Processor GmbH}\n"
        + "notice: {before-use: 30 days, objection: 7 days}\n", to: "content/portal.yml")
    let rows = "| Gull AG, Bonn, Germany | Mail |\n| Hydra Inc., USA | Payments |"
    try write("3", "2026-09-01", rows + "\n| Ibis AG, Ulm, Germany | Print |")
    try fixture.release("2026-07-20")

    let owl = "Owl AG: ended - - 2026-06-30"
    let hydra = "Hydra Inc.: active 2026-05-25 2026-07-01 -"
    #expect(
      try register("2026-07-21") == [
        "Gull AG: active - - -", hydra, "Ibis AG: in-objection 2026-07-20 2026-09-01 -", owl,
      ])
    #expect(
      try register("2026-09-01") == [
        "Gull AG: active - - -", hydra, "Ibis AG: active 2026-07-20 2026-09-01 -", owl,
      ])
    // By the periods of their releases, and of the text in force on 20 July.
    let engaged = try fixture.compile(asOf: "2026-09-01").timeline.companies.flatMap(\.engaged)
    #expect(engaged.map(\.lastDayToObject) == [nil, "2026-06-08", "2026-08-03", nil])
    // A row that the list has from its day on was announced by nobody.
    try write("4", "2026-08-01", rows + "\n| Jay AG, Ulm, Germany | Fax |")
    try fixture.release("2026-09-10")
    #expect(
      try register("2026-09-11") == [
        "Gull AG: active - - -", hydra, "Jay AG: active - - -",
        "Ibis AG: ended 2026-07-20 2026-09-01 2026-09-09", owl,
      ])
  }

  /// A text that never took effect on its day gave none to its rows.
  @Test func movesDaysWithTheTextThatBringsThem() throws {
    let rows = "| Gull AG, Bonn, Germany | Mail |\n| Hydra Inc., USA | Payments |"
    try write("2", "2026-08-01", rows)
    try fixture.release("2026-06-20")
    #expect(
      try register("2026-08-02") == [
        "Gull AG: active - - -", "Hydra Inc.: active 2026-05-25 2026-08-01 -",
        "Owl AG: ended - - 2026-07-31",
      ])
  }

  /// What stood in the text already is no new company because it is read as a register now.
  @Test func announcesNobodyByBeginningToRead() throws {
    let fixture = try PortalFixture()
    func write(_ effective: String, _ keys: String) throws {
      try fixture.agreement(
        "dpa",
        "## Annex 1 Sub-processors\n\n| Company | Service |\n|---|---|\n| Gull AG, Bonn | Mail |\n",
        keys: "effective: \(effective)\n" + keys)
    }
    try write("2026-01-15", "")
    try fixture.release("2026-01-15")
    try write("2026-07-01", "adopt: {sub-processors: Annex 1}\n")
    try fixture.release("2026-05-25")
    for day: CalendarDate in ["2026-06-01", "2026-07-02"] {
      let engaged = try fixture.compile(asOf: day).timeline.companies.flatMap(\.engaged)
      #expect(engaged.map(\.state) == [.active])
      #expect(engaged.map(\.begins) == [nil])
    }
  }

  /// What is announced of a company in use is not true of it yet.
  @Test func changesRowsOnTheirDay() throws {
    let rows = "| Gull AG, Bonn, Germany | Mail | Germany |"
    let head = "| Company | Service | Location |\n|---|---|---|\n"
    try write("1", "2026-01-15", head + rows, isWhole: true)
    try fixture.release("2026-05-28")
    try write(
      "3", "2026-07-01", head + "| Gull AG, Kiel, Germany | Mail | France |", isWhole: true)
    try fixture.release("2026-05-30")

    let timeline = try fixture.compile(asOf: "2026-06-01").timeline
    let gull = try #require(timeline.companies.first)

    #expect(gull.record.address?.city?.value == "Bonn")
    #expect(
      gull.engaged.map { engaged in
        [engaged.state.rawValue]
          + engaged.engagement.locations.compactMap { $0.country?.value }
      } == [["active", "DE"]])
    let change = try #require(gull.engaged.first?.changes.first)
    #expect(change.state == .inObjection)
    #expect(change.begins == "2026-07-01")
    #expect(change.places.map(\.country) == ["FR"])
    #expect(gull.engaged.allSatisfy { $0.lastDayToObject == nil })
    #expect(gull.engaged.flatMap(\.openWindows).map(\.lastDay) == ["2026-06-15"])
    #expect(
      try register("2026-07-01") == [
        "Gull AG: active - - -", "Hydra Inc.: withdrawn 2026-05-25 2026-07-01 -",
        "Owl AG: ended - - 2026-05-27",
      ])
  }

  /// Who plans by the calendar reads of no end of what goes on.
  @Test func tellsAChangeAsOne() throws {
    let fixture = try PortalFixture()
    func row(_ service: String, _ effective: String) throws {
      try fixture.agreement(
        "dpa",
        "## Annex 1 Sub-processors\n\n| Company | Service |\n|---|---|\n| Gull AG, Bonn | \(service) |\n",
        keys: "effective: \(effective)\nadopt: {sub-processors: Annex 1}\n")
    }
    try row("Support tickets", "2026-01-15")
    try fixture.release("2026-01-15")
    try row("Support ticketing", "2026-07-01")
    try fixture.release("2026-05-25")

    #expect(fixture.build().diagnostics.filter { $0.severity == .error }.isEmpty)
    let calendar = try fixture.page("deadlines.ics")
    #expect(calendar.contains("SUMMARY:Changes: Gull AG\\, Support tickets"))
    #expect(!calendar.contains("Ends"))
    let page = try fixture.page("sub-processors/gull-ag/index.html")
    #expect(page.contains("Changes on"))
    #expect(page.contains("Support ticketing"))
    let data = try fixture.page("sub-processors/sub-processors.json")
    #expect(data.contains("\"changes\":[{\"from\":\"2026-07-01\""))
    #expect(!data.contains("\"ended\""))
    let after = try fixture.compile(asOf: "2026-07-01").timeline.companies
    #expect(after.flatMap(\.engaged).map(\.begins) == [nil])
    #expect(after.flatMap(\.engaged).map(\.state) == [.active])
  }

  @Test(arguments: [
    ("Owl Ltd, London, UK | Fax", "Owl Limited, London, UK | Fax", ["Owl Limited owl-ltd active"]),
    (
      "Owl Ltd, London, UK | Fax", "Kite Ltd (formerly Owl Ltd), London, UK | Fax",
      ["Kite Ltd owl-ltd active"]
    ),
    ("Owlery AG, Bonn | Fax", "Owelry AG, Bonn | Fax", ["Owelry AG owlery-ag active"]),
    // What does another task somewhere else is another company.
    (
      "Owl Inc., USA | Fax", "Owl GmbH, Bonn, Germany | Mail",
      ["Owl GmbH owl-gmbh active", "Owl Inc. owl-inc ended"]
    ),
    (
      "Owl Ltd, London, UK | Fax", "Kite Ltd, London, UK | Fax",
      ["Kite Ltd kite-ltd active", "Owl Ltd owl-ltd ended"]
    ),
  ])
  func keepsTheAddressOfARenamedCompany(
    before: String, after: String, expected: [String]
  ) throws {
    let fixture = try PortalFixture()
    func row(_ row: String, _ effective: String) throws {
      try fixture.agreement(
        "dpa", "## Annex 1 Sub-processors\n\n| Company | Service |\n|---|---|\n| \(row) |\n",
        keys: "effective: \(effective)\nadopt: {sub-processors: Annex 1}\n")
    }
    try row(before, "2026-01-15")
    try fixture.release("2026-01-15")
    try row(after, "2026-05-25")
    try fixture.release("2026-05-25")

    let companies = try fixture.compile().timeline.companies
    #expect(
      companies.map { "\($0.record.name.value) \($0.record.id.value) \($0.state.word)" }
        == expected)
    #expect(fixture.build().diagnostics.filter { $0.severity == .error }.isEmpty)
    for company in companies {
      _ = try fixture.page("sub-processors/\(company.record.id.value)/index.html")
    }
  }

  /// What was announced and never came was withdrawn.
  @Test func withdrawsWhatNeverBegan() throws {
    try write("3", "2026-06-20", "| Gull AG, Bonn, Germany | Mail |")
    try fixture.release("2026-06-10")

    #expect(
      try register("2026-06-25") == [
        "Gull AG: active - - -", "Hydra Inc.: withdrawn 2026-05-25 2026-07-01 -",
        "Owl AG: ended - - 2026-06-19",
      ])
  }

  /// A mended typing error is no other task.
  @Test func keepsRowsThatAreOnlyWrittenOtherwise() throws {
    try write(
      "2", "2026-07-01", "| Gull AG, Bonn, Germany | Mail. |\n| Owl AG, Kiel, Germany | Fax |")
    #expect(
      try register("2026-06-01") == [
        "Gull AG: active - - -", "Owl AG: active - - -",
        "Hydra Inc.: withdrawn 2026-05-25 2026-07-01 -",
      ])
  }

  @Test func keepsTheCompaniesOfTodayOnTheirPages() throws {
    let outcome = fixture.build()
    #expect(outcome.diagnostics.filter { $0.severity == .error }.map(\.summary) == [])
    let directory = try fixture.page("sub-processors/index.html")
    #expect(directory.contains("Owl AG"))
  }
}
