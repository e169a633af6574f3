import Deadlines
import Diagnostics
import Foundation
import History
import TestSupport
import Testing

@testable import Portal

/// What pages, feeds and the search say of records that differ between releases.
struct PublishedRecordsTests {
  private static let settings = """
    title: P
    languages: [en, de]
    processor:
      name: P
      data-protection-officer: {name: OLD-OFFICER, email: old-officer@example.com}
    base-url: https://example.com
    scopes: [{id: office, name: Office}]
    notice: {before-use: 30 days, objection: 10 days}

    """

  private func agreement(_ version: String, _ words: String, effective: String) -> String {
    "---\ntitle: Contract\nversion: '\(version)'\neffective: \(effective)\n---\n## 1. A\n\n\(words)\n"
  }

  private func company(_ keys: String = "", engagements: String) -> String {
    "---\nname: Kite AG\naddress: {country: DE}\n\(keys)\nengagements:\n\(engagements)\n---\n"
  }

  /// Freezes all but the last of some contents, each under its day, and leaves that as it is.
  private func build(
    _ contents: [(day: String, files: [(String, String)])], asOf: CalendarDate = "2026-06-01"
  ) throws -> PortalFixture {
    let fixture = try PortalFixture()
    let folder = fixture.temporary
    for (day, files) in contents.dropLast() {
      let content = files.map { ContentFile(name: $0.0, path: $0.0, bytes: Array($0.1.utf8)) }
      for (name, bytes) in freezeContent(
        content, id: day, date: try #require(.init(day)), summary: nil, notes: [], versions: [])
      {
        try folder.write(
          String(decoding: bytes, as: UTF8.self), to: "content/releases/\(day)/\(name)")
      }
    }
    for (name, text) in contents.last?.files ?? [] {
      try folder.write(text, to: "content/\(name)")
    }
    let outcome = fixture.build(asOf: asOf)
    try #require(outcome.publication != nil, "\(outcome.diagnostics.map(\.summary))")
    return fixture
  }

  private func allTexts(of fixture: PortalFixture) throws -> [String: String] {
    let root = fixture.temporary.url.appending(path: "Site")
    var texts: [String: String] = [:]
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      if let text = try? String(contentsOf: file, encoding: .utf8) { texts[file.path] = text }
    }
    return texts
  }

