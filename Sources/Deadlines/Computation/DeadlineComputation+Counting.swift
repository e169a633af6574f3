extension DeadlineComputation {
  /// Forward: the last day of the period. Backward: its first day, which is the earliest.
  mutating func count(from eventDay: CalendarDate) throws(DeadlineError) -> CalendarDate {
    let step = terms.direction == .forward ? 1 : -1
    let period = terms.period
    guard period.countsWorkingDays else {
      return try countCalendar(from: eventDay, step: step)
    }
    followWorkingWeek()
    let start = terms.countsEventDay ? eventDay : eventDay.advanced(byDays: step)
    guard let start else { throw .beyondCalendar }
    let (last, skipped) = try workingDays.workingDay(
      number: period.count, from: start, step: step)
    steps.append(.counted(period, week: workingDays.week, last: last, skipped: skipped))
    if terms.direction == .forward { follow(.endOfLastDay) }
    return last
  }

  private mutating func countCalendar(
    from eventDay: CalendarDate, step: Int
  ) throws(DeadlineError) -> CalendarDate {
    let period = terms.period
    let last =
      step > 0
      ? try end(of: period, from: eventDay, countsFirst: terms.countsEventDay)
      : try beginning(of: period, before: eventDay, countsLast: terms.countsEventDay)
    steps.append(.counted(period, week: nil, last: last, skipped: []))
    guard step > 0 else { return last }
    guard let months = period.months else {
      follow(period.unit == .weeks ? .sameDay : .endOfLastDay)
      return last
    }
    follow(.sameDay)
    // The day that the month would need: the event's own number, or the one before it.
    let wanted = terms.countsEventDay ? eventDay.day - 1 : eventDay.day
    let target = terms.countsEventDay && wanted == 0 ? nil : eventDay.adding(months: months)
    if let target, wanted > CalendarDate.length(ofMonth: target.month, year: target.year) {
      steps.append(.shortMonth(day: wanted, last: last))
      follow(.shortMonth)
    }
    return last
  }

  /// The last day of a forward period; for working days the day on which counting begins.
  func end(
    of period: Period, from day: CalendarDate, countsFirst: Bool
  ) throws(DeadlineError) -> CalendarDate {
    let end: CalendarDate?
    if let months = period.months {
      end = countsFirst ? dayBefore(day, plus: months) : day.adding(months: months)
    } else {
      let days = period.countsWorkingDays ? 1 : period.days
      end = day.advanced(byDays: countsFirst ? days - 1 : days)
    }
    guard let end else { throw .beyondCalendar }
    return end
  }

  /// The day before the one of the same number, or the month's last where there is none: the second
  /// halves of § 188(2) and (3) BGB.
  private func dayBefore(_ day: CalendarDate, plus months: Int) -> CalendarDate? {
    if day.day == 1 { return day.adding(months: months)?.advanced(byDays: -1) }
    return CalendarDate(year: day.year, month: day.month, day: day.day - 1)?.adding(months: months)
  }

  /// The first day of a backward period.
  private func beginning(
    of period: Period, before day: CalendarDate, countsLast: Bool
  ) throws(DeadlineError) -> CalendarDate {
    guard let end = countsLast ? day.advanced(byDays: 1) : day,
      let first = period.months.map({ end.adding(months: -$0) })
        ?? end.advanced(byDays: -period.days)
    else { throw .beyondCalendar }
    return first
  }
}

extension Period {
  /// Of months and years.
  fileprivate var months: Int? {
    switch unit {
    case .months: count
    case .years: count * 12
    case .days, .workingDays, .businessDays, .werktage, .weeks: nil
    }
  }

  /// Of days and weeks.
  fileprivate var days: Int { unit == .weeks ? count * 7 : count }
}
