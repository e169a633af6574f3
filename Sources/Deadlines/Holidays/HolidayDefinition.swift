/// A public holiday as the data define it: when it is, in which years, and where.
package struct HolidayDefinition: Hashable, Sendable {
  package enum Dates: Hashable, Sendable {
    case yearly(YearlyDay)
    /// Dates that follow no rule, such as holidays that were given once.
    case listed([CalendarDate])
  }

  /// A day on which the holiday doesn't happen.
  package enum Exception: Hashable, Sendable {
    case weekday(Weekday)
    case monthDay(MonthDay)
    case year(Int)
  }

  package var dates: Dates
  package var name: BilingualText
  /// The regions that have it, such as `DE-BY`; empty where the whole country has it.
  package var regions: [String]
  package var years: ClosedRange<Int>
  package var exceptions: [Exception]
  package var substitute: SubstituteRule?
  package var note: String?

  package init(
    _ dates: Dates, name: BilingualText, regions: [String] = [],
    years: ClosedRange<Int> = 0...9999, exceptions: [Exception] = [],
    substitute: SubstituteRule? = nil, note: String? = nil
  ) {
    self.dates = dates
    self.name = name
    self.regions = regions
    self.years = years
    self.exceptions = exceptions
    self.substitute = substitute
    self.note = note
  }
}

/// The further day off that a holiday on a weekend brings.
package enum SubstituteRule: String, CaseIterable, Sendable {
  /// The first later day from Monday to Friday that is no holiday itself.
  case nextWeekday = "next-weekday"
  /// Friday for a Saturday, Monday for a Sunday.
  case nearestWeekday = "nearest-weekday"
}

extension HolidayDefinition {
  /// Its days in `year`, substitutes left out.
  func dates(in year: Int) -> [CalendarDate] {
    guard years.contains(year) else { return [] }
    let dates =
      switch dates {
      case .yearly(let rule): rule.date(in: year).map { [$0] } ?? []
      case .listed(let dates): dates.filter { $0.year == year }
      }
    return dates.filter { date in !exceptions.contains { $0.matches(date) } }
  }
}

extension HolidayDefinition.Exception {
  func matches(_ date: CalendarDate) -> Bool {
    switch self {
    case .weekday(let weekday): date.weekday == weekday
    case .monthDay(let day): (date.month, date.day) == (day.month, day.day)
    case .year(let year): date.year == year
    }
  }
}
