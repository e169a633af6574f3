import Deadlines
import Testing

struct HolidayCalendarTests {
  private func calendar(_ definitions: HolidayDefinition...) -> HolidayCalendar {
    HolidayCalendar(
      code: "XX", name: name("Testland"), edition: "2026-01-01", years: 2020...2030,
      definitions: definitions)
  }

  private func name(_ text: String) -> BilingualText { BilingualText(english: text, german: text) }

  private func day(
    _ text: String, _ name: String = "day", years: ClosedRange<Int> = 0...9999,
    except: [HolidayDefinition.Exception] = [], substitute: SubstituteRule? = nil
  ) throws -> HolidayDefinition {
    HolidayDefinition(
      .yearly(try #require(YearlyDay(text))), name: self.name(name), years: years,
      exceptions: except, substitute: substitute)
  }

  private func dates(_ calendar: HolidayCalendar, _ year: Int) -> [String] {
    calendar.holidays(in: year).map { "\($0.date)\($0.isSubstitute ? "*" : "")" }
  }

  @Test func givesTwoHolidaysOfAWeekendTheNextTwoDays() throws {
    let calendar = calendar(
      try day("12-25", substitute: .nextWeekday), try day("12-26", substitute: .nextWeekday))

    #expect(dates(calendar, 2027) == ["2027-12-25", "2027-12-26", "2027-12-27*", "2027-12-28*"])
    #expect(dates(calendar, 2022) == ["2022-12-25", "2022-12-26", "2022-12-27*"])
    #expect(dates(calendar, 2026) == ["2026-12-25", "2026-12-26", "2026-12-28*"])
  }

  @Test func putsASubstituteIntoTheYearBefore() throws {
    let calendar = calendar(try day("01-01", substitute: .nearestWeekday))

    #expect(dates(calendar, 2027) == ["2027-01-01", "2027-12-31*"])
    #expect(dates(calendar, 2028) == ["2028-01-01"])
    #expect(dates(calendar, 2023) == ["2023-01-01", "2023-01-02*"])
  }

  @Test func keepsToItsYearsAndExceptions() throws {
    let calendar = calendar(
      try day("05-01", years: 2024...2026, except: [.year(2025)]),
      try day(
        "first monday of may", except: [.weekday(.sunday), .monthDay(#require(MonthDay("05-04")))]))

    #expect(dates(calendar, 2023) == ["2023-05-01"])
    #expect(dates(calendar, 2024) == ["2024-05-01", "2024-05-06"])
    #expect(dates(calendar, 2025) == ["2025-05-05"])
    #expect(dates(calendar, 2026) == ["2026-05-01"])
  }

  @Test func namesBothHolidaysOfADay() throws {
    let calendar = calendar(try day("05-30", "Statehood"), try day("easter + 60", "Corpus Christi"))

    #expect(calendar.holidays(in: 2024).map(\.name.english) == ["Statehood; Corpus Christi"])
  }

  @Test func survivesTheEndsOfTheCalendar() throws {
    let calendar = calendar(
      try day("01-01", substitute: .nearestWeekday), try day("12-31", substitute: .nextWeekday))

    #expect(dates(calendar, 0).count >= 2)
    #expect(dates(calendar, 9999).count >= 2)
    #expect(dates(calendar, -1).isEmpty && dates(calendar, 10_001).isEmpty)
  }

  @Test func countsOnlyTheHolidaysOfARegion() throws {
    let everywhere = try day("01-01")
    var inBavaria = try day("01-06")
    inBavaria.regions = ["DE-BY"]
    var inAugsburg = try day("08-08")
    inAugsburg.regions = ["DE-BY-AUGSBURG"]
    let codes = ["DE-BY", "DE-BY-AUGSBURG", "DE-BYX"]
    let atlas = HolidayAtlas([
      CountryHolidays(
        code: "DE", name: name("Germany"), edition: "2026-01-01", years: 2024...2031,
        regions: codes.map { CountryHolidays.Region(code: $0, name: name($0)) },
        definitions: [everywhere, inBavaria, inAugsburg])
    ])

    let counts = (["DE"] + codes).map { atlas.calendar(for: $0)?.holidays(in: 2026).count }
    #expect(counts == [1, 2, 3, 1])
    #expect(atlas.calendar(for: "de-by")?.code == "DE-BY")
    #expect(atlas.calendar(for: "DE")?.parts == codes)
    #expect(atlas.calendar(for: "DE-BY")?.parts == ["DE-BY-AUGSBURG"])
    #expect(atlas.calendar(for: "") == nil && atlas.calendar(for: "-") == nil)
  }

  @Test func takesTheLaterOfTwoCountries() throws {
    func country(_ edition: String) -> CountryHolidays {
      CountryHolidays(
        code: "DE", name: name("Germany"), edition: edition, years: 2024...2031, regions: [],
        definitions: [])
    }
    let atlas = HolidayAtlas([country("2026-01-01")]).replacing(with: [country("2027-01-01")])

    #expect(atlas.countries.map(\.edition) == ["2027-01-01"])
  }
}
