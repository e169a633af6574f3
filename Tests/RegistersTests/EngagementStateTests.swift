import Deadlines
import Frontmatter
import Registers
import Testing

struct EngagementStateTests {
  @Test(arguments: [
    ("effective: 2026-01-01", EngagementState.active),
    ("effective: 2026-06-01", .active),
    ("effective: 2026-06-02", .planned),
    ("announced: 2026-05-20\n    effective: 2026-07-01", .inObjection),
    ("announced: 2026-03-01\n    effective: 2026-07-01", .planned),
    ("announced: 2026-06-10\n    effective: 2026-08-01", .planned),
    ("announced: 2026-05-20", .inObjection),
    ("announced: 2026-03-01", .planned),
    ("announced: 2020-01-01", .planned),
    ("announced: 2020-01-01\n    ended: 2026-12-31", .ending),
    ("announced: 2026-05-20\n    ended: 2026-12-31", .inObjection),
    ("announced: 2020-01-01\n    ended: 2026-05-31", .ended),
    ("purpose: C", .active),
    ("effective: 2026-01-01\n    ended: 2026-12-31", .ending),
    ("effective: 2026-01-01\n    ended: 2026-06-01", .ending),
    ("effective: 2026-01-01\n    ended: 2026-05-31", .ended),
    ("announced: 2026-05-01\n    effective: 2026-07-01\n    withdrawn: 2026-05-10", .withdrawn),
    ("announced: 2026-05-20\n    effective: 2026-07-01\n    withdrawn: 2026-06-10", .inObjection),
  ])
  func followsTheDates(lines: String, state: EngagementState) throws {
    let text = """
      ---
      name: A
      address: {country: DE}
      engagements:
        - service: B
          \(lines)
      ---
      """
    let record = try #require(readSubProcessor(from: Array(text.utf8), path: "s/a.md").record)
    let engagement = record.engagements[0]
    let announced = engagement.announced?.value

    let found = engagement.state(
      on: try #require(CalendarDate("2026-06-01")),
      lastDayToObject: announced?.adding(days: 14))

    #expect(found == state)
  }
}
