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

    let hydra = "Hydra Inc.: active 2026-05-25 2026-07-01 -"
    #expect(
      try register("2026-07-21") == [
        "Gull AG: active - - -", hydra, "Ibis AG: in-objection 2026-07-20 2026-09-01 -",
      ])
    #expect(
      try register("2026-09-01") == [
        "Gull AG: active - - -", hydra, "Ibis AG: active 2026-07-20 2026-09-01 -",
      ])
    // By the periods of their releases, and of the text in force on 20 July.
    let engaged = try fixture.compile(asOf: "2026-09-01").timeline.companies.flatMap(\.engaged)
    #expect(engaged.map(\.lastDayToObject) == [nil, "2026-06-08", "2026-08-03"])
    // A row that the list has from its day on was announced by nobody.
    try write("4", "2026-08-01", rows + "\n| Jay AG, Ulm, Germany | Fax |")
    try fixture.release("2026-09-10")
    #expect(
      try register("2026-09-11") == ["Gull AG: active - - -", hydra, "Jay AG: active - - -"])
  }

  /// A text that never took effect on its day gave none to its rows.
  @Test func movesDaysWithTheTextThatBringsThem() throws {
    let rows = "| Gull AG, Bonn, Germany | Mail |\n| Hydra Inc., USA | Payments |"
    try write("2", "2026-08-01", rows)
    try fixture.release("2026-06-20")
    #expect(
      try register("2026-08-02").last == "Hydra Inc.: active 2026-05-25 2026-08-01 -")
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
      } == [["planned", "FR"], ["ending", "DE"]])
    #expect(gull.engaged.allSatisfy { $0.lastDayToObject == nil })
    #expect(
      try register("2026-07-01") == ["Gull AG: active - 2026-07-01 -"])
  }

  /// A mended typing error is no other task.
  @Test func keepsRowsThatAreOnlyWrittenOtherwise() throws {
    try write(
      "2", "2026-07-01", "| Gull AG, Bonn, Germany | Mail. |\n| Owl AG, Kiel, Germany | Fax |")
    #expect(
      try register("2026-06-01") == ["Gull AG: active - - -", "Owl AG: active - - -"])
  }

  @Test func keepsTheCompaniesOfTodayOnTheirPages() throws {
    let outcome = fixture.build()
    #expect(outcome.diagnostics.filter { $0.severity == .error }.map(\.summary) == [])
    let directory = try fixture.page("sub-processors/index.html")
    #expect(directory.contains("Owl AG"))
  }
}
