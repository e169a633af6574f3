/// A day of the year by month and number.
package struct MonthDay: Hashable, Sendable {
  package let month: Int
  package let day: Int

  /// `nil` where no year has such a day.
  package init?(month: Int, day: Int) {
    // 2000 is a leap year, so 29 February is a day.
    guard CalendarDate(year: 2000, month: month, day: day) != nil else { return nil }
    self.month = month
    self.day = day
  }

  /// Reads `MM-DD`.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count == 5, let date = CalendarDate("2000-\(text)") else { return nil }
    self.init(month: date.month, day: date.day)
  }

  /// `nil` for 29 February in a year without one.
  package func date(in year: Int) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: day)
  }
}

extension MonthDay: CustomStringConvertible {
  /// `MM-DD`
  package var description: String {
    String((date(in: 2000) ?? .first).description.dropFirst(5))
  }
}
