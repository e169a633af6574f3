import Deadlines
import Diagnostics
import Registers
import TestSupport
import Testing

@testable import Portal

struct WorkspaceHolidaysTests {
  private func fixture(holidays: String) throws -> PortalFixture {
    let fixture = try PortalFixture(
      settings: "notice: {objection: 3 working days, week: mon-fri, holidays: DE}\n")
    try fixture.temporary.write(holidays, to: "content/holidays/acme.yml")
    try fixture.company(
      "mail", "engagements: [{service: Mail, announced: 2026-06-01, effective: 2026-08-01}]")
    return fixture
  }

  private let calendar = """
    country: DE
    en: Germany
    de: Deutschland
    edition: 2026-01-01
    years: 2024-2031
    regions: []
    holidays: [{on: 06-03, en: Day of the company, de: Tag der Firma}]

    """

  @Test func countsPeriodsWithTheCalendarsOfTheWorkspace() throws {
    let portal = try fixture(holidays: calendar).compile()
    let periods = portal.noticePeriods
    let engagement = try #require(portal.subProcessors.first?.engagements.first)
    // Tuesday, Thursday, Friday: the Wednesday is a holiday in the calendar of the workspace.
    #expect(periods.lastDayToObject(to: engagement, by: "none")?.description == "2026-06-05")
  }

  @Test func reportsFaultsOfCalendarsAndNothingElseOfTheFolder() throws {
    let wrong = calendar.replacing("06-03", with: "06-31")
    let outcome = try fixture(holidays: wrong).build()
    #expect(
      outcome.diagnostics.contains {
        $0.severity == .error && $0.range?.path == "content/holidays/acme.yml"
      })
    #expect(!outcome.diagnostics.contains { $0.code.rawValue == "unexpected-file" })
  }
}
