import Deadlines
import Diagnostics
import Frontmatter
import Registers
import Templating
import TestSupport
import Testing

@testable import Portal

/// The day until which customers may object, and what pages say it follows from.
struct ObjectionTests {
  private func text(_ period: String) -> String {
    """
    ## 1. Sub-processors

    - (1) The Processor informs the Controller of a new sub-processor 40 days in advance.
    - (2) The Controller may object to it within \(period).

    """
  }

  private func settings(_ period: String) -> String {
    "title: Portal\nlanguages: [en, de]\nprocessor: {name: Processor GmbH}\n"
      + "notice: {before-use: 40 days, objection: \(period)}\n"
  }

  private func objection(
    to company: Int = 0, in fixture: PortalFixture, language: String = "en",
    asOf day: CalendarDate = "2026-06-01"
  ) throws -> Value {
    let models = RegisterModels(
      try fixture.compile(asOf: day), words: try shippedWords(language),
      paths: PortalPaths(defaultLanguage: "en"))
    return try #require(
      models.page(of: company, description: [], changes: []).member("objection"))
  }

  /// No clause is cited for a day that it does not give.
  @Test(arguments: [
    ("14 days", true), ("2 weeks", true), ("10 days", false), ("30 days", false),
  ])
  func citesAClauseForItsOwnPeriodOnly(period: String, isCited: Bool) throws {
    let fixture = try PortalFixture()
    try fixture.temporary.write(settings("14 days"), to: "content/portal.yml")
    try fixture.agreement("dpa", text(period))
    try fixture.company("mail", "engagements: [{service: Mail, announced: 2026-05-30}]")

    let objection = try objection(in: fixture)

    #expect(objection.list("clauses").count == (isCited ? 1 : 0))
    guard !isCited else { return #expect(objection.text("difference", "is_longest") == nil) }
    let difference = try #require(objection.member("difference"))
    #expect(difference.strings("periods") == ["14 days"])
    #expect(difference.list("clauses").flatMap { $0.strings("periods") } == [period])
    #expect(difference.list("clauses").map { $0.text("path") } == ["agreements/dpa/index.html#1-2"])
    #expect(difference.text("is_longest") == String(period == "10 days"))
  }

  /// The text in force says another period than the one to come, whose settings count the longer.
  @Test func namesBothTextsWhereOneIsToCome() throws {
    let fixture = try PortalFixture()
    func write(_ version: String, _ effective: String, _ period: String) throws {
      try fixture.temporary.write(settings(period), to: "content/portal.yml")
      try fixture.agreement(
        "dpa", text(period), keys: "version: '\(version)'\neffective: \(effective)\n")
    }
    try write("2.0", "2026-01-01", "28 days")
    try fixture.release("2026-01-01")
    try write("2.1", "2026-08-01", "30 days")
    try fixture.company("mail", "engagements: [{service: Mail, announced: 2026-05-29}]")
    try fixture.release("2026-05-29")

    let difference = try #require(try objection(in: fixture).member("difference"))

    #expect(difference.strings("periods") == ["30 days"])
    #expect(
      difference.list("clauses").map { "\($0.text("title") ?? "") \($0.strings("periods"))" } == [
        "Agreement dpa, Version 2.0, 1(2) [\"28 days\"]",
        "Agreement dpa, Version 2.1, 1(2) [\"30 days\"]",
      ])
    #expect(difference.list("clauses").map { $0.text("effective") } == [nil, "2026-08-01"])
    #expect(difference.text("is_longest") == "true")
    #expect(!fixture.build().diagnostics.containsErrors)
    let page = try fixture.page("sub-processors/mail/index.html")
    #expect(page.contains("Period counted: 30 days."))
    #expect(page.contains("The longer period counts."))
    #expect(!page.contains("Agreed in"))
  }

  /// Of texts to come that say the same, the one that says it first is named, in the reader's language.
  @Test func namesTheFirstTextThatHasAPeriod() throws {
    let fixture = try PortalFixture()
    func write(_ version: String, _ effective: String, _ period: String) throws {
      try fixture.temporary.write(settings(period), to: "content/portal.yml")
      let keys = "version: '\(version)'\neffective: \(effective)\n"
      try fixture.agreement("dpa", text(period), keys: keys)
      try fixture.agreement(
        "avv",
        "## 1. Unterauftragsverarbeiter\n\n- (1) Neue.\n- (2) Der Kunde kann widersprechen.\n",
        language: "de", keys: keys + "translation-of: dpa\nbinding-language: de\n")
    }
    try write("1.0", "2026-01-01", "10 days")
    try fixture.release("2026-01-01")
    try write("1.1", "2026-08-01", "20 days")
    try fixture.company("mail", "engagements: [{service: Mail, announced: 2026-05-29}]")
    try fixture.release("2026-05-20")
    try write("1.2", "2026-09-01", "20 days")
    try fixture.release("2026-05-29")

    for (language, name, versions) in [
      ("en", "Agreement dpa, Version", ["1.0", "1.1"]),
      ("de", "Agreement avv, Fassung", ["1.0", "1.1"]),
    ] {
      let difference = try #require(
        try objection(in: fixture, language: language).member("difference"))
      let titles = difference.list("clauses").map { $0.text("title") ?? "" }
      #expect(titles.map { String($0.prefix(name.count)) } == [name, name])
      #expect(titles.map { String($0.dropFirst(name.count + 1).prefix(3)) } == versions)
      #expect(difference.list("clauses").map { $0.text("effective") } == [nil, "2026-08-01"])
    }
  }
}

