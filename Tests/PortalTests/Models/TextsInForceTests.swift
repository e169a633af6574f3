import Deadlines
import Diagnostics
import Frontmatter
import Registers
import TestSupport
import Testing

@testable import Portal

/// The measures of a text that takes effect later are not those of today.
struct TextsInForceTests {
  private let fixture: PortalFixture

  init() throws { fixture = try PortalFixture() }

  private func write(
    _ version: String, _ effective: String?, _ items: String, adopts: Bool = true
  ) throws {
    try fixture.agreement(
      "dpa",
      """
      ## Annex 1 Measures

      ### Physical access control

      \(items)

      """,
      keys: "version: '\(version)'\n" + (effective.map { "effective: \($0)\n" } ?? "")
        + (adopts ? "adopt: {measures: Annex 1}\n" : ""))
  }

  private func measures(_ day: CalendarDate) throws -> [String] {
    try fixture.compile(asOf: day).controls.flatMap(\.measures).map {
      "\($0.text.text(in: "en").text) \($0.scopes[0].state.value.rawValue)"
    }
  }

  @Test(arguments: [false, true])
  func takesTheTextInForceUntilTheDay(isReleased: Bool) throws {
    try write("1", "2026-01-15", "- Doors are locked.\n- Alarms ring (planned for 2027).")
    try fixture.release("2026-01-15")
    try write("2", "2026-07-01", "- Guards walk about.\n- Doors are locked.\n- Alarms ring.")
    if isReleased { try fixture.release("2026-05-25") }

    #expect(
      try measures("2026-06-30") == [
        "Doors are locked. implemented", "Alarms ring (planned for 2027). planned",
      ])
    #expect(
      try measures("2026-07-01") == [
        "Guards walk about. implemented", "Doors are locked. implemented",
        "Alarms ring. implemented",
      ])
  }

  @Test func showsTheMeasuresOfTheDayBesideAnEarlierText() throws {
    try write("1", "2026-01-15", "- Doors are locked.")
    try fixture.release("2026-01-15")
    try write("2", "2026-07-01", "- Gates are locked.")
    try fixture.agreement("terms", "\n{{ measures() }}\n", keys: "version: '1'\n")
    try fixture.release("2026-05-25")
    try fixture.agreement("terms", "\nMore.\n\n{{ measures() }}\n", keys: "version: '2'\n")
    try fixture.release("2026-05-26")
    try #require(fixture.build().publication != nil)

    let page = try fixture.page("agreements/terms/1/index.html")
    #expect(page.contains("The register as of <time datetime=\"2026-05-25\">"))
    #expect(page.contains("Doors are locked.") && !page.contains("Gates are locked."))
  }

  @Test func skipsWhatNeverTookEffect() throws {
    try write("1", nil, "- Doors are locked.")
    try fixture.release("2026-01-15")
    try write("2", "2026-06-15", "- Gates are locked.")
    try fixture.release("2026-05-01")
    try write("3", "2026-07-01", "- Bridges are drawn up.")

    #expect(try measures("2026-06-01") == ["Doors are locked. implemented"])
    #expect(try measures("2026-06-20") == ["Gates are locked. implemented"])
  }

  @Test func readsAListThatWasNoRegisterBefore() throws {
    try write("1", "2026-01-15", "- Doors are locked.", adopts: false)
    try fixture.release("2026-01-15")
    try write("2", "2026-07-01", "- Doors are locked twice.")

    #expect(try measures("2026-06-01") == ["Doors are locked. implemented"])
  }

  @Test func takesTheNewestTextWhereNoneIsInForce() throws {
    try write("1", "2026-07-01", "- Doors are locked.")
    try fixture.release("2026-05-25")

    #expect(try measures("2026-06-01") == ["Doors are locked. implemented"])
  }

  @Test func leadsToTheVersionInForce() throws {
    try write("1", "2026-01-15", "- Doors are locked.")
    try fixture.release("2026-01-15")
    try write("2", "2026-07-01", "- Guards walk about.\n- Doors are locked.")
    try fixture.release("2026-05-25")

    #expect(fixture.build().diagnostics.filter { $0.severity == .error }.isEmpty)
    let page = try fixture.page("measures/bdsg9.1/index.html")
    let anchor = "annex-1-physical-access-control-item-1"
    #expect(page.contains("agreements/dpa/1/index.html#\(anchor)\""))
    #expect(try fixture.page("agreements/dpa/1/index.html").contains("id=\"\(anchor)\""))
    #expect(!page.contains("Guards"))
    #expect(
      try fixture.page("measures/measures.json").contains("agreements/dpa/1/index.html#\(anchor)"))
  }
}
