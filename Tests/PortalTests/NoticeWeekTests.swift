import Deadlines
import Registers
import TestSupport
import Testing

@testable import Portal

/// Which days of the week a promised period is counted in.
struct NoticeWeekTests {
  @Test(arguments: [
    // 1 December 2026 is a Tuesday.
    ("objection: 14 Werktage", "2026-12-17"),
    ("objection: 14 Arbeitstage", "2026-12-21"),
    ("objection: 14 working days", "2026-12-21"),
    ("objection: 14 working days, week: mon-sat", "2026-12-17"),
    ("objection: 14 Werktage, week: mon-fri", "2026-12-21"),
  ])
  func countsTheDaysThatTheUnitNamesUnlessTheSettingsSayMore(
    settings: String, lastDay: String
  ) throws {
    let fixture = try PortalFixture(settings: "notice: {\(settings)}\n")
    try fixture.company(
      "mail", "engagements: [{service: Mail, announced: 2026-12-01, effective: 2027-02-01}]")
    let portal = try fixture.compile()

    let engagement = try #require(portal.subProcessors.first?.engagements.first)
    let day = portal.noticePeriods.lastDayToObject(to: engagement, by: "none")
    #expect(day?.description == lastDay)
  }
}
