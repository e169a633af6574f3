/// A rule that names one day in each year, such as the third Monday of January.
package enum YearlyDay: Hashable, Sendable {
  /// `12-25`; 29 February only in leap years.
  case fixed(MonthDay)
  /// `easter - 2`, `orthodox easter + 1`
  case easter(Easter, offset: Int)
  /// `third monday of january`; `ordinal` is from 1 to 5.
  case nth(ordinal: Int, Weekday, month: Int)
  /// `last monday of may`
  case last(Weekday, month: Int)
  /// `wednesday before 11-23`: the nearest one that is earlier.
  case before(Weekday, MonthDay)
  /// `saturday from 06-20`: that day, or the nearest one that is later.
  case from(Weekday, MonthDay)

  /// The day in `year`, or `nil` where the year has none.
  package func date(in year: Int) -> CalendarDate? {
    switch self {
    case .fixed(let day): day.date(in: year)
    case .easter(let easter, let offset):
      easter.sunday(in: year)?.adding(days: offset)
    case .nth(let ordinal, let weekday, let month):
      CalendarDate(year: year, month: month, day: 1)
        .map { $0.next(weekday, from: 7 * (ordinal - 1)) }
        .flatMap { $0.month == month ? $0 : nil }
    case .last(let weekday, let month):
      CalendarDate(
        year: year, month: month, day: CalendarDate.length(ofMonth: month, year: year)
      ).map { $0.previous(weekday, from: 0) }
    case .before(let weekday, let day): day.date(in: year)?.previous(weekday, from: 1)
    case .from(let weekday, let day): day.date(in: year)?.next(weekday, from: 0)
    }
  }
}
