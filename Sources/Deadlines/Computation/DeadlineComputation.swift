/// The computation as it goes on: steps, rules and notes gather in it.
struct DeadlineComputation {
  let terms: DeadlineTerms
  var workingDays: WorkingDays
  var steps: [DeadlineStep] = []
  var rules: [LegalRule] = []
  var notes: [DeadlineNote] = []
  /// Whether it made a difference which days are public holidays.
  var asksForHolidays = false

  init(_ terms: DeadlineTerms) {
    self.terms = terms
    workingDays = WorkingDays(week: terms.effectiveWeek, calendar: terms.calendar)
  }

  mutating func follow(_ rule: LegalRule) {
    if !rules.contains(rule) { rules.append(rule) }
  }

  mutating func followWorkingWeek() {
    asksForHolidays = true
    follow(.week(terms.effectiveWeek))
    if terms.calendar != nil { follow(.publicHolidays) }
  }
}

extension DeadlineComputation {
  mutating func roll(_ day: CalendarDate) throws(DeadlineError) -> CalendarDate {
    // § 193 names Saturday itself, so the working week of the agreement doesn't matter.
    var weekdays = WorkingDays(week: .mondayToFriday, calendar: terms.calendar)
    let (moved, skipped) = try weekdays.firstWorkingDay(from: day)
    switch terms.roll {
    case .forward:
      asksForHolidays = true
      if terms.calendar != nil { follow(.publicHolidays) }
      guard moved != day else { return day }
      steps.append(.rolled(from: day, to: moved, skipped: skipped))
      follow(.rollForward)
      return moved
    case .none:
      if let off = skipped.first { notes.append(.endsOnDayOff(off)) }
      return day
    }
  }

  mutating func noticeDay(before first: CalendarDate) throws(DeadlineError) -> CalendarDate {
    guard let notice = first.advanced(byDays: -1) else { throw .beyondCalendar }
    steps.append(.fullDaysBetween(first: first, notice: notice))
    follow(.fullDaysBetween)
    return notice
  }

  mutating func note(from start: CalendarDate, to end: CalendarDate) {
    if terms.period.unit == .workingDays, terms.week == nil {
      notes.append(.weekAssumed(terms.effectiveWeek))
    }
    if terms.period.promise != .exact { notes.append(.promise(terms.period.promise)) }
    guard asksForHolidays else { return }
    guard let calendar = terms.calendar else {
      notes.append(.noHolidays)
      return
    }
    if !calendar.parts.isEmpty { notes.append(.partsHaveMore(calendar)) }
    let years = min(start, end).year...max(start, end).year
    if !calendar.years.contains(years.lowerBound) || !calendar.years.contains(years.upperBound) {
      notes.append(.yearsNotChecked(years, calendar))
    }
    notes += calendar.notes.map { .data($0) }
  }
}
