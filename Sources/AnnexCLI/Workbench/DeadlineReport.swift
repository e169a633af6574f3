internal import Deadlines
internal import Diagnostics

/// Writes computed deadlines for people or for programs.
struct DeadlineReport {
  let words: DeadlineWords
  let isJSON: Bool

  /// One deadline, or the two of an announcement with the earliest start of use.
  func output(
    for request: DeadlineRequest, event: NoticeEvent, calendar: HolidayCalendar?
  ) throws(DeadlineError) -> [UInt8] {
    guard let window = request.window else {
      let terms = DeadlineTerms(
        request.period, direction: request.direction, week: request.week, calendar: calendar,
        roll: request.roll, countsEventDay: request.countsEventDay, place: request.place)
      let deadline = try computeDeadline(terms, from: event)
      return isJSON ? json { write(deadline, to: &$0) } : text(lines(of: deadline))
    }
    let terms = NoticeTerms(
      noticeBeforeUse: request.period, objectionWindow: window, week: request.week,
      calendar: calendar, roll: request.roll, countsEventDay: request.countsEventDay,
      place: request.place)
    let deadlines = try computeNoticeDeadlines(
      terms, from: event, effective: request.effective)
    return isJSON ? json { write(deadlines, to: &$0) } : text(lines(of: deadlines))
  }

  private func text(_ lines: [String]) -> [UInt8] {
    Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  private func json(_ write: (inout JSONText) -> Void) -> [UInt8] {
    var json = JSONText()
    write(&json)
    json.lineBreak()
    return json.bytes
  }
}

extension DeadlineReport {
  private func lines(of deadlines: NoticeDeadlines) -> [String] {
    var lines: [String] = []
    if let window = deadlines.window { lines.append(words.objectionLine(window)) }
    if let start = words.startLine(deadlines) { lines.append(start) }
    for (title, deadline) in [
      (words.noticeTitle, deadlines.notice), (words.windowTitle, deadlines.window),
    ] {
      guard let deadline else { continue }
      let period = words.period(deadline.terms.period, week: deadline.terms.effectiveWeek)
      lines += ["", "\(title): \(period)"] + details(of: deadline)
    }
    return lines
  }

  private func lines(of deadline: Deadline) -> [String] {
    [words.headline(deadline)] + details(of: deadline)
  }

  private func details(of deadline: Deadline) -> [String] {
    var lines = [""]
    for step in deadline.steps {
      lines.append(words.line(step))
      lines += words.skipped(in: step).map { "  \($0.date)  \(words.reason($0))" }
    }
    lines += ["", words.rulesTitle] + deadline.rules.map { "  \(words.line($0))" }
    if let calendar = deadline.calendar {
      let place = deadline.terms.place.map { " (\(words.place($0)))" } ?? ""
      lines += ["", "\(words.holidaysTitle): \(words.source(calendar))\(place)"]
    }
    if !deadline.notes.isEmpty {
      lines += ["", words.notesTitle] + deadline.notes.map { "  \(words.line($0))" }
    }
    return lines
  }
}

extension DeadlineReport {
  private func write(_ deadlines: NoticeDeadlines, to json: inout JSONText) {
    json.object { json in
      json.member("lastDayToObject", ifPresent: deadlines.window?.lastDay.description)
      json.member("earliestStart", ifPresent: deadlines.earliestStart?.description)
      json.member("causes", deadlines.causes.map(\.rawValue))
      if let notice = deadlines.notice {
        json.key("notice")
        write(notice, to: &json)
      }
      if let window = deadlines.window {
        json.key("window")
        write(window, to: &json)
      }
    }
  }

  private func write(_ deadline: Deadline, to json: inout JSONText) {
    let terms = deadline.terms
    json.object { json in
      json.member("lastDay", deadline.lastDay.description)
      json.member("end", ifPresent: deadline.end?.description)
      json.member("event", deadline.event.kind.rawValue)
      json.member("eventDay", deadline.eventDay.description)
      json.member("period", terms.period.description)
      json.member("direction", terms.direction.rawValue)
      json.member("week", terms.effectiveWeek.description)
      json.member("roll", terms.roll.rawValue)
      json.member("zone", ifPresent: deadline.event.zone?.name)
      json.member("place", ifPresent: terms.place?.rawValue)
      if let calendar = deadline.calendar {
        json.key("holidays")
        json.object { json in
          json.member("code", calendar.code)
          json.member("edition", calendar.edition)
        }
      }
      writeSteps(of: deadline, to: &json)
      json.member("notes", deadline.notes.map(words.line))
    }
  }

  private func writeSteps(of deadline: Deadline, to json: inout JSONText) {
    json.member("steps", objects: deadline.steps) { json, step in
      json.member("text", words.line(step))
      json.member("skipped", ifAny: words.skipped(in: step)) { json, off in
        json.member("date", off.date.description)
        json.member("weekday", off.date.weekday.rawValue)
        json.member("holiday", ifPresent: off.holiday?.name.text(in: words.language))
        json.member("reason", words.reason(off))
      }
    }
    json.member("rules", objects: deadline.rules) { json, rule in
      json.member("id", rule.rawValue)
      json.member("law", ifPresent: rule.law?.english)
      json.member("text", words.text(of: rule))
    }
  }
}
