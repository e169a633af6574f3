import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Portal

/// What pages and feeds tell of a release, beside the changes.
struct ToldReleaseTests {
  private func built() throws -> PortalFixture {
    let fixture = try PortalFixture(settings: "base-url: https://example.com\n")
    func write(_ days: Int, _ version: String) throws {
      // By its id, the translation would come first.
      try fixture.agreement(
        "dpa", "\n## 1. A\n\nThe processor reports within \(days) days.\n",
        keys: "version: '\(version)'\neffective: 2026-01-0\(version)\n")
      try fixture.agreement(
        "avv", "\n## 1. A\n\nDer Verarbeiter meldet binnen \(days) Tagen.\n", language: "de",
        keys: "version: '\(version)'\neffective: 2026-01-0\(version)\ntranslation-of: dpa\n")
    }
    try write(5, "1")
    try fixture.release("2026-01-01")
    try write(9, "2")
    try fixture.temporary.write(
      """
      summary: {en: Reports & <more>., de: Meldungen.}
      notes:
        - {agreement: dpa, path: "1", reason: {en: Nights count., de: Nächte zählen.}}
      """, to: "content/releases/next.yml")
    let prepared = prepareRelease(
      nil,
      of: PortalRequest(
        workspace: fixture.temporary.path, output: nil, asOf: "2026-02-01", workers: 1,
        isStrict: false, generator: "Annex"), progress: SilentProgress())
    #expect(prepared.diagnostics.filter { $0.severity == .error }.map(\.summary) == [])
    for (name, bytes) in prepared.files {
      try fixture.temporary.write(
        String(decoding: bytes, as: UTF8.self), to: "content/releases/2026-02-01/\(name)")
    }
    try fixture.temporary.write("notes: []\n", to: "content/releases/next.yml")
    try #require(fixture.build().publication != nil)
    return fixture
  }

  @Test func tellsFeedsTheSummaryAndReasons() throws {
    let fixture = try built()

    let atom = try fixture.page("feed.atom")
    #expect(atom.contains("&lt;p&gt;Reports &amp;amp; &amp;lt;more&amp;gt;.&lt;/p&gt;&lt;ol&gt;"))
    #expect(atom.components(of: "Reason: Nights count.") == 1)
    #expect(try fixture.page("feed.json").contains("Reason: Nights count."))
    #expect(try fixture.page("de/feed.atom").contains("Begründung: Nächte zählen."))
    #expect(try fixture.page("agreements/dpa/feed.atom").contains("Reason: Nights count."))
  }

  @Test(arguments: [
    ("", "Agreement dpa", "Agreement avv"), ("de/", "Agreement avv", "Agreement dpa"),
  ])
  func tellsTheOwnLanguageFirst(folder: String, first: String, second: String) throws {
    let fixture = try built()

    for page in ["index.html", "changes/index.html", "changes/2026-02-01/index.html"] {
      let text = try fixture.page(folder + page)
      let list = try #require(
        text.components(separatedBy: "<ol class=\"changes").dropFirst().first
          ?? text.components(separatedBy: "<ul class=\"changes").dropFirst().first)
      let one = try #require(list.range(of: "\(first):"), "\(page)")
      let other = try #require(list.range(of: "\(second):"), "\(page)")
      #expect(one.lowerBound < other.lowerBound, "\(page)")
    }
  }
}
