import Partitioning

/// The public holidays of one region, with the edition of the data that they come from.
package struct HolidayCalendar: Hashable, Sendable {
  /// Such as `DE-BY`; ISO 3166 where that has a code.
  package let code: String
  package let name: BilingualText
  /// The date of the data, `YYYY-MM-DD`.
  package let edition: String
  /// The years that the data were checked for; in others the rules are only carried on.
  package let years: ClosedRange<Int>
  package let definitions: [HolidayDefinition]
  /// What the reader of a result should know about the data.
  package let notes: [BilingualText]
  /// Codes of the regions within it that have holidays of their own.
  package let parts: [String]
  /// The holidays of ``tabledYears`` in order: a register asks for thousands of deadlines.
  private let table: [Holiday]

  package init(
    code: String, name: BilingualText, edition: String, years: ClosedRange<Int>,
    definitions: [HolidayDefinition], notes: [BilingualText] = [], parts: [String] = []
  ) {
    self.code = code
    self.name = name
    self.edition = edition
    self.years = years
    self.definitions = definitions
    self.notes = notes
    self.parts = parts
    table = Self.tabledYears(of: years).flatMap { Self.holidays(in: $0, of: definitions) }
  }

  /// No more than a lifetime, whatever years a file claims.
  private static func tabledYears(of years: ClosedRange<Int>) -> ClosedRange<Int> {
    years.lowerBound...min(years.upperBound, years.lowerBound + 63)
  }
}

extension HolidayCalendar {
  /// The years whose holidays ``tabledHoliday(on:)`` knows; the first 64 of ``years``.
  var tabledYears: ClosedRange<Int> { Self.tabledYears(of: years) }

  /// The holiday on `date`, which is in ``tabledYears``.
  ///
  /// - Complexity: O(log n) in the holidays of those years.
  func tabledHoliday(on date: CalendarDate) -> Holiday? {
    let index = table.partitioningIndex { $0.date >= date }
    return index < table.count && table[index].date == date ? table[index] : nil
  }

  /// All holidays of `year` in order, substitutes among them, one a day.
  ///
  /// Where two fall on one day the name is that of both.
  package func holidays(in year: Int) -> [Holiday] {
    Self.holidays(in: year, of: definitions)
  }

  private static func holidays(
    in year: Int, of definitions: [HolidayDefinition]
  ) -> [Holiday] {
    // A substitute can stand in the year before or after its holiday.
    let own = (year - 1...year + 1).flatMap { holidaysWithoutSubstitutes(in: $0, of: definitions) }
    var days: [CalendarDate: Holiday] = [:]
    for (holiday, _) in own {
      days[holiday.date] = days[holiday.date].map { $0.merged(with: holiday) } ?? holiday
    }
    for (holiday, rule) in own where holiday.date.weekday.isWeekend {
      guard let rule, let date = rule.substitute(for: holiday.date, taken: { days[$0] != nil })
      else { continue }
      days[date] =
        days[date]
        ?? Holiday(date: date, name: holiday.name, isSubstitute: true, note: holiday.note)
    }
    return days.values.filter { $0.date.year == year }.sorted { $0.date < $1.date }
  }

  /// In order of the days, so that substitutes are given out from the earliest on.
  private static func holidaysWithoutSubstitutes(
    in year: Int, of definitions: [HolidayDefinition]
  ) -> [(Holiday, SubstituteRule?)] {
    let found = definitions.flatMap { definition in
      definition.dates(in: year).map { date in
        (
          Holiday(date: date, name: definition.name, isSubstitute: false, note: definition.note),
          definition.substitute
        )
      }
    }
    return found.sorted { $0.0.date < $1.0.date }
  }
}

extension SubstituteRule {
  fileprivate func substitute(
    for date: CalendarDate, taken: (CalendarDate) -> Bool
  ) -> CalendarDate? {
    switch self {
    case .nextWeekday:
      var next = date.advanced(byDays: 1)
      while let day = next, day.weekday.isWeekend || taken(day) { next = day.advanced(byDays: 1) }
      return next
    case .nearestWeekday: return date.advanced(byDays: date.weekday == .saturday ? -1 : 1)
    }
  }
}

extension Holiday {
  fileprivate func merged(with other: Holiday) -> Holiday {
    guard other.name != name else { return self }
    let name = BilingualText(
      english: "\(name.english); \(other.name.english)",
      german: "\(name.german); \(other.name.german)")
    return Holiday(date: date, name: name, isSubstitute: isSubstitute, note: note ?? other.note)
  }
}
