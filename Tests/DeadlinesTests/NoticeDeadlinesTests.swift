import Calendars
import Deadlines
import Testing

struct NoticeDeadlinesTests {
  private func compute(
    notice: String?, window: String?, effective: String? = nil,
    roll: DeadlineTerms.Roll = .none
  ) throws -> NoticeDeadlines {
    let terms = NoticeTerms(
      noticeBeforeUse: try notice.map { try Period(parsing: $0) },
      objectionWindow: try window.map { try Period(parsing: $0) },
      calendar: HolidayAtlas.shipped.calendar(for: "DE-BY"), roll: roll)
    return try computeNoticeDeadlines(
      terms, from: NoticeEvent(.received, .day(try #require(CalendarDate("2026-12-18")))),
      effective: effective.flatMap { CalendarDate($0) })
  }

  @Test(
    arguments: [
      ("30 days", "14 working days", nil, "2027-01-18", [NoticeDeadlines.Cause.notice]),
      ("5 days", "14 working days", nil, "2027-01-13", [.window]),
      ("30 days", "14 working days", "2027-02-01", "2027-02-01", [.effectiveDate]),
      ("30 days", "14 working days", "2027-01-01", "2027-01-18", [.notice]),
      ("30 days", "30 days", "2027-01-18", "2027-01-18", [.notice, .window, .effectiveDate]),
      (nil, "14 working days", nil, "2027-01-13", [.window]),
      ("30 days", nil, nil, "2027-01-18", [.notice]),
      (nil, nil, "2027-01-01", "2027-01-01", [.effectiveDate]),
      (nil, nil, nil, nil, []),
    ] as [(String?, String?, String?, String?, [NoticeDeadlines.Cause])])
  func findsTheEarliestStart(
    notice: String?, window: String?, effective: String?, start: String?,
    causes: [NoticeDeadlines.Cause]
  ) throws {
    let deadlines = try compute(notice: notice, window: window, effective: effective)
    #expect(deadlines.earliestStart?.description == start)
    #expect(deadlines.causes == causes)
  }

  @Test func rollsTheWindowAndNotTheNotice() throws {
    // Both end on Sunday 17 January 2027.
    let deadlines = try compute(notice: "30 days", window: "30 days", roll: .forward)
    #expect(deadlines.notice?.lastDay.description == "2027-01-17")
    #expect(deadlines.window?.lastDay.description == "2027-01-18")
    #expect(deadlines.notice?.notes == [])
  }

  @Test func knowsWhetherADateLeavesThePromisedTime() throws {
    let deadlines = try compute(notice: "30 days", window: "14 working days")
    #expect(!deadlines.leavesTime(before: try #require(CalendarDate("2027-01-17"))))
    #expect(deadlines.leavesTime(before: try #require(CalendarDate("2027-01-18"))))
    #expect(try compute(notice: nil, window: nil).leavesTime(before: .first))
  }
}
