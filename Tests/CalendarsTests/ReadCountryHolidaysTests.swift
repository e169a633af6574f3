import Calendars
import Deadlines
import Diagnostics
import TestSupport
import Testing

struct ReadCountryHolidaysTests {
  private static let whole = """
    country: XX
    en: Testland
    de: Testland
    edition: 2026-11-20
    years: 2024-2031
    notes: [{en: A note., de: Ein Hinweis.}]
    regions:
      - {code: XX-N, en: North, de: Norden, notes: [{en: Of the north.}]}
      - {code: XX-N-CITY, de: Stadt}
    holidays:
      - {on: 01-01, en: New Year, de: Neujahr, substitute: next-weekday}
      - {on: easter + 1, en: Easter Monday, in: XX-N, from: 2025, until: 2030}
      - {on: [2026-05-08, 2028-05-08], de: Befreiung, note: Twice.}
      - {on: first monday of may, en: May, except: [05-04, 2024, sunday]}
      - {on: 12-26, en: Boxing Day, only: [monday, tuesday], in: [XX-N-CITY]}

    """

  private func read(_ text: String) -> (country: CountryHolidays?, diagnostics: [Diagnostic]) {
    readCountryHolidays(Array(text.utf8), path: "content/holidays/XX.yml")
  }

  @Test func readsAWholeFile() throws {
    let (country, diagnostics) = read(Self.whole)
    let read = try #require(country)

    #expect(diagnostics.isEmpty)
    #expect(read.code == "XX" && read.edition == "2026-11-20" && read.years == 2024...2031)
    #expect(read.regions.map(\.name.english) == ["North", "Stadt"])
    #expect(read.definitions.map(\.name.german).last == "Boxing Day")
    let city = try #require(read.calendar(for: "XX-N-CITY"))
    #expect(
      city.holidays(in: 2028).map(\.date.description) == [
        "2028-01-01", "2028-01-03", "2028-04-17", "2028-05-01", "2028-05-08", "2028-12-26",
      ])
    #expect(city.holidays(in: 2026).count == 3)
    #expect(read.calendar(for: "XX-N")?.notes.count == 2)
    #expect(read.calendar(for: "XX")?.holidays(in: 2025).count == 2)
  }

  @Test(arguments: [
    ("on: 01-01", "on: ⟦1⟧13-01", "malformed-value"),
    ("on: 01-01", "on: ⟦1⟧easter plus 1", "malformed-value"),
    ("[2026-05-08, 2028-05-08]", "[2026-05-08, ⟦1⟧05-08]", "malformed-value"),
    ("{on: 01-01, ", "{⟦1⟧", "missing-key"),
    ("{on: 12-26, en: Boxing Day", "{⟦1⟧on: 12-26", "missing-key"),
    ("in: XX-N,", "in: ⟦1⟧XX-M,", "unknown-value"),
    ("until: 2030", "until: ⟦1⟧2020", "malformed-value"),
    ("until: 2030", "until: ⟦1⟧99999999999", "malformed-value"),
    ("from: 2025", "from: ⟦1⟧-1", "malformed-value"),
    ("from: 2025", "from: ⟦1⟧soon", "wrong-type"),
    ("except: [05-04,", "except: [⟦1⟧2-30,", "malformed-value"),
    ("only: [monday,", "only: [⟦1⟧mondy,", "unknown-value"),
    ("substitute: next-weekday", "substitute: ⟦1⟧next", "unknown-value"),
    ("substitute: next-weekday", "⟦1⟧substitut: next-weekday", "unknown-key"),
    ("country: XX", "country: ⟦1⟧Xland", "malformed-value"),
    ("country: XX\n", "", "missing-key"),
    ("edition: 2026-11-20", "edition: ⟦1⟧2026", "malformed-value"),
    ("years: 2024-2031", "years: ⟦1⟧2031-2024", "malformed-value"),
    ("years: 2024-2031", "years: ⟦1⟧2024", "malformed-value"),
    ("code: XX-N-CITY", "code: ⟦1⟧XX-", "malformed-value"),
    ("code: XX-N-CITY", "code: ⟦1⟧DE-BY", "malformed-value"),
    ("code: XX-N-CITY", "code: ⟦1⟧XX-N", "region-defined-twice"),
    ("holidays:\n", "⟦1⟧holidais:\n", "unknown-key"),
  ])
  func saysWhereAFileIsWrong(correct: String, wrong: String, code: String) throws {
    let source = MarkedSource(Self.whole.replacing(correct, with: wrong, maxReplacements: 1))
    let (country, diagnostics) = read(source.text)

    #expect(country == nil)
    let found = diagnostics.filter { $0.code.rawValue == code }
    #expect(!found.isEmpty, "\(diagnostics.map(\.summary))")
    if let place = source.positions[1], code != "missing-key" {
      #expect(found.contains { $0.range?.start == place }, "\(found.map { $0.range?.start })")
    }
  }

  @Test func pointsAtTheFirstOfTwoRegions() throws {
    let source = MarkedSource(
      Self.whole.replacing("XX-N-CITY", with: "XX-N")
        .replacing("code: XX-N, en", with: "code: ⟦1⟧XX-N, en"))
    let twice = try #require(
      read(source.text).diagnostics.first { $0.code == .regionDefinedTwice })

    #expect(twice.summary == "region 'XX-N' is defined twice")
    #expect(twice.notes.first?.range?.start == source.positions[1])
  }

  @Test(arguments: [
    "", "null", "[]", "country", "country: [DE]", "holidays: {}", "holidays: [1]",
    "regions: [{code: [a]}]", "a: &b c", "{", "\u{0}", "years: 99999999999999999999-1",
  ])
  func survivesWhatIsNoHolidayFile(text: String) {
    #expect(read(text).country == nil)
  }

  /// Near misses for all of them would take the product of both numbers.
  @Test func seeksNearMissesForAFewUnknownRegionsOnly() {
    let regions = (0..<1_000).map { "  - {code: XX-\($0), en: r}\n" }.joined()
    let unknown = (0..<5_000).map { "R\($0)" }.joined(separator: ", ")
    let holidays = "holidays:\n  - {on: 01-01, en: x, in: [\(unknown)]}\n"
    let found = read("country: XX\nregions:\n\(regions)\(holidays)").diagnostics
      .filter { $0.code.rawValue == "unknown-value" }

    #expect(found.count == 5_000)
    #expect(found.count { $0.help != nil } == 20)
  }

  @Test func namesTheLinesOfASyntaxError() {
    #expect(read("country: DE\n  en: x").diagnostics.contains { $0.severity == .error })
  }
}
