/// Why a deadline can't be computed.
package enum DeadlineError: Error, Hashable, Sendable {
  /// A moment has no day without a place.
  case zoneMissing(Instant)
  case zoneNotCovered(zone: String, year: Int, years: ClosedRange<Int>)
  /// § 193 BGB moves the end of a period in favour of who must act; moved back it would do harm.
  case rollOfBackwardPeriod
  /// The result is before year 0 or after year 9999.
  case beyondCalendar
}

extension DeadlineError {
  /// The rule, as one phrase.
  package var summary: String {
    switch self {
    case .zoneMissing(let instant):
      "moment \(instant) is a different day in different places; a time zone must be named"
    case .zoneNotCovered(let zone, let year, let years):
      "time zone '\(zone)' is known for the years \(years.lowerBound) to \(years.upperBound), "
        + "not for \(year)"
    case .rollOfBackwardPeriod:
      "a backward period must not roll forward; that would shorten the notice"
    case .beyondCalendar: "the period ends beyond the years 0 to 9999"
    }
  }
}
