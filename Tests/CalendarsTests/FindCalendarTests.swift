import Calendars
import Deadlines
import Diagnostics
import Frontmatter
import Testing

struct FindCalendarTests {
  private func place(_ path: String) -> SourceRange { SourceRange(path: path, line: 3, column: 5) }

  private func find(_ code: String) -> (calendar: HolidayCalendar?, diagnostics: [Diagnostic]) {
    findCalendar(Located(code, at: place("content/portal.yml")), in: .shipped)
  }

  @Test(arguments: ["DE-BY", "de-by", "AT", "CH-ZH", "GB-ENG", "US", "DE-BY-AUGSBURG"])
  func findsACalendarByItsCode(code: String) {
    #expect(find(code).calendar?.code == code.uppercased())
    #expect(find(code).diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("DEBY", "replace 'DEBY' with 'DE-BY'"), ("Bavaria", "replace 'Bavaria' with 'DE-BY'"),
    ("bayern", "replace 'bayern' with 'DE-BY'"), ("Hamburh", "replace 'Hamburh' with 'DE-HH'"),
    ("Deutschland", "replace 'Deutschland' with 'DE'"),
    ("GB-ENGL", "use one of 'GB-ENG', 'GB-NIR', 'GB-SCT', 'GB-WLS'"),
  ])
  func suggestsTheCodeThatWasMeant(code: String, help: String) throws {
    let diagnostic = try #require(find(code).diagnostics.first)

    #expect(diagnostic.code == .unknownHolidays)
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.summary == "'\(code)' is no country or region with a holiday calendar")
    #expect(diagnostic.help == help)
    #expect(diagnostic.range == place("content/portal.yml"))
  }

  @Test(arguments: [
    "DE-BX", "DE-", "DE-BY-", "XX", "", "-", String(repeating: "D", count: 100_000),
  ])
  func listsWhatThereIsOtherwise(code: String) {
    #expect(find(code).calendar == nil)
    #expect(find(code).diagnostics.first?.help?.hasPrefix("use one of '") == true)
  }

  @Test func reportsTwoFilesOfOneCountry() throws {
    let germany = try #require(HolidayAtlas.shipped.countries.first { $0.code == "DE" })
    let files = ["content/holidays/a.yml", "content/holidays/b.yml"].map {
      Located(germany, at: place($0))
    }
    let (atlas, diagnostics) = replaceCalendars(of: .shipped, with: files)

    #expect(atlas.codes == HolidayAtlas.shipped.codes)
    let twice = try #require(diagnostics.first)
    #expect(diagnostics.count == 1 && twice.code == .calendarDefinedTwice)
    #expect(twice.range?.path == files[1].range.path)
    #expect(twice.notes.first?.range?.path == files[0].range.path)
  }
}
