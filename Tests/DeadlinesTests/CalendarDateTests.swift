import Deadlines
import Foundation
import Testing

struct CalendarDateTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-03-01", 20_513),
    ("0000-01-01", -719_528), ("9999-12-31", 2_932_896),
  ])
  func countsDaysFrom1970(text: String, number: Int) throws {
    let date = try #require(CalendarDate(text))

    #expect(date.dayNumber == number)
    #expect(CalendarDate(dayNumber: number) == date)
    #expect(date.description == text)
  }

  @Test(arguments: [
    "", "2026-3-1", "2026-02-30", "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-01",
    "2026-01-00", "2026-01-32", "2026/01/01", "20260101", "2026-01-01 ", " 2026-01-01",
    "2026-01-01T00:00", "+026-01-01", "２０２６-01-01", "10000-01-01",
  ])
  func refusesWhatIsNoDate(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func agreesWithFoundationOverCenturies() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for number in stride(from: -150_000, through: 150_000, by: 997) {
      let date = CalendarDate(dayNumber: number)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(number) * 86_400))
      if number > -141_000 {  // Foundation is Julian before October 1582.
        #expect(parts.year == date.year && parts.month == date.month && parts.day == date.day)
      }
      let weekday = try #require(parts.weekday)
      #expect(Weekday.allCases[(weekday + 5) % 7] == date.weekday)
      #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
    }
  }

  @Test func addsDaysAcrossMonthsAndStopsAtTheEnds() throws {
    let date = try #require(CalendarDate("2024-02-28"))

    #expect(date.adding(days: 2).description == "2024-03-01")
    #expect(date.adding(days: -59).description == "2023-12-31")
    #expect(date.adding(days: .max) == .last)
    #expect(date.adding(days: .min) == .first)
    #expect(date < date.adding(days: 1))
  }
}
