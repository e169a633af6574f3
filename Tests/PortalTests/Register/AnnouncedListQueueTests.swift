import Deadlines
import Diagnostics
import Frontmatter
import Registers
import TestSupport
import Testing

@testable import Portal

/// Several texts with lists of their own are announced at once: each holds from its own day.
struct AnnouncedListQueueTests {
  private static let gull = "| Gull AG, Bonn | Mail | Germany |"
  private static let owl = "| Owl AG, Kiel | Fax | Germany |"
  private static let hydra = "| Hydra SA, Paris | Payments | France |"
  private let fixture: PortalFixture

  /// From 1 April, Hydra takes Owl's place, and Gull works in Canada.
  init() throws {
    fixture = try PortalFixture(
      settings:
        "base-url: https://trust.example\nnotice: {before-use: 30 days, objection: 3 weeks}\n")
    try write("1.0", "2026-01-05", Self.gull, Self.owl)
    try fixture.release("2026-01-05")
    try write("1.1", "2026-04-01", Self.gull.replacing("Germany", with: "Canada"), Self.hydra)
    try fixture.release("2026-02-16")
  }

  private func write(_ version: String, _ effective: String, _ rows: String..., text: String = "A.")
    throws
  {
    try fixture.agreement(
      "dpa",
      """
      ## 1. Scope

      \(text)

      # Annex 1: Sub-processors

      | Company | Service | Location |
      |---|---|---|
      \(rows.joined(separator: "\n"))

      """,
      keys: """
        version: '\(version)'
        effective: \(effective)
        adopt: {sub-processors: Annex 1}

        """)
  }

  private func register(_ day: CalendarDate) throws -> [String] {
    try fixture.compile(asOf: day).timeline.companies.flatMap { company in
      company.engaged.map { engaged in
        let task = engaged.engagement
        let days = [task.announced, task.effective, task.withdrawn ?? task.ended].map {
          $0.map { "\($0.value)" } ?? "-"
        }
        let changes = engaged.changes.map { change in
          ", \(change.places.compactMap(\.country).joined()) from "
            + "\(change.begins.map { "\($0)" } ?? "-")"
            + (change.lastDayToObject.map { " until \($0)" } ?? "")
        }
        return "\(company.record.name.value): \(engaged.state.rawValue) "
          + days.joined(separator: " ") + changes.joined()
      }
    }
  }

  private func events(_ day: CalendarDate, of company: String) throws -> [String] {
    RegisterCalendar(
      try fixture.compile(asOf: day), words: try shippedWords("en"),
      paths: PortalPaths(defaultLanguage: "en")
    ).events().filter { $0.uid.hasPrefix(company) }.map {
      "\($0.day) \($0.uid.prefix { $0 != "@" }.dropFirst(company.count + 3)) \($0.sequence)"
    }
  }

