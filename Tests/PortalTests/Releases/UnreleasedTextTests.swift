import Deadlines
import Diagnostics
import Foundation
import Registers
import TestSupport
import Testing

@testable import Portal

/// What a build tells of content that differs from what was released.
struct UnreleasedTextTests {
  private let settings =
    "base-url: https://example.com\nnotice: {before-use: 30 days, objection: 10 days}\n"

  private func write(
    _ text: String, version: String = "1.1", effective: String = "2026-02-01",
    in fixture: PortalFixture
  ) throws {
    try fixture.agreement(
      "dpa", "\n## 1. A\n\n\(text)\n",
      keys: "version: '\(version)'\neffective: \(effective)\n")
  }

  /// A workspace with version 1.0 and, in force since, version 1.1.
  private func workspace() throws -> PortalFixture {
    let fixture = try PortalFixture(settings: settings)
    try write("Within 14 days.", version: "1.0", effective: "2026-01-01", in: fixture)
    try fixture.release("2026-01-01")
    try write("Within {{ notice.objection }}.", in: fixture)
    try fixture.release("2026-02-01")
    return fixture
  }

  private func set(_ objection: String, in fixture: PortalFixture) throws {
    let text = try fixture.temporary.read("content/portal.yml")
    try fixture.temporary.write(
      text.replacing("objection: 10 days", with: "objection: \(objection)"),
      to: "content/portal.yml")
  }

  private func told(_ outcome: PortalOutcome) -> [Diagnostic] {
    outcome.diagnostics.filter { $0.severity != .note }
  }

