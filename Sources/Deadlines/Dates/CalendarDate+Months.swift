extension CalendarDate {
  /// The day of the same number `months` later, or earlier where that is negative.
  ///
  /// A month that is too short gives its last day instead, as § 188(3) BGB has it. `nil` where the
  /// day is beyond the years that can be written.
  package func adding(months: Int) -> CalendarDate? {
    let (index, overflows) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflows, index >= 0, index < 10_000 * 12 else { return nil }
    let (year, month) = (index / 12, index % 12 + 1)
    return CalendarDate(
      year: year, month: month, day: min(day, Self.length(ofMonth: month, year: year)))
  }

  /// The day that is `days` later or earlier; `nil` where it is beyond the years that can be
  /// written.
  package func advanced(byDays days: Int) -> CalendarDate? {
    let (number, overflows) = dayNumber.addingReportingOverflow(days)
    guard !overflows, Self.first.dayNumber <= number, number <= Self.last.dayNumber else {
      return nil
    }
    return CalendarDate(dayNumber: number)
  }
}
