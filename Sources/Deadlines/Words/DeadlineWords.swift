/// The words for computed deadlines, in one language.
///
/// Everything that ``Deadline`` knows as facts becomes a line to read here; pages and the command
/// line print these lines as they are.
package struct DeadlineWords: Sendable {
  package let language: Language
  private let written: @Sendable (_ weekday: String, CalendarDate) -> String

  /// `writing`: how a day is written with its weekday, such as `Tuesday 2027-01-12`.
  package init(
    _ language: Language,
    writing written: @escaping @Sendable (_ weekday: String, CalendarDate) -> String = {
      "\($0) \($1)"
    }
  ) {
    self.language = language
    self.written = written
  }

  /// `english` or `german`, as the language is.
  func pick(_ english: @autoclosure () -> String, _ german: @autoclosure () -> String) -> String {
    switch language {
    case .english: english()
    case .german: german()
    }
  }
}

extension DeadlineWords {
  /// The result in a line: `Last day: Tuesday 2027-01-12`.
  package func headline(_ deadline: Deadline) -> String {
    let label =
      switch deadline.terms.direction {
      case .forward: pick("Last day", "Letzter Tag")
      case .backward: pick("Last day to announce it", "Letzter Tag der Ankündigung")
      }
    return "\(label): \(endOfDay(deadline))"
  }

  /// `Tuesday 2027-01-12`
  package func day(_ date: CalendarDate) -> String { written(name(of: date.weekday), date) }

  package func name(of weekday: Weekday) -> String {
    switch weekday {
    case .monday: pick("Monday", "Montag")
    case .tuesday: pick("Tuesday", "Dienstag")
    case .wednesday: pick("Wednesday", "Mittwoch")
    case .thursday: pick("Thursday", "Donnerstag")
    case .friday: pick("Friday", "Freitag")
    case .saturday: pick("Saturday", "Samstag")
    case .sunday: pick("Sunday", "Sonntag")
    }
  }

  /// `Monday to Friday`
  package func span(of week: WorkingWeek) -> String {
    let names = week.weekdays.map(name)
    guard let first = names.first, let last = names.last, names.count > 1 else {
      return names.joined()
    }
    guard week.description.contains("-") else { return names.joined(separator: ", ") }
    return pick("\(first) to \(last)", "\(first) bis \(last)")
  }

  /// `at least 14 working days`; `week` tells which German word is meant.
  package func period(_ period: Period, week: WorkingWeek? = nil) -> String {
    let length = "\(period.count) \(unit(of: period, week: week))"
    return switch period.promise {
    case .exact: length
    case .minimum: pick("at least \(length)", "mindestens \(length)")
    case .normally: pick("normally \(length)", "in der Regel \(length)")
    }
  }

  private func unit(of period: Period, week: WorkingWeek?) -> String {
    let isOne = period.count == 1
    return switch period.unit {
    case .days: pick(isOne ? "day" : "days", isOne ? "Tag" : "Tage")
    case .weeks: pick(isOne ? "week" : "weeks", isOne ? "Woche" : "Wochen")
    case .months: pick(isOne ? "month" : "months", isOne ? "Monat" : "Monate")
    case .years: pick(isOne ? "year" : "years", isOne ? "Jahr" : "Jahre")
    case .businessDays:
      pick(isOne ? "business day" : "business days", isOne ? "Arbeitstag" : "Arbeitstage")
    case .workingDays, .werktage:
      pick(
        isOne ? "working day" : "working days",
        (period.unit == .werktage || week == .mondayToSaturday ? "Werktag" : "Arbeitstag")
          + (isOne ? "" : "e"))
    }
  }

  /// Why a day does not count: `Saturday`, `public holiday: New Year's Day`.
  package func reason(_ off: DayOff) -> String {
    guard let holiday = off.holiday else { return name(of: off.date.weekday) }
    let name = holiday.name.text(in: language)
    let kind =
      holiday.isSubstitute
      ? pick("day off in place of a public holiday", "Ersatztag für einen Feiertag")
      : pick("public holiday", "gesetzlicher Feiertag")
    guard off.isOutsideWeek else { return "\(kind): \(name)" }
    return "\(self.name(of: off.date.weekday)); \(kind): \(name)"
  }
}
