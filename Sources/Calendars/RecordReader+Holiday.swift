internal import Deadlines
internal import Frontmatter

extension RecordReader {
  /// One holiday; `regions` are the codes that its `in` may name, `unknownRegions` counts the
  /// others over all holidays of the file.
  mutating func holidayDefinition(
    regions: Set<String>, unknownRegions: inout Int
  ) -> HolidayDefinition? {
    let dates = holidayDates()
    let name = bilingualText()
    let places = knownRegions(regions, unknown: &unknownRegions)
    let first = year("from")
    let last = year("until")
    let exceptions = holidayExceptions()
    let substitute = choice("substitute", as: SubstituteRule.self)
    let note = text("note")
    guard let dates, let name else { return nil }
    let from = first?.value ?? 0
    guard let last, last.value < from else {
      return HolidayDefinition(
        dates, name: name, regions: places, years: from...(last?.value ?? 9999),
        exceptions: exceptions, substitute: substitute?.value, note: note?.value)
    }
    report(
      .malformedValue(
        Located(String(last.value), at: last.range), for: "until",
        expected: "no earlier than 'from'"))
    return nil
  }

  private mutating func holidayDates() -> HolidayDefinition.Dates? {
    let texts = texts("on")
    guard let first = texts.first else {
      if !has("on") { reportMissing("on") }
      return nil
    }
    if texts.count == 1, let rule = YearlyDay(first.value) { return .yearly(rule) }
    var dates: [CalendarDate] = []
    for text in texts {
      if let date = CalendarDate(text.value) {
        dates.append(date)
      } else {
        report(.malformedValue(text, for: "on", expected: Self.dayForms))
      }
    }
    return .listed(dates)
  }

  private static let dayForms =
    "a day such as 12-25, 'easter + 1', 'first monday of may' or 'friday from 06-19', "
    + "or dates such as 2025-05-08"

  private mutating func knownRegions(
    _ known: Set<String>, unknown: inout Int
  ) -> [String] {
    var regions: [String] = []
    for text in texts("in") {
      if known.contains(text.value) {
        regions.append(text.value)
      } else {
        // Near misses among thousands of regions take their time, and a hostile file has thousands.
        report(.unknownValue(text, for: "in", known: unknown < 20 ? known.sorted() : []))
        unknown += 1
      }
    }
    return regions
  }

  /// `except` leaves days out; `only` leaves out all other days of the week.
  private mutating func holidayExceptions() -> [HolidayDefinition.Exception] {
    var exceptions: [HolidayDefinition.Exception] = []
    for text in texts("except") {
      if let weekday = Weekday(rawValue: text.value) {
        exceptions.append(.weekday(weekday))
      } else if let day = MonthDay(text.value) {
        exceptions.append(.monthDay(day))
      } else if text.value.utf8.count == 4, let year = Int(text.value), year >= 0 {
        exceptions.append(.year(year))
      } else {
        report(
          .malformedValue(
            text, for: "except", expected: "a day of the week, a day such as 02-04, or a year"))
      }
    }
    let only = texts("only").compactMap { text -> Weekday? in
      if let weekday = Weekday(rawValue: text.value) { return weekday }
      report(.unknownValue(text, for: "only", known: Weekday.allCases.map(\.rawValue)))
      return nil
    }
    guard !only.isEmpty else { return exceptions }
    return exceptions + Weekday.allCases.filter { !only.contains($0) }.map { .weekday($0) }
  }

  /// A year that can be written.
  private mutating func year(_ key: String) -> Located<Int>? {
    guard let year = integer(key) else { return nil }
    guard (0...9999).contains(year.value) else {
      report(
        .malformedValue(
          Located(String(year.value), at: year.range), for: key, expected: "a year from 0 to 9999"))
      return nil
    }
    return year
  }

  /// `2024-2031`, both ends included.
  mutating func years(_ key: String) -> Located<ClosedRange<Int>>? {
    value(key, expected: "a span of years such as 2024-2031") { text in
      let ends = text.split(separator: "-", omittingEmptySubsequences: false)
      guard ends.count == 2, ends.allSatisfy({ $0.utf8.count == 4 }), let first = Int(ends[0]),
        let last = Int(ends[1]), 0 <= first, first <= last
      else { return nil }
      return first...last
    }
  }

  /// The keys `en` and `de`; one of them is enough, and then serves for both.
  mutating func bilingualText() -> BilingualText? {
    let english = text("en")?.value
    let german = text("de")?.value
    guard let either = english ?? german else {
      reportMissing("en")
      return nil
    }
    return BilingualText(english: english ?? either, german: german ?? either)
  }
}
