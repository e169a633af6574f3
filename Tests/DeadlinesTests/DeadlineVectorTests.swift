import Calendars
import Deadlines
import Testing

/// Results that were computed by hand and with another library, law by law.
struct DeadlineVectorTests {
  private func last(
    _ period: String, from start: String, in code: String, week: WorkingWeek? = nil,
    roll: DeadlineTerms.Roll = .none
  ) throws -> String {
    let calendar: HolidayCalendar = try #require(HolidayAtlas.shipped.calendar(for: code))
    let terms = DeadlineTerms(
      try #require(Period(period)), week: week, calendar: calendar, roll: roll)
    let event = NoticeEvent(.received, .day(try #require(CalendarDate(start))))
    return try computeDeadline(terms, from: event).lastDay.description
  }

  private static let places = ["DE-BE", "DE-BY", "DE-NW", "DE-SN", "DE-TH", "DE-HH", "DE-BB"]

  /// Fourteen days after a notice; `others` are the Länder whose result is another one.
  struct Fortnight: CustomTestStringConvertible, Sendable {
    var notice: String
    var rolled: String
    var toSaturday: (day: String, others: [String: String])
    var toFriday: (day: String, others: [String: String])
    var testDescription: String { notice }
  }

  private static let evangelical = ["DE-SN", "DE-TH", "DE-HH", "DE-BB"]

  private static func all(_ places: [String], _ day: String) -> [String: String] {
    Dictionary(uniqueKeysWithValues: places.map { ($0, day) })
  }

  static let fortnights = [
    Fortnight(
      notice: "2026-04-27", rolled: "2026-05-11", toSaturday: ("2026-05-15", [:]),
      toFriday: ("2026-05-19", [:])),
    Fortnight(
      notice: "2026-12-18", rolled: "2027-01-04",
      toSaturday: ("2027-01-07", ["DE-BY": "2027-01-08"]),
      toFriday: ("2027-01-11", ["DE-BY": "2027-01-12"])),
    Fortnight(
      notice: "2025-10-20", rolled: "2025-11-03",
      toSaturday: ("2025-11-06", ["DE-BE": "2025-11-05"]),
      toFriday: ("2025-11-07", all(evangelical, "2025-11-10"))),
    Fortnight(
      notice: "2026-05-22", rolled: "2026-06-05",
      toSaturday: ("2026-06-09", all(["DE-BY", "DE-NW"], "2026-06-10")),
      toFriday: ("2026-06-12", all(["DE-BY", "DE-NW"], "2026-06-15"))),
    Fortnight(
      notice: "2026-03-27", rolled: "2026-04-10", toSaturday: ("2026-04-15", [:]),
      toFriday: ("2026-04-20", [:])),
    Fortnight(
      notice: "2026-10-16", rolled: "2026-10-30",
      toSaturday: ("2026-11-02", all(evangelical, "2026-11-03")),
      toFriday: ("2026-11-05", [:])),
  ]

  @Test(arguments: fortnights)
  func countsFourteenDays(vector: Fortnight) throws {
    for place in Self.places {
      #expect(
        try last("14 days", from: vector.notice, in: place, roll: .forward) == vector.rolled)
      #expect(
        try last("14 working days", from: vector.notice, in: place, week: .mondayToSaturday)
          == vector.toSaturday.others[place] ?? vector.toSaturday.day)
      #expect(
        try last("14 working days", from: vector.notice, in: place, week: .mondayToFriday)
          == vector.toFriday.others[place] ?? vector.toFriday.day)
      #expect(
        try last("14 Werktage", from: vector.notice, in: place)
          == vector.toSaturday.others[place] ?? vector.toSaturday.day)
    }
  }

  @Test(arguments: [
    ("30 days", "2026-05-22", "DE-BE", "2026-06-21", "2026-06-22"),
    ("30 days", "2025-10-20", "DE-SN", "2025-11-19", "2025-11-20"),
    ("30 days", "2025-10-20", "DE-BY", "2025-11-19", "2025-11-19"),
    ("30 days", "2026-12-18", "DE-BE", "2027-01-17", "2027-01-18"),
    ("1 month", "2026-01-31", "DE-BE", "2026-02-28", "2026-03-02"),
    ("6 months", "2026-08-31", "DE-BE", "2027-02-28", "2027-03-01"),
    ("14 days", "2026-12-18", "DE-BE", "2027-01-01", "2027-01-04"),
  ])
  func rollsWhereAgreed(
    period: String, start: String, place: String, raw: String, rolled: String
  ) throws {
    #expect(try last(period, from: start, in: place) == raw)
    #expect(try last(period, from: start, in: place, roll: .forward) == rolled)
  }

  @Test func takesTheLocalDayOfAMoment() throws {
    let zone: ClockZone = try #require(ClockZones.shipped["Europe/Berlin"])
    let event = NoticeEvent(
      .received, try #require(Moment("2026-03-29T23:30Z")), zone: zone)
    let deadline = try computeDeadline(
      DeadlineTerms(try #require(Period("1 day"))), from: event)

    #expect(deadline.eventDay.description == "2026-03-30")
    #expect(deadline.lastDay.description == "2026-03-31")
    #expect(deadline.end?.description == "2026-03-31T22:00Z")
  }

  @Test(arguments: [
    ("BW", 12), ("BY", 12), ("BE", 10), ("BB", 12), ("HB", 10), ("HH", 10), ("HE", 10), ("MV", 11),
    ("NI", 10), ("NW", 11), ("RP", 11), ("SL", 12), ("SN", 11), ("ST", 11), ("SH", 10), ("TH", 11),
  ])
  func knowsTheHolidaysOfEachLand(land: String, count: Int) throws {
    let calendar = try #require(HolidayAtlas.shipped.calendar(for: "DE-\(land)"))
    #expect(calendar.holidays(in: 2026).count == count)
  }
}
