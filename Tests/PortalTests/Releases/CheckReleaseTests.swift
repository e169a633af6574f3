import Changes
import Deadlines
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
  func workspace() throws -> PortalFixture {
    let fixture = try PortalFixture(
      settings: """
        sites: [{id: office, name: Office}]
        notice: {before-use: 30 days, objection: 14 days}

        """)
    try write(version: "'1'", "Ten days.", in: fixture)
    try release(fixture, "2026-01-15")
    return fixture
  }

  func write(version: String, _ text: String, in fixture: PortalFixture) throws {
    try fixture.temporary.write(
      "---\ntitle: Policy\nkind: measures\nversion: \(version)\n---\n\n## 1. A\n\n\(text)\n",
      to: "content/agreements/policy.md")
  }

  func prepare(_ fixture: PortalFixture, _ day: CalendarDate) -> PreparedRelease {
    prepareRelease(
      nil,
      of: PortalRequest(
        workspace: fixture.temporary.path, output: nil, asOf: day, workers: 1, isStrict: false,
        generator: "Annex"), progress: SilentProgress())
  }

  func release(_ fixture: PortalFixture, _ day: CalendarDate) throws {
    let prepared = prepare(fixture, day)
    #expect(prepared.diagnostics.filter { $0.severity == .error } == [])
    for (name, bytes) in prepared.files {
      try fixture.temporary.write(
        String(decoding: bytes, as: UTF8.self), to: "content/releases/\(day)/\(name)")
    }
  }

  func codes(_ fixture: PortalFixture, _ day: CalendarDate = "2026-03-01") -> [Diagnostic
    .Code]
  {
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

  @Test func namesTheSettingThatMadeATextAnother() throws {
    let fixture = try workspace()
    try write(version: "'2'", "Within {{ notice.objection | dative }}.", in: fixture)
    try release(fixture, "2026-02-01")
    let portal = try fixture.temporary.read("content/portal.yml")
    try fixture.temporary.write(
      portal.replacing("objection: 14 days", with: "objection: 9 days"), to: "content/portal.yml")

    let diagnostics = prepare(fixture, "2026-03-01").diagnostics

    #expect(diagnostics.map(\.code) == [.unchangedVersion])
    #expect(diagnostics.map(\.severity) == [.error])
    #expect(
      diagnostics[0].notes.map(\.summary) == [
        "it shows the setting 'notice.objection' of 'content/portal.yml', which was '14 days' and "
          + "is '9 days' now"
      ])
    #expect(diagnostics[0].help?.hasSuffix("or set 'notice.objection' back") == true)
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

  /// What was announced can be put off, what has begun can't begin again.
  @Test(arguments: [("2026-02-01", [Diagnostic.Code.reusedVersion]), ("2026-03-10", [])])
  func putsOffOnlyWhatHasNotBegun(effective: String, expected: [Diagnostic.Code]) throws {
    let fixture = try workspace()
    try write(version: "'2'\neffective: \(effective)", "Nine days.", in: fixture)
    try release(fixture, "2026-01-20")
    try write(version: "'2'\neffective: 2026-05-01", "Nine days.", in: fixture)

    #expect(codes(fixture) == expected)
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

  @Test func warnsOfANoteAboutNothing() throws {
    let fixture = try workspace()
    try write(version: "'2'", "Nine days.", in: fixture)
    try fixture.temporary.write(
      "notes: [{agreement: policy, path: 7.b, reason: x}, {agreement: policy, path: '1', reason: y}]",
      to: "content/releases/next.yml")

    let prepared = prepare(fixture, "2026-03-01")

    #expect(prepared.diagnostics.map(\.code) == [.idleReleaseNote])
    let record = try #require(prepared.files.last { $0.name == "release.yml" })
    #expect(String(decoding: record.bytes, as: UTF8.self).contains("7.b") == false)
    #expect(
      String(decoding: prepared.notesLeft, as: UTF8.self)
        == "notes:\n  - {agreement: \"policy\", path: \"7.b\", reason: \"x\"}\n")
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

  /// Readers see who weighs a change so, and what the rules came to.
  @Test func keepsWhatWasFoundBesideTheWeightOfANote() throws {
    let fixture = try workspace()
    try write(version: "'2'", "Nine days.", in: fixture)
    try fixture.temporary.write(
      "notes: [{agreement: policy, path: '1', materiality: editorial, reason: A slip.}]",
      to: "content/releases/next.yml")

    let changes = try #require(prepare(fixture, "2026-03-01").changes)
    let change = try #require(changes.changes.first { $0.reason != nil })
    #expect(change.judgement.found == .substantive)
    #expect(change.judgement.isMaterial)
    #expect(
      change.sentence(in: .english).hasSuffix(
        "(editorial, set by the author; found: substantive, period)."))

    try release(fixture, "2026-03-01")
    try fixture.temporary.write("", to: "content/releases/next.yml")
    #expect(fixture.build(asOf: "2026-03-02").diagnostics.filter { $0.severity == .error } == [])
    let page = try fixture.page("changes/2026-03-01/index.html")
    #expect(page.contains("as Processor GmbH weighs it; found: substantive, period"))
    #expect(!page.contains("<details class=\"minor\""))
  }

  /// What stood under a number may be gone, and something else stand there: the note is about one
  /// of them, and says which.
  @Test(arguments: [
    ("path", [Diagnostic.Code.ambiguousReleaseNote], ["a", ""]), ("before", [], ["", "a"]),
    ("after", [], ["a", ""]),
  ])
  func asksWhichOfTwoPlacesANoteIsAbout(
    key: String, expected: [Diagnostic.Code], reasons: [String]
  ) throws {
    let fixture = try PortalFixture(settings: "")
    func write(_ version: Int, _ sections: String) throws {
      try fixture.agreement(
        "terms", sections, keys: "kind: terms\nversion: '\(version)'\n")
    }
    try write(
      1,
      """
      ## 1. Scope

      These terms are about all that the provider keeps for its customers.

      ## 2. Visits

      The customer may visit each office once a year after a call to the desk.

      ## 3. Deletion

      The provider deletes what it has kept within 30 days after the last day.

      """)
    try release(fixture, "2026-02-01")
    try write(
      2,
      """
      ## 1. Scope

      These terms are about all that the provider keeps for its customers.

      ## 2. Deletion

      The provider deletes what it has kept within 90 days after the last day.

      """)
    try fixture.temporary.write(
      "notes: [{agreement: terms, \(key): '2', reason: a}]", to: "content/releases/next.yml")

    let prepared = prepare(fixture, "2026-03-01")

    #expect(prepared.diagnostics.map(\.code) == expected)
    let changes = try #require(prepared.changes?.changes)
    func reason(_ kind: ChangeKind) -> String {
      changes.first { $0.kind == kind }?.reason?.variants[0].text.value ?? ""
    }
    #expect([reason(.of(.clause, .modified)), reason(.of(.section, .removed))] == reasons)
    #expect(changes.first { $0.materiality == .renumberingOnly }?.reason == nil)
  }

  @Test func takesThePathOfANoteAsSentencesWriteIt() throws {
    let fixture = try workspace()
    try write(version: "'2'", "Nine days.", in: fixture)
    try fixture.temporary.write(
      "notes: [{agreement: policy, path: '\u{A7}\u{A0}1', reason: y}]",
      to: "content/releases/next.yml")

    #expect(codes(fixture) == [])
  }

  /// What is printed to be copied is taken, with a sign for sections before it or none, also where
  /// another measure stood under the path of one that is weakened.
  @Test(arguments: [("1. Access", ""), ("1. Access", "\u{A7} "), ("\"Access\":", "")])
  func takesTheNotesThatItAsksFor(heading: String, sign: String) throws {
    let fixture = try workspace()
    func write(_ version: Int, _ items: String) throws {
      try fixture.agreement(
        "toms", "## \(heading)\n\nMeasures against access:\n\n\(items)\n",
        keys: "kind: measures\nversion: '\(version)'\n")
    }
    try write(1, "- Visitors are logged at the desk.\n- All the doors shall be locked at night.")
    try release(fixture, "2026-02-01")
    try write(2, "- All the doors may be locked at night.")
    let prepared = prepare(fixture, "2026-03-01")
    #expect(prepared.diagnostics.map(\.code) == [.unjustifiedWeakening, .unjustifiedWeakening])

    let notes = prepared.diagnostics.compactMap { $0.help?.split(separator: "...")[0] }
      .map { $0.dropFirst("write ".count).replacing(": \"1", with: ": \"\(sign)1") + "y}" }
    try fixture.temporary.write(
      "notes:\n" + notes.map { "  - \($0)\n" }.joined(), to: "content/releases/next.yml")

    #expect(notes.count == 2)
    #expect(codes(fixture) == [])
  }

  @Test func refusesToWeakenAMeasureInAnAnnexInSilence() throws {
    let fixture = try workspace()
    func write(_ version: Int, _ verb: String) throws {
      try fixture.agreement(
        "dpa",
        """
        ## 1. Subject

        The provider processes data.

        # Annex 1. Technical and organisational measures

        - a) Screens \(verb) be locked after ten minutes.
        - b) Doors shall be closed at night.

        """, keys: "kind: data-processing-agreement\nversion: '\(version)'\n")
    }
    try write(1, "shall")
    try release(fixture, "2026-02-01")
    try write(2, "may")

    let prepared = prepare(fixture, "2026-03-01")

    #expect(prepared.diagnostics.map(\.code) == [.unjustifiedWeakening])
    let path = try #require(
      prepared.changes?.changes.first { $0.kind == .of(.measure, .modified) }?.after?.path)
    let note = "{agreement: dpa, path: \"\(path)\", reason: "
    #expect(prepared.diagnostics.first?.help?.contains(note) == true)
    try fixture.temporary.write("notes: [\(note)y}]", to: "content/releases/next.yml")
    #expect(codes(fixture) == [])
  }

  @Test func letsANoteSayWhyAPlannedUseCouldNotWait() throws {
    let fixture = try workspace()
    let dates = "announced: 2026-03-01, effective: 2026-03-05"
    try fixture.company("aws", "engagements: [{service: Hosting, \(dates)}]")
    #expect(codes(fixture) == [.shortNotice])

    try fixture.temporary.write(
      "notes: [{sub-processor: aws, reason: The other one went bankrupt.}]",
      to: "content/releases/next.yml")
    #expect(codes(fixture) == [])
    try release(fixture, "2026-03-01")
    try fixture.temporary.write("notes: []", to: "content/releases/next.yml")
    #expect(fixture.build(asOf: "2026-03-02").diagnostics == [])
    // Another one is not excused by it.
    try fixture.company(
      "aws",
      "engagements: [{service: Hosting, \(dates)}, "
        + "{service: Mail, announced: 2026-03-02, effective: 2026-03-06}]")
    #expect(fixture.build(asOf: "2026-03-02").diagnostics.map(\.code) == [.shortNotice])
  }

  @Test func tellsAllThatRefusesAReleaseInOneRun() throws {
    let fixture = try workspace()
    try write(version: "'1'", "Nine days.", in: fixture)
    try fixture.company(
      "aws", "engagements: [{service: Hosting, announced: 2026-03-01, effective: 2026-03-05}]")
    try fixture.company("kite", "engagements: [{service: Chat}]\ncolour: blue")

    let codes = codes(fixture)

    #expect(Set(codes) == [.shortNotice, .unchangedVersion, .unknownKey])
    #expect(codes.count == 3)
    #expect(prepare(fixture, "2026-03-01").changes == nil)
    try fixture.company("kite", "engagements: [{service: Chat}]")
    #expect(prepare(fixture, "2026-03-01").changes?.isEmpty == false)
  }

  @Test func namesAFrozenFileThatHasChanged() throws {
    let fixture = try workspace()
    try fixture.temporary.write("x", to: "content/releases/2026-01-15/agreements/policy.md")

    let outcome = fixture.build()

    #expect(outcome.publication == nil)
    #expect(outcome.diagnostics.map(\.code) == [.changedFrozenFile])
  }
}
