package import Deadlines
internal import Frontmatter

/// Where an engagement stands on a day.
package enum EngagementState: String, CaseIterable, Sendable {
  /// To begin, with no objection possible any more or yet.
  case planned
  /// Announced, and customers can still object.
  case inObjection = "in-objection"
  case active
  /// In use, with a day on which that ends.
  case ending
  case ended
  /// Announced, and given up before it began.
  case withdrawn

  /// Whether personal data is processed in it.
  package var isInUse: Bool { self == .active || self == .ending }
  /// Whether it is still to begin.
  package var isToCome: Bool { self == .planned || self == .inObjection }
}

extension Engagement {
  /// The state on a day, by the dates of the record.
  ///
  /// `lastDayToObject` and `earliestStart` follow from the announcement. What is announced begins on
  /// the day that is stated and on no other one: until somebody writes it, it is planned. What states
  /// its last day only has begun when the promised time was over.
  package func state(
    on day: CalendarDate, lastDayToObject: CalendarDate?, earliestStart: CalendarDate? = nil
  ) -> EngagementState {
    if let withdrawn = withdrawn?.value, withdrawn <= day { return .withdrawn }
    // The day that is stated is the last one of use.
    if let ended = ended?.value, ended < day { return .ended }
    let isTooSoon =
      effective == nil && vagueStart == nil && announced != nil
      && [lastDayToObject.map { $0 >= day }, earliestStart.map { $0 > day }].contains(true)
    if isTooSoon || !hasBegun(on: day) {
      guard let announced = announced?.value, announced <= day, let lastDayToObject,
        lastDayToObject >= day
      else { return .planned }
      return .inObjection
    }
    return ended == nil ? .active : .ending
  }

  /// Whether the stated day has come; without one, whether nothing speaks of a start to come.
  package func hasBegun(on day: CalendarDate) -> Bool {
    if let effective { return effective.value <= day }
    if let vagueStart { return vagueStart.latest.map { $0 <= day } ?? false }
    // What has a last day has begun.
    return announced == nil || ended != nil
  }
}
