/// Computes both periods of an announcement from one event.
///
/// Announcing the change anew restarts both: call it again with the new event.
package func computeNoticeDeadlines(
  _ terms: NoticeTerms, from event: NoticeEvent, effective: CalendarDate? = nil
) throws(DeadlineError) -> NoticeDeadlines {
  let notice = try terms.noticeBeforeUse.map { period throws(DeadlineError) in
    var deadline = try computeDeadline(terms.terms(for: period, roll: .none), from: event)
    // Nothing has to be declared on the last day of waiting.
    deadline.notes.removeAll { if case .endsOnDayOff = $0 { true } else { false } }
    return deadline
  }
  let window = try terms.objectionWindow.map { period throws(DeadlineError) in
    try computeDeadline(terms.terms(for: period, roll: terms.roll), from: event)
  }
  var starts: [(cause: NoticeDeadlines.Cause, day: CalendarDate)] = []
  for (cause, deadline) in [(NoticeDeadlines.Cause.notice, notice), (.window, window)] {
    guard let deadline else { continue }
    guard let day = deadline.lastDay.advanced(byDays: 1) else { throw .beyondCalendar }
    starts.append((cause, day))
  }
  if let effective { starts.append((.effectiveDate, effective)) }
  let earliest = starts.map(\.day).max()
  return NoticeDeadlines(
    notice: notice, window: window, earliestStart: earliest,
    causes: starts.filter { $0.day == earliest }.map(\.cause))
}

extension NoticeTerms {
  fileprivate func terms(for period: Period, roll: DeadlineTerms.Roll) -> DeadlineTerms {
    DeadlineTerms(
      period, week: week, calendar: calendar, roll: roll, countsEventDay: countsEventDay,
      place: place)
  }
}
