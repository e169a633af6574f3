import Calendars
import Deadlines
import Testing

struct ComputeDeadlineTests {
  private func compute(
    _ period: String, from start: String, in code: String? = nil,
    _ change: (inout DeadlineTerms, inout NoticeEvent) throws -> Void = { _, _ in }
  ) throws -> Deadline {
    let calendar = try code.map { code -> HolidayCalendar in
      try #require(HolidayAtlas.shipped.calendar(for: code))
    }
    var terms = DeadlineTerms(try #require(Period(period)), calendar: calendar)
    var event = NoticeEvent(.received, try #require(Moment(start)))
    try change(&terms, &event)
    return try computeDeadline(terms, from: event)
  }

  @Test(arguments: [
    ("1 day", "2026-03-02", "2026-03-02"), ("14 days", "2026-03-02", "2026-03-15"),
    ("2 weeks", "2026-03-02", "2026-03-15"), ("1 month", "2026-03-01", "2026-03-31"),
    ("1 month", "2026-03-02", "2026-04-01"), ("1 month", "2026-01-31", "2026-02-28"),
    ("1 month", "2026-01-29", "2026-02-28"), ("1 month", "2024-01-30", "2024-02-29"),
    ("1 month", "2026-02-01", "2026-02-28"), ("1 year", "2024-02-29", "2025-02-28"),
    ("3 working days", "2026-03-02", "2026-03-04"), ("3 working days", "2026-03-07", "2026-03-11"),
  ])
  func countsTheDayOfTheEventWhereAgreed(period: String, start: String, last: String) throws {
    let deadline = try compute(period, from: start, in: "DE-BE") { terms, _ in
      terms.countsEventDay = true
    }
    #expect(deadline.lastDay.description == last)
    #expect(deadline.rules.contains(.eventDayCounted))
    #expect(!deadline.rules.contains(.eventDayNotCounted))
  }

  @Test(arguments: [
    ("14 days", "2026-03-17", "2026-03-02"), ("2 weeks", "2026-03-17", "2026-03-02"),
    ("1 month", "2026-03-17", "2026-02-16"), ("1 month", "2026-03-31", "2026-02-27"),
    ("1 day", "2026-03-02", "2026-02-28"),
    // Good Friday and Easter Monday are days off: the 7th, 2nd and 1st are counted.
    ("3 working days", "2026-04-08", "2026-03-31"),
  ])
  func leavesFullDaysBetweenNoticeAndEvent(period: String, event: String, notice: String) throws {
    let deadline = try compute(period, from: event, in: "DE-BE") { terms, _ in
      terms.direction = .backward
    }
    #expect(deadline.lastDay.description == notice)
    #expect(deadline.countedDay == deadline.lastDay.adding(days: 1))
    #expect(deadline.rules.contains(.fullDaysBetween))
  }

  @Test func countsTheEventOfABackwardPeriodWhereAgreed() throws {
    let days = try compute("14 days", from: "2026-03-17") { terms, _ in
      terms.direction = .backward
      terms.countsEventDay = true
    }
    #expect(days.lastDay.description == "2026-03-03")
    let month = try compute("1 month", from: "2026-03-31") { terms, _ in
      terms.direction = .backward
      terms.countsEventDay = true
    }
    #expect(month.lastDay.description == "2026-02-28")
  }

  @Test func saysThatAMonthIsTooShort() throws {
    let deadline = try compute("1 month", from: "2026-01-31")

    let last = try #require(CalendarDate("2026-02-28"))
    #expect(deadline.steps.contains(.shortMonth(day: 31, last: last)))
    #expect(deadline.rules.contains(.shortMonth))
    #expect(try !compute("1 month", from: "2026-01-28").rules.contains(.shortMonth))
    #expect(try !compute("1 month", from: "2026-03-31").steps.isEmpty)
  }

  @Test func namesEachSkippedDayWithItsReason() throws {
    let deadline = try compute("14 working days", from: "2026-12-18", in: "DE-BY")

    let skipped = deadline.steps.flatMap { DeadlineWords(.english).skipped(in: $0) }
    #expect(skipped.count == 11)
    #expect(
      skipped.filter { $0.holiday != nil }.map { "\($0.date) \($0.isOutsideWeek)" } == [
        "2026-12-25 false", "2026-12-26 true", "2027-01-01 false", "2027-01-06 false",
      ])
    #expect(skipped.allSatisfy { $0.isOutsideWeek || $0.holiday != nil })
  }

  @Test func countsNothingTwiceAndLeavesNothingOut() throws {
    let deadline = try compute("60 working days", from: "2026-03-02", in: "CH-TI")

    let skipped = deadline.steps.flatMap { DeadlineWords(.english).skipped(in: $0) }
    let span = deadline.lastDay.dayNumber - deadline.eventDay.dayNumber
    #expect(span == 60 + skipped.count)
    #expect(Set(skipped.map(\.date)).count == skipped.count)
  }

  @Test(arguments: [
    ("2026-03-06T16:59", "2026-03-06"), ("2026-03-06T17:00", "2026-03-09"),
    ("2026-04-02T18:00", "2026-04-07"), ("2026-03-06", "2026-03-06"),
  ])
  func movesAnEventAfterTheCutOffHour(start: String, day: String) throws {
    let deadline = try compute("1 day", from: start, in: "DE-BE") { _, event in
      event.cutOffHour = 17
    }
    #expect(deadline.eventDay.description == day)
    #expect(deadline.rules.contains(.cutOff) == (start.prefix(10) != day))
  }

  @Test(arguments: [
    ("3 days", "2026-03-05"), ("2 working days", "2026-03-04"), ("1 week", "2026-03-09"),
    ("5 working days", "2026-03-10"),
  ])
  func takesASentNoticeForReceivedLater(after: String, day: String) throws {
    // Sunday 8 March is a holiday in Berlin as well.
    let deadline = try compute("1 day", from: "2026-03-02", in: "DE-BE") { _, event in
      event.kind = .sent
      event.deemedReceivedAfter = Period(after)
    }
    #expect(deadline.eventDay.description == (after == "5 working days" ? "2026-03-09" : day))
    #expect(deadline.rules.contains(.deemedReceipt))
    #expect(!deadline.rules.contains(.receipt))
  }

  @Test func rollsFromASaturdayWhateverTheWorkingWeek() throws {
    let deadline = try compute("4 Werktage", from: "2026-03-03", in: "DE-HH") { terms, _ in
      terms.roll = .forward
    }
    #expect(deadline.countedDay.description == "2026-03-07")
    #expect(deadline.lastDay.description == "2026-03-09")
    #expect(deadline.rules.contains(.rollForward))
  }

  @Test func refusesToRollABackwardPeriod() {
    #expect(throws: DeadlineError.rollOfBackwardPeriod) {
      try compute("14 days", from: "2026-03-17") { terms, _ in
        terms.direction = .backward
        terms.roll = .forward
      }
    }
  }

