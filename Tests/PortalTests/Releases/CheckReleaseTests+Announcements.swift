import Deadlines
import Diagnostics
import Registers
import TestSupport
import Testing

@testable import Portal

// What a release, and a build, say of announcements.

extension CheckReleaseTests {
  @Test func refusesUseBeforeThePromisedTimeAfterTheRelease() throws {
    let fixture = try workspace()
    try fixture.company("aws", "engagements: [{service: Hosting, effective: 2026-03-15}]")

    let prepared = prepare(fixture, "2026-03-01")

    #expect(prepared.diagnostics.map(\.code) == [.shortNotice])
    #expect(prepared.diagnostics.first?.help?.contains("write '2026-04-01' or a later day") == true)
    // In time, but the portal has no last day to object without an announcement.
    try fixture.company("aws", "engagements: [{service: Hosting, effective: 2026-04-01}]")
    #expect(codes(fixture) == [.unannouncedUse])
  }

  /// It would be refused while it is planned, and is no better once it has begun.
  @Test(arguments: [
    "effective: 2026-02-20", "announced: 2026-02-20, effective: 2026-02-20",
    "announced: 2026-02-10, effective: 2026-03-01",
  ])
  func refusesUseThatBeganBeforeThePromisedTime(dates: String) throws {
    let fixture = try workspace()
    try fixture.company("aws", "engagements: [{service: Hosting, \(dates)}]")

    let prepared = prepare(fixture, "2026-03-01")
    #expect(prepared.diagnostics.map(\.code) == [.shortNotice])

    try fixture.temporary.write(
      "notes: [{sub-processor: aws, reason: The other one went bankrupt.}]",
      to: "content/releases/next.yml")
    #expect(codes(fixture) == [])
  }

  /// Leaving the day out must not be a way around the promised time.
  @Test func refusesANewTaskThatStatesNoDay() throws {
    let fixture = try workspace()
    try fixture.company("aws", "engagements: [{service: Hosting, effective: 2026-01-01}]")
    try release(fixture, "2026-01-20")
    try fixture.company("kite", "engagements: [{service: Mail}]")

    let prepared = prepare(fixture, "2026-03-01")
    #expect(prepared.diagnostics.map(\.code) == [.shortNotice])
    #expect(prepared.diagnostics.first?.help?.contains("'effective: 2026-04-01'") == true)

    try fixture.company("kite", "engagements: [{service: Mail, effective: 2026-01-02}]")
    #expect(codes(fixture) == [])
    try fixture.company("kite", "engagements: [{service: Mail}]")
    try fixture.temporary.write(
      "notes: [{sub-processor: kite, reason: The other one went bankrupt.}]",
      to: "content/releases/next.yml")
    #expect(codes(fixture) == [])
  }

  @Test func warnsOfANewRowThatStatesNoDay() throws {
    let fixture = try workspace()
    func write(_ version: Int, _ effective: String, _ rows: String) throws {
      try fixture.agreement(
        "list", "## Annex 1 Sub-processors\n\n| Company | Service |\n|---|---|\n\(rows)\n",
        keys: """
          version: '\(version)'
          effective: \(effective)
          adopt: {sub-processors: Annex 1}

          """)
    }
    let first = "| Gull AG, Bonn, Germany | Mail |\n"
    try write(1, "2026-01-20", first)
    try release(fixture, "2026-01-20")
    try write(2, "2026-03-15", first + "| Owl AG, Kiel, Germany | Fax |\n")
    #expect(codes(fixture) == [.unannouncedUse])
    // From then on the text takes effect in time.
    try write(2, "2026-04-01", first + "| Owl AG, Kiel, Germany | Fax |\n")
    #expect(codes(fixture) == [])
  }

  /// What a row is to be from a day too soon is as late as a row that is new.
  @Test(arguments: [
    ("2026-03-15", "Germany; Austria", true), ("2026-04-01", "Germany; Austria", false),
    ("2026-03-15", "Germany", false),
  ])
  func warnsOfARowThatChangesTooSoon(effective: String, places: String, isLate: Bool) throws {
    let fixture = try workspace()
    func write(_ version: Int, _ effective: String, _ places: String, _ text: String) throws {
      try fixture.agreement(
        "list",
        "\(text)\n\n## Annex 1 Sub-processors\n\n| Company | Service | Location |\n|---|---|---|\n"
          + "| Gull AG, Bonn, Germany | Mail | \(places) |\n",
        keys: """
          version: '\(version)'
          effective: \(effective)
          adopt: {sub-processors: Annex 1}

          """)
    }
    try write(1, "2026-01-20", "Germany", "One.")
    try release(fixture, "2026-01-20")
    try write(2, effective, places, "Two.")
    #expect(codes(fixture) == (isLate ? [.unannouncedUse] : []))
  }

  @Test(arguments: [
    // In use since before the last release: the record becomes complete.
    "effective: 2026-01-10", "announced: 2025-12-20, effective: 2025-12-20",
    // Announced in another way, in time.
    "announced: 2026-01-20, effective: 2026-02-27",
    "announced: 2026-02-10, effective: 2026-03-01, withdrawn: 2026-02-20",
  ])
  func takesUseThatLeftItsTime(dates: String) throws {
    let fixture = try workspace()
    try fixture.company("aws", "engagements: [{service: Hosting, \(dates)}]")

    #expect(codes(fixture) == [])
  }

