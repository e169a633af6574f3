extension TimeUnit {
  /// Quarters of the unit in a smaller one: half a year is 6 months, and half an hour 30 minutes. As
  /// § 189 BGB has it, half a month has 15 days.
  ///
  /// - Returns: `nil` where that is no whole number of anything.
  package func quarters(_ count: Int) -> (amount: Int, unit: TimeUnit)? {
    guard !count.isMultiple(of: 4) else { return (count / 4, self) }
    switch self {
    case .hours: return (count * 15, .minutes)
    case .days: return (count * 6, .hours)
    case .weeks: return (count * 42, .hours)
    case .months: return count == 2 ? (15, .days) : nil
    case .years: return (count * 3, .months)
    case .minutes, .workingDays, .businessDays, .werktage, .quarters: return nil
    }
  }

  /// German words for a half, but `halb`, which is part of others, and for one.
  package static let germanHalves = ["halbe", "halben", "halber", "halbes", "halbem"]
  package static let germanOnes = ["ein", "eine", "einer", "einem", "einen", "eines"]
}
