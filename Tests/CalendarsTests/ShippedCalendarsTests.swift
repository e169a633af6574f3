import Calendars
import Deadlines
import Diagnostics
import Foundation
import Testing

struct ShippedCalendarsTests {
  private var data: URL {
    URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Calendars/Data").standardized
  }

  @Test func readsEveryFileWithoutAComplaint() throws {
    let folder = data.appending(path: "holidays")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    #expect(names.count == HolidayAtlas.shipped.countries.count)
    for name in names {
      let bytes = try Array(Data(contentsOf: folder.appending(path: name)))
      let (country, diagnostics) = readCountryHolidays(bytes, path: name)
      #expect(diagnostics.isEmpty, "\(name): \(diagnostics.map(\.summary))")
      #expect(country.map { "\($0.code).yml" } == name)
    }
  }

  @Test func coversTheWholeEEAAndMore() {
    let wanted = """
      AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO \
      CH GB US
      """
    let codes = Set(wanted.split(separator: " ").map(String.init))
    #expect(Set(HolidayAtlas.shipped.countries.map(\.code)) == codes)
    for country in HolidayAtlas.shipped.countries {
      #expect(country.years.lowerBound <= 2024 && country.years.upperBound >= 2031)
      #expect(country.edition == "2026-11-20")
    }
  }

  @Test func knowsAllLaenderAndCantons() {
    let codes = HolidayAtlas.shipped.codes
    let laender = codes.filter { $0.hasPrefix("DE-") && $0.utf8.count == 5 }
    #expect(laender.count == 16)
    #expect(codes.filter { $0.hasPrefix("CH-") }.count == 26)
    #expect(Set(codes).count == codes.count)
  }

  @Test func namesEachZoneOnce() {
    let names = ClockZones.shipped.names
    #expect(Set(names).count == names.count)
    #expect(names.contains("Europe/Berlin") && names.contains("America/New_York"))
  }

  @Test(arguments: [
    ("DE-BY", "2017-10-31", true), ("DE-BY", "2018-10-31", false), ("DE-HH", "2018-10-31", true),
    ("DE-BE", "2020-05-08", true), ("DE-BE", "2025-05-08", true), ("DE-BE", "2026-05-08", false),
    ("DE-BE", "2028-06-17", true), ("DE-BE", "2018-03-08", false), ("DE-BE", "2019-03-08", true),
    ("DE-MV", "2022-03-08", false), ("DE-MV", "2023-03-08", true), ("DE-TH", "2018-09-20", false),
    ("DE-BY-AUGSBURG", "2026-08-08", true), ("DE-BY", "2026-08-08", false),
    ("DE-BY", "2026-08-15", false), ("DE-BY-CATHOLIC", "2026-08-15", true),
    ("DE-TH-CATHOLIC", "2026-06-04", true), ("DE-TH", "2026-06-04", false),
    ("GB-ENG", "2028-01-03", true), ("US", "2027-12-31", true), ("NL", "2025-04-26", true),
    ("NL", "2025-04-27", false), ("IE", "2030-02-01", true), ("IE", "2030-02-04", false),
    ("IE", "2026-02-02", true), ("PL", "2024-12-24", false), ("PL", "2025-12-24", true),
  ])
  func knowsDaysThatChangeWithPlaceAndYear(code: String, day: String, isHoliday: Bool) throws {
    let date = try #require(CalendarDate(day))
    let calendar = try #require(HolidayAtlas.shipped.calendar(for: code))
    #expect(calendar.holidays(in: date.year).contains { $0.date == date } == isHoliday)
  }
}
