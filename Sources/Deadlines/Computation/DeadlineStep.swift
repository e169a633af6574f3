/// One step of a computation, as facts; ``DeadlineWords`` has the words.
package enum DeadlineStep: Hashable, Sendable {
  case happened(NoticeEvent.Kind, Moment)
  case localDay(LocalTime, zone: String)
  case afterCutOff(hour: Int, day: CalendarDate, skipped: [DayOff])
  case deemedReceived(after: Period, day: CalendarDate, skipped: [DayOff])
  case eventDay(CalendarDate, isCounted: Bool)
  /// `last` is the day where counting ends; `week` is there for working days only.
  case counted(Period, week: WorkingWeek?, last: CalendarDate, skipped: [DayOff])
  /// The month has no day of this number.
  case shortMonth(day: Int, last: CalendarDate)
  case rolled(from: CalendarDate, to: CalendarDate, skipped: [DayOff])
  /// `first` to the day before the event lie between notice and event; the notice comes before.
  case fullDaysBetween(first: CalendarDate, notice: CalendarDate)
}