  @Test func asksForTheZoneOfAMoment() throws {
    let berlin = try #require(ClockZones.shipped["Europe/Berlin"])
    #expect(throws: DeadlineError.self) { try compute("14 days", from: "2026-03-17T10:00Z") }
    #expect(
      throws: DeadlineError.zoneNotCovered(
        zone: "Europe/Berlin", year: 1980, years: berlin.years)
    ) {
      try compute("14 days", from: "1980-03-17T10:00Z") { _, event in event.zone = berlin }
    }
  }

  @Test(arguments: [
    "1 day", "9999 days", "9999 weeks", "9999 months", "9999 years", "9999 working days",
  ])
  func endsWithAnErrorBeyondTheCalendar(period: String) {
    #expect(throws: DeadlineError.beyondCalendar) {
      try compute(period, from: "9999-12-31", in: "DE-BE")
    }
    #expect(throws: DeadlineError.beyondCalendar) {
      try compute(period, from: "0000-01-01", in: "DE-BE") { terms, _ in terms.direction = .backward
      }
    }
    #expect(throws: DeadlineError.beyondCalendar) {
      try compute("1 day", from: "9999-12-31", in: "DE-BE") { _, event in
        event.deemedReceivedAfter = Period(period)
      }
    }
  }

  @Test func rollsIntoTheEndOfTheCalendarWithoutATrap() throws {
    // 31 December 9999 is a Friday, so that the last Saturday can still be rolled nowhere.
    let deadline = try compute("1 day", from: "9999-12-30", in: "DE-BE") { terms, _ in
      terms.roll = .forward
    }
    #expect(deadline.lastDay == .last)
  }

  @Test func countsTheLongestPeriodsQuickly() throws {
    let deadline = try compute("9999 working days", from: "2026-01-01", in: "DE-BY")
    #expect(deadline.lastDay.year == 2065)
    #expect(deadline.notes.contains { if case .yearsNotChecked = $0 { true } else { false } })
  }
}

// MARK: - Notes

extension ComputeDeadlineTests {
  private func notes(_ deadline: Deadline) -> [String] {
    deadline.notes.map { DeadlineWords(.english).line($0) }
  }

  @Test func saysWhichWeekItAssumed() throws {
    let open = try compute("5 working days", from: "2026-03-02", in: "DE-BE")
    let settled = try compute("5 working days", from: "2026-03-02", in: "DE-BE") { terms, _ in
      terms.week = .mondayToFriday
    }
    let implied = try compute("5 business days", from: "2026-03-02", in: "DE-BE")
    #expect(
      notes(open) == [
        "'Working day' can mean Monday to Friday or Monday to Saturday; Monday to Friday was assumed."
      ])
    #expect(notes(settled).isEmpty && notes(implied).isEmpty)
  }

  @Test func saysThatRegionsHaveMoreHolidays() throws {
    let deadline = try compute("5 business days", from: "2026-03-02", in: "GB")
    #expect(
      notes(deadline) == [
        "Parts of GB have further holidays: GB-ENG, GB-NIR, GB-SCT, GB-WLS."
      ])
    #expect(try notes(compute("4 days", from: "2026-03-02", in: "GB")).isEmpty)
  }

  @Test func saysThatNoHolidaysWereLeftOut() throws {
    #expect(
      try notes(compute("5 business days", from: "2026-03-02")) == [
        "No holiday calendar was named, so public holidays were not left out."
      ])
  }

  @Test func saysThatTheDataEnd() throws {
    let deadline = try compute("5 business days", from: "2040-03-02", in: "AT")
    #expect(
      notes(deadline).first?.hasSuffix(
        "are checked for 2024 to 2031; beyond, its rules were carried on.") == true)
  }

  @Test func saysThatALastDayIsADayOff() throws {
    let deadline = try compute("5 days", from: "2026-03-02", in: "AT")
    #expect(
      notes(deadline) == [
        "The last day is no working day (Saturday); it stays, as no roll was agreed."
      ])
  }

  @Test func saysWhatAPromiseIsWorth() throws {
    #expect(
      try notes(compute("normally 2 weeks", from: "2026-03-02")).first?.contains("less") == true)
    #expect(
      try notes(compute("at least 2 weeks", from: "2026-03-02")).first?.contains("minimum") == true)
  }
}
