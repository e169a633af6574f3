import Calendars
import Deadlines
import Testing

struct DeadlineWordsTests {
  private func everyStep() throws -> Deadline {
    let calendar: HolidayCalendar = try #require(HolidayAtlas.shipped.calendar(for: "DE-BE"))
    let zone: ClockZone = try #require(ClockZones.shipped["Europe/Berlin"])
    let terms = DeadlineTerms(
      try #require(Period("1 month")), calendar: calendar, roll: .forward, place: .controller)
    let event = NoticeEvent(
      .sent, try #require(Moment("2026-01-28T17:30Z")), zone: zone, cutOffHour: 18,
      deemedReceivedAfter: Period("2 days"))
    return try computeDeadline(terms, from: event)
  }

  private func text(_ deadline: Deadline, _ language: Language) -> String {
    let words = DeadlineWords(language)
    var lines = [words.headline(deadline)]
    for step in deadline.steps {
      lines.append(words.line(step))
      lines += words.skipped(in: step).map { "  \($0.date) \(words.reason($0))" }
    }
    return (lines + deadline.rules.map { words.line($0) }).joined(separator: "\n")
  }

  @Test func explainsEveryStepInEnglish() throws {
    #expect(
      text(try everyStep(), .english) == """
        Last day: Monday 2026-03-02, 24:00 (Europe/Berlin)
        Sent: 2026-01-28T17:30Z
        In Europe/Berlin that is Wednesday 2026-01-28, 18:30
        From 18:00 on it counts as of the next working day: Thursday 2026-01-29
        Taken as received 2 days after sending: Saturday 2026-01-31
        The day of the event does not count: Saturday 2026-01-31
        Counted 1 month, to Saturday 2026-02-28
        The month has no day 31; its last day takes its place: Saturday 2026-02-28
        Saturday 2026-02-28 is no working day; the next one takes its place: Monday 2026-03-02
          2026-02-28 Saturday
          2026-03-01 Sunday
        Agreement: the day is that of the named time zone
        Agreement: what arrives late in the day counts as of the next working day
        Art. 2(2) Regulation (EEC, Euratom) No 1182/71: \
        working days are all days but public holidays, Sundays and Saturdays
        Holiday data: public holidays are no working days
        Agreement: a notice that was sent counts as received after a fixed time
        § 187(1) BGB: the day of the event does not count
        § 188(2) BGB: weeks and months end with the end of the day of the same name or number
        § 188(3) BGB: where the month has no such day, the period ends with its last day
        § 193 BGB: a last day that is a Saturday, Sunday or public holiday gives way to the next \
        working day
        """)
  }

  @Test func explainsEveryStepInGerman() throws {
    #expect(
      text(try everyStep(), .german) == """
        Letzter Tag: Montag 2026-03-02, 24:00 (Europe/Berlin)
        Abgesandt: 2026-01-28T17:30Z
        In Europe/Berlin ist das Mittwoch 2026-01-28, 18:30 Uhr
        Ab 18:00 Uhr gilt der nächste Arbeitstag: Donnerstag 2026-01-29
        Gilt 2 Tage nach dem Absenden als zugegangen: Samstag 2026-01-31
        Der Tag des Ereignisses zählt nicht mit: Samstag 2026-01-31
        Gezählt: 1 Monat, bis Samstag 2026-02-28
        Der Monat hat keinen 31. Tag; an seine Stelle tritt der letzte: Samstag 2026-02-28
        Samstag 2026-02-28 ist kein Werktag im Sinne des § 193 BGB; es gilt der nächste: \
        Montag 2026-03-02
          2026-02-28 Samstag
          2026-03-01 Sonntag
        Vertrag: es gilt der Tag in der genannten Zeitzone
        Vertrag: was nach der Uhrzeit eingeht, gilt als am nächsten Arbeitstag eingegangen
        Art. 2 Abs. 2 Verordnung (EWG, Euratom) Nr. 1182/71: \
        Arbeitstage sind alle Tage außer Feiertagen, Sonntagen und Samstagen
        Feiertagsdaten: gesetzliche Feiertage sind keine Arbeitstage
        Vertrag: eine abgesandte Mitteilung gilt nach fester Zeit als zugegangen
        § 187 Abs. 1 BGB: der Tag des Ereignisses zählt nicht mit
        § 188 Abs. 2 BGB: Wochen und Monate enden mit Ablauf des Tages gleicher Benennung oder Zahl
        § 188 Abs. 3 BGB: fehlt der Tag im Monat, endet die Frist mit dessen letztem Tag
        § 193 BGB: an die Stelle eines Samstags, Sonn- oder Feiertags tritt der nächste Werktag
        """)
  }

  @Test(arguments: [
    ("14 working days", WorkingWeek.mondayToFriday, "14 working days", "14 Arbeitstage"),
    ("14 working days", .mondayToSaturday, "14 working days", "14 Werktage"),
    ("1 Werktag", .mondayToSaturday, "1 working day", "1 Werktag"),
    ("1 business day", .mondayToFriday, "1 business day", "1 Arbeitstag"),
    ("at least 1 month", .mondayToFriday, "at least 1 month", "mindestens 1 Monat"),
    ("normally 2 years", .mondayToFriday, "normally 2 years", "in der Regel 2 Jahre"),
  ])
  func namesPeriods(text: String, week: WorkingWeek, english: String, german: String) throws {
    let period = try Period(parsing: text)
    #expect(DeadlineWords(.english).period(period, week: week) == english)
    #expect(DeadlineWords(.german).period(period, week: week) == german)
  }

  @Test func namesEveryRuleInBothLanguages() {
    for rule in LegalRule.allCases {
      let (english, german) = (DeadlineWords(.english), DeadlineWords(.german))
      #expect(!english.text(of: rule).isEmpty && english.text(of: rule) != german.text(of: rule))
      #expect(!german.line(rule).contains("(1)") && !german.line(rule).contains("(2)"))
    }
  }

  @Test func namesASubstituteAsSuch() throws {
    let calendar: HolidayCalendar = try #require(HolidayAtlas.shipped.calendar(for: "GB-ENG"))
    let deadline = try computeDeadline(
      DeadlineTerms(try #require(Period("1 business day")), calendar: calendar),
      from: NoticeEvent(.received, .day(try #require(CalendarDate("2027-12-24")))))
    let words = DeadlineWords(.english)
    #expect(
      deadline.steps.flatMap { words.skipped(in: $0) }.map { words.reason($0) } == [
        "Saturday; public holiday: Christmas Day", "Sunday; public holiday: Boxing Day",
        "day off in place of a public holiday: Christmas Day",
        "day off in place of a public holiday: Boxing Day",
      ])
  }
}
