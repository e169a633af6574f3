/// Something about a result that the reader should know, as facts.
package enum DeadlineNote: Hashable, Sendable {
  /// The unit leaves the working week open, and nothing else named it.
  case weekAssumed(WorkingWeek)
  /// Public holidays matter to the computation, but no calendar was named.
  case noHolidays
  /// Regions of the place have further holidays.
  case partsHaveMore(HolidayCalendar)
  /// Days were counted in years that the data were not checked for.
  case yearsNotChecked(ClosedRange<Int>, HolidayCalendar)
  /// A declaration would be due on a day off, and no roll was agreed.
  case endsOnDayOff(DayOff)
  case promise(Period.Promise)
  case data(BilingualText)
}
