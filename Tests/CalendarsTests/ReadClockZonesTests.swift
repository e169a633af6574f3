import Calendars
import Deadlines
import Diagnostics
import TestSupport
import Testing

struct ReadClockZonesTests {
  private static let whole = """
    edition: 2026-11-20
    summer-times:
      - {name: eu, begins: last sunday of march, ends: last sunday of october, at: "01:00",
         clock: utc, years: 1996-2035}
    zones:
      - {name: Europe/Berlin, offset: "+01:00", summer-time: eu}
      - {name: Atlantic/Azores, offset: "-01:00", summer-time: eu, years: 2000-2030}
      - {name: UTC, offset: "+00:00"}

    """

  private func read(_ text: String) -> (zones: ClockZones?, diagnostics: [Diagnostic]) {
    readClockZones(Array(text.utf8), path: "zones.yml")
  }

  @Test func readsAWholeFile() throws {
    let (zones, diagnostics) = read(Self.whole)

    #expect(diagnostics.isEmpty)
    #expect(zones?.edition == "2026-11-20")
    #expect(zones?.all.map(\.standardOffset) == [60, -60, 0])
    #expect(zones?["Europe/Berlin"]?.years == 1996...2035)
    #expect(zones?["Atlantic/Azores"]?.years == 2000...2030)
    #expect(zones?["Europe/Paris"] == nil)
  }

  @Test(arguments: [
    ("last sunday of march", "⟦1⟧last sunday", "malformed-value"),
    ("at: \"01:00\"", "at: ⟦1⟧\"25:00\"", "malformed-value"),
    ("clock: utc", "clock: ⟦1⟧wall", "unknown-value"),
    ("offset: \"+01:00\"", "offset: ⟦1⟧\"01:00\"", "malformed-value"),
    ("summer-time: eu}", "summer-time: ⟦1⟧us}", "unknown-value"),
    ("name: UTC, ", "", "missing-key"), ("edition: 2026-11-20\n", "", "missing-key"),
    (", offset: \"+00:00\"", "", "missing-key"), ("clock: utc, ", "", "missing-key"),
  ])
  func saysWhereAFileIsWrong(correct: String, wrong: String, code: String) {
    let source = MarkedSource(Self.whole.replacing(correct, with: wrong, maxReplacements: 1))
    let (zones, diagnostics) = read(source.text)

    #expect(zones == nil)
    let found = diagnostics.filter { $0.code.rawValue == code }
    #expect(!found.isEmpty, "\(diagnostics.map(\.summary))")
    if let place = source.positions[1] {
      #expect(found.contains { $0.range?.start == place })
    }
  }

  @Test(arguments: ["", "zones", "zones: 1", "zones: [{}]", "summer-times: [[]]", "{"])
  func survivesWhatIsNoFileOfZones(text: String) {
    #expect(read(text).zones == nil)
  }
}
