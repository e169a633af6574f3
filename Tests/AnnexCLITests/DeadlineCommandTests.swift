import Deadlines
import TestSupport
import Testing

@testable import AnnexCLI

struct DeadlineCommandTests {
  /// Runs `annex deadline` against the compiler itself.
  private func deadline(_ arguments: String...) -> RunResult {
    let host = StandInHost()
    let code = runAnnex(
      arguments: ["deadline"] + arguments, host: host, workbench: CompilerWorkbench())
    return RunResult(exitCode: code, output: host.output, error: host.error)
  }

  @Test func printsTheResultWithItsExplanation() {
    let result = deadline(
      "--from", "2026-12-18", "--period", "14 working days", "--holidays", "DE-BY")

    #expect(
      result
        == RunResult(
          exitCode: .success,
          output: """
            Last day: Tuesday 2027-01-12

            Received: Friday 2026-12-18
            The day of the event does not count: Friday 2026-12-18
            Counted 14 working days, Monday to Friday without public holidays, to Tuesday 2027-01-12
              2026-12-19  Saturday
              2026-12-20  Sunday
              2026-12-25  public holiday: Christmas Day
              2026-12-26  Saturday; public holiday: Second Day of Christmas
              2026-12-27  Sunday
              2027-01-01  public holiday: New Year's Day
              2027-01-02  Saturday
              2027-01-03  Sunday
              2027-01-06  public holiday: Epiphany
              2027-01-09  Saturday
              2027-01-10  Sunday

            Rules
              § 130(1) BGB: a notice takes effect on receipt
              § 187(1) BGB: the day of the event does not count
              Art. 2(2) Regulation (EEC, Euratom) No 1182/71: working days are all days but public \
            holidays, Sundays and Saturdays
              Holiday data: public holidays are no working days
              § 188(1) BGB: a period of days ends with the end of its last day

            Public holidays: DE-BY (Bavaria), edition 2026-11-20

            Notes
              'Working day' can mean Monday to Friday or Monday to Saturday; Monday to Friday was \
            assumed.
              Parts of DE-BY have further holidays: DE-BY-AUGSBURG, DE-BY-CATHOLIC.

            """,
          error: ""))
  }

  @Test func printsTheTwoPeriodsOfAnAnnouncement() {
    let result = deadline(
      "--from", "2026-12-18", "--period", "30 Tage", "--window", "14 Werktage", "--holidays",
      "DE-BY", "--effective", "2027-01-11", "--language", "de", "--place", "controller")
    let lines = result.output.split(separator: "\n")

    #expect(result.exitCode == .success && result.error.isEmpty)
    #expect(
      lines.prefix(4) == [
        "Letzter Tag für den Einspruch: Freitag 2027-01-08",
        "Frühester Einsatz: Montag 2027-01-18 (Tag nach der Ankündigungsfrist)",
        "Ankündigung vor dem Einsatz: 30 Tage", "Zugegangen: Freitag 2026-12-18",
      ])
    #expect(lines.contains("Einspruchsfrist: 14 Werktage"))
    // The notice of 30 calendar days asks no calendar.
    #expect(lines.count { $0.hasPrefix("Feiertage: ") } == 1)
    #expect(
      lines.contains("Feiertage: DE-BY (Bayern), Stand 2026-11-20 (Ort des Verantwortlichen)"))
  }

  @Test func printsAnObjectForPrograms() {
    let result = deadline(
      "--from", "2026-04-30", "--period", "1 business day", "--holidays", "de-be", "--zone",
      "Europe/Berlin", "--format", "json")

    #expect(
      result.output == """
        {"lastDay":"2026-05-04","end":"2026-05-04T22:00Z","event":"received",\
        "eventDay":"2026-04-30","period":"1 business day","direction":"forward","week":"mon-fri",\
        "roll":"none","zone":"Europe/Berlin","holidays":{"code":"DE-BE","edition":"2026-11-20"},\
        "steps":[{"text":"Received: Thursday 2026-04-30"},\
        {"text":"The day of the event does not count: Thursday 2026-04-30"},\
        {"text":"Counted 1 business day, Monday to Friday without public holidays, \
        to Monday 2026-05-04","skipped":[\
        {"date":"2026-05-01","weekday":"friday","holiday":"Labour Day",\
        "reason":"public holiday: Labour Day"},\
        {"date":"2026-05-02","weekday":"saturday","reason":"Saturday"},\
        {"date":"2026-05-03","weekday":"sunday","reason":"Sunday"}]}],\
        "rules":[{"id":"receipt","law":"§ 130(1) BGB","text":"a notice takes effect on receipt"},\
        {"id":"event-day-not-counted","law":"§ 187(1) BGB",\
        "text":"the day of the event does not count"},\
        {"id":"working-days-mon-fri","law":"Art. 2(2) Regulation (EEC, Euratom) No 1182/71",\
        "text":"working days are all days but public holidays, Sundays and Saturdays"},\
        {"id":"public-holidays","text":"public holidays are no working days"},\
        {"id":"end-of-last-day","law":"§ 188(1) BGB",\
        "text":"a period of days ends with the end of its last day"}],"notes":[]}

        """)
  }

  @Test func printsBothPeriodsForPrograms() {
    let result = deadline(
      "--from", "2026-12-18", "--period", "30 days", "--window", "2 weeks", "--format", "json")

    #expect(
      result.output.hasPrefix(
        #"{"lastDayToObject":"2027-01-01","earliestStart":"2027-01-18","causes":["notice"],"#))
    #expect(result.output.contains(#","notice":{"lastDay":"2027-01-17","#))
    #expect(result.output.contains(#","window":{"lastDay":"2027-01-01","#))
  }

  @Test(arguments: [
    (["--direction", "backward"], "2026-12-03"), (["--count-event-day"], "2026-12-31"),
    (["--roll", "forward", "--holidays", "DE-BE"], "2027-01-04"),
    (["--event", "sent", "--deemed-after", "3 days"], "2027-01-04"),
  ])
  func takesTheTermsFromOptions(options: [String], day: String) {
    let host = StandInHost()
    let arguments = ["deadline", "--from", "2026-12-18", "--period", "14 days"] + options
    _ = runAnnex(arguments: arguments, host: host, workbench: CompilerWorkbench())
    #expect(host.output.split(separator: "\n").first?.hasSuffix(day) == true, "\(host.output)")
  }

  @Test func movesWhatComesAfterTheCutOffHour() {
    let result = deadline(
      "--from", "2026-12-18T16:30Z", "--zone", "Europe/Berlin", "--cut-off", "17", "--period",
      "1 Werktag", "--holidays", "DE-BE")
    #expect(result.output.hasPrefix("Last day: Monday 2026-12-21, 24:00 (Europe/Berlin)\n"))
  }
}

