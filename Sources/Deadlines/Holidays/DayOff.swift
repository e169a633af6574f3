/// A day that was left out in counting, and why.
package struct DayOff: Hashable, Sendable {
  package let date: CalendarDate
  /// Whether the working week leaves it out, whatever the holidays.
  package let isOutsideWeek: Bool
  package let holiday: Holiday?
}
