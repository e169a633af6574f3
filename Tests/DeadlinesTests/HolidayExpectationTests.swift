import Calendars
import Deadlines
import Foundation
import Testing

/// Compares the shipped data with tables that `compare_holidays.py expect` wrote from an
/// independent library.
struct HolidayExpectationTests {
  private func rows(of name: String) throws -> [[String]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Expectations/\(name)")
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func agreesOnTheHolidays() throws {
    let rows = try rows(of: "holidays.tsv")
    #expect(rows.count > 300)
    for row in rows {
      let year = try #require(Int(row[1]))
      let expected = Set(row[2].split(separator: " ").map { "\(year)-\($0)" })
      let calendar = try #require(HolidayAtlas.shipped.calendar(for: row[0]), "\(row[0])")
      let holidays = calendar.holidays(in: year)
      let found = Set(holidays.map(\.date.description))
      #expect(expected.subtracting(found).isEmpty, "\(row[0]) lacks days in \(year)")
      for holiday in holidays where !expected.contains(holiday.date.description) {
        #expect(holiday.note != nil, "\(row[0]) has \(holiday.date) and does not say why")
      }
    }
  }

  @Test func agreesOnDeadlines() throws {
    let rows = try rows(of: "deadlines.tsv")
    #expect(rows.count >= 500)
    for row in rows {
      let random = try DeadlineCase(
        code: row[0], start: #require(CalendarDate(row[1])), count: #require(Int(row[2])),
        unit: #require(Period.Unit(rawValue: row[3])), week: #require(WorkingWeek(row[4])),
        roll: #require(DeadlineTerms.Roll(rawValue: row[5])),
        direction: #require(DeadlineTerms.Direction(rawValue: row[6])))
      #expect(try random.lastDay().description == row[7], "\(row)")
    }
  }

  @Test func expectsSomethingOfEveryCountry() throws {
    let codes = Set(try rows(of: "holidays.tsv").map { $0[0] })
    #expect(codes == Set(HolidayAtlas.shipped.codes))
  }
}
