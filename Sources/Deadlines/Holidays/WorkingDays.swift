/// Knows which days are working days; remembers the holidays of years that the calendar's own table
/// lacks.
struct WorkingDays {
  let week: WorkingWeek
  let calendar: HolidayCalendar?
  private var years: [Int: [CalendarDate: Holiday]] = [:]

  init(week: WorkingWeek, calendar: HolidayCalendar?) {
    self.week = week
    self.calendar = calendar
  }

  /// Why `date` is no working day, or `nil` where it is one.
  mutating func dayOff(on date: CalendarDate) -> DayOff? {
    let isOutsideWeek = !week.contains(date.weekday)
    let holiday = holiday(on: date)
    guard isOutsideWeek || holiday != nil else { return nil }
    return DayOff(date: date, isOutsideWeek: isOutsideWeek, holiday: holiday)
  }

  private mutating func holiday(on date: CalendarDate) -> Holiday? {
    guard let calendar else { return nil }
    if calendar.tabledYears.contains(date.year) { return calendar.tabledHoliday(on: date) }
    if let year = years[date.year] { return year[date] }
    var days: [CalendarDate: Holiday] = [:]
    for holiday in calendar.holidays(in: date.year) { days[holiday.date] = holiday }
    years[date.year] = days
    return days[date]
  }

  /// The first working day at or after `start`, with the days off before it.
  mutating func firstWorkingDay(
    from start: CalendarDate
  ) throws(DeadlineError) -> (day: CalendarDate, skipped: [DayOff]) {
    try workingDay(number: 1, from: start, step: 1)
  }

  /// The `number`th working day at or after `start`, or at or before it where `step` is -1.
  mutating func workingDay(
    number: Int, from start: CalendarDate, step: Int
  ) throws(DeadlineError) -> (day: CalendarDate, skipped: [DayOff]) {
    var skipped: [DayOff] = []
    var left = number
    var day = start
    while true {
      if let off = dayOff(on: day) {
        skipped.append(off)
      } else {
        left -= 1
        if left <= 0 { return (day, skipped) }
      }
      guard let next = day.advanced(byDays: step) else { throw .beyondCalendar }
      day = next
    }
  }
}
