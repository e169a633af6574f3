import Deadlines
import Testing

struct YearlyDayTests {
  @Test(arguments: [
    ("12-25", "2026-12-25"), ("easter", "2026-04-05"), ("easter - 2", "2026-04-03"),
    ("easter + 39", "2026-05-14"), ("orthodox easter + 1", "2026-04-13"),
    ("third monday of january", "2026-01-19"), ("fifth friday of january", "2026-01-30"),
    ("last monday of may", "2026-05-25"), ("wednesday before 11-23", "2026-11-18"),
    ("monday before 11-23", "2026-11-16"), ("saturday from 06-20", "2026-06-20"),
    ("friday from 06-20", "2026-06-26"), ("last sunday of october", "2026-10-25"),
  ])
  func findsItsDayAndWritesItselfAsItIsRead(text: String, day: String) throws {
    let rule = try #require(YearlyDay(text))

    #expect(rule.date(in: 2026)?.description == day)
    #expect(rule.description == text)
  }

  @Test(arguments: [
    "2024-11-20", "2025-11-19", "2026-11-18", "2027-11-17", "2028-11-22", "2029-11-21",
    "2030-11-20", "2031-11-19",
  ])
  func findsTheDayOfRepentance(text: String) throws {
    let date = try #require(CalendarDate(text))
    #expect(YearlyDay("wednesday before 11-23")?.date(in: date.year) == date)
  }

  @Test func hasNoDayInSomeYears() throws {
    let leapDay = try #require(YearlyDay("02-29"))
    #expect(leapDay.date(in: 2026) == nil)
    #expect(leapDay.date(in: 2028)?.description == "2028-02-29")

    let fifth = try #require(YearlyDay("fifth monday of february"))
    #expect(fifth.date(in: 2026) == nil)
    #expect(fifth.date(in: 9999) == nil)
    #expect(YearlyDay("12-25")?.date(in: 10_000) == nil)
    #expect(YearlyDay("easter + 999")?.date(in: 9999) == .last)
  }

  @Test(arguments: [
    "", " ", "13-01", "02-30", "2-3", "12-25 ", "easter+1", "easter + ", "easter + x",
    "easter + 1000", "easter * 2", "easter - -2", "orthodox", "orthodox 12-25", "monday",
    "sixth monday of may", "first monday of mai", "first monday in may", "First monday of may",
    "monday after 11-23", "monday before 11-31", "last may", "first  monday of may",
    "٠١-٠١", "first monday of may extra",
  ])
  func refusesWhatIsNoRule(text: String) {
    #expect(YearlyDay(text) == nil)
  }
}
