/// How long a period is in the calendar, as far as its words say.
///
/// Days on which people work, and months, are longer or shorter with the day that they begin on.
/// Public holidays are left out: they make both of two periods longer.
enum PeriodLength: Hashable, Sendable {
  case minutes(Int)
  /// Days of which each week has so many, from Monday on: 1 to 7.
  case weekdays(Int, ofEachWeek: Int)
  case months(Int)

  static func hours(_ count: Int) -> PeriodLength { .minutes(count * 60) }

  /// Which of two periods ends first, whatever the day that both begin on.
  enum Order: Sendable { case shorter, same, longer, uncertain }

  /// What it is, compared with another.
  func order(after other: PeriodLength) -> Order {
    switch (self, other) {
    case (.minutes(let own), .minutes(let before)), (.months(let own), .months(let before)):
      return own == before ? .same : own < before ? .shorter : .longer
    case (.weekdays(let own, let days), .weekdays(let before, let otherDays))
    where days == otherDays:
      return own == before ? .same : own < before ? .shorter : .longer
    case (.months, _), (_, .months):
      let (own, before) = (range, other.range)
      return own.upperBound < before.lowerBound
        ? .shorter : before.upperBound < own.lowerBound ? .longer : .uncertain
    default:
      let pairs = (0..<7).map { (minutes(from: $0), other.minutes(from: $0)) }
      if pairs.allSatisfy({ $0 < $1 }) { return .shorter }
      return pairs.allSatisfy({ $0 > $1 }) ? .longer : .uncertain
    }
  }

  /// In minutes, the shortest and the longest.
  private var range: ClosedRange<Int> {
    if case .months(let count) = self {
      let days = Self.days(ofMonths: count)
      return days.lowerBound * Self.ofDay...days.upperBound * Self.ofDay
    }
    let all = (0..<7).map(minutes)
    return (all.min() ?? 0)...(all.max() ?? 0)
  }

  /// From an event on a day of the week, which does not count, to the last day.
  ///
  /// `weekday`: 0 for Monday.
  private func minutes(from weekday: Int) -> Int {
    switch self {
    case .minutes(let count): return count
    case .weekdays(let count, let week):
      let last = min(weekday, week - 1)
      let place = last + count
      return (place / week * 7 + place % week - weekday) * Self.ofDay
    case .months(let count): return Self.days(ofMonths: count).lowerBound * Self.ofDay
    }
  }

  /// Minutes.
  private static var ofDay: Int { 1_440 }

  /// The fewest and most days of so many months in a row, in years without a missing leap day.
  private static func days(ofMonths count: Int) -> ClosedRange<Int> {
    let (rounds, rest) = count.quotientAndRemainder(dividingBy: cycle.count)
    let sums = cycle.indices.map { start in
      (start..<start + rest).reduce(0) { $0 + cycle[$1 % cycle.count] }
    }
    let days = rounds * cycle.reduce(0, +)
    return days + (sums.min() ?? 0)...days + (sums.max() ?? 0)
  }

  /// The days of the months of four years.
  private static let cycle: [Int] = [28, 28, 28, 29].flatMap {
    [31, $0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  }
}
