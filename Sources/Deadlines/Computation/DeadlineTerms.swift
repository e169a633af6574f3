/// The terms on which one period is counted.
package struct DeadlineTerms: Hashable, Sendable {
  package enum Direction: String, CaseIterable, Sendable {
    /// From the event on: the last day on which one may act.
    case forward
    /// Back from the event: the last day on which it may be announced.
    case backward
  }

  /// What happens where the last day is a Saturday, a Sunday or a public holiday.
  package enum Roll: String, CaseIterable, Sendable {
    case none
    /// The next working day takes its place, as § 193 BGB has it for declarations.
    case forward
  }

  /// Whose public holidays count.
  package enum Place: String, CaseIterable, Sendable {
    case controller, processor, agreed
  }

  package var period: Period
  package var direction: Direction
  /// `nil` means what the unit implies, and Monday to Friday where it implies nothing.
  package var week: WorkingWeek?
  /// `nil` means that no public holiday counts.
  package var calendar: HolidayCalendar?
  package var roll: Roll
  package var countsEventDay: Bool
  package var place: Place?

  package init(
    _ period: Period, direction: Direction = .forward, week: WorkingWeek? = nil,
    calendar: HolidayCalendar? = nil, roll: Roll = .none, countsEventDay: Bool = false,
    place: Place? = nil
  ) {
    self.period = period
    self.direction = direction
    self.week = week
    self.calendar = calendar
    self.roll = roll
    self.countsEventDay = countsEventDay
    self.place = place
  }

  /// The working week that counts.
  package var effectiveWeek: WorkingWeek { week ?? period.impliedWeek ?? .mondayToFriday }
}
