import Deadlines
import Templating
import Testing

@testable import Portal

struct HistoryModelsTests {
  private static let records = "Records\n\nThe Processor keeps a record.\n"

  /// Two releases of an agreement, and a third text that is not released yet: a period becomes
  /// shorter each time, and at last a section is put in before its own.
  private func models(lastFrom effective: String = "2026-03-15") throws -> HistoryModels {
    let fixture = try PortalFixture()
    func text(_ version: String, _ effective: String, _ sections: String...) throws {
      let text = sections.enumerated().map { "## \($0 + 1). \($1)\n" }.joined()
      try fixture.agreement(
        "dpa", text, keys: "version: '\(version)'\neffective: \(effective)\n")
    }
    func notice(_ days: Int) -> String {
      "Notice\n\nThe Processor informs the Controller within \(days) days.\n"
    }
    try text("1", "2026-01-15", notice(14), Self.records)
    try fixture.release("2026-01-15")
    try text("2", "2026-02-15", notice(10), Self.records)
    try fixture.release("2026-02-15")
    let purpose = "Purpose\n\nWhat the parties want, in words that stand nowhere else.\n"
    try text("3", effective, purpose, notice(8), Self.records)
    let portal = try fixture.compile()
    let paths = PortalPaths(defaultLanguage: "en")
    return HistoryModels(
      portal, words: try shippedWords("en"), links: ChangeLinks(portal, paths: paths), paths: paths)
  }

  @Test func followsAClauseThroughRenumbering() throws {
    let clauses = try models().clauses(0).items

    let notice = try #require(clauses.first { $0.text("anchor") == "2" })
    #expect(notice.text("path") == "agreements/dpa/index.html#2")
    #expect(notice.text("is_gone") == "false")
    #expect(
      notice.list("events").filter { $0.text("change", "is_material") == "true" }
        .map { $0.text("date") } == [nil, "2026-02-15"])
    // What is called 1 now has come in since, and was never the notice.
    let purpose = try #require(clauses.first { $0.text("anchor") == "1" })
    #expect(purpose.list("events").map { $0.text("date") } == [nil])
  }

  /// A tag may change nothing that is told, such as line breaks.
  @Test func showsTheLatestReleaseThatSaysSomething() throws {
    let fixture = try PortalFixture()
    func release(_ text: String, _ version: String, _ day: CalendarDate) throws {
      try fixture.agreement("dpa", text, keys: "version: '\(version)'\n")
      try fixture.release(day)
    }
    try release("The Processor works in Bonn.", "1", "2026-01-15")
    try release("The Processor works in Kiel.", "2", "2026-02-15")
    try release("The Processor\nworks in Kiel.", "2", "2026-03-15")
    let portal = try fixture.compile()
    let paths = PortalPaths(defaultLanguage: "en")
    let models = HistoryModels(
      portal, words: try shippedWords("en"), links: ChangeLinks(portal, paths: paths), paths: paths)

    #expect(models.latest().text("date") == "2026-02-15")
    #expect(!models.latest().list("changes").isEmpty)
    #expect(models.log().items.map { $0.text("date") }.first == "2026-03-15")
  }

  @Test func tellsOfOtherChangesBeforeDates() throws {
    let fixture = try PortalFixture()
    func release(_ text: String, _ version: String, _ day: CalendarDate) throws {
      try fixture.agreement("dpa", text, keys: "version: '\(version)'\n")
      try fixture.release(day)
    }
    try release(
      "As of 1 September 2026.\n\n## 1. Place\n\nThe Processor works in Bonn.\n", "1", "2026-01-15")
    try release(
      "As of 9 November 2026.\n\n## 1. Place\n\nThe Processor works in Bonn.\n\n"
        + "## 2. Audits\n\nThe Processor makes audits possible.\n", "2", "2026-02-15")
    let portal = try fixture.compile()
    let paths = PortalPaths(defaultLanguage: "en")
    let models = HistoryModels(
      portal, words: try shippedWords("en"), links: ChangeLinks(portal, paths: paths), paths: paths)

    #expect(
      models.latest().list("changes").map { $0.text("rule") }.prefix(2) == ["addition", "date"])
  }

  /// On the start page there is no room for all of them.
  @Test func tellsOfNewCompaniesBeforeOtherChanges() throws {
    let fixture = try PortalFixture()
    func text(_ days: Int, _ words: String) throws {
      let text = """
        ## 1. Notice

        The Processor informs the Controller within \(days) days.

        ## 2. Place

        The Processor works in \(words).

        """
      try fixture.agreement("dpa", text, keys: "version: '\(days)'\n")
    }
    func describe(_ words: String) throws {
      try fixture.company(
        "adler", "engagements: [{service: Chat, effective: 2026-01-02}]", text: words)
    }
    try text(2, "Bonn")
    try describe("Carries messages.")
    try fixture.release("2026-01-15")
    try text(3, "Kiel")
    try describe("Carries messages of all customers.")
    try fixture.company("kite", "engagements: [{service: Mail, effective: 2026-05-01}]")
    try fixture.release("2026-02-15")
    let portal = try fixture.compile()
    let paths = PortalPaths(defaultLanguage: "en")
    let models = HistoryModels(
      portal, words: try shippedWords("en"), links: ChangeLinks(portal, paths: paths), paths: paths)

    let latest = models.latest().list("changes")

    #expect(latest.first?.text("kind") == "sub-processor-added")
    #expect(latest.map { $0.text("number") }.prefix(4) == ["4", "1", "2", "3"])
  }

  @Test func tellsThatAVersionIsSuperseded() throws {
    let models = try models()

    let first = state(of: 0, models)
    #expect(first.text("state") == "superseded")
    #expect(first.text("replaced_by", "title") == "2")
    #expect(first.text("replaced_by", "path") == "agreements/dpa/2/index.html")
    #expect(first.text("replaced_on") == "2026-02-15")
    #expect(first.text("current", "path") == "agreements/dpa/index.html")
    #expect(first.text("replaces", "title") == nil)

    let today = state(of: nil, models)
    #expect(today.text("state") == "in-force")
    #expect(today.text("replaced_by", "title") == nil)
    #expect(today.text("replaces", "title") == "2")
    #expect(today.list("versions").map { $0.text("version") } == ["3", "2", "1"])
    #expect(today.list("versions").map { $0.text("is_shown") } == ["true", "false", "false"])
  }

  @Test func keepsAVersionInForceUntilTheNextHasTakenEffect() throws {
    let models = try models(lastFrom: "2026-09-01")

    #expect(state(of: 1, models).text("state") == "in-force")
    let first = state(of: 0, models)
    #expect(first.text("state") == "superseded")
    #expect(first.text("current", "path") == "agreements/dpa/2/index.html")
    #expect(state(of: nil, models).text("replaced_by", "title") == nil)
  }

  /// What a page says of the versions of the agreement; `nil` stands for the text of today.
  private func state(of version: Int?, _ models: HistoryModels) -> Value {
    var model: ValueMap = ["state": "in-force"]
    models.addVersions(of: "dpa", shown: version, to: &model)
    return .dictionary(model)
  }
}