  /// The released text stays what is in force; the other one is called what it is.
  @Test(arguments: [true, false])
  func keepsThePublishedTextInForce(isSetting: Bool) throws {
    let fixture = try workspace()
    if isSetting {
      try set("5 days", in: fixture)
    } else {
      try write("Within ten days or sooner.", in: fixture)
    }

    let outcome = fixture.build()

    #expect(told(outcome).map(\.code) == [.unchangedVersion])
    #expect(told(outcome).map(\.severity) == [.warning])
    #expect(
      told(outcome)[0].notes.contains { $0.summary.contains("'notice.objection'") } == isSetting)
    try #require(outcome.publication != nil)
    #expect(try SiteWalk(fixture.temporary.url.appending(path: "Site")).faults() == [])
    let released = try fixture.page("agreements/dpa/1.1/index.html")
    #expect(released.contains("Within 10 days") && released.contains("In force since"))
    #expect(!released.contains("It was replaced by"))
    let draft = try fixture.page("agreements/dpa/index.html")
    #expect(draft.contains("This text has not been released"))
    #expect(draft.contains("In force now: <a href=\"1.1/index.html\">Version 1.1</a>."))
    #expect(!draft.contains("In force since") && !draft.contains("<dt>Replaces</dt>"))
    #expect(draft.contains("compare/1.1/"))
    let first = try fixture.page("agreements/dpa/1.0/index.html")
    #expect(first.contains("It was replaced by <a href=\"../1.1/index.html\">Version 1.1</a>"))
    let versions = try fixture.page("agreements/dpa/versions/index.html")
    #expect(versions.components(of: "<span class=\"tag\">in force</span>") == 1)
    #expect(versions.contains("1.1, not released"))
    #expect(versions.components(of: "datetime=\"2026-02-01\"") == 2)
    #expect(try fixture.page("index.html").contains("href=\"agreements/dpa/1.1/index.html\""))
    #expect(try fixture.page("agreements/index.html").contains("href=\"dpa/1.1/index.html\""))
  }

  @Test func keepsAnAnnouncedVersionAnnounced() throws {
    let fixture = try workspace()
    try write("Within 9 days.", version: "1.2", effective: "2026-09-01", in: fixture)
    try fixture.release("2026-03-01")
    try write("Within 8 days.", version: "1.2", effective: "2026-09-01", in: fixture)

    try #require(fixture.build().publication != nil)

    let page = try fixture.page("agreements/dpa/1.2/index.html")
    #expect(page.contains("This version is announced and not yet in force."))
    let start = try fixture.page("index.html")
    #expect(start.contains("agreements/dpa/1.1/index.html"))
    #expect(start.contains("agreements/dpa/1.2/index.html"))
    #expect(!start.contains("not released"))
  }

  /// Of a text that is announced only, the published one is listed as well.
  @Test func keepsTheFirstAnnouncementOfAText() throws {
    let fixture = try PortalFixture(settings: settings)
    try write("Within 14 days.", effective: "2026-09-01", in: fixture)
    try fixture.release("2026-01-01")
    try write("Within 13 days.", effective: "2026-09-01", in: fixture)

    try #require(fixture.build().publication != nil)

    let list = try fixture.page("agreements/index.html")
    #expect(list.contains("dpa/1.1/index.html") && list.contains("announced for"))
    #expect(!list.contains("href=\"dpa/index.html\""))
  }

  @Test(arguments: [
    ("Within\n{{ notice.objection }}.", "1.1", "2026-02-01"),
    ("Within 9 days.", "1.2", "2026-03-01"), ("Within 9 days.", "1.2", "2026-09-01"),
    // The same day, as of a version that corrects another one.
    ("Within 9 days.", "1.1.1", "2026-02-01"),
  ])
  func takesWhatAReleaseWouldTake(text: String, version: String, effective: String) throws {
    let fixture = try workspace()
    try write(text, version: version, effective: effective, in: fixture)

    let outcome = fixture.build()

    #expect(told(outcome).map(\.summary) == [])
    #expect(!(try fixture.page("agreements/dpa/index.html")).contains("not been released"))
    #expect(!(try fixture.page("agreements/dpa/versions/index.html")).contains("not released"))
  }

  @Test func takesAnEarlierTextBack() throws {
    let fixture = try workspace()
    try write("Within 14 days.", version: "1.0", effective: "2026-01-01", in: fixture)

    let outcome = fixture.build()

    #expect(told(outcome).map(\.summary) == [])
    #expect(!(try fixture.page("agreements/dpa/index.html")).contains("not been released"))
  }

  @Test func warnsOfAVersionThatWasAnotherText() throws {
    let fixture = try workspace()
    try write("Within 9 days.", version: "1.0", effective: "2026-03-01", in: fixture)

    let outcome = fixture.build()

    #expect(told(outcome).map(\.code) == [.reusedVersion])
    #expect(told(outcome).map(\.severity) == [.warning])
    #expect(try fixture.page("agreements/dpa/1.1/index.html").contains("In force since"))
  }

  /// Tags of git hold what nobody checked.
  @Test func tellsApartTwoReleasedTextsOfOneVersion() throws {
    let fixture = try workspace()
    try write("Within 9 days.", in: fixture)
    try fixture.release("2026-03-01")

    try #require(fixture.build().publication != nil)

    let page = try fixture.page("agreements/dpa/1.1/index.html")
    #expect(page.contains("Version 1.1, as published on 1 March 2026</a>"))
  }

  @Test(arguments: [("2026-01-31", true), ("2026-02-01", false), ("2026-02-02", false)])
  func refusesADayBeforeThatOfTheVersionInForce(day: String, isRefused: Bool) throws {
    let fixture = try workspace()
    try write("Within 9 days.", version: "1.2", effective: day, in: fixture)

    let outcome = fixture.build()

    #expect(told(outcome).map(\.code) == (isRefused ? [.dateOrder] : []))
    #expect((outcome.publication == nil) == isRefused)
  }

  /// An announced version gives way to any that comes before its day.
  @Test func takesADayBeforeThatOfAnAnnouncedVersion() throws {
    let fixture = try workspace()
    try write("Within 9 days.", version: "1.2", effective: "2026-09-01", in: fixture)
    try fixture.release("2026-03-01")
    try write("Within 8 days.", version: "1.3", effective: "2026-07-01", in: fixture)

    #expect(told(fixture.build()).map(\.summary) == [])
  }

  @Test(arguments: [("2026-01-31", true), ("2026-02-01", false)])
  func warnsOfADayBeforeARelease(day: String, isTold: Bool) throws {
    let fixture = try workspace()

    let outcome = fixture.build(asOf: try #require(CalendarDate(day)))

    #expect(told(outcome).map(\.code) == (isTold ? [.releaseOutOfOrder] : []))
    #expect(outcome.publication != nil)
  }

  /// The document of measures is cited by a version, too.
  @Test(arguments: [
    ("'1.0'", "Keys have 10 characters.", true), ("'1.1'", "Keys have 10 characters.", false),
    ("'1.0'", "Keys have 12 characters.", false),
  ])
  func warnsOfMeasuresUnderAnOldVersion(version: String, text: String, isTold: Bool) throws {
    func measures(_ text: String) -> String {
      "---\ncontrol: house.1\nmeasures:\n  - {id: keys-1, text: \(text), "
        + "scopes: {office: implemented}, reviewed: 2026-05-01}\n---\n"
    }
    let fixture = try PortalFixture(
      settings: "sites: [{id: office, name: Office}]\nmeasures-document: {version: '1.0'}\n")
    try fixture.temporary.write(
      "title: House\ncontrols: {1: {name: Keys}}\n", to: "content/schemes/house.yml")
    try fixture.temporary.write(measures("Keys have 12 characters."), to: "content/measures/k.md")
    try fixture.release("2026-01-01")
    try fixture.temporary.write(measures(text), to: "content/measures/k.md")
    let portal = try fixture.temporary.read("content/portal.yml")
    try fixture.temporary.write(
      portal.replacing("version: '1.0'", with: "version: \(version)"), to: "content/portal.yml")

    let outcome = fixture.build()

    #expect(told(outcome).filter { $0.code == .unchangedVersion }.count == (isTold ? 1 : 0))
    #expect(told(outcome).allSatisfy { $0.severity == .warning })
  }
}
