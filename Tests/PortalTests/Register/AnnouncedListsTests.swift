import Deadlines
import Diagnostics
import Frontmatter
import Registers
import Testing

@testable import Portal

/// The list of a text that takes effect later is not the register of today.
struct AnnouncedListsTests {
  private let fixture: PortalFixture

  init() throws {
    fixture = try PortalFixture(settings: "notice: {before-use: 30 days, objection: 14 days}\n")
    try write(
      "1", "2026-01-15", "| Gull AG, Bonn, Germany | Mail |\n| Owl AG, Kiel, Germany | Fax |")
    try fixture.release("2026-01-15")
    try write(
      "2", "2026-07-01", "| Gull AG, Bonn, Germany | Mail |\n| Hydra Inc., USA | Payments |")
    try fixture.release("2026-05-25")
  }

  private func write(_ version: String, _ effective: String, _ rows: String) throws {
    try fixture.agreement(
      "dpa",
      """
      ## Annex 1 Sub-processors

      | Company | Service |
      |---|---|
      \(rows)

      """,
      keys: """
        version: '\(version)'
        effective: \(effective)
        adopt: {sub-processors: Annex 1}

        """)
  }

  private func register(_ day: CalendarDate) throws -> [String] {
    try fixture.compile(asOf: day).timeline.companies.flatMap { company in
      company.engaged.map { engaged in
        let task = engaged.engagement
        let days = [task.announced, task.effective, task.ended].map {
          $0.map { "\($0.value)" } ?? "-"
        }
        return "\(company.record.name.value): \(engaged.state.rawValue) "
          + days.joined(separator: " ")
      }
    }
  }

  @Test func plansNewRowsAndEndsOldOnes() throws {
    #expect(
      try register("2026-06-01") == [
        "Gull AG: active - - -",
        "Hydra Inc.: in-objection 2026-05-25 2026-07-01 -",
        "Owl AG: ending - - 2026-06-30",
      ])
  }

  @Test func takesTheNewListOnItsDay() throws {
    #expect(
      try register("2026-07-01") == ["Gull AG: active - - -", "Hydra Inc.: active - - -"])
  }

  @Test func keepsTheCompaniesOfTodayOnTheirPages() throws {
    let outcome = fixture.build()
    #expect(outcome.diagnostics.filter { $0.severity == .error }.map(\.summary) == [])
    let directory = try fixture.page("sub-processors/index.html")
    #expect(directory.contains("Owl AG"))
  }
}
