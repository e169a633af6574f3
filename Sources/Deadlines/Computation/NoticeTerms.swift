/// What an agreement promises before a change: how long ahead it is announced, and how long one may
/// object.
package struct NoticeTerms: Hashable, Sendable {
  /// `nil` where the agreement names no number, as in "reasonable notice".
  package var noticeBeforeUse: Period?
  /// `nil` where the agreement names no number.
  package var objectionWindow: Period?
  package var week: WorkingWeek?
  package var calendar: HolidayCalendar?
  /// For the window only: an objection is a declaration, waiting for the notice to run out is not.
  package var roll: DeadlineTerms.Roll
  package var countsEventDay: Bool
  package var place: DeadlineTerms.Place?

  package init(
    noticeBeforeUse: Period?, objectionWindow: Period?, week: WorkingWeek? = nil,
    calendar: HolidayCalendar? = nil, roll: DeadlineTerms.Roll = .none,
    countsEventDay: Bool = false, place: DeadlineTerms.Place? = nil
  ) {
    self.noticeBeforeUse = noticeBeforeUse
    self.objectionWindow = objectionWindow
    self.week = week
    self.calendar = calendar
    self.roll = roll
    self.countsEventDay = countsEventDay
    self.place = place
  }
}
