import Diagnostics
import TestSupport
import Testing

@testable import Portal

struct RecordLinkTests {
  @Test func reportsLinksOfRecordsThatLeadNowhere() throws {
    let fixture = try PortalFixture()
    try fixture.agreement("dpa", "## 1. One\n\nText.\n")
    try fixture.company(
      "host", "engagements: [{service: Hosting, locations: [{country: DE}]}]",
      text: "[a](dpa#1) [b](dpaa) [c](dpa.md) [d](/x) [e](https://example.com) [f](#g)")

    let found = fixture.build().diagnostics.filter { $0.severity == .error }

    #expect(
      found.map(\.code.rawValue) == ["unknown-reference", "unknown-reference", "unsafe-link"])
    #expect(
      found.map(\.help) == [
        "replace 'dpaa' with 'dpa'", "replace 'dpa.md' with 'dpa'",
        "write the whole address, such as 'https://example.com/x'",
      ])
    #expect(found.allSatisfy { $0.range?.path == "content/sub-processors/host.md" })
  }
}
