import Deadlines
import Diagnostics
import Templating
import Testing

@testable import Portal

/// A version that is announced for a later day is not the contract of today.
struct AnnouncedVersionTests {
  private let fixture: PortalFixture

  /// Version 1 is in force. Version 2 was announced, and 2.1 took its place before the day.
  init() throws {
    fixture = try PortalFixture(settings: "base-url: https://trust.example\n")
    try write("1.0", "2026-01-15", days: 14)
    try fixture.release("2026-01-15")
    try write("2.0", "2026-07-01", days: 10)
    try fixture.release("2026-05-01")
    try write("2.1", "2026-07-01", days: 8)
    try fixture.release("2026-05-20")
  }

  private func write(_ version: String, _ effective: String, days: Int) throws {
    try fixture.agreement(
      "dpa", "## 1. Notice\n\nThe Processor informs the Controller within \(days) days.\n",
      keys: "version: '\(version)'\neffective: \(effective)\n")
  }

  private func models(asOf: CalendarDate = "2026-06-01") throws -> HistoryModels {
    let portal = try fixture.compile(asOf: asOf)
    let paths = PortalPaths(defaultLanguage: "en")
    return HistoryModels(
      portal, words: try shippedWords("en"), links: ChangeLinks(portal, paths: paths), paths: paths)
  }

  private func page(_ shown: Int?, of models: HistoryModels) -> Value {
    var model: ValueMap = ["state": "as-published", "announced": []]
    models.addVersions(of: "dpa", shown: shown, to: &model)
    return .dictionary(model)
  }

  @Test func tellsWhatBindsTodayAndWhatWill() throws {
    let models = try models()

    let today = page(0, of: models)
    #expect(today.text("state") == "in-force")
    let next = try #require(today.list("announced").first)
    #expect(today.list("announced").count == 1)
    #expect(next.text("version") == "2.1")
    #expect(next.text("effective") == "2026-07-01")
    #expect(next.text("path") == "agreements/dpa/index.html")
    #expect(next.text("changes_path") == "agreements/dpa/compare/1.0/2.1/index.html")

    let newest = page(nil, of: models)
    #expect(newest.text("state") == "announced")
    #expect(newest.text("current", "title") == "1.0")
    #expect(newest.text("current", "path") == "agreements/dpa/1.0/index.html")
    #expect(newest.text("replaces", "title") == "1.0")
    #expect(newest.text("changes_path") == "agreements/dpa/compare/1.0/2.1/index.html")

    let skipped = page(1, of: models)
    #expect(skipped.text("state") == "never-in-force")
    #expect(skipped.text("replaced_by", "title") == "2.1")
  }

  @Test func namesTheVersionInForceFirstInLists() throws {
    let line = try #require(try models().lineInForce(of: "dpa"))
    #expect(line.text("version") == "1.0")
    #expect(line.text("path") == "agreements/dpa/1.0/index.html")
    #expect(line.text("effective") == "2026-01-15")
    #expect(line.list("announced").map { $0.text("version") } == ["2.1"])

    #expect(try models(asOf: "2026-07-01").lineInForce(of: "dpa") == nil)
  }

  @Test func marksVersionsByWhetherTheyBind() throws {
    func marks(_ asOf: CalendarDate) throws -> [String] {
      try models(asOf: asOf).picker(0).list("versions").map {
        "\($0.text("version") ?? "") \($0.text("is_in_force") ?? "") \($0.text("is_announced") ?? "")"
      }
    }
    #expect(try marks("2026-06-01") == ["2.1 false true", "2.0 false false", "1.0 true false"])
    #expect(try marks("2026-07-01") == ["2.1 true false", "2.0 false false", "1.0 false false"])
    // No version is in force before the first one is.
    #expect(try marks("2026-01-10").last == "1.0 false true")
  }

  /// A version is in force until the day before the next one, which was itself replaced or not.
  @Test func saysUntilWhenAVersionIsInForce() throws {
    let models = try models()
    #expect(page(0, of: models).text("until") == "2026-06-30")
    #expect(page(1, of: models).text("until") == nil)
    #expect(
      page(nil, of: models).list("versions").map { $0.text("until") } == [nil, nil, "2026-06-30"])
    #expect(models.picker(0).list("versions").map { $0.text("until") } == [nil, nil, "2026-06-30"])
    let comparison = models.comparison(0, from: 0, to: 2, deadlines: [])
    #expect(comparison.text("from", "until") == "2026-06-30")
    #expect(comparison.text("to", "until") == nil)

