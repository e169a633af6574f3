internal import Deadlines

/// Periods of a half or a quarter of a unit, counted in the next smaller one: `half an hour` is 30
/// minutes.
extension WrittenPeriod {
  /// The half or quarter that begins at a word, and where it ends; without a period where the
  /// smaller unit has no fixed number, as of half a month.
  static func part(
    in words: [MarkedText.Word], at index: Int
  ) -> (period: WrittenPeriod?, end: Int)? {
    func word(_ offset: Int) -> String {
      words.indices.contains(index + offset) ? words[index + offset].lower : ""
    }
    if word(0) == "half", isOne(word(1)) { return part(2, in: words, index, 2) }
    if isOne(word(0)) {
      if word(1) == "half" || halves.contains(word(1)) {
        return part(2, in: words, index, 2)
      }
      if word(1) == "quarter", word(2) == "of", isOne(word(3)) {
        return part(1, in: words, index, 4)
      }
      if word(1) == "viertelstunde" { return part(1, in: words, index, 1, unit: .hours) }
    }
    if halves.contains(word(0)) { return part(2, in: words, index, 1) }
    return nil
  }

  /// What makes a unit the half of it, or is a quarter of one.
  static let partWords = Array(halves) + ["half", "viertelstunde"]

  private static let halves = Set(TimeUnit.germanHalves + ["halb"])

  private static func isOne(_ word: String) -> Bool {
    articles.contains(word) || word == "one" || TimeUnit.germanOnes.contains(word)
  }

  /// `quarters`: how many of the unit. `distance`: from the first word to the unit. `unit`: where
  /// the word for it says more.
  private static func part(
    _ quarters: Int, in words: [MarkedText.Word], _ index: Int, _ distance: Int,
    unit known: TimeUnit? = nil
  ) -> (period: WrittenPeriod?, end: Int)? {
    let place = index + distance
    guard words.indices.contains(place), let unit = known ?? unit(words[place]) else { return nil }
    let isGerman = known != nil || UnitName.language(of: words[place].lower) == .german
    let period = unit.quarters(quarters).map {
      WrittenPeriod(
        count: $0.amount, unit: $0.unit, range: index..<place + 1, isInWords: true,
        unitWords: isGerman ? germanNames[$0.unit] ?? "" : $0.unit.rawValue)
    }
    return (period, place + 1)
  }

  private static let germanNames: [TimeUnit: String] = [
    .minutes: "Minuten", .hours: "Stunden", .days: "Tage", .months: "Monate",
  ]
}
