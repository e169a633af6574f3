internal import Deadlines
internal import Diagnostics

/// Reads the options of `annex deadline`.
struct DeadlineOptions {
  static let specifications = [
    OptionSpecification(
      "from", valueName: "WHEN",
      help: "The event: a date, a local time such as 2026-03-29T17:30, or one with 'Z' or an "
        + "offset."),
    OptionSpecification(
      "period", valueName: "PERIOD", help: "What to count, such as '14 working days'."),
    OptionSpecification(
      "window", valueName: "PERIOD", help: "The time to object, where '--period' is the notice."),
    OptionSpecification(
      "effective", valueName: "DATE", help: "When the change is planned to take effect."),
    OptionSpecification(
      "holidays", valueName: "CODE", help: "Whose public holidays count, such as DE-BY or AT."),
    OptionSpecification(
      "week", valueName: "DAYS", help: "What a working day is, such as mon-fri or mon-sat."),
    OptionSpecification(
      "roll", choices: DeadlineTerms.Roll.allCases.map(\.rawValue),
      help: "What happens to a last day that is a day off (default: none)."),
    OptionSpecification(
      "direction", choices: DeadlineTerms.Direction.allCases.map(\.rawValue),
      help: "Count on from the event or back from it (default: forward)."),
    OptionSpecification(
      "event", choices: NoticeEvent.Kind.allCases.map(\.rawValue),
      help: "What happened (default: received, or planned where the direction is backward)."),
    OptionSpecification(
      "deemed-after", valueName: "PERIOD",
      help: "How long after sending a notice counts as received."),
    OptionSpecification(
      "zone", valueName: "NAME", help: "The time zone of the place, such as Europe/Berlin."),
    OptionSpecification(
      "cut-off", valueName: "HOUR",
      help: "From this hour on an event counts as of the next working day."),
    OptionSpecification("count-event-day", help: "Count the day of the event as the first."),
    OptionSpecification(
      "place", choices: DeadlineTerms.Place.allCases.map(\.rawValue),
      help: "Whose place the holidays are those of."),
    OptionSpecification(
      "language", choices: Language.allCases.map(\.rawValue),
      help: "The language of the explanation (default: en)."),
  ]

  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) {
    self.arguments = arguments
  }

  func request() throws(UsageError) -> DeadlineRequest {
    let direction = choice("direction", as: DeadlineTerms.Direction.self) ?? .forward
    let request = DeadlineRequest(
      event: try event(in: direction),
      period: try required("period", valueName: "PERIOD", period),
      window: try optional("window", period),
      effective: try optional("effective", date), direction: direction,
      week: try optional("week", week), roll: choice("roll", as: DeadlineTerms.Roll.self) ?? .none,
      countsEventDay: arguments.flag("count-event-day"),
      place: choice("place", as: DeadlineTerms.Place.self), holidays: arguments.value("holidays"),
      zone: arguments.value("zone"), language: choice("language", as: Language.self) ?? .english)
    try check(request)
    return request
  }

  private func event(
    in direction: DeadlineTerms.Direction
  ) throws(UsageError) -> NoticeEvent {
    let moment = try required("from", valueName: "WHEN", self.moment)
    let kind = choice("event", as: NoticeEvent.Kind.self)
    return NoticeEvent(
      kind ?? (direction == .backward ? .planned : .received), moment,
      cutOffHour: try optional("cut-off", hour),
      deemedReceivedAfter: try optional("deemed-after", period))
  }

  /// What options ask of one another.
  private func check(_ request: DeadlineRequest) throws(UsageError) {
    let periods = [request.period, request.window, request.event.deemedReceivedAfter]
    if periods.contains(where: { $0?.countsWorkingDays ?? false }), request.holidays == nil {
      throw .missingOption(option: "--holidays", valueName: "CODE")
    }
    if case .instant = request.event.moment, request.zone == nil {
      throw .missingOption(option: "--zone", valueName: "NAME")
    }
    if case .day = request.event.moment, let hour = request.event.cutOffHour {
      throw .wrongValue(
        option: "--cut-off", value: String(hour), rule: "needs a time, and '--from' names a day",
        help: "add the time to '--from', such as 2026-03-01T16:30Z, or leave '--cut-off' out")
    }
    if request.effective != nil, request.window == nil {
      throw .missingOption(option: "--window", valueName: "PERIOD")
    }
    guard request.direction == .backward else { return }
    if request.roll == .forward {
      throw .wrongValue(
        option: "--roll", value: "forward", rule: "would shorten a period that runs backward",
        help: "leave '--roll' out")
    }
    if request.window != nil {
      throw .wrongValue(
        option: "--direction", value: "backward", rule: "does not go with '--window'",
        help: "compute the two periods one by one")
    }
  }
}

extension DeadlineOptions {
  private func choice<T: RawRepresentable>(
    _ name: String, as type: T.Type
  ) -> T? where T.RawValue == String {
    arguments.value(name).flatMap(T.init)
  }

  private func optional<T>(
    _ name: String, _ read: (_ option: String, _ text: String) throws(UsageError) -> T
  ) throws(UsageError) -> T? {
    guard let text = arguments.value(name) else { return nil }
    return try read("--\(name)", text)
  }

  private func required<T>(
    _ name: String, valueName: String,
    _ read: (_ option: String, _ text: String) throws(UsageError) -> T
  ) throws(UsageError) -> T {
    guard let value = try optional(name, read) else {
      throw .missingOption(option: "--\(name)", valueName: valueName)
    }
    return value
  }

  private func moment(_ option: String, _ text: String) throws(UsageError) -> Moment {
    guard let moment = Moment(text) else {
      throw .wrongValue(
        option: option, value: text, rule: "is not a day or time of the calendar",
        help: "write '\(option) 2026-12-18' or '\(option) 2026-03-29T23:30Z'")
    }
    return moment
  }

  private func date(_ option: String, _ text: String) throws(UsageError) -> CalendarDate {
    guard let date = CalendarDate(text) else {
      throw .wrongValue(
        option: option, value: text, rule: "is not a day of the calendar",
        help: "write year, month and day, such as '\(option) 2027-02-01'")
    }
    return date
  }

  private func period(_ option: String, _ text: String) throws(UsageError) -> Period {
    do throws(PeriodError) {
      return try Period(parsing: text)
    } catch {
      throw .wrongValue(
        option: option, value: text, rule: error.summary, help: periodHelp(error, option))
    }
  }

  private func periodHelp(_ error: PeriodError, _ option: String) -> String {
    if case .unknownUnit(let word, let known) = error, let near = nearMiss(for: word, among: known)
    {
      return "replace '\(word)' with '\(near)'"
    }
    return "write '\(option) \"14 working days\"'"
  }

  private func week(_ option: String, _ text: String) throws(UsageError) -> WorkingWeek {
    guard let week = WorkingWeek(text) else {
      throw .wrongValue(
        option: option, value: text, rule: "is not a span of weekdays",
        help: "write '\(option) mon-fri' or '\(option) mon-sat'")
    }
    return week
  }

  private func hour(_ option: String, _ text: String) throws(UsageError) -> Int {
    guard text.utf8.count <= 2, let hour = Int(text), (1...23).contains(hour) else {
      throw .wrongValue(
        option: option, value: text, rule: "is not an hour from 1 to 23",
        help: "write '\(option) 17'")
    }
    return hour
  }
}
