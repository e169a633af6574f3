import Deadlines
import Registers
import Testing

@testable import Portal

struct RegisterCalendarTests {
  private let fixture: PortalFixture

  init() throws {
    fixture = try PortalFixture(
      settings:
        "base-url: https://trust.example\nnotice: {before-use: 30 days, objection: 14 days}\n")
  }

  private func calendar(asOf: CalendarDate = "2026-06-01", language: String = "en") throws
    -> RegisterCalendar
  {
    RegisterCalendar(
      try fixture.compile(asOf: asOf), words: try shippedWords(language),
      paths: PortalPaths(defaultLanguage: "en"))
  }

  private func described(_ events: [CalendarEvent]) -> [String] {
    events.map {
      "\($0.day) \($0.uid) \($0.sequence)\($0.isCancelled ? " cancelled" : "") \($0.stamp)"
    }
  }

  @Test func listsWindowsFirstDaysAndExpiries() throws {
    try fixture.company(
      "mail",
      """
      certificates: [{name: ISO, expires: 2027-05-31}]
      reviewed: 2026-05-02
      engagements:
        - {service: Mail, announced: 2026-05-25, effective: 2026-07-15}
        - service: Fax
          effective: 2020-01-01
          ended: 2026-12-31
          locations: [{country: GB}]
          transfer: {mechanism: scc-2021-914, module: 3, expires: 2028-01-31, signed: 2026-01-01}
      """)

    #expect(
      described(try calendar().events()) == [
        "2026-06-08 mail.1.objection@trust.example 0 2026-05-25",
        "2026-07-15 mail.1.effective@trust.example 0 2026-05-25",
        "2026-12-31 mail.2.ended@trust.example 0 2026-06-01",
        "2027-05-31 mail.certificate-1@trust.example 0 2026-05-02",
        "2028-01-31 mail.2.transfer-1@trust.example 0 2026-01-01",
        "2031-12-27 decision.eu-2021-1772@trust.example 0 2026-06-01",
      ])
  }

  @Test func raisesTheSequenceWithEachChange() throws {
    try fixture.company(
      "mail",
      """
      engagements:
        - id: post
          service: Mail
          announced: 2026-05-01
          effective: 2026-08-01
          revised: [2026-05-10, 2026-05-20, 2026-06-20]
      """)

    func effective(_ day: CalendarDate) throws -> String? {
      described(try calendar(asOf: day).events()).last
    }

    #expect(
      try effective("2026-05-05") == "2026-08-01 mail.post.effective@trust.example 0 2026-05-01")
    #expect(
      try effective("2026-06-01") == "2026-08-01 mail.post.effective@trust.example 2 2026-05-20")
    #expect(
      try effective("2026-07-01") == "2026-08-01 mail.post.effective@trust.example 3 2026-06-20")
  }

  /// What is announced anew is the same event, on another day.
  @Test func raisesTheSequenceWithANewAnnouncement() throws {
    for (day, effective, release) in [
      ("2026-04-01", "2026-06-15", "2026-04-01"), ("2026-05-01", "2026-08-01", "2026-05-01"),
    ] as [(String, String, CalendarDate)] {
      try fixture.company(
        "mail", "engagements: [{service: Mail, announced: \(day), effective: \(effective)}]")
      try fixture.release(release)
    }

    #expect(
      described(try calendar().events()) == [
        "2026-05-15 mail.1.objection@trust.example 1 2026-05-01",
        "2026-08-01 mail.1.effective@trust.example 1 2026-05-01",
      ])
  }

  @Test func cancelsWhatWasWithdrawn() throws {
    try fixture.company(
      "mail",
      "engagements: [{service: M, announced: 2026-05-01, effective: 2026-08-01, withdrawn: 2026-05-15}]"
    )

    #expect(
      described(try calendar().events()) == [
        "2026-05-15 mail.1.objection@trust.example 1 cancelled 2026-05-15",
        "2026-08-01 mail.1.effective@trust.example 1 cancelled 2026-05-15",
      ])
    #expect(try calendar(asOf: "2026-05-10").events().map(\.isCancelled) == [false, false])
  }

  /// Whoever has the day in a calendar learns that it is off, and that another one is set.
  @Test(arguments: [
    (nil, "2026-06-21 mail.1.ended@trust.example 1 cancelled 2026-05-20"),
    ("2026-07-31", "2026-07-31 mail.1.ended@trust.example 2 2026-06-01"),
  ])
  func cancelsAnEndThatIsRevoked(end: String?, expected: String) throws {
    func write(_ end: String?) throws {
      let ended = end.map { ", ended: \($0)" } ?? ""
      try fixture.company("mail", "engagements: [{service: M, effective: 2020-01-01\(ended)}]")
    }
    try write("2026-06-21")
    try fixture.release("2026-05-04")
    try write(nil)
    try fixture.release("2026-05-20")
    try write(end)

    #expect(described(try calendar().events()) == [expected])
  }

  @Test func keepsWhatIsNotAnnouncedYetToItself() throws {
    try fixture.company(
      "mail", "engagements: [{service: M, announced: 2026-07-01, effective: 2026-09-01}]")

    #expect(try calendar().events() == [])
  }

  @Test func foldsAndEscapesLines() throws {
    let service = "Versand, Zustellung; Prüfung \\ Überwachung " + String(repeating: "ä", count: 80)
    try fixture.company(
      "mail", "engagements: [{service: '\(service)', announced: 2026-05-01, effective: 2026-08-01}]"
    )

    let text = String(
      decoding: try calendar(language: "de").text(generator: "Annex"), as: UTF8.self)
    let lines = text.utf8.split(separator: 0x0A).map { Array($0) }

    #expect(lines.allSatisfy { $0.last == 0x0D && $0.count <= 76 })
    #expect(lines.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
    let unfolded = text.replacing("\r\n ", with: "")
    #expect(unfolded.contains(#"Versand\, Zustellung\; Prüfung \\ Überwachung"#))
    #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
  }

  @Test func isPublishedInEachLanguage() throws {
    try fixture.company("mail", "engagements: [{service: M}]")
    #expect(fixture.build().publication != nil)

    #expect(try fixture.page("deadlines.ics").contains("PRODID:-//Annex//Annex//EN"))
    #expect(try fixture.page("de/deadlines.ics").contains("PRODID:-//Annex//Annex//DE"))
  }
}
