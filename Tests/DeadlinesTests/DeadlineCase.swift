import Calendars
import Deadlines
import TestSupport
import Testing

/// One deadline to compare with another program's.
struct DeadlineCase {
  var code: String
  var start: CalendarDate
  var count: Int
  var unit: Period.Unit
  var week: WorkingWeek
  var roll: DeadlineTerms.Roll
  var direction: DeadlineTerms.Direction

  func lastDay() throws -> CalendarDate {
    let calendar: HolidayCalendar = try #require(HolidayAtlas.shipped.calendar(for: code))
    let terms = DeadlineTerms(
      try #require(Period(count: count, unit: unit)), direction: direction, week: week,
      calendar: calendar, roll: roll)
    return try computeDeadline(terms, from: NoticeEvent(.received, .day(start))).lastDay
  }

  /// As `compare_holidays.py` reads it.
  func row() throws -> String {
    let terms = "\(count)\t\(unit.rawValue)\t\(week)\t\(roll.rawValue)\t\(direction.rawValue)"
    return "\(code)\t\(start)\t\(terms)\t\(try lastDay())\n"
  }

  static func random(of codes: [String], using generator: inout SplitMix) throws -> DeadlineCase {
    let first = try #require(CalendarDate("2024-01-01"))
    let units: [(Period.Unit, Int)] = [
      (.days, 120), (.workingDays, 60), (.workingDays, 60), (.weeks, 16), (.months, 6),
    ]
    let (unit, longest) = try #require(units.randomElement(using: &generator))
    let isBackward = unit != .months && Int.random(in: 0..<8, using: &generator) == 0
    return DeadlineCase(
      code: try #require(codes.randomElement(using: &generator)),
      start: first.adding(days: Int.random(in: 0..<2557, using: &generator)),
      count: Int.random(in: 1...longest, using: &generator), unit: unit,
      week: Bool.random(using: &generator) ? .mondayToFriday : .mondayToSaturday,
      roll: !isBackward && Bool.random(using: &generator) ? .forward : .none,
      direction: isBackward ? .backward : .forward)
  }
}
