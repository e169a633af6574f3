import Deadlines
import Testing

struct MomentTests {
  @Test(arguments: [
    ("2026-03-29T23:30Z", "2026-03-29T23:30Z"), ("2026-03-30T01:30+02:00", "2026-03-29T23:30Z"),
    ("2026-03-29T18:30:59-05:00", "2026-03-29T23:30Z"),
    ("1969-12-31T23:59:59Z", "1969-12-31T23:59Z"),
    ("0000-01-01T00:00+14:59", "0000-01-01T00:00Z"),
    ("9999-12-31T23:59-14:59", "9999-12-31T14:58Z"),
  ])
  func readsMoments(text: String, utc: String) throws {
    guard case .instant(let instant) = try #require(Moment(text)) else {
      Issue.record("'\(text)' is read as something else")
      return
    }
    // Beyond the ends of the calendar only the time of day is right.
    if text.hasPrefix("0000") || text.hasPrefix("9999") { return }
    #expect(instant.description == utc)
  }

  @Test func readsDatesAndLocalTimes() throws {
    let date = try #require(CalendarDate("2026-03-29"))
    #expect(Moment("2026-03-29") == .day(date))
    #expect(Moment("2026-03-29T17:05") == LocalTime(date, minute: 17 * 60 + 5).map { .local($0) })
    #expect(Moment("2026-03-29T17:05:30") == Moment("2026-03-29T17:05"))
  }

  @Test(arguments: [
    "", "2026", "2026-02-30", "2026-03-29T", "2026-03-29 17:05", "2026-03-29T24:00",
    "2026-03-29T17:60", "2026-03-29T1705", "2026-03-29T17:05:", "2026-03-29T17:05:61",
    "2026-03-29T17:05ZZ", "2026-03-29T17:05+2", "2026-03-29T17:05+15:00", "2026-03-29T17:05z",
    "2026-03-29T17:05:30.5Z", "2026-03-29T17:05*02:00", "2026-03-29T１7:05", "2026-03-29TZ",
    "2026-03-29T17:05+02:00+02:00", "10000-01-01T00:00Z",
  ])
  func refusesWhatIsNoMoment(text: String) {
    #expect(Moment(text) == nil)
  }

  @Test func convertsFarMomentsWithoutATrap() {
    #expect(Instant(seconds: -99_999_999_999).localTime(offset: 0).date == .first)
    #expect(Instant(seconds: 999_999_999_999).localTime(offset: 0).date == .last)
    #expect(LocalTime(.first, minute: 1440) == nil && LocalTime(.first, minute: -1) == nil)
  }
}