// MARK: - Wrong usage

extension DeadlineCommandTests {
  @Test(arguments: [
    ([], "option '--from' is missing"),
    (["--from", "2026-12-18"], "option '--period' is missing"),
    (
      ["--from", "2026-02-30", "--period", "1 day"],
      "value '2026-02-30' of option '--from' is not a day or time of the calendar"
    ),
    (
      ["--from", "2026-12-18", "--period", "99999999999 days"],
      "value '99999999999 days' of option '--period' has the number 99999999999; it must be from "
        + "1 to 9999"
    ),
    (
      ["--from", "2026-12-18", "--period", "14 wroking days"],
      "value '14 wroking days' of option '--period' has the unknown unit 'wroking'"
    ),
    (
      ["--from", "2026-12-18", "--period", "reasonable"],
      "value 'reasonable' of option '--period' says 'reasonable'; a period needs a number"
    ),
    (
      ["--from", "2026-12-18", "--period", "14 working days"],
      "option '--holidays' is missing"
    ),
    (
      ["--from", "2026-12-18T10:00Z", "--period", "14 days"], "option '--zone' is missing"
    ),
    (
      ["--from", "2026-12-18", "--period", "14 days", "--effective", "2027-02-01"],
      "option '--window' is missing"
    ),
    (
      ["--from", "2026-12-18", "--period", "14 days", "--cut-off", "24"],
      "value '24' of option '--cut-off' is not an hour from 1 to 23"
    ),
    (
      ["--from", "2026-12-18", "--period", "14 days", "--cut-off", "17"],
      "value '17' of option '--cut-off' needs a time, and '--from' names a day"
    ),
    (
      ["--from", "2026-12-18", "--period", "14 days", "--week", "fri-mon"],
      "value 'fri-mon' of option '--week' is not a span of weekdays"
    ),
    (
      [
        "--from", "2026-12-18", "--period", "14 days", "--roll", "forward", "--direction",
        "backward",
      ],
      "value 'forward' of option '--roll' would shorten a period that runs backward"
    ),
    (
      [
        "--from", "2026-12-18", "--period", "1 day", "--window", "1 day", "--direction", "backward",
      ],
      "value 'backward' of option '--direction' does not go with '--window'"
    ),
    (
      ["--from", "2026-12-18", "--period", "14 days", "--format", "sarif"],
      "value 'sarif' of option '--format' has no form for a deadline"
    ),
    (
      ["--from", "9999-12-30", "--period", "14 days"],
      "the period ends beyond the years 0 to 9999"
    ),
    (
      ["--from", "0000-01-02", "--period", "14 days", "--direction", "backward"],
      "the period ends beyond the years 0 to 9999"
    ),
    (
      ["--from", "1980-12-18T10:00Z", "--period", "14 days", "--zone", "Europe/Berlin"],
      "time zone 'Europe/Berlin' is known for the years 1996 to 2035, not for 1980"
    ),
  ])
  func saysWhatIsWrong(arguments: [String], summary: String) {
    let host = StandInHost()
    let code = runAnnex(
      arguments: ["deadline"] + arguments, host: host, workbench: CompilerWorkbench())
    #expect(code == .wrongUsage)
    #expect(host.error.contains(summary), "\(host.error)")
    #expect(host.output.isEmpty)
  }

