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
  /// `lastDayToObject` and `earliestStart` follow from the announcement; without a stated day an
  /// announced engagement begins on the second.
  package func state(
    on day: CalendarDate, lastDayToObject: CalendarDate?, earliestStart: CalendarDate?
  ) -> EngagementState {
    if let withdrawn = withdrawn?.value, withdrawn <= day { return .withdrawn }
    // The day that is stated is the last one of use.
    if let ended = ended?.value, ended < day { return .ended }
    let begins = effective?.value ?? (announced == nil ? nil : earliestStart)
    if let begins, begins > day {
      guard let announced = announced?.value, announced <= day, let lastDayToObject,
        lastDayToObject >= day
      else { return .planned }
      return .inObjection
    }
    return ended == nil ? .active : .ending
  }
}