    #expect(fixture.build(asOf: "2026-07-02").diagnostics.filter { $0.severity == .error }.isEmpty)
    let old = try fixture.page("agreements/dpa/1.0/index.html")
    #expect(
      old.contains("15 January 2026</time> to <time datetime=\"2026-06-30\">30 June 2026</time>"))
  }

  @Test(arguments: [(6, true), (8, false)])
  func saysWhetherAllPairsAreCompared(count: Int, expected: Bool) throws {
    for number in 4...count {
      try write("\(number).0", "2026-07-0\(number)", days: number)
      try fixture.release(CalendarDate(stringLiteral: "2026-06-0\(number)"))
    }
    #expect(try models(asOf: "2026-06-20").picker(0).text("has_all_pairs") == "\(expected)")
  }

  @Test func announcesWhatWillChangeToThoseWhoSigned() throws {
    let comparison = try models().comparison(0, from: 0, to: 2, deadlines: ["open"])
    #expect(comparison.text("is_to_in_force") == "false")
    #expect(comparison.list("deadlines").count == 1)

    #expect(fixture.build().diagnostics.filter { $0.severity == .error }.map(\.summary) == [])
    let list = try fixture.page("agreements/index.html")
    #expect(list.contains("2.1</a> is announced, in force from"))
    let start = try fixture.page("index.html")
    #expect(start.contains("Version 2.1</a> is announced, in force from"))
    #expect(start.contains("agreements/dpa/compare/1.0/2.1/"))
    #expect(!start.contains("No deadline is open"))
    let signed = try fixture.page("agreements/dpa/1.0/index.html")
    #expect(signed.contains("is announced, in force from"))
    let newest = try fixture.page("agreements/dpa/index.html")
    #expect(newest.contains("This version is announced and not yet in force. In force now:"))
    let skipped = try fixture.page("agreements/dpa/2.0/index.html")
    #expect(skipped.contains("This version was replaced before it took effect."))
  }

  @Test func printsTheVersionInForceToo() throws {
    let printed = fixture.build().printed.filter { $0.kind == .agreement }
    #expect(printed.map(\.name) == ["dpa", "dpa.1.0"])
    let later = fixture.build(asOf: "2026-07-01").printed.filter { $0.kind == .agreement }
    #expect(later.map(\.name) == ["dpa"])
  }

  @Test func putsTheDayIntoTheCalendar() throws {
    let calendar = RegisterCalendar(
      try fixture.compile(), words: try shippedWords("en"),
      paths: PortalPaths(defaultLanguage: "en"))
    #expect(
      calendar.events().map { "\($0.day) \($0.uid) \($0.isCancelled) \($0.stamp)" } == [
        "2026-07-01 agreement.dpa.2.0.effective@trust.example true 2026-05-20",
        "2026-07-01 agreement.dpa.2.1.effective@trust.example false 2026-05-20",
      ])
    #expect(
      calendar.events().last?.url == "https://trust.example/agreements/dpa/compare/1.0/2.1/")
  }

  @Test func listsTheDayOnceForAllLanguages() throws {
    try fixture.agreement(
      "avv", "## 1. Frist\n\nDer Verarbeiter meldet.\n", language: "de",
      keys: "version: '2.1'\neffective: 2026-07-01\ntranslation-of: dpa\n")
    let announced = AnnouncedVersions(
      try fixture.compile(), paths: PortalPaths(defaultLanguage: "en"))
    #expect(announced.toCome(in: "de").map(\.agreement) == ["avv"])
    #expect(announced.toCome(in: "en").map(\.agreement) == ["dpa"])
    #expect(announced.toCome(in: "fr").map(\.agreement) == ["dpa"])
  }

  /// Whoever reads that objections are open must know whom to write to.
  @Test(arguments: [
    ("{email: dp@example.com}", "<a href=\"mailto:dp@example.com\">", "dp@example.com"),
    (
      "{url: 'https://a.example/o?a=1&b=2', phone: +49 1}",
      "<a href=\"https://a.example/o?a=1&amp;b=2\">https://a.example/o?a=1&amp;b=2</a>, +49 1",
      "https://a.example/o?a=1&b=2\\, +49 1"
    ),
    ("{name: Jo, email: dp@example.com, audience: internal}", "general@example.com", "general@"),
  ])
  func saysWhomToWriteToWhereObjectionsAreOpen(
    channel: String, onPage: String, inCalendar: String
  ) throws {
    let fixture = try PortalFixture(
      settings:
        "notice: {before-use: 30 days, objection: 14 days, channel: \(channel)}\n",
      processor: "{name: Processor GmbH, contact: {email: general@example.com}}")
    try fixture.company(
      "gull", "engagements: [{service: Mail, announced: 2026-05-28, effective: 2026-08-01}]")
    #expect(fixture.build().diagnostics.filter { $0.severity == .error }.map(\.summary) == [])
    for page in ["index.html", "sub-processors/index.html", "sub-processors/gull/index.html"] {
      let text = try fixture.page(page)
      #expect(text.contains(onPage), "\(page)")
      #expect(!text.contains("Jo"), "\(page)")
    }
    // Lines of a calendar are folded.
    let calendar = try fixture.page("deadlines.ics").split(separator: "\r\n ").joined()
    #expect(calendar.contains("DESCRIPTION:Objections go to Processor GmbH\\, \(inCalendar)"))
  }

  /// The day is counted alike elsewhere, and not by German law.
  @Test(arguments: [("DE", "", true), ("IE", "", false), (nil, "US", false), (nil, "DE-HH", true)])
  func namesGermanLawWhereItHolds(law: String?, holidays: String, isNamed: Bool) throws {
    let calendar = holidays.isEmpty ? "" : ", holidays: \(holidays)"
    let fixture = try PortalFixture(
      settings: "notice: {before-use: 30 days, objection: 14 days\(calendar)}\n")
    try fixture.agreement(
      "dpa", "## 1. Scope\n\nAll data.\n", keys: law.map { "governing-law: \($0)\n" } ?? "")
    try fixture.company(
      "gull", "engagements: [{service: Mail, announced: 2026-05-28, effective: 2026-08-01}]")

    #expect(fixture.build().diagnostics.filter { $0.severity == .error }.map(\.summary) == [])
    let page = try fixture.page("sub-processors/gull/index.html")
    #expect(page.contains("the day of the event does not count"))
    #expect(page.contains("BGB") == isNamed)
  }
}