  /// What changes on a day changes on the day of the first text that says so.
  @Test func takesTheDayOfTheFirstTextThatHasAChange() throws {
    try write(
      "1.2", "2026-05-04", Self.gull.replacing("Germany", with: "Canada"), Self.hydra, text: "B.")
    try fixture.release("2026-03-16")

    #expect(
      try register("2026-03-16") == [
        "Gull AG: active - - -, CA from 2026-04-01 until 2026-03-09",
        "Hydra SA: planned 2026-02-16 2026-04-01 -", "Owl AG: ending - - 2026-03-31",
      ])
    #expect(
      try register("2026-04-02") == [
        "Gull AG: active - - -", "Hydra SA: active 2026-02-16 2026-04-01 -",
        "Owl AG: ended - - 2026-03-31",
      ])
  }

  /// Two changes of one task are two, each with its own time to object.
  @Test func tellsOfEveryChangeOfATask() throws {
    try write(
      "1.2", "2026-05-04", Self.gull.replacing("Germany", with: "Japan"), Self.hydra)
    try fixture.release("2026-03-16")

    #expect(
      try register("2026-03-16").first
        == "Gull AG: active - - -, CA from 2026-04-01 until 2026-03-09, "
        + "JP from 2026-05-04 until 2026-04-06")
    #expect(
      try events("2026-03-16", of: "gull-ag") == [
        "2026-03-09 changed-objection 0", "2026-04-01 changed 0",
        "2026-04-06 changed-objection-2 1", "2026-05-04 changed-2 1",
      ])
    #expect(
      try events("2026-04-02", of: "gull-ag") == [
        "2026-04-06 changed-objection 1", "2026-05-04 changed 1",
      ])
    #expect(fixture.build(asOf: "2026-03-16").diagnostics.filter { $0.severity == .error }.isEmpty)
    let page = try fixture.page("sub-processors/gull-ag/index.html")
    #expect(page.contains("<time datetime=\"2026-05-04\">") && page.contains("Japan"))
  }

  /// A company that is to go and to come back does both.
  @Test func endsWhatALaterTextBringsBack() throws {
    try write("1.2", "2026-05-04", Self.gull, Self.owl)
    try fixture.release("2026-03-16")

    let owl = "Owl AG: ending - - 2026-03-31"
    #expect(
      try register("2026-03-16").dropFirst() == [
        "Owl AG: in-objection 2026-03-16 2026-05-04 -", owl,
        "Hydra SA: planned 2026-02-16 2026-04-01 2026-05-03",
      ])
    #expect(
      try register("2026-04-02").dropFirst() == [
        "Owl AG: in-objection 2026-03-16 2026-05-04 -",
        "Owl AG: ended - - 2026-03-31",
        "Hydra SA: ending 2026-02-16 2026-04-01 2026-05-03",
      ])
    #expect(
      try register("2026-05-05").dropFirst() == [
        "Owl AG: active 2026-03-16 2026-05-04 -", "Owl AG: ended - - 2026-03-31",
        "Hydra SA: ended 2026-02-16 2026-04-01 2026-05-03",
      ])
  }

  /// Who returns to the text in force before another took effect has changed nothing.
  @Test func endsNothingWhereATextWasGivenUp() throws {
    try write("1.0", "2026-01-05", Self.gull, Self.owl)
    try fixture.release("2026-03-16")

    for day: CalendarDate in ["2026-03-16", "2026-04-10"] {
      #expect(
        try register(day) == [
          "Gull AG: active - - -", "Owl AG: active - - -",
          "Hydra SA: withdrawn 2026-02-16 2026-04-01 2026-03-16",
        ])
    }
  }

  /// The version that is published again with another day takes effect on that day only.
  @Test func putsOffAVersion() throws {
    try write("1.1", "2026-05-04", Self.gull.replacing("Germany", with: "Canada"), Self.hydra)
    try fixture.release("2026-03-16")

    #expect(
      try register("2026-04-10") == [
        "Gull AG: active - - -, CA from 2026-05-04 until 2026-03-09",
        "Hydra SA: planned 2026-02-16 2026-05-04 -", "Owl AG: ending - - 2026-05-03",
      ])
    #expect(
      try events("2026-04-10", of: "hydra-sa") == [
        "2026-03-09 objection 1", "2026-05-04 effective 1",
      ])
  }

  /// What was announced and becomes something else is announced with that, with a time of its own.
  @Test(arguments: [
    (
      "2026-05-04",
      "Hydra SA: planned 2026-02-16 2026-04-01 -, JP from 2026-05-04 until 2026-04-06"
    ),
    ("2026-04-01", "Hydra SA: in-objection 2026-03-16 2026-04-01 -"),
  ])
  func announcesAnewWhatBecomesSomethingElse(effective: String, expected: String) throws {
    try write(
      "1.2", effective, Self.gull.replacing("Germany", with: "Canada"),
      Self.hydra.replacing("France", with: "Japan"))
    try fixture.release("2026-03-16")

    #expect(try register("2026-03-16")[1] == expected)
  }

  /// A task that is to end is not forgotten as its company stays.
  @Test func keepsTheEndOfOneTaskOfACompanyThatStays() throws {
    let fax = "| Gull AG, Bonn | Fax | Germany |"
    let fixture = try PortalFixture()
    func write(_ version: String, _ effective: String, _ rows: String) throws {
      try fixture.agreement(
        "dpa", "## Annex 1\n\n| Company | Service | Location |\n|---|---|---|\n\(rows)\n",
        keys: "version: '\(version)'\neffective: \(effective)\nadopt: {sub-processors: Annex 1}\n")
    }
    try write("1", "2026-01-05", "\(Self.gull)\n\(fax)")
    try fixture.release("2026-01-05")
    try write("2", "2026-04-01", Self.gull)
    try fixture.release("2026-02-16")
    try write("3", "2026-05-04", "\(Self.gull)\n\(Self.owl)")
    try fixture.release("2026-03-16")

    let gull = try #require(try fixture.compile(asOf: "2026-05-05").timeline.companies.first)
    #expect(gull.engaged.map(\.state) == [.active, .ended])
    #expect(gull.engaged.last?.engagement.ended?.value == "2026-03-31")
  }
}
