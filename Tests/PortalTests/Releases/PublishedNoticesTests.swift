import Deadlines
import Diagnostics
import TestSupport
import Testing

@testable import Portal

/// Days that customers were told stay what they were.
struct PublishedNoticesTests {
  private func settings(_ objection: String) -> String {
    "title: Portal\nbase-url: https://example.org\nprocessor: {name: Processor GmbH}\n"
      + "notice: {before-use: 30 days, objection: \(objection)}\n"
  }

  private func company(announced: String) -> String {
    "engagements: [{service: Hosting, announced: \(announced), effective: 2026-06-01}]"
  }

  private func release(_ fixture: PortalFixture, _ day: CalendarDate) throws {
    let prepared = prepareRelease(
      nil,
      of: PortalRequest(
        workspace: fixture.temporary.path, output: nil, asOf: day, workers: 1, isStrict: false,
        generator: "Annex"), progress: SilentProgress())
    #expect(prepared.diagnostics.filter { $0.severity == .error } == [])
    for (name, bytes) in prepared.files {
      try fixture.temporary.write(
        String(decoding: bytes, as: UTF8.self), to: "content/releases/\(day)/\(name)")
    }
  }

  @Test func keepsThePeriodsThatAnAnnouncementWasPublishedWith() throws {
    let fixture = try PortalFixture()
    try fixture.temporary.write(settings("14 days"), to: "content/portal.yml")
    try fixture.agreement("terms", "## 1. A\n\nText.\n")
    try fixture.company("aws", company(announced: "2026-02-02"))
    try release(fixture, "2026-02-02")

    try fixture.temporary.write(settings("7 days"), to: "content/portal.yml")
    try fixture.company("gcp", company(announced: "2026-03-02"))
    for isReleased in [false, true] {
      if isReleased { try release(fixture, "2026-03-03") }
      let outcome = fixture.build(asOf: "2026-03-03")
      #expect(outcome.diagnostics.filter { $0.severity == .error } == [])
      // Two weeks from 2 February, one from 2 March.
      let feed = try fixture.page("feed.json")
      #expect(try fixture.page("sub-processors/aws/index.html").contains("16 February 2026"))
      #expect(try fixture.page("sub-processors/gcp/index.html").contains("9 March 2026"))
      #expect(feed.contains("16 February 2026") && feed.contains("9 March 2026"))
      #expect(!feed.contains("9 February 2026"))
    }
  }

  @Test func tellsSubscribersThatAnAnnouncementWasChanged() throws {
    let fixture = try PortalFixture()
    try fixture.temporary.write(settings("14 days"), to: "content/portal.yml")
    try fixture.agreement("terms", "## 1. A\n\nText.\n")
    try fixture.company("aws", company(announced: "2026-02-02"))
    try release(fixture, "2026-02-02")
    #expect(fixture.build(asOf: "2026-02-02").diagnostics.filter { $0.severity == .error } == [])
    let id = "tag:example.org,2026-02-02:sub-processors/aws/1"
    #expect(try fixture.page("feed.json").contains(id))
    #expect(!(try fixture.page("feed.json").contains("date_modified")))
    #expect(try fixture.page("deadlines.ics").contains("SEQUENCE:0"))

    // Another word for the task, and a later first day.
    try fixture.company(
      "aws",
      "engagements: [{service: Operation of servers, announced: 2026-02-02, effective: 2026-07-01}]"
    )
    try release(fixture, "2026-03-03")
    #expect(fixture.build(asOf: "2026-03-03").diagnostics.filter { $0.severity == .error } == [])
    let json = try fixture.page("feed.json")
    #expect(json.contains(id) && json.contains(#""date_modified":"2026-03-03T00:00:00Z""#))
    let atom = try fixture.page("sub-processors/feed.atom")
    #expect(atom.contains("<id>\(id)</id>"))
    #expect(atom.contains("<updated>2026-03-03T00:00:00Z</updated>\n<published>2026-02-02T"))
    let calendar = try fixture.page("deadlines.ics")
    #expect(calendar.contains("SEQUENCE:1") && !calendar.contains("SEQUENCE:0"))
    #expect(calendar.contains("20260701"))

    // The end of a task in use is news of its own.
    try fixture.company(
      "aws",
      "engagements: [{service: Operation of servers, announced: 2026-02-02, effective: 2026-07-01, "
        + "ended: 2026-12-31}]")
    try release(fixture, "2026-09-01")
    #expect(fixture.build(asOf: "2026-09-01").diagnostics.filter { $0.severity == .error } == [])
    #expect(try fixture.page("feed.json").contains(#""date_modified":"2026-03-03T00:00:00Z""#))
    #expect(try fixture.page("deadlines.ics").contains("SEQUENCE:2"))
  }

