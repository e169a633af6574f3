/// A date and a time of day, as a clock on the wall shows them.
package struct LocalTime: Hashable, Sendable {
  package let date: CalendarDate
  /// Minutes since midnight, from 0 to 1439.
  package let minute: Int

  package init?(_ date: CalendarDate, minute: Int) {
    guard (0..<1440).contains(minute) else { return nil }
    self.init(known: date, minute: minute)
  }

  init(known date: CalendarDate, minute: Int) {
    self.date = date
    self.minute = minute
  }
}

extension LocalTime: CustomStringConvertible {
  /// `2026-03-29T23:30`
  package var description: String { "\(date)T\(clockTime(minute: minute))" }
}

/// `09:05` for 545.
package func clockTime(minute: Int) -> String {
  let (hours, minutes) = (minute / 60, minute % 60)
  return "\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
}
