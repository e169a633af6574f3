/// A unit of time that texts count in, also those that no deadline is computed in.
package enum TimeUnit: String, CaseIterable, Sendable {
  case minutes, hours, days
  /// Open between Monday to Friday and Monday to Saturday: the agreement has to say which.
  case workingDays = "working days"
  /// Monday to Friday, unless the agreement says otherwise; `Arbeitstage`.
  case businessDays = "business days"
  /// Monday to Saturday, as § 3(2) BUrlG has it, unless the agreement says otherwise.
  case werktage = "Werktage"
  case weeks, months, quarters, years

  package init(_ unit: Period.Unit) {
    self =
      switch unit {
      case .days: .days
      case .workingDays: .workingDays
      case .businessDays: .businessDays
      case .werktage: .werktage
      case .weeks: .weeks
      case .months: .months
      case .years: .years
      }
  }
}

extension TimeUnit {
  /// Whether days off are left out in counting.
  package var countsWorkingDays: Bool {
    switch self {
    case .workingDays, .businessDays, .werktage: true
    case .minutes, .hours, .days, .weeks, .months, .quarters, .years: false
    }
  }

  /// The working week that the unit's name settles by itself.
  package var impliedWeek: WorkingWeek? {
    switch self {
    case .businessDays: .mondayToFriday
    case .werktage: .mondayToSaturday
    case .minutes, .hours, .days, .workingDays, .weeks, .months, .quarters, .years: nil
    }
  }

  /// As machines read it: `working-days`, `werktage`.
  package var code: String {
    switch self {
    case .workingDays: "working-days"
    case .businessDays: "business-days"
    case .werktage: "werktage"
    case .minutes, .hours, .days, .weeks, .months, .quarters, .years: rawValue
    }
  }

  /// `1 month`, `14 working days`, `1 Werktag`: all units lose their last letter.
  package func words(for count: Int) -> String {
    "\(count) \(count == 1 ? String(rawValue.dropLast()) : rawValue)"
  }
}