  /// Settings have no day: a period of a contract to come is none of the one in force.
  @Test func countsByTheContractInForce() throws {
    let fixture = try PortalFixture()
    func write(_ version: String, _ effective: String, _ objection: String) throws {
      try fixture.temporary.write(settings(objection), to: "content/portal.yml")
      try fixture.agreement(
        "dpa",
        "## 1. Sub-processors\n\nThe Controller may object to a new sub-processor within "
          + "{{ notice.objection }} of receipt of the information.\n",
        keys: "version: '\(version)'\neffective: \(effective)\n")
    }
    try write("1", "2026-01-01", "14 days")
    try release(fixture, "2026-01-10")
    try write("2", "2026-09-01", "7 days")
    try release(fixture, "2026-03-01")
    try fixture.company("gcp", company(announced: "2026-03-10"))

    for isReleased in [false, true] {
      if isReleased { try release(fixture, "2026-03-10") }
      let outcome = fixture.build(asOf: "2026-03-11")
      #expect(outcome.diagnostics.filter { $0.severity == .error } == [])
      let page = try fixture.page("sub-processors/gcp/index.html")
      #expect(page.contains("24 March 2026") && !page.contains("17 March 2026"))
      #expect(
        page.contains("agreements/dpa/1/index.html#1") || page.contains("agreements/dpa/1/#1"))
      let directory = try fixture.page("sub-processors/index.html")
      #expect(directory.contains("<dd>14 days</dd>"))
      #expect(try fixture.page("feed.json").contains("24 March 2026"))
    }

    try fixture.company(
      "ibm", "engagements: [{service: Mail, announced: 2026-09-02, effective: 2026-11-01}]")
    #expect(fixture.build(asOf: "2026-09-02").diagnostics.filter { $0.severity == .error } == [])
    #expect(try fixture.page("sub-processors/gcp/index.html").contains("24 March 2026"))
    #expect(try fixture.page("sub-processors/ibm/index.html").contains("9 September 2026"))
    #expect(try fixture.page("sub-processors/index.html").contains("<dd>7 days</dd>"))
  }

  /// Where readers look for what is new, an entry of months ago is read by nobody.
  @Test func datesAnAnnouncementByTheReleaseThatTellsOfIt() throws {
    let fixture = try PortalFixture()
    try fixture.temporary.write(settings("14 days"), to: "content/portal.yml")
    try fixture.agreement("terms", "## 1. A\n\nText.\n")
    try fixture.company("aws", company(announced: "2025-12-01"))
    try release(fixture, "2026-01-10")
    try fixture.company(
      "gcp", "engagements: [{service: Mail, announced: 2026-02-10, effective: 2026-07-02}]")

    let before = fixture.build(asOf: "2026-04-01").diagnostics
    #expect(before.map(\.code) == [.closedWindow])
    #expect(before.map(\.severity) == [.warning])
    try release(fixture, "2026-04-01")
    #expect(fixture.build(asOf: "2026-04-01").diagnostics == [])
    let feed = try fixture.page("feed.json")
    #expect(feed.contains(#""date_published":"2026-04-01T00:00:00Z""#))
    #expect(feed.contains("tag:example.org,2026-02-10:sub-processors/gcp/1"))
    // The first release told of all that had been announced before.
    #expect(feed.contains(#""date_published":"2025-12-01T00:00:00Z""#))
  }
}
