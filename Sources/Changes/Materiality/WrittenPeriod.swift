internal import Deadlines

/// A time that a text states, such as `14 working days`, with where it stands.
struct WrittenPeriod: Sendable {
  var count: Int
  /// Working days and business days are one: Monday to Friday.
  var unit: TimeUnit
  /// The words that are the period.
  var range: Range<Int>
  /// Whether its number is in words that are none by themselves: `a month`, `half an hour`.
  var isInWords = false
  /// The unit as the text has it, with what qualifies it: `working days`.
  var unitWords: String

  func isSame(as other: WrittenPeriod) -> Bool { count == other.count && unit == other.unit }

  /// Whether it always ends with another period that is counted in other units: weeks have seven
  /// days, years twelve months and hours sixty minutes. Hours end when they are over, days with the day; a quarter may
  /// be one of the calendar.
  func isSameInOtherUnit(as other: WrittenPeriod) -> Bool {
    guard unit != other.unit else { return false }
    switch (unit, other.unit) {
    case (.minutes, .hours), (.hours, .minutes), (.days, .weeks), (.weeks, .days),
      (.months, .years), (.years, .months):
      return length == other.length
    default: return false
    }
  }

  /// How long it is in the calendar.
  var length: PeriodLength {
    switch unit {
    case .minutes: .minutes(count)
    case .hours: .hours(count)
    case .days: .hours(count * 24)
    case .workingDays, .businessDays: .weekdays(count, ofEachWeek: 5)
    case .werktage: .weekdays(count, ofEachWeek: 6)
    case .weeks: .hours(count * 168)
    case .months: .months(count)
    case .quarters: .months(count * 3)
    case .years: .months(count * 12)
    }
  }

  /// The periods of a text.
  static func all(in words: [MarkedText.Word]) -> [WrittenPeriod] {
    // Each ends with a unit, and most texts have none.
    guard words.contains(where: { $0.traits.contains(.time) }) else { return [] }
    var periods: [WrittenPeriod] = []
    var end = 0
    while end < words.count {
      let index = end
      end += 1
      if !words[index].traits.isDisjoint(with: [.count, .article]),
        let part = part(in: words, at: index)
      {
        if let period = part.period { periods.append(period) }
        end = part.end
        continue
      }
      guard let number = number(in: words, at: index) else { continue }
      end = number.end
      let count = number.value
      guard count <= 99_999 else { continue }
      // `fourteen (14) working days`: the figure in brackets, and up to two words before the unit.
      var next = end
      var qualifiers = 0
      while next < words.count, next - end <= 4 {
        let candidate = words[next]
        if let unit = unit(candidate) {
          // `thirty (30) days` is one period.
          if let last = periods.last, last.range.upperBound == next + 1, last.count == count {
            break
          }
          let isWorking = words[end..<next].contains { workingWords.contains($0.lower) }
          let first = words[end...next].first { $0.kind == .word } ?? candidate
          let start = words[end...].firstIndex { $0.text == first.text } ?? next
          periods.append(
            WrittenPeriod(
              count: count, unit: isWorking && unit == .days ? .workingDays : unit,
              range: index..<(next + 1), isInWords: words[index].traits.contains(.article),
              unitWords: MarkedText.text(words[start...next])))
          break
        }
        if candidate.kind == .word {
          guard workingWords.contains(candidate.lower) || otherQualifiers.contains(candidate.lower)
          else { break }
          qualifiers += 1
        } else if candidate.kind == .stop {
          break
        }
        next += 1
      }
    }
    return periods
  }

  /// Before a unit, an English article is one: `within a month`, and not `a quarter of all`.
  private static func number(in words: [MarkedText.Word], at index: Int) -> SpelledNumber? {
    if words[index].kind == .number || words[index].traits.contains(.count) {
      return SpelledNumber(in: words, at: index)
    }
    guard words[index].traits.contains(.article), index + 1 < words.count,
      words[index + 1].traits.contains(.time)
    else { return nil }
    let isWorking = workingWords.contains(words[index + 1].lower) && index + 2 < words.count
    let unit = unit(words[index + (isWorking ? 2 : 1)])
    return unit == nil || unit == .quarters ? nil : SpelledNumber(value: 1, end: index + 1)
  }

  static let articles: Set<String> = ["a", "an"]

  static let workingWords: Set<String> = ["working", "business"]
  private static let otherQualifiers: Set<String> = [
    "calendar", "consecutive", "full", "volle", "vollen", "aufeinanderfolgende",
  ]

  /// Units of time, and what tells working days from others.
  static var timeWords: [String] { Array(units.keys) + workingWords }

  static func unit(_ word: MarkedText.Word) -> TimeUnit? {
    word.traits.contains(.time) ? units[word.lower] : nil
  }

  private static let units = UnitName.byWord.mapValues(\.unit)
}

extension UnitName {
  /// What is counted where a text names it.
  fileprivate var unit: TimeUnit {
    switch self {
    case .minute: .minutes
    case .hour: .hours
    case .day, .calendarDay: .days
    case .workingDay, .businessDay: .workingDays
    case .werktag: .werktage
    case .week: .weeks
    case .month: .months
    case .quarter: .quarters
    case .year: .years
    }
  }
}

extension SpelledNumber {
  /// The number that begins at a word, in figures or in letters: `one hundred and eighty`.
  init?(in words: [MarkedText.Word], at index: Int) {
    guard words[index].kind != .number else {
      guard let value = TypedWords.value(ofNumber: words[index].lower) else { return nil }
      self.init(value: value, end: index + 1)
      return
    }
    self.init(from: index, countingArticles: true) {
      words.indices.contains($0) && words[$0].kind == .word
        ? SpelledNumber.part(words[$0].lower) : nil
    }
  }
}
