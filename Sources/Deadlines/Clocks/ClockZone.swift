/// What the clocks of a region show, and when they change.
///
/// Source: the transition rules come from data files; their laws are named there.
package struct ClockZone: Hashable, Sendable {
  /// Its name in the IANA database, such as `Europe/Berlin`.
  package let name: String
  /// Minutes ahead of UTC outside of summer time.
  package let standardOffset: Int
  /// `nil` where clocks are never changed.
  package let summerTime: SummerTime?
  /// The years for which this is right.
  package let years: ClosedRange<Int>

  package init(
    name: String, standardOffset: Int, summerTime: SummerTime?, years: ClosedRange<Int>
  ) {
    self.name = name
    self.standardOffset = standardOffset
    self.summerTime = summerTime
    self.years = years
  }

  /// Summer time: an hour ahead between two days of the year.
  package struct SummerTime: Hashable, Sendable {
    /// Whose rule it is, such as `eu`.
    package let name: String
    package let begins: YearlyDay
    package let ends: YearlyDay
    /// Minutes after midnight of both days.
    package let minute: Int
    /// Whether ``minute`` is UTC, so that all zones change together; else it is what the clocks of
    /// the zone show just before the change.
    package let isUTC: Bool

    package init(
      name: String, begins: YearlyDay, ends: YearlyDay, minute: Int, isUTC: Bool
    ) {
      self.name = name
      self.begins = begins
      self.ends = ends
      self.minute = minute
      self.isUTC = isUTC
    }
  }

  /// Minutes ahead of UTC at `instant`, or `nil` outside of ``years``.
  package func offset(at instant: Instant) -> Int? {
    let year = instant.localTime(offset: standardOffset).date.year
    guard years.contains(year) else { return nil }
    guard let summerTime, let begin = summerTime.begins.date(in: year),
      let end = summerTime.ends.date(in: year)
    else { return standardOffset }
    let start = change(on: begin, at: summerTime, isSummer: false)
    let stop = change(on: end, at: summerTime, isSummer: true)
    return start <= instant && instant < stop ? standardOffset + 60 : standardOffset
  }

  private func change(on date: CalendarDate, at rule: SummerTime, isSummer: Bool) -> Instant {
    let offset = rule.isUTC ? 0 : standardOffset + (isSummer ? 60 : 0)
    return Instant(seconds: date.dayNumber * 86_400 + (rule.minute - offset) * 60)
  }

  /// What its clocks show at `instant`, or `nil` outside of ``years``.
  package func localTime(at instant: Instant) -> LocalTime? {
    offset(at: instant).map { instant.localTime(offset: $0) }
  }

  /// The moment at which `date` is over there, or `nil` outside of ``years``.
  ///
  /// Where clocks change at midnight itself, that moment ends the day.
  package func end(of date: CalendarDate) -> Instant? {
    guard let next = date.advanced(byDays: 1) else { return nil }
    let midnight = next.dayNumber * 86_400
    let guess = Instant(seconds: midnight - standardOffset * 60)
    guard let offset = offset(at: guess) else { return nil }
    let end = Instant(seconds: midnight - offset * 60)
    // Near a change the guess can be on its wrong side.
    return self.offset(at: end).map { Instant(seconds: midnight - $0 * 60) }
  }
}
