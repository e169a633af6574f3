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

  /// As a reader with a calendar would count: over New Year, Good Friday and weekends.
  @Test(arguments: [
    (
      "sub-processors/mail", "How 8 January 2027 was counted",
      "1 January 2027</time> (public holiday: New Year", "§ 187(1) BGB: the day of the event"
    ),
    (
      "de/sub-processors/mail", "Wie der 8. Januar 2027 gezählt ist",
      "1. Januar 2027</time> (gesetzlicher Feiertag: Neujahr", "§ 187 Abs. 1 BGB: der Tag des"
    ),
  ])
  func showsHowTheLastDayWasCounted(
    page: String, title: String, skipped: String, rule: String
  ) throws {
    let fixture = try PortalFixture(
      settings: "notice: {objection: 10 business days, holidays: DE-BE}\n")
    try fixture.company(
      "mail", "engagements: [{service: Mail, announced: 2026-12-23, effective: 2027-03-01}]")
    #expect(fixture.build(asOf: "2027-01-08").publication != nil)
    let html = try fixture.page("\(page)/index.html")
    for words in [title, skipped, rule, "DE-BE"] { #expect(html.contains(words), "\(words)") }

    // Once the day has passed nobody needs to count it.
    #expect(fixture.build(asOf: "2027-01-09").publication != nil)
    #expect(try !fixture.page("\(page)/index.html").contains(title))
  }
}
