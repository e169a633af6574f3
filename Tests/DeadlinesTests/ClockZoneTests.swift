import Calendars
import Deadlines
import Foundation
import Testing

struct ClockZoneTests {
  private static let changes = [
    "last sunday of march", "last sunday of october", "second sunday of march",
    "first sunday of november",
  ]

  /// The system's own time zone database, at moments all over the years and round each change.
  @Test(arguments: ClockZones.shipped.all)
  func agreesWithTheSystem(zone: ClockZone) throws {
    let system = try #require(TimeZone(identifier: zone.name))
    let hour = 3600
    for year in max(2007, zone.years.lowerBound)...min(2035, zone.years.upperBound) {
      let start = try #require(CalendarDate(year: year, month: 1, day: 1)).dayNumber * 86_400
      var moments = Array(
        stride(from: start + 86_400, to: start + 364 * 86_400, by: 86_400 * 29 + 137))
      for change in Self.changes {
        let day = try #require(YearlyDay(change)?.date(in: year)).dayNumber * 86_400
        moments += (-11...11).flatMap { [day + $0 * hour - 60, day + $0 * hour] }
      }
      for seconds in moments {
        let instant = Instant(seconds: seconds)
        let date = Date(timeIntervalSince1970: Double(seconds))
        #expect(zone.offset(at: instant) == system.secondsFromGMT(for: date) / 60, "\(instant)")
      }
    }
  }

  @Test func findsTheLocalDayOfAMoment() throws {
    let berlin = try #require(ClockZones.shipped["Europe/Berlin"])
    let time = berlin.localTime(at: Instant(seconds: 1_774_827_000))

    #expect(Instant(seconds: 1_774_827_000).description == "2026-03-29T23:30Z")
    #expect(time?.description == "2026-03-30T01:30")
  }

  @Test(arguments: [
    ("Europe/Berlin", "2026-03-28", "2026-03-28T23:00Z"),
    ("Europe/Berlin", "2026-03-29", "2026-03-29T22:00Z"),
    ("Europe/Berlin", "2026-10-25", "2026-10-25T23:00Z"),
    ("America/New_York", "2026-12-31", "2027-01-01T05:00Z"),
    ("UTC", "2026-01-01", "2026-01-02T00:00Z"),
  ])
  func findsTheEndOfADay(zone: String, day: String, end: String) throws {
    let date = try #require(CalendarDate(day))
    #expect(ClockZones.shipped[zone]?.end(of: date)?.description == end)
  }

  @Test func knowsNothingBeyondItsYears() throws {
    let berlin = try #require(ClockZones.shipped["Europe/Berlin"])
    #expect(berlin.offset(at: Instant(seconds: 0)) == nil)
    #expect(berlin.end(of: .last) == nil)
    #expect(berlin.end(of: .first) == nil)
    #expect(berlin.localTime(at: Instant(seconds: 99_999_999_999)) == nil)
  }
}