/// A row of an adopted list that is to change is announced as a record's change is.
struct AnnouncedChangeTests {
  private let fixture: PortalFixture

  init() throws {
    fixture = try PortalFixture(
      settings: """
        base-url: https://portal.example
        notice: {before-use: 30 days, objection: 14 days, channel: {email: o@portal.example}}

        """)
    try write("1", "2026-01-15", "| Gull AG, Bonn | Mail | Germany | |")
    try fixture.release("2026-01-15")
  }

  private func write(_ version: String, _ effective: String, _ row: String) throws {
    try fixture.agreement(
      "dpa",
      """
      ## Annex 1 Sub-processors

      | Company | Service | Location | Transfer |
      |---|---|---|---|
      \(row)

      """,
      keys: "version: '\(version)'\neffective: \(effective)\nadopt: {sub-processors: Annex 1}\n")
  }

  private func change(asOf day: CalendarDate = "2026-06-01") throws -> RegisterTimeline.Engaged {
    let companies = try fixture.compile(asOf: day).timeline.companies
    return try #require(companies.first?.engaged.first?.changes.first)
  }

  @Test(arguments: [
    ("| Gull AG, Bonn | Mail | Germany; Austria | |", true),
    ("| Gull AG, Bonn | Mail | France | |", true),
    ("| Gull AG, Bonn | Mail and archives | Germany | |", true),
    // Where the seat is, is no fact of the task; an editorial hand changes nothing.
    ("| Gull AG, Kiel | Mail. | Germany | |", false),
  ])
  func givesWhatIsNewALastDayToObject(row: String, isAnnounced: Bool) throws {
    try write("2", "2026-07-15", row)
    try fixture.release("2026-05-25")
    let engaged = try fixture.compile(asOf: "2026-06-01").timeline.companies.flatMap(\.engaged)
    let windows = engaged.flatMap(\.openWindows).map(\.lastDay)
    #expect(windows == (isAnnounced ? ["2026-06-08"] : []))
  }

  /// A later release that says the same announces nothing anew; one that says more does.
  @Test func countsFromTheReleaseThatFirstToldOfIt() throws {
    try write("2", "2026-08-15", "| Gull AG, Bonn | Mail | Germany; Austria | |")
    #expect(try change().engagement.announced == nil)
    try fixture.release("2026-05-25")
    try write("2", "2026-08-20", "| Gull AG, Bonn | Mail | Germany; Austria | |")
    try fixture.release("2026-05-28")
    #expect(try change().engagement.announced?.value == "2026-05-25")
    try write("3", "2026-08-20", "| Gull AG, Bonn | Mail | Germany; Austria; Spain | |")
    try fixture.release("2026-05-30")
    #expect(try change().engagement.announced?.value == "2026-05-30")
  }

  @Test func tellsOfItWhereverDeadlinesStand() throws {
    try write("2", "2026-07-15", "| Gull AG, Bonn | Mail | Germany; Austria | |")
    try fixture.release("2026-05-25")
    #expect(!fixture.build().diagnostics.containsErrors)

    let page = try fixture.page("sub-processors/gull-ag/index.html")
    #expect(page.contains("Object until <time datetime=\"2026-06-08\">"))
    #expect(page.contains("Change from 15 July 2026, Mail"))
    #expect(try fixture.page("index.html").contains("datetime=\"2026-06-08\""))
    #expect(try fixture.page("deadlines.ics").contains("UID:gull-ag.1.changed-objection@"))
    let data = try fixture.page("sub-processors/sub-processors.json")
    #expect(data.contains(#""announced":"2026-05-25","objectUntil":"2026-06-08""#))
    let feed = try fixture.page("sub-processors/feed.json")
    #expect(feed.contains("Gull AG: changes from 15 July 2026"))
  }

  /// Whoever reads a feed decides by what it says.
  @Test func saysInFeedsWhatThereIsToDecide() throws {
    try fixture.company(
      "owl",
      """
      engagements:
        - service: Support
          locations: [{country: US, city: Boston, role: access}]
          transfer: {mechanism: scc-2021-914, module: 3}
          announced: 2026-05-25
          effective: 2026-08-01
      """)
    try fixture.release("2026-05-25")
    #expect(!fixture.build().diagnostics.containsErrors)

    for file in ["feed.json", "feed.atom"] {
      let feed = try fixture.page("sub-processors/" + file)
      #expect(feed.contains("Location: United States, Boston (access)"))
      #expect(feed.contains("Transfer mechanism: Standard contractual clauses"))
      #expect(feed.contains("Customers may object until 8 June 2026."))
      #expect(feed.contains("Objections go to Processor GmbH, o@portal.example"))
    }
    #expect(try fixture.page("de/feed.json").contains("Ort: Vereinigte Staaten, Boston (Zugriff)"))
  }
}
