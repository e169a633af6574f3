internal import Deadlines
internal import Registers

/// What a cell says in a column of days: the first or last day of a use, or its announcement.
enum StatedDay: Equatable {
  case day(CalendarDate)
  /// There is no such day, because the use goes on.
  case inUse
  /// No day that is certain; the days that it could be, where numbers can stand in two orders.
  case unclear([CalendarDate])
  /// Some day of a month, a quarter or a year; of any time where nobody knows yet.
  case within(Engagement.VagueDay)

  /// Reads `2026-03-01`, `1.3.2026`, `01.03.26`, `1st March 2026`, `March 1, 2026`, `1-Mar-2026`,
  /// and numbers between slashes or hyphens where one order of them is a day: `25/12/2026`.
  ///
  /// Full stops stand between the day, the month and the year in this order. What the column says
  /// already may stand before the day: `since 1 March 2026`. A month alone is no day.
  init(_ text: String, of field: ListField, _ words: ListWords) {
    let said = text.lowercased().trimming { $0.isWhitespace || $0 == "." || $0 == "," }
    if words.inUse.contains(said) || field == .ended && words.noEnd.contains(said) {
      self = field == .announced ? .unclear([]) : .inUse
      return
    }
    if words.undecided.contains(said) {
      self = .within(Engagement.VagueDay(earliest: nil, latest: nil))
      return
    }
    let leads = field == .ended ? words.beforeLastDays : words.beforeDays
    var written = said[...]
    while let first = written.firstIndex(where: \.isWhitespace), leads.contains(written[..<first]) {
      written = written[first...].drop(while: \.isWhitespace)
    }
    self.init(written: written)
  }

  /// `text` is in small letters and has nothing around the day.
  private init(written text: Substring) {
    let parts = text.split { $0.isWhitespace || ",./-".contains($0) }.filter { $0 != "of" }
    guard parts.count == 3 else {
      self = Self.stretch(parts).map { .within($0) } ?? .unclear([])
      return
    }
    let numbers = parts.map { Self.number($0) }
    let isYearFirst = parts[0].count == 4
    let days: [CalendarDate?]
    if let place = parts.firstIndex(where: { MonthName.months[String($0)] != nil }) {
      let others = (0..<3).filter { $0 != place }
      days = [
        Self.day(
          numbers[others[isYearFirst ? 0 : 1]], MonthName.months[String(parts[place])],
          numbers[others[isYearFirst ? 1 : 0]])
      ]
    } else if isYearFirst {
      days = [Self.day(numbers[0], numbers[1], numbers[2])]
    } else if text.contains(".") {
      days = [Self.day(numbers[2], numbers[1], numbers[0])]
    } else if parts[2].count == 4 {
      days = [
        Self.day(numbers[2], numbers[1], numbers[0]), Self.day(numbers[2], numbers[0], numbers[1]),
      ]
    } else {
      days = []
    }
    let found = days.compactMap { $0 }
    if let day = found.first, found.allSatisfy({ $0 == day }) {
      self = .day(day)
    } else {
      self = .unclear(found)
    }
  }

  /// `March 2027`, `03/2027`, `2027-03`, `Q2 2027`, `2027`.
  private static func stretch(_ parts: [Substring]) -> Engagement.VagueDay? {
    guard let yearPart = parts.first(where: { $0.count == 4 && Int($0) != nil }),
      let year = Int(yearPart), (1000...9998).contains(year), parts.count < 3
    else { return nil }
    var first = 1
    var last = 12
    if let other = parts.first(where: { $0 != yearPart }) {
      if let month = MonthName.months[String(other)] ?? Int(other), (1...12).contains(month) {
        (first, last) = (month, month)
      } else if let letter = other.first, letter == "q", let quarter = Int(other.dropFirst()),
        (1...4).contains(quarter)
      {
        (first, last) = (quarter * 3 - 2, quarter * 3)
      } else {
        return nil
      }
    }
    let next =
      last == 12
      ? CalendarDate(year: year + 1, month: 1, day: 1)
      : CalendarDate(year: year, month: last + 1, day: 1)
    return Engagement.VagueDay(
      earliest: CalendarDate(year: year, month: first, day: 1), latest: next?.adding(days: -1))
  }

  /// A number, also `1st`, of at most four digits.
  private static func number(_ part: Substring) -> Int? {
    let digits = part.prefix { $0.isASCII && $0.isNumber }
    let rest = part[digits.endIndex...]
    guard rest.isEmpty || ["st", "nd", "rd", "th"].contains(rest), digits.count <= 4 else {
      return nil
    }
    return Int(digits)
  }

  /// Years of two digits are those of this century: no register is older.
  private static func day(_ year: Int?, _ month: Int?, _ day: Int?) -> CalendarDate? {
    guard let year, let month, let day, year < 100 || year > 999 else { return nil }
    return CalendarDate(year: year < 100 ? 2000 + year : year, month: month, day: day)
  }
}
