import AnnexCLI
import Testing

struct CalendarDayTests {
  @Test(arguments: ["2026-03-01", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func readsAndPrintsDays(text: String) {
    #expect(CalendarDay(text)?.description == text)
  }

  @Test(arguments: [
    "", "2026-3-1", "2026-00-01", "2026-13-01", "2026-04-31", "2025-02-29", "1900-02-29",
    "2026-01-00", "0000-01-01", "26-01-01", "2026/01/01", "2026-01-01T00", " 2026-01-01",
    "+026-01-01", "２０２６-01-01", "2026-01-0a",
  ])
  func refusesWhatIsNoDay(text: String) {
    #expect(CalendarDay(text) == nil)
  }
}
