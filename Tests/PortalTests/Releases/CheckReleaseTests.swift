import Changes
import Diagnostics
import Frontmatter
import History
import Registers
import TestSupport
import Testing

@testable import Portal

/// What `annex release` refuses, with what it says.
struct CheckReleaseTests {
  /// A workspace with one release, in which everything is as it should be.
  private func workspace() throws -> PortalFixture {
    let fixture = try PortalFixture(
      settings: """
        sites: [{id: office, name: Office}]
        notice: {before-use: 30 days, objection: 14 days}

        """)
    try write(version: "'1'", "Ten days.", in: fixture)
    try release(fixture, "2026-01-15")
    return fixture
  }

  private func write(version: String, _ text: String, in fixture: PortalFixture) throws {
    try fixture.temporary.write(
      "---\ntitle: Policy\nkind: measures\nversion: \(version)\n---\n\n## 1. A\n\n\(text)\n",
      to: "content/agreements/policy.md")
  }

  private func prepare(_ fixture: PortalFixture, _ day: String) -> PreparedRelease {
    prepareRelease(
      nil,
      of: PortalRequest(
        workspace: fixture.temporary.path, output: nil, asOf: day, workers: 1, isStrict: false,
        generator: "Annex"), progress: SilentProgress())
  }

  private func release(_ fixture: PortalFixture, _ day: String) throws {
    let prepared = prepare(fixture, day)
    #expect(prepared.diagnostics.filter { $0.severity == .error } == [])
    for (name, bytes) in prepared.files {
      try fixture.temporary.write(
        String(decoding: bytes, as: UTF8.self), to: "content/releases/\(day)/\(name)")
    }
  }

  private func codes(_ fixture: PortalFixture, _ day: String = "2026-03-01") -> [Diagnostic.Code] {
    prepare(fixture, day).diagnostics.filter { $0.severity != .note }.map(\.code)
  }

  @Test func refusesATextUnderAnOldVersion() throws {
    let fixture = try workspace()
    try write(version: "'1'", "Nine days.", in: fixture)

    let prepared = prepare(fixture, "2026-03-01")

    #expect(prepared.diagnostics.map(\.code) == [.unchangedVersion])
    #expect(prepared.diagnostics.first?.range?.path == "content/agreements/policy.md")
    #expect(prepared.diagnostics.first?.range?.start.line == 4)
    #expect(prepared.files.isEmpty)
    #expect(prepared.changes?.isEmpty == false)
  }

  @Test func refusesAnUnstatedVersionOfAChangedText() throws {
    let fixture = try workspace()
    try fixture.agreement("other", "## 1. A\n\nTen days.\n")
    try release(fixture, "2026-02-01")
    try fixture.agreement("other", "## 1. A\n\nNine days.\n")

    let summary = prepare(fixture, "2026-03-01").diagnostics.first?.summary
    #expect(summary?.contains("its version is not stated") == true)
  }

  @Test func refusesAVersionThatWasAnotherText() throws {
    let fixture = try workspace()
    try write(version: "'2'", "Nine days.", in: fixture)
    try release(fixture, "2026-02-01")
    try write(version: "'1'", "Eight days.", in: fixture)

    #expect(codes(fixture) == [.reusedVersion])
  }

  @Test func takesAnOldVersionBackWithItsText() throws {
    let fixture = try workspace()
    try write(version: "'2'", "Nine days.", in: fixture)
    try release(fixture, "2026-02-01")
    try write(version: "'1'", "Ten days.", in: fixture)

    #expect(codes(fixture) == [])
  }

  @Test func refusesAReleaseThatChangesNothing() throws {
    #expect(codes(try workspace()) == [.emptyRelease])
  }

  @Test func refusesAReleaseBeforeTheLatest() throws {
    let fixture = try workspace()
    try write(version: "'2'", "Nine days.", in: fixture)

    #expect(codes(fixture, "2026-01-14") == [.releaseOutOfOrder])
  }

  @Test func refusesUseBeforeThePromisedTimeAfterTheRelease() throws {
    let fixture = try workspace()
    try fixture.company("aws", "engagements: [{service: Hosting, effective: 2026-03-15}]")

    let prepared = prepare(fixture, "2026-03-01")

    #expect(prepared.diagnostics.map(\.code) == [.shortNotice])
    #expect(prepared.diagnostics.first?.help?.contains("write '2026-04-01' or a later day") == true)
    try fixture.company("aws", "engagements: [{service: Hosting, effective: 2026-04-01}]")
    #expect(codes(fixture) == [])
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

  @Test func warnsOfANoteAboutNothing() throws {
    let fixture = try workspace()
    try write(version: "'2'", "Nine days.", in: fixture)
    try fixture.temporary.write(
      "notes: [{agreement: policy, path: 7.b, reason: x}, {agreement: policy, path: '1', reason: y}]",
      to: "content/releases/next.yml")

    let prepared = prepare(fixture, "2026-03-01")

    #expect(prepared.diagnostics.map(\.code) == [.idleReleaseNote])
    #expect(prepared.files.last?.name == "release.yml")
    #expect(prepared.changes?.changes.contains { $0.reason?.variants[0].text.value == "y" } == true)
  }

  @Test func letsAnAuthorOverruleTheWeight() throws {
    let fixture = try workspace()
    try write(version: "'2'", "Nine days.", in: fixture)
    try fixture.temporary.write(
      "notes: [{agreement: policy, path: '1', materiality: editorial, reason: A slip.}]",
      to: "content/releases/next.yml")

    let changes = try #require(prepare(fixture, "2026-03-01").changes)

    #expect(
      changes.changes.first { $0.reason?.variants[0].text.value == "A slip." }?.materiality
        == .editorial)
  }

  @Test func namesAFrozenFileThatHasChanged() throws {
    let fixture = try workspace()
    try fixture.temporary.write("x", to: "content/releases/2026-01-15/agreements/policy.md")

    let outcome = fixture.build()

    #expect(outcome.publication == nil)
    #expect(outcome.diagnostics.map(\.code) == [.changedFrozenFile])
  }
}
