/// When one may object at the latest, and when use may begin at the earliest.
package struct NoticeDeadlines: Hashable, Sendable {
  /// What settles the day on which use may begin.
  package enum Cause: String, CaseIterable, Sendable {
    case notice, window, effectiveDate = "effective-date"
  }

  package let notice: Deadline?
  /// Its ``Deadline/lastDay`` is the last day to object.
  package let window: Deadline?
  /// The latest of the effective date, the day after the window and the day after the notice
  /// period; `nil` where there is none of them.
  package let earliestStart: CalendarDate?
  /// Those that fall on ``earliestStart``.
  package let causes: [Cause]

  /// Whether use from `day` on leaves all of the promised time.
  package func leavesTime(before day: CalendarDate) -> Bool {
    [notice, window].allSatisfy { deadline in deadline.map { $0.lastDay < day } ?? true }
  }
}