  @Test func refusesToAnnounceBackwards() throws {
    let fixture = try workspace()
    func write(_ dates: String) throws {
      try fixture.company("aws", "engagements: [{service: Hosting, \(dates)}]")
    }
    try write("announced: 2026-02-10, effective: 2026-04-01")
    try release(fixture, "2026-02-10")

    try write("announced: 2026-01-10, effective: 2026-02-25")
    let prepared = prepare(fixture, "2026-03-01")
    #expect(prepared.diagnostics.map(\.code) == [.shortNotice])
    #expect(prepared.diagnostics.first?.summary.contains("announced on 2026-02-10") == true)
    // Later than it was announced for, and long enough after.
    try write("announced: 2026-02-10, effective: 2026-04-20")
    #expect(codes(fixture) == [])
  }

  /// The last day to object was counted for what was announced then.
  @Test(arguments: [
    "locations: [{country: US}], transfer: {mechanism: scc-2021-914, module: 3}",
    "locations: [{country: FR}], transfer: none-eea",
    "locations: [{country: ES}], transfer: none-eea, data: [mail, health]",
  ])
  func refusesAnotherSubstanceUnderAnOldAnnouncement(facts: String) throws {
    let fixture = try PortalFixture(
      settings: """
        notice: {before-use: 30 days, objection: 14 days}
        data-categories: [{id: mail, name: Mail}, {id: health, name: Health}]

        """)
    try write(version: "'1'", "Ten days.", in: fixture)
    func announce(_ facts: String, announced: String = "2026-02-10") throws {
      try fixture.company(
        "aws",
        "engagements: [{service: Mail, announced: \(announced), effective: 2026-04-20, \(facts)}]")
    }
    try announce("locations: [{country: ES}], transfer: none-eea, data: [mail]")
    try release(fixture, "2026-02-10")

    try announce(facts)
    let built = fixture.build(asOf: "2026-02-20").diagnostics
    #expect(built.filter { $0.code == .changedAnnouncement }.map(\.severity) == [.warning])
    let prepared = prepare(fixture, "2026-02-20").diagnostics
    #expect(prepared.filter { $0.code == .changedAnnouncement }.map(\.severity) == [.error])

    try announce(facts, announced: "2026-02-20")
    #expect(!codes(fixture, "2026-02-20").contains(.changedAnnouncement))
    try announce(facts)
    try fixture.temporary.write(
      "notes: [{sub-processor: aws, reason: The letter said so from the start.}]",
      to: "content/releases/next.yml")
    #expect(!codes(fixture, "2026-02-20").contains(.changedAnnouncement))
    // Not from the first day of use on.
    try fixture.temporary.write("notes: []", to: "content/releases/next.yml")
    #expect(!codes(fixture, "2026-04-20").contains(.changedAnnouncement))
  }

  /// What is written otherwise, or was left open, is what was announced.
  @Test(arguments: [
    "service: Letters, locations: [{country: ES, city: Madrid}], transfer: none-eea, data: [Post]",
    "service: Mail, locations: [{country: ES}], transfer: none-eea, subjects: [Staff]",
  ])
  func takesAnAnnouncementInOtherWords(facts: String) throws {
    let fixture = try workspace()
    let days = "announced: 2026-02-10, effective: 2026-04-20"
    try fixture.company(
      "aws",
      "engagements: [{service: Mail, \(days), locations: [{country: ES}], transfer: none-eea, "
        + "data: [post]}]")
    try release(fixture, "2026-02-10")
    try fixture.company("aws", "engagements: [{\(facts), \(days)}]")
    #expect(codes(fixture, "2026-02-20") == [])
  }

  @Test func warnsOfAThirdCountryForATaskInUse() throws {
    let fixture = try workspace()
    func write(_ places: String) throws {
      try fixture.company(
        "aws",
        "engagements: [{service: Mail, effective: 2026-01-01, locations: [\(places)], "
          + "transfer: {mechanism: scc-2021-914, module: 3}}]")
    }
    try write("{country: DE}")
    try release(fixture, "2026-01-20")
    for (places, isTold) in [("{country: FR}", false), ("{country: US}", true)] {
      try write(places)
      #expect(codes(fixture).contains(.unannouncedUse) == isTold)
    }
    try fixture.temporary.write(
      "notes: [{sub-processor: aws, reason: Nothing was promised of it.}]",
      to: "content/releases/next.yml")
    #expect(!codes(fixture).contains(.unannouncedUse))
  }

  /// The day after, the portal says 'in use' and 'object until' side by side.
  @Test func warnsOfUseWhileCustomersMayObject() throws {
    let fixture = try workspace()
    try fixture.company(
      "aws", "engagements: [{service: Mail, announced: 2026-03-01, effective: 2026-03-05}]")
    func severities(_ day: CalendarDate) -> [Diagnostic.Severity] {
      let found = fixture.build(asOf: day).diagnostics
      #expect(found.allSatisfy { $0.code == .shortNotice })
      return found.map(\.severity)
    }
    #expect(severities("2026-03-04") == [.error])
    #expect(severities("2026-03-05") == [.warning])
    #expect(severities("2026-03-16") == [.warning])
    #expect(severities("2026-03-17") == [])
    // The release goes on refusing it, once.
    let prepared = prepare(fixture, "2026-03-06").diagnostics
    #expect(prepared.map(\.code) == [.shortNotice])
    #expect(prepared.map(\.severity) == [.error])
  }

  @Test func warnsOfAnAnnouncementToCome() throws {
    let fixture = try workspace()
    try fixture.company(
      "aws", "engagements: [{service: Mail, announced: 2026-03-20, effective: 2026-06-01}]")
    #expect(fixture.build(asOf: "2026-03-19").diagnostics.map(\.code) == [.dateOrder])
    #expect(fixture.build(asOf: "2026-03-20").diagnostics == [])
  }
}
