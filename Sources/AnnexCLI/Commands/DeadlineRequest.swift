package import Deadlines

/// What `annex deadline` is asked, with the names of calendar and zone still to be looked up.
package struct DeadlineRequest: Equatable, Sendable {
  package var event: NoticeEvent
  package var period: Period
  /// The time to object, where there are two periods.
  package var window: Period?
  package var effective: CalendarDate?
  package var direction: DeadlineTerms.Direction
  package var week: WorkingWeek?
  package var roll: DeadlineTerms.Roll
  package var countsEventDay: Bool
  package var place: DeadlineTerms.Place?
  package var holidays: String?
  package var zone: String?
  package var language: Language
}
