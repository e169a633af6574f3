import Deadlines
import Testing

struct EasterTests {
  @Test(arguments: [
    "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01",
    "2030-04-21", "2031-04-13",
    // The earliest and the latest that there can be, and the two exceptions of the tables.
    "1818-03-22", "1943-04-25", "1981-04-19", "1954-04-18",
  ])
  func findsWesternEaster(text: String) throws {
    let date = try #require(CalendarDate(text))
    #expect(Easter.western.sunday(in: date.year) == date)
  }

  @Test(arguments: [
    "2024-05-05", "2025-04-20", "2026-04-12", "2027-05-02", "2028-04-16", "2029-04-08",
    "2030-04-28", "2031-04-13",
  ])
  func findsOrthodoxEaster(text: String) throws {
    let date = try #require(CalendarDate(text))
    #expect(Easter.orthodox.sunday(in: date.year) == date)
  }

  @Test func alwaysFindsASunday() {
    for year in 0...9999 {
      for easter in Easter.allCases {
        #expect(easter.sunday(in: year)?.weekday == .sunday)
      }
    }
  }

  /// The anonymous algorithm of 1876, which shares no step with the tables.
  @Test func agreesWithAnotherAlgorithm() throws {
    for year in 1583...4099 {
      let (century, rest) = (year / 100, year % 100)
      let shift = (8 * century + 13) / 25
      let epact = (19 * (year % 19) + century - century / 4 - shift + 15) % 30
      let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
      let correction = (year % 19 + 11 * epact + 22 * weekday) / 451
      let number = epact + weekday - 7 * correction + 114
      let date = CalendarDate(year: year, month: number / 31, day: number % 31 + 1)
      #expect(Easter.western.sunday(in: year) == date)
    }
  }
}
