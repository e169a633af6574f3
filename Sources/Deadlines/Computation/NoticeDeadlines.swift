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

  /// What follows where two promises hold beside each other: the later end of each period.
  package func combined(with other: Self) -> Self {
    func later(_ first: Deadline?, _ second: Deadline?) -> Deadline? {
      guard let first, let second else { return first ?? second }
      return second.lastDay > first.lastDay ? second : first
    }
    let starts = [self, other].compactMap(\.earliestStart)
    let latest = [self, other].first { $0.earliestStart == starts.max() } ?? self
    return NoticeDeadlines(
      notice: later(notice, other.notice), window: later(window, other.window),
      earliestStart: starts.max(), causes: latest.causes)
  }

  /// Whether use from `day` on leaves all of the promised time.
  package func leavesTime(before day: CalendarDate) -> Bool {
    [notice, window].allSatisfy { deadline in deadline.map { $0.lastDay < day } ?? true }
  }
}