  @Test(arguments: [
    (["--holidays", "DEBY"], "help: replace 'DEBY' with 'DE-BY'"),
    (["--holidays", "Bayern"], "help: replace 'Bayern' with 'DE-BY'"),
    (["--holidays", "BY"], "help: replace 'BY' with 'DE-BY'"),
    (["--holidays", "GB-UK"], "help: use one of 'GB-ENG', 'GB-NIR', 'GB-SCT', 'GB-WLS'"),
    (
      ["--holidays", "AT", "--zone", "Europe/Berln"],
      "help: replace 'Europe/Berln' with 'Europe/Berlin'"
    ),
    (["--holidays", "AT", "--roll", "forwards"], "help: replace 'forwards' with 'forward'"),
  ])
  func suggestsWhatWasMeant(options: [String], help: String) {
    let host = StandInHost()
    let arguments = ["deadline", "--from", "2026-12-18", "--period", "14 days"] + options
    let code = runAnnex(arguments: arguments, host: host, workbench: CompilerWorkbench())
    #expect(code == .wrongUsage && host.error.contains(help), "\(host.error)")
  }

  @Test func suggestsAUnit() {
    let result = deadline("--from", "2026-12-18", "--period", "14 wekes")
    #expect(result.error.contains("help: replace 'wekes' with 'weeks'"))
  }
}

// MARK: - Calendars of a workspace

extension DeadlineCommandTests {
  private static let ownFile = """
    country: DE
    en: Our company
    edition: 2026-01-01
    years: 2026-2026
    holidays:
      - {on: 12-21, en: Company day}

    """

  @Test func takesACalendarOfTheWorkspace() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.ownFile, to: "content/holidays/company.yml")
    let result = deadline(
      "-w", folder.path, "--from", "2026-12-18", "--period", "1 business day", "--holidays", "DE")

    #expect(result.output.hasPrefix("Last day: Tuesday 2026-12-22\n"))
    #expect(result.output.contains("DE (Our company), edition 2026-01-01"))
    // Regions of the country that it replaces are gone; other countries stay.
    #expect(
      deadline(
        "-w", folder.path, "--from", "2026-12-18", "--period", "1 day", "--holidays", "DE-BY"
      ).exitCode == .wrongUsage)
    #expect(
      deadline("-w", folder.path, "--from", "2026-12-18", "--period", "1 day", "--holidays", "AT")
        .exitCode == .success)
  }

  @Test func reportsACalendarThatIsWrong() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      Self.ownFile.replacing("on: 12-21", with: "on: 12-41"), to: "content/holidays/company.yml")
    let result = deadline(
      "-w", folder.path, "--from", "2026-12-18", "--period", "1 business day", "--holidays", "DE")

    #expect(result.exitCode == .contentErrors && result.output.isEmpty)
    #expect(result.error.contains("content/holidays/company.yml:6:10: error: 'on' must be"))
    #expect(result.error.contains("[malformed-value]"))
  }

  @Test func reportsTwoCalendarsOfOneCountry() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.ownFile, to: "content/holidays/a.yml")
    try folder.write(Self.ownFile, to: "content/holidays/b.yml")
    let result = deadline(
      "-w", folder.path, "--from", "2026-12-18", "--period", "1 business day", "--holidays", "DE")

    #expect(result.exitCode == .contentErrors)
    #expect(result.error.contains("content/holidays/b.yml:1:1: error: country 'DE' has two"))
  }

  @Test func needsAWorkspaceOnlyForHolidays() throws {
    let missing = "no-such-folder-\(UInt64.random(in: 0 ... .max))"
    #expect(
      deadline("-w", missing, "--from", "2026-12-18", "--period", "1 day").exitCode == .success)
    #expect(
      deadline("-w", missing, "--from", "2026-12-18", "--period", "1 day", "--holidays", "AT")
        .exitCode == .noInput)
  }
}
