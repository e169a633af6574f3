package import Deadlines
package import Diagnostics

/// A period that the portal promises, and where it says so.
package struct StatedPeriod: Sendable {
  package enum Kind: Sendable {
    /// From the announcement of a sub-processor until it may be used.
    case beforeUse
    /// From the announcement until a customer may no longer object.
    case objection
  }

  package var kind: Kind
  package var period: Deadlines.Period
  /// The days on which working days are counted, where the settings say so.
  package var week: WorkingWeek?
  package var range: SourceRange

  package init(
    _ kind: Kind, _ period: Deadlines.Period, week: WorkingWeek? = nil, range: SourceRange
  ) {
    self.kind = kind
    self.period = period
    self.week = week
    self.range = range
  }

  /// As a text in German or English states it. A `Werktag` has no English name.
  func words(inGerman isGerman: Bool) -> String {
    isGerman
      ? DeadlineWords(.german).period(period, week: week)
      : TimeUnit(period.unit).words(for: period.count)
  }
}

extension Period {
  /// Whether it is as long as a period that the portal counts with.
  ///
  /// In days or months where the unit is made of them: two weeks are 14 days. Working days are
  /// equal where they are counted on the same days of the week; `week` says how all of them are
  /// meant, and `working days` leave it open.
  package func isAsLong(as promised: Deadlines.Period, week: WorkingWeek?) -> Bool {
    guard let unit else { return true }
    if promised.countsWorkingDays, unit.countsWorkingDays {
      guard promised.count == amount else { return false }
      guard week == nil, let written = unit.impliedWeek else { return true }
      return written == promised.impliedWeek ?? .mondayToFriday
    }
    return Self.counted(promised.count, TimeUnit(promised.unit)) == Self.counted(amount, unit)
  }

  /// As settings would state it; `nil` of hours and minutes, and where it has no number.
  package var promised: Deadlines.Period? {
    guard let unit, unit != .hours, unit != .minutes else { return nil }
    let counted = unit == .quarters ? Self.counted(amount, unit) : Counted(amount, unit)
    let promise: Deadlines.Period.Promise =
      switch bound {
      case .exact, .atMost: .exact
      case .atLeast: .minimum
      case .normally: .normally
      }
    return Deadlines.Period.Unit(rawValue: counted.unit.rawValue)
      .flatMap { Deadlines.Period(count: counted.amount, unit: $0, promise: promise) }
  }

  private static func counted(_ amount: Int, _ unit: TimeUnit) -> Counted {
    switch unit {
    case .weeks: Counted(amount * 7, .days)
    case .quarters: Counted(amount * 3, .months)
    case .years: Counted(amount * 12, .months)
    case .minutes, .hours, .days, .workingDays, .businessDays, .werktage, .months:
      Counted(amount, unit)
    }
  }

  private struct Counted: Equatable {
    var amount: Int
    var unit: TimeUnit

    init(_ amount: Int, _ unit: TimeUnit) {
      (self.amount, self.unit) = (amount, unit)
    }
  }
}
