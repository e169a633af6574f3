import Deadlines
import Diagnostics
import Frontmatter
import Testing

@testable import Registers

struct CheckMeasuresTests {
  /// What the checks say of one control with one measure on 1 June 2026.
  private func check(
    _ measure: String, control: String = "control: house.1\ntitle: T", portal: String = ""
  ) throws -> [Diagnostic] {
    let (record, faults) = Self.read(measure, control: control)
    #expect(codes(faults) == [])
    let settings = settings("title: T\nprocessor: {name: P}\nsites: [{id: office}]\n" + portal)
    #expect(settings.diagnostics == [])
    let registers = RegisterSet(
      settings: settings.settings, controls: [try #require(record)])
    let day = try #require(CalendarDate("2026-06-01"))
    return checkMeasures(
      registers, schemes: ControlSchemes.shipped.completed(with: registers.controls), asOf: day)
  }

  private static func read(
    _ measure: String, control keys: String
  ) -> (record: Control?, diagnostics: [Diagnostic]) {
    control("---\n\(keys)\nmeasures:\n  - {id: m, \(measure)}\n---\n")
  }

  @Test(arguments: [
    ("text: t, scopes: {office: implemented}", []),
    ("text: t, scopes: {office: implemented}, reviewed: 2025-06-01", []),
    ("text: t, scopes: {office: implemented}, reviewed: 2025-05-31", ["review-overdue"]),
    ("text: t, scopes: {office: implemented}, evidence: [{title: E}]", []),
    (
      "text: t, scopes: {office: implemented}, evidence: [{url: 'https://a.example'}]",
      ["unchecked-evidence"]
    ),
    (
      "text: t, scopes: {office: {state: shared, evidence: [{title: E, checked: 2025-05-31}]}}",
      ["stale-evidence"]
    ),
    ("text: t, scopes: {home: implemented}", ["uncovered-scope"]),
    ("text: t, scopes: {office: {state: planned, due: 2026-06-01}}", []),
    ("text: t, scopes: {office: {state: planned, due: 2026-05-31}}", ["measure-overdue"]),
    ("text: t, scopes: {office: {state: implemented, due: 2026-05-31}}", []),
    ("text: t, scopes: {office: implemented}, maps-to: [c5.PS-04, iso27001:2022/7.2]", []),
    ("text: t, scopes: {office: implemented}, maps-to: [c5.PS-40]", ["unknown-control"]),
    ("text: t, scopes: {office: implemented}, maps-to: [iso27001:2013/7.2]", ["scheme-edition"]),
    ("text: t, scopes: {office: implemented}, maps-to: [iso27701:2019/7.2]", ["unknown-scheme"]),
    ("text: t, scopes: {office: implemented}, maps-to: [nothing]", ["malformed-value"]),
    ("text: Access by Telnet, scopes: {office: implemented}", ["outdated-technology"]),
    (
      "text: Access by Telnet, scopes: {office: {state: not-applicable, reason: none}}", []
    ),
  ])
  func reportsWhatIsLeftOpen(measure: String, expected: [String]) throws {
    #expect(try codes(check(measure)) == expected)
  }

  /// A scope whose state is misspelt has been thought of.
  @Test(arguments: ["{office: implementd}", "{office: {state: implementd}}", "{office: []}"])
  func saysNothingOfAScopeThatCannotBeRead(scopes: String) throws {
    let (record, faults) = Self.read(
      "text: t, scopes: \(scopes)", control: "control: house.1\ntitle: T")
    #expect(faults.count == 1)
    let settings = settings("title: T\nprocessor: {name: P}\nsites: [{id: office}]\n")
    let registers = RegisterSet(settings: settings.settings, controls: [try #require(record)])
    let day = try #require(CalendarDate("2026-06-01"))
    let schemes = ControlSchemes.shipped.completed(with: registers.controls)
    #expect(codes(checkMeasures(registers, schemes: schemes, asOf: day)) == [])
  }

  @Test func reviewsAsOftenAsThePortalSays() throws {
    let measure = "text: t, scopes: {office: implemented}, reviewed: 2024-07-01"

    #expect(try codes(check(measure, portal: "reviews: {measures: 2 years}")) == [])
    #expect(
      try codes(check(measure, portal: "reviews: {measures: 90 days}")) == ["review-overdue"])
  }

  @Test func warnsOfWhatIsStillToBeLookedAt() throws {
    let reviewed = "text: t, scopes: {office: implemented}, reviewed: 2031-01-01"
    let evidence =
      "text: t, scopes: {office: implemented}, evidence: [{title: e, checked: 2031-01-01}]"

    #expect(try codes(check(reviewed)) == ["date-order"])
    #expect(try check(reviewed).first?.severity == .warning)
    #expect(try codes(check(evidence)) == ["date-order"])
  }

  @Test func listsTheControlsOfASchemeWithoutAMeasure() throws {
    let measure = "text: t, scopes: {office: implemented}, maps-to: [gdpr32.b, gdpr32.c]"
    let diagnostics = try check(
      measure, control: "control: gdpr32.a", portal: "schemes: [gdpr32]")

    #expect(try codes(check(measure, control: "control: gdpr32.a")) == [])
    #expect(codes(diagnostics) == ["uncovered-control"])
    #expect(diagnostics.first?.severity == .note)
    #expect(
      diagnostics.first?.summary.hasSuffix("without a measure: 'gdpr32.a', 'gdpr32.d'") == true)
  }

  @Test(arguments: [
    ("attributes: {key-length: 256, retention: 90 days, interval: 1 year, rooms: two}", []),
    ("attributes: {key-length: long}", ["malformed-value"]),
    ("attributes: {key-length: 0}", ["malformed-value"]),
    ("attributes: {retention: a while}", ["malformed-value"]),
    ("objective: secrecy", ["unknown-value"]), ("audience: everyone", ["unknown-value"]),
  ])
  func readsTypedAttributes(keys: String, expected: [String]) {
    let (_, faults) = Self.read(
      "text: t, scopes: {office: implemented}, \(keys)", control: "control: bdsg9.1")

    #expect(codes(faults) == expected)
  }

  @Test func tellsTheTypesOfAttributes() throws {
    let record = Self.read(
      "text: t, scopes: {office: planned}, attributes: {a: [12, 90 days, 2026-01-01, true, some]}",
      control: "control: bdsg9.1"
    ).record
    let typed = try #require(record?.measures.first?.attributes.first?.typed)

    #expect(
      typed == [
        .number(12), .period(try #require(Period("90 days"))),
        .date(try #require(CalendarDate("2026-01-01"))), .boolean(true), .text,
      ])
  }

  @Test func asksAnAgreementForReasonsAndCompanies() throws {
    let place = Located("Entry", at: .init(path: "a", line: 1, column: 1))
    func measure(_ state: MeasureState, to delegate: String? = nil) -> Measure {
      Measure(
        id: place, text: LocalizedText(place),
        scopes: [
          MeasureScope(
            scope: Located("all", at: place.range), state: Located(state, at: place.range),
            delegate: delegate.map { Located($0, at: place.range) })
        ],
        evidence: [], origin: MeasureOrigin(agreement: "a", path: "1", anchor: "1"))
    }
    var control = Control(
      path: "a", control: Located("bdsg9.1", at: place.range), title: nil)
    control.measures = [
      measure(.notApplicable), measure(.delegated), measure(.delegated, to: "Someone"),
    ]
    let diagnostics = checkMeasures(
      RegisterSet(settings: nil, controls: [control]),
      asOf: try #require(CalendarDate("2026-06-01")))

    #expect(
      codes(diagnostics.filter { $0.severity == .warning })
        == ["missing-reason", "missing-delegate", "unknown-sub-processor"])
  }
}

struct OutdatedTechnologyTests {
  @Test(arguments: [
    ("Access by RDP, SSH or Telnet", ["telnet"]), ("VPN or ISDN dial-in", ["isdn"]),
    ("minimum length of 8 characters for a password", ["password-length"]),
    ("Passwörter haben mindestens 8 Zeichen", ["password-length"]),
    ("Passwörter sind mindestens 12-stellig", []),
    ("Passwords have at least 12 characters", []), ("Names have 8 characters", []),
    ("Files are sent by SFTP or FTPS", []), ("Files are sent by FTP", ["ftp"]),
    ("TLS 1.2 or later", []), ("TLS 1.0 and 1.2", ["tls-1.1"]), ("TLS 1.0 is not accepted", []),
    ("Telnet ist abgeschaltet.", []), ("Telnet is used. It is not encrypted.", ["telnet"]),
    ("protected by TLS/SSL or equivalent", []), ("Schutz des Gebäudes", []),
    ("Windows 11", []), ("Windows 10 and Windows 8", ["windows"]), ("", []),
  ])
  func findsWhatNoLongerProtects(text: String, expected: [String]) throws {
    let day = try #require(CalendarDate("2026-06-01"))

    let findings = OutdatedTechnology.shipped.findings(in: text, asOf: day)

    #expect(findings.map(\.rule.id) == expected)
  }

  @Test func goesByTheDay() throws {
    let day = try #require(CalendarDate("2018-01-01"))

    #expect(OutdatedTechnology.shipped.findings(in: "ISDN", asOf: day).isEmpty)
  }
}
