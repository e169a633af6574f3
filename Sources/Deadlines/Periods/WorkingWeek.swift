/// The days of the week that count as working days, where they are no public holidays.
package struct WorkingWeek: Hashable, Sendable {
  /// One bit a day, Monday the lowest; never zero.
  private let bits: UInt8

  /// What Art. 2(2) of Regulation (EEC) No 1182/71 and most English contracts mean.
  package static let mondayToFriday = WorkingWeek(bits: 0b001_1111)
  /// What German law means by `Werktag`: § 3(2) BUrlG.
  package static let mondayToSaturday = WorkingWeek(bits: 0b011_1111)

  private init(bits: UInt8) {
    self.bits = bits
  }

  /// The week of these days; `nil` for none, as nothing could be counted in it.
  package init?(_ weekdays: [Weekday]) {
    guard !weekdays.isEmpty else { return nil }
    bits = weekdays.reduce(0) { $0 | 1 << UInt8($1.index) }
  }

  /// Reads `mon-fri` or any other span from Monday on.
  package init?(_ text: String) {
    guard let days = Weekday.week(text) else { return nil }
    self.init(days)
  }

  package func contains(_ weekday: Weekday) -> Bool {
    bits & 1 << UInt8(weekday.index) != 0
  }

  /// From Monday on.
  package var weekdays: [Weekday] { Weekday.allCases.filter(contains) }
}

extension WorkingWeek: CustomStringConvertible {
  /// The form that it is read from, or a list where the days are no span.
  package var description: String {
    let days = weekdays.map(\.abbreviation)
    guard let first = days.first, let last = days.last else { return "" }
    let span = "\(first)-\(last)"
    return WorkingWeek(span) == self ? span : days.joined(separator: ",")
  }
}

extension Weekday {
  /// From 0 for Monday to 6 for Sunday.
  var index: Int {
    switch self {
    case .monday: 0
    case .tuesday: 1
    case .wednesday: 2
    case .thursday: 3
    case .friday: 4
    case .saturday: 5
    case .sunday: 6
    }
  }

  var isWeekend: Bool { self == .saturday || self == .sunday }
}
