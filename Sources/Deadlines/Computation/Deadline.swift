/// A computed deadline that explains itself.
package struct Deadline: Hashable, Sendable {
  package let terms: DeadlineTerms
  package let event: NoticeEvent
  /// The local day of the event, after cut-off hour and deemed receipt.
  package let eventDay: CalendarDate
  /// Where counting ended, before any roll.
  package let countedDay: CalendarDate
  /// Forward: the last day on which one may act, up to its end. Backward: the last day on which the
  /// event may be announced.
  package let lastDay: CalendarDate
  /// What was done, in order.
  package let steps: [DeadlineStep]
  /// The rules that were followed, each once, in order.
  package let rules: [LegalRule]
  /// What the reader should know beside the result.
  package internal(set) var notes: [DeadlineNote]

  /// The holiday calendar, where the computation had to ask it.
  package var calendar: HolidayCalendar? { rules.contains(.publicHolidays) ? terms.calendar : nil }

  /// The moment at which ``lastDay`` is over, where the time zone is known.
  package var end: Instant? { event.zone.flatMap { $0.end(of: lastDay) } }
}
