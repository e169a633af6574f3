/// How a church reckons Easter.
package enum Easter: String, CaseIterable, Sendable {
  case western = "easter"
  case orthodox = "orthodox easter"

  /// Easter Sunday, in the Gregorian calendar.
  ///
  /// Source: the tables of the Gregorian and of the Julian computus, as arithmetic.
  package func sunday(in year: Int) -> CalendarDate? {
    switch self {
    case .western: Self.westernSunday(in: year)
    case .orthodox: Self.orthodoxSunday(in: year)
    }
  }

  /// The Sunday after the first ecclesiastical full moon on or after 21 March.
  private static func westernSunday(in year: Int) -> CalendarDate? {
    let golden = year % 19
    let century = year / 100
    let solarShift = century - century / 4
    let lunarShift = (8 * century + 13) / 25
    var epact = (19 * golden + solarShift - lunarShift + 15) % 30
    // Two full moons of the tables come a day early, so that none falls after 18 April.
    epact -= epact == 29 || (epact == 28 && golden > 10) ? 1 : 0
    return march21(of: year).map { sunday(after: $0.adding(days: epact)) }
  }

  /// The same in the Julian calendar, whose days are then renamed.
  private static func orthodoxSunday(in year: Int) -> CalendarDate? {
    let fullMoon = (19 * (year % 19) + 15) % 30
    let calendarLag = year / 100 - year / 400 - 2
    return march21(of: year).map { sunday(after: $0.adding(days: fullMoon + calendarLag)) }
  }

  private static func march21(of year: Int) -> CalendarDate? {
    CalendarDate(year: year, month: 3, day: 21)
  }

  private static func sunday(after date: CalendarDate) -> CalendarDate {
    date.next(.sunday, from: 1)
  }
}

extension CalendarDate {
  /// The first `weekday` that is at least `days` later.
  func next(_ weekday: Weekday, from days: Int) -> CalendarDate {
    let start = adding(days: days)
    return start.adding(days: (weekday.index - start.weekday.index + 7) % 7)
  }

  /// The last `weekday` that is at least `days` earlier.
  func previous(_ weekday: Weekday, from days: Int) -> CalendarDate {
    let start = adding(days: -days)
    return start.adding(days: -((start.weekday.index - weekday.index + 7) % 7))
  }
}
