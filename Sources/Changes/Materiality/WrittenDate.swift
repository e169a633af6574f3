internal import Deadlines

/// A day that a text states, however it is written, with where it stands.
struct WrittenDate: Sendable {
  /// Year, month and day.
  struct Day: Hashable, Sendable {
    var year: Int
    var month: Int
    var day: Int

    init?(year: Int, month: Int, day: Int) {
      guard 1000...9999 ~= year, 1...12 ~= month, 1...31 ~= day else { return nil }
      (self.year, self.month, self.day) = (year, month, day)
    }
  }

  var day: Day
  /// The words that are the date.
  var range: Range<Int>

  /// The dates of a text, with a year: `30 June 2026`, `June 30, 2026`, `30. Juni 2026`,
  /// `30.06.2026`, `2026-06-30`.
  static func all(in words: [MarkedText.Word]) -> [WrittenDate] {
    // A year or figures that hold one; most texts have neither.
    guard words.contains(where: { $0.kind == .number && $0.text.utf8.count >= 4 }) else {
      return []
    }
    var dates: [WrittenDate] = []
    var index = 0
    while index < words.count {
      if mayBegin(words[index]), let date = date(at: index, in: words) {
        dates.append(date)
        index = date.range.upperBound
      } else {
        index += 1
      }
    }
    return dates
  }

  private static func mayBegin(_ word: MarkedText.Word) -> Bool {
    word.kind == .number || word.traits.contains(.month)
  }

  private static func date(at start: Int, in words: [MarkedText.Word]) -> WrittenDate? {
    if words[start].kind == .number, let day = day(inFigures: words[start].text) {
      return WrittenDate(day: day, range: start..<(start + 1))
    }
    var reader = Reader(words: words, index: start)
    if let day = reader.dayOfMonth() {
      reader.skip(".")
      reader.skip("of")
      guard let month = reader.month() else { return nil }
      reader.skip(".")
      reader.skip(",")
      return reader.date(from: start, month, day)
    }
    guard let month = reader.month() else { return nil }
    reader.skip(".")
    guard let day = reader.dayOfMonth() else { return nil }
    reader.skip(",")
    return reader.date(from: start, month, day)
  }

  /// What is in figures only; `nil` where days and months can't be told from each other.
  private static func day(inFigures word: String) -> Day? {
    // Nearly all numbers are shorter.
    guard 8...10 ~= word.utf8.count else { return nil }
    for separator in "-./" {
      let parts = word.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy(WordReader.isDigit) }) else {
        continue
      }
      let numbers = parts.compactMap { $0.utf8.count <= 4 ? Int($0) : nil }
      guard numbers.count == 3 else { return nil }
      if parts[0].utf8.count == 4 {
        return Day(year: numbers[0], month: numbers[1], day: numbers[2])
      }
      // With dots the day comes first; else Americans begin with the month.
      let isCertain = separator == "." || numbers[0] > 12 || numbers[0] == numbers[1]
      if isCertain { return Day(year: numbers[2], month: numbers[1], day: numbers[0]) }
      guard numbers[1] > 12 else { return nil }
      return Day(year: numbers[2], month: numbers[0], day: numbers[1])
    }
    return nil
  }
}

/// Reads the parts of a date with its month in letters.
private struct Reader {
  let words: [MarkedText.Word]
  var index: Int

  mutating func skip(_ word: String) {
    if index < words.count, words[index].lower == word { index += 1 }
  }

  /// `30`, `30th`.
  mutating func dayOfMonth() -> Int? {
    guard index < words.count, words[index].kind == .number else { return nil }
    var word = words[index].lower[...]
    for ending in ["st", "nd", "rd", "th"] where word.hasSuffix(ending) { word = word.dropLast(2) }
    guard word.utf8.count <= 2, let day = Int(word) else { return nil }
    index += 1
    return day
  }

  mutating func month() -> Int? {
    guard index < words.count, words[index].traits.contains(.month),
      let month = MonthName.months[words[index].lower]
    else { return nil }
    index += 1
    return month
  }

  func date(from start: Int, _ month: Int, _ day: Int) -> WrittenDate? {
    guard index < words.count, words[index].kind == .number, words[index].text.utf8.count == 4,
      let year = Int(words[index].text),
      let day = WrittenDate.Day(year: year, month: month, day: day)
    else { return nil }
    return WrittenDate(day: day, range: start..<(index + 1))
  }
}
