/// A length of time as agreements state it, such as `14 working days`.
package struct Period: Hashable, Sendable {
  package enum Unit: String, CaseIterable, Sendable {
    case days
    /// Open between Monday to Friday and Monday to Saturday: the agreement has to say which.
    case workingDays = "working days"
    /// Monday to Friday, unless the agreement says otherwise.
    case businessDays = "business days"
    /// Monday to Saturday, as § 3(2) BUrlG has it, unless the agreement says otherwise.
    case werktage = "Werktage"
    case weeks, months, years
  }

  /// How firmly the period is promised.
  package enum Promise: String, CaseIterable, Sendable {
    case exact
    /// `at least 30 days`
    case minimum
    /// `normally 14 days`: can be shorter, so nothing can be held against it.
    case normally
  }

  /// From 1 to ``maximumCount``.
  package let count: Int
  package let unit: Unit
  package let promise: Promise

  package static let maximumCount = 9999

  /// `nil` where `count` is out of range.
  package init?(count: Int, unit: Unit, promise: Promise = .exact) {
    guard (1...Self.maximumCount).contains(count) else { return nil }
    self.count = count
    self.unit = unit
    self.promise = promise
  }

  /// Reads what ``init(parsing:)`` reads; `nil` for anything else.
  package init?(_ text: String) {
    guard let period = try? Period(parsing: text) else { return nil }
    self = period
  }
}

extension Period {
  /// Whether days off are left out in counting.
  package var countsWorkingDays: Bool { TimeUnit(unit).countsWorkingDays }

  /// The working week that the unit's name settles by itself.
  package var impliedWeek: WorkingWeek? { TimeUnit(unit).impliedWeek }
}

extension Period: CustomStringConvertible {
  /// The form that it is read from.
  package var description: String {
    let length = TimeUnit(unit).words(for: count)
    return switch promise {
    case .exact: length
    case .minimum: "at least \(length)"
    case .normally: "normally \(length)"
    }
  }
}
