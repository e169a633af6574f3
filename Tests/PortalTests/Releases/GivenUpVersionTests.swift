import Deadlines
import Diagnostics
import Foundation
import Templating
import TestSupport
import Testing

@testable import Portal

/// What was announced can be given up, or put off.
struct GivenUpVersionTests {
  private let fixture: PortalFixture

  init() throws {
    fixture = try PortalFixture(settings: "base-url: https://trust.example\n")
    try write("1.0", "2026-01-05", hours: 24)
    try fixture.release("2026-01-05")
    try write("1.1", "2026-04-01", hours: 12)
    try fixture.release("2026-02-16")
  }

  private func write(_ version: String, _ effective: String, hours: Int) throws {
    try fixture.agreement(
      "dpa", "## 1. Breaches\n\nThe Processor reports a breach within \(hours) hours.\n",
      keys: "version: '\(version)'\neffective: \(effective)\n")
  }

  private func build(_ day: CalendarDate) {
    let errors = fixture.build(asOf: day).diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.summary) == [])
  }

  private func announced(_ day: CalendarDate) throws -> [String] {
    AnnouncedVersions(
      try fixture.compile(asOf: day), paths: PortalPaths(defaultLanguage: "en")
    ).versions.map { "\($0.day) \($0.slug)\($0.isCancelled ? " cancelled" : "")" }
  }

  /// Of two versions that are to come, the first one that has the new periods brings them.
  @Test func promisesOtherPeriodsFromTheFirstTextWithThem() throws {
    func settings(_ days: Int) throws {
      try fixture.temporary.write(
        """
        title: Portal
        languages: [en, de]
        processor: {name: Processor GmbH}
        notice: {before-use: \(days) days}

        """, to: "content/portal.yml")
    }
    try settings(60)
    try write("1.0", "2026-01-05", hours: 24)
    try fixture.release("2026-02-17")
    try settings(30)
    try write("1.1", "2026-04-01", hours: 12)
    try fixture.release("2026-02-18")
    try write("1.2", "2026-05-04", hours: 6)
    try fixture.release("2026-02-19")

    let earlier = try fixture.compile(asOf: "2026-03-16").noticePeriods.published.earlier
    #expect(earlier.end(on: "2026-03-16") == "2026-04-01")
    #expect(earlier.end(on: "2026-04-01") == nil)
  }

  @Test(arguments: ["2026-03-16", "2026-04-10"] as [CalendarDate])
  func staysInForceWhereTheNextOneWasGivenUp(day: CalendarDate) throws {
    try write("1.0", "2026-01-05", hours: 24)
    try fixture.release("2026-03-16")
    build(day)

    for path in ["agreements/dpa/index.html", "agreements/dpa/1.0/index.html"] {
      let page = try fixture.page(path)
      #expect(!page.contains("no longer in force"), "\(path)")
      #expect(!page.contains("as published on"), "\(path)")
      #expect(page.contains("In force since"), "\(path)")
    }
    #expect(
      try fixture.page("agreements/dpa/1.1/index.html").contains("replaced before it took effect"))
    let versions = try fixture.page("agreements/dpa/versions/index.html")
    #expect(versions.components(separatedBy: "<th scope=\"row\">").count == 3)
    #expect(versions.components(separatedBy: "<span class=\"tag\">in force</span>").count == 2)
    #expect(try announced(day) == ["2026-04-01 1.1 cancelled"])
  }

  /// To return to a text after another one was in force is no such thing.
  @Test func isANewVersionWhereAnotherWasInForceBetween() throws {
    try write("1.0", "2026-01-05", hours: 24)
    try fixture.release("2026-05-01")
    build("2026-05-02")

    #expect(try fixture.page("agreements/dpa/1.0/index.html").contains("no longer in force"))
  }

  @Test(arguments: ["2026-03-16", "2026-04-10"] as [CalendarDate])
  func putsOffAVersionThatIsPublishedWithAnotherDay(day: CalendarDate) throws {
    try write("1.1", "2026-05-04", hours: 12)
    try fixture.release("2026-03-16")
    build(day)

    #expect(try announced(day) == ["2026-04-01 1.1 cancelled", "2026-05-04 1.1-2026-03-16"])
    let history = try fixture.compile(asOf: day).history.agreements[0]
    #expect(history.inForce == 0 && history.announced == [2])
    let start = try fixture.page("index.html")
    #expect(!start.contains("datetime=\"2026-04-01\""))
  }

  /// Nowhere is a version in force that another one came before.
  @Test func saysOfNoVersionThatItIsInForceThatNeverWas() throws {
    try write("1.2", "2026-03-20", hours: 6)
    try fixture.release("2026-03-01")
    build("2026-05-05")

    for path in ["", "1.0/", "1.1/", "1.2/", "compare/1.0/1.1/", "compare/1.1/1.2/"] {
      let page = try fixture.page("agreements/dpa/\(path)index.html")
      #expect(!page.contains("in force since <time datetime=\"2026-04-01\""), "\(path)")
    }
    #expect(try fixture.page("agreements/dpa/index.html").contains("never in force"))
  }

  @Test func saysWhenAnAgreementWasRemoved() throws {
    try fixture.agreement("terms", "## 1. Terms\n\nAll is well.\n", keys: "version: '1'\n")
    try FileManager.default.removeItem(
      atPath: fixture.temporary.path + "content/agreements/dpa.md")
    try fixture.release("2026-05-01")
    build("2026-05-05")

    for path in ["agreements/dpa/1.1/index.html", "agreements/dpa/versions/index.html"] {
      let page = try fixture.page(path)
      #expect(page.contains("no longer been published here since <time datetime=\"2026-05-01\""))
      #expect(!page.contains("In force since") && !page.contains(">in force<"))
    }
  }

  /// Who reads a translation learns that the text that binds goes another way.
  @Test(arguments: ["2026-04-15", "2026-06-02"] as [CalendarDate])
  func namesVersionsOfTheBindingTextThatNobodyHasTranslated(day: CalendarDate) throws {
    let fixture = try PortalFixture()
    func write(_ version: String, _ effective: String, _ languages: [String]) throws {
      for language in languages {
        try fixture.agreement(
          language == "de" ? "avv" : "dpa", "## 1. A\n\nB \(version).\n", language: language,
          keys: "version: '\(version)'\neffective: \(effective)\nbinding-language: de\n"
            + (language == "de" ? "" : "translation-of: avv\n"))
      }
    }
    try write("2.0", "2026-01-02", ["de", "en"])
    try fixture.release("2026-01-02")
    try write("2.1", "2026-06-01", ["de"])
    try fixture.release("2026-04-15")
    #expect(!fixture.build(asOf: day).diagnostics.containsErrors)

    let page = try fixture.page("agreements/dpa/index.html")
    #expect(page.contains("The version in German is binding. Only in that language:"))
    #expect(page.contains("Version 2.1"))
    #expect(!(try fixture.page("agreements/avv/index.html").contains("Only in that language")))
  }
}