  @Test func publishesNothingThatIsNotPublic() throws {
    func files(_ mark: String) -> [(String, String)] {
      [
        ("portal.yml", Self.settings.replacing("OLD-OFFICER", with: "\(mark)-OFFICER")),
        ("agreements/dpa.md", agreement("1", "Text.", effective: "2026-01-01")),
        (
          "sub-processors/kite.md",
          company(
            "contact: {email: \(mark)@kite.example}\ncontract: {status: \(mark == "OLD" ? "signed" : "pending")}\nengaged-by: \(mark == "OLD" ? "hidden-one" : "hidden-two")",
            engagements:
              "  - {service: Hosting \(mark == "OLD" ? "a" : "b"), locations: [{country: DE}]}")
        ),
        ("sub-processors/hidden-one.md", hidden("HIDDEN-ONE")),
        ("sub-processors/hidden-two.md", hidden("HIDDEN-TWO")),
        (
          "measures/doors.md",
          """
          ---
          control: bdsg9.1
          measures:
            - id: m-1
              text: Doors are locked.
              owner: \(mark)-OWNER
              evidence:
                - {title: \(mark)-REPORT, url: "https://\(mark).example"}
                - {title: SHOWN-\(mark), audience: public}
              scopes:
                office: {state: delegated, to: \(mark == "OLD" ? "hidden-one" : "hidden-two"), evidence: [{title: \(mark)-SCOPE}]}
          ---
          """
        ),
      ]
    }
    func hidden(_ name: String) -> String {
      company(engagements: "  - {service: Hosting, locations: [{country: DE}]}")
        .replacing("Kite AG", with: name).replacing("name:", with: "audience: internal\nname:")
    }

    let fixture = try build([("2026-01-15", files("OLD")), ("", files("NEW"))])

    #expect(try fixture.page("changes/index.html").contains("SHOWN-NEW"))
    let secrets = [
      "OLD@kite", "NEW@kite", "-OWNER", "-REPORT", "-SCOPE", "-OFFICER", "HIDDEN-", "hidden-",
      "the contract",
    ]
    for (path, text) in try allTexts(of: fixture) {
      for secret in secrets { #expect(!text.contains(secret), "\(secret) in \(path)") }
    }
  }

  @Test func tellsInFeedsWhatWasWithdrawn() throws {
    let announced = company(
      engagements: """
          - service: Hosting
            locations: [{country: DE}]
            announced: 2026-05-01
            effective: 2026-07-01
        """)
    let withdrawn = announced.replacing(
      "effective: 2026-07-01", with: "effective: 2026-07-01\n    withdrawn: 2026-05-20")
    func files(_ text: String) -> [(String, String)] {
      [
        ("portal.yml", Self.settings),
        ("agreements/dpa.md", agreement("1", "Text.", effective: "2026-01-01")),
        ("sub-processors/kite.md", text),
      ]
    }

    let fixture = try build([("2026-05-01", files(announced)), ("", files(withdrawn))])

    let feed = try fixture.page("sub-processors/feed.json")
    #expect(feed.contains("Kite AG: withdrawn before use"))
    #expect(feed.contains("Withdrawn on 20 May 2026"))
    #expect(!feed.contains("may object") && !feed.contains("use from"))
    let page = try fixture.page("sub-processors/kite/index.html")
    #expect(page.contains("Was planned from") && !page.contains("In use since"))
  }

  @Test func doesNotTellAnEndToComeAsPast() throws {
    let text = company(
      engagements: "  - {service: Hosting, locations: [{country: DE}], ended: 2026-12-31}")
    let fixture = try build([
      ("", [("portal.yml", Self.settings), ("sub-processors/kite.md", text)])
    ])

    let page = try fixture.page("sub-processors/kite/index.html")
    #expect(page.contains("Ends on") && !page.contains("Ended on"))
  }

  @Test func leadsToTheFeedsOfWhatAPageShows() throws {
    let files = [
      ("portal.yml", Self.settings),
      ("agreements/dpa.md", agreement("1", "Text.", effective: "2026-01-01")),
      (
        "sub-processors/kite.md",
        company(engagements: "  - {service: A, locations: [{country: DE}]}")
      ),
    ]
    let fixture = try build([("2026-05-01", files), ("", files)])

    for (page, feed) in [
      ("sub-processors/index.html", "feed.atom"), ("de/sub-processors/index.html", "feed.json"),
      ("agreements/dpa/index.html", "feed.atom"), ("changes/index.html", "../feed.json"),
    ] {
      let text = try fixture.page(page)
      #expect(text.matches(of: /<link rel="alternate" type="application\/(atom|feed)/).count == 2)
      #expect(text.contains("<a href=\"\(feed)\" type="), "\(page)")
    }
    #expect(try SiteWalk(fixture.temporary.url.appending(path: "Site")).faults() == [])
  }

  @Test func namesAgreementsAndDaysInTheFeedOfAllChanges() throws {
    func files(_ words: String, _ day: String) -> [(String, String)] {
      [
        ("portal.yml", Self.settings),
        ("agreements/dpa.md", agreement("1", words, effective: day)),
      ]
    }
    let fixture = try build([
      ("2026-01-15", files("Within 14 days.", "2026-01-01")),
      ("2026-02-15", files("Within 10 days.", "2026-03-01")),
      ("", files("Within 10 days.", "2026-03-01")),
    ])

    let feed = try fixture.page("feed.json")
    #expect(feed.contains("Contract: § 1"))
    #expect(feed.contains("1 March 2026") && !feed.contains("“2026-03-01"))
    #expect(!(try fixture.page("agreements/dpa/feed.json").contains("Contract: § 1")))
  }

  @Test func comparesTheVersionInForceWithTodayBesideAnAnnouncedOne() throws {
    func files(_ version: String, _ words: String, _ effective: String, _ companies: [String])
      -> [(String, String)]
    {
      [
        ("portal.yml", Self.settings),
        ("agreements/dpa.md", agreement(version, words, effective: effective)),
      ]
        + companies.map { name in
          (
            "sub-processors/\(name).md",
            company(engagements: "  - {service: A, locations: [{country: DE}]}")
              .replacing("Kite AG", with: "\(name) AG")
          )
        }
    }
    let fixture = try build([
      ("2026-01-15", files("1", "Within 14 days.", "2026-01-01", ["Ada"])),
      ("2026-02-15", files("2", "Within 10 days.", "2026-02-01", ["Ada"])),
      ("2026-05-15", files("3", "Within 7 days.", "2026-12-01", ["Ada", "Bob"])),
      ("", files("3", "Within 7 days.", "2026-12-01", ["Ada", "Bob", "Cleo"])),
    ])

    for from in ["1", "2"] {
      let page = try fixture.page("agreements/dpa/compare/\(from)/2/index.html")
      #expect(page.contains("Bob AG") && page.contains("Cleo AG"))
      #expect(!page.contains("to 7 days"))
    }
    #expect(try fixture.page("agreements/dpa/compare/1/2/index.html").contains("from 14 to 10"))
    let versions = try fixture.page("agreements/dpa/versions/index.html")
    #expect(versions.contains("../compare/2/2/index.html"))
    #expect(try SiteWalk(fixture.temporary.url.appending(path: "Site")).faults() == [])
  }

  @Test func countsTiersAlongTheChain() throws {
    let lower = company(
      "engaged-by: kite", engagements: "  - {service: A, locations: [{country: DE}]}"
    )
    .replacing("Kite AG", with: "Lower AG")
    let fixture = try build([
      (
        "",
        [
          ("portal.yml", Self.settings), ("sub-processors/lower.md", lower),
          (
            "sub-processors/kite.md",
            company(engagements: "  - {service: A, locations: [{country: DE}]}")
          ),
        ]
      )
    ])

    #expect(try fixture.page("sub-processors/lower/index.html").contains("Tier 2"))
    #expect(try fixture.page("chain/index.html").contains("Tier 2"))
  }

  /// In the language of the text, whether or not the portal has pages in it.
  @Test(arguments: ["[en, de]", "[en]"])
  func writesPeriodsInTheDativeWhereATextAsks(languages: String) throws {
    let text = "Binnen {{ notice.objection|dative }}, within {{ notice.before_use | dative }}."
    let fixture = try build([
      (
        "",
        [
          ("portal.yml", Self.settings.replacing("[en, de]", with: languages)),
          (
            "agreements/avv.md",
            agreement("1", text, effective: "2026-01-01")
              .replacing("title:", with: "language: de\ntitle:")
          ),
          ("agreements/dpa.md", agreement("1", text, effective: "2026-01-01")),
        ]
      )
    ])

    #expect(
      try fixture.page("agreements/avv/index.html").contains("Binnen 10 Tagen, within 30 Tagen."))
    #expect(try fixture.page("agreements/dpa/index.html").contains("within 30 days."))
  }

  @Test func warnsOfASecurityContactThatHasExpired() throws {
    let security = "security: {contact: \"mailto:a@example.com\", expires: 2026-05-31}\n"
    let fixture = try build([("", [("portal.yml", Self.settings + security)])])

    let codes = fixture.build(asOf: "2026-06-01").diagnostics.map(\.code.rawValue)
    #expect(codes.contains("expired-security-contact"))
    let before = fixture.build(asOf: "2026-05-31").diagnostics.map(\.code.rawValue)
    #expect(!before.contains("expired-security-contact"))
  }
}
