import Changes
import Deadlines
import Diagnostics
import Foundation
import History
import References
import Registers
import TestSupport
import Testing

@testable import Portal

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct PortalHistoryTests {
  private static let settings =
    "title: P\nlanguages: [en, de]\nprocessor: {name: P}\nbase-url: https://example.com\n"

  private func file(_ name: String, _ text: String) -> ContentFile {
    ContentFile(name: name, path: "content/\(name)", bytes: Array(text.utf8))
  }

  private func version(_ id: String, _ agreements: [String: String]) -> UnreadVersion {
    UnreadVersion(
      id: id,
      files: [file("portal.yml", Self.settings)]
        + agreements.sorted { $0.key < $1.key }.map { file("agreements/\($0.key).md", $0.value) })
  }

  private func text(_ version: String, _ body: String, effective: String = "2026-01-01") -> String {
    "---\ntitle: Title\nversion: '\(version)'\neffective: \(effective)\n---\n\n## 1. A\n\n\(body)\n"
  }

  @Test func readsATextThatVersionsShareOnce() {
    let read = readVersions(
      [
        version("1", ["a": text("1", "One."), "b": text("1", "B.")]),
        version("2", ["a": text("1", "One."), "b": text("2", "C.")]),
      ], workers: 1)

    #expect(read.map(\.digests.count) == [2, 2])
    #expect(read[0].digests[0] == read[1].digests[0])
    #expect(
      read[0].contents.agreements[0].reading === read[1].contents.agreements[0].reading)
    #expect(
      read[0].contents.agreements[1].reading !== read[1].contents.agreements[1].reading)
  }

  @Test func findsTermsOfEachVersionThatHasPages() {
    let body = "“Data Room” means a place. The Data Room is locked."
    let versions = [
      version("1", ["a": text("1", body)]),
      version("2", ["a": text("2", body.replacing("Data Room", with: "Reading Room"))]),
    ]

    let published = readVersions(versions, words: [:], isPublic: true, workers: 2)
    let compared = readVersions(versions, workers: 2)

    #expect(
      published.map { $0.understood.map { $0.terms.terms.map(\.name) } } == [
        [["Data Room"]], [["Reading Room"]],
      ])
    #expect(compared.allSatisfy { $0.understood.isEmpty })
  }

  @Test func readsATextAnewWhereItsVariablesHaveChanged() throws {
    let agreement = file("agreements/a.md", text("1", "{{ processor.name }} signs."))
    let read = readVersions(
      ["P", "Q"].map { name in
        UnreadVersion(
          id: name,
          files: [file("portal.yml", "title: T\nprocessor: {name: \(name)}\n"), agreement])
      }, workers: 1)

    let changes = compare(read[0].contents, read[1].contents)

    #expect(changes.changes.contains { $0.agreement == "a" })
  }

  /// A list that an agreement states is the register of its release, too, and is told once.
  @Test func readsRegistersThatAgreementsStateInEachVersion() throws {
    func adopting(_ version: String, _ rows: String) -> String {
      """
      ---
      title: List
      version: '\(version)'
      adopt: {sub-processors: [{at: "Annex 1", columns: {Company: name, Task: service}}]}
      ---

      # Annex 1: Sub-processors

      | Company | Task |
      |---|---|
      \(rows)
      """
    }
    let first = "| Blauwal AG, Hafenstr. 3, 24103 Kiel, Germany | Hosting |\n"
    let second = "| Sternmail SAS, 2 Rue Haute, 69001 Lyon, France | Mail |\n"
    let read = readVersions(
      [
        version("1", ["list": adopting("1", first)]),
        version("2", ["list": adopting("2", first + second)]),
      ], workers: 1)

    #expect(read.map(\.contents.registers.subProcessors.count) == [1, 2])
    let changes = compare(read[0].contents, read[1].contents)
    #expect(
      changes.changes.map(\.kind.rawValue) == ["sub-processor-added", "metadata-changed"])
    #expect(changes.changes[0].agreement == "list")
  }

  /// What frontmatter that was not read leaves out did not go; the file is named instead.
  @Test(arguments: [
    "# \(String(repeating: "x", count: 70_000))",
    "x: \(String(repeating: "[", count: 80))\(String(repeating: "]", count: 80))",
    "x: [1", "x: &a 1",
  ])
  func namesTextsWhoseFrontmatterWasNotRead(line: String) {
    let read = readVersions(
      [version("1", ["a": text("1", "One.").replacing("title:", with: "\(line)\ntitle:")])],
      workers: 1)

    #expect(read[0].refusals.count == 1)
  }

  @Test func namesTextsThatAreNoText() {
    var broken = file("agreements/a.md", "---\ntitle: A\nx: ?\n---\n\n## 1. A\n\nOne.\n")
    broken.bytes[broken.bytes.firstIndex(of: UInt8(ascii: "?")) ?? 0] = 0xFF
    let read = readVersions(
      [UnreadVersion(id: "1", files: [file("portal.yml", Self.settings), broken])], workers: 1)

    #expect(read[0].refusals.count == 1)
  }

  /// A scheme is frozen with a release, and so are the names that it gives to controls.
  @Test func keepsTheSchemesOfEachVersion() {
    func version(_ id: String, _ name: String) -> UnreadVersion {
      UnreadVersion(
        id: id,
        files: [
          file("portal.yml", Self.settings),
          file("schemes/house.yml", "title: House\ncontrols: {1: {name: \(name)}}\n"),
          file(
            "measures/a.md",
            "---\ncontrol: house.1\nmeasures: [{id: a, text: b, scopes: {x: implemented}}]\n---\n"),
        ])
    }
    let read = readVersions([version("1", "Doors"), version("2", "Gates")], workers: 1)

    #expect(
      read.map { $0.contents.registers.schemes.name(of: "house.1", in: "en") } == [
        "Doors", "Gates",
      ])
    #expect(
      compare(read[0].contents, read[1].contents).changes.map(\.statement.english) == [
        "Control house.1: the name in its scheme: \u{201C}Doors\u{201D} becomes "
          + "\u{201C}Gates\u{201D}"
      ])
  }

  @Test func knowsTheVersionsOfAnAgreement() {
    let read = readVersions(
      [
        version("r1", ["a": text("1.0", "One.")]), version("r2", ["a": text("1.0", "One.")]),
        version("r3", ["a": text("2 / b", "Two.", effective: "2026-02-01")]),
        version("r4", ["a": text("2 / b", "Three.", effective: "2026-09-01")]),
      ], workers: 1)

    let histories = agreementHistories(of: read, changes: changes(of: read), asOf: "2026-06-01")

    #expect(histories.count == 1)
    #expect(histories[0].versions.map(\.slug) == ["1.0", "2-b", "2-b-r4"])
    #expect(histories[0].versions.map(\.releases) == [0...1, 2...2, 3...3])
    #expect(histories[0].inForce == 1)
    #expect(histories[0].isCurrent)
  }

  /// What each version changed, from the one before.
  private func changes(of versions: [ReadVersion]) -> [ChangeSet] {
    versions.indices.map { index in
      index == 0
        ? ChangeSet(from: "", to: "", changes: [])
        : compare(versions[index - 1].contents, versions[index].contents)
    }
  }

  /// Another file is no other version where it says the same; the same file is one where it doesn't.
  @Test(arguments: [
    ("{{ processor.name }}\nsigns.", "P", ["1"]),
    ("{{ processor.name }} signs.", "Q", ["1", "1-r2"]),
    ("{{ processor.name }} signed.", "P", ["1", "1-r2"]),
  ])
  func knowsVersionsByWhatTheySay(body: String, name: String, slugs: [String]) {
    func version(_ id: String, _ name: String, _ body: String) -> UnreadVersion {
      UnreadVersion(
        id: id,
        files: [
          file("portal.yml", "title: T\nprocessor: {name: \(name)}\n"),
          file("agreements/a.md", text("1", body)),
        ])
    }
    let read = readVersions(
      [
        version("r1", "P", "{{ processor.name }} signs."), version("r2", name, body),
        version("", name, body),
      ], workers: 1)

    let histories = agreementHistories(of: read, changes: changes(of: read), asOf: "2026-06-01")

    #expect(histories[0].versions.map(\.slug) == slugs)
    #expect(histories[0].versions.allSatisfy { !$0.isDraft })
  }

  @Test(arguments: [
    ("2.40", "2.40"), ("Fassung 3/2026", "Fassung-3-2026"), ("..", "version"), ("", "version"),
    ("compare", "compare-"), ("Index.html", "Index.html-"), ("../../x", "-..-x"), ("ä", "-"),
  ])
  func makesAddressesOfVersions(name: String, part: String) {
    #expect(addressPart(name) == part)
  }

  @Test func comparesAllPairsUpToALimit() {
    func pairs(_ count: Int) -> Int {
      let versions = (0..<count).map { index in
        AgreementVersion(
          name: "\(index)", slug: "\(index)", effective: nil, digest: "\(index)",
          releases: index...index, index: 0)
      }
      return AgreementHistory(id: "a", versions: versions, isCurrent: true, inForce: count - 1)
        .pairs.count
    }

    #expect([1, 2, 3, 6].map(pairs) == [0, 1, 3, 15])
    // Neighbours, and each with the newest.
    #expect(pairs(50) == 49 + 48)
    #expect(pairs(100) == 99 + 98)
  }

  /// Three releases of a company: a text that changes, a company that goes, a measure.
  private func history() throws -> PortalFixture {
    let fixture = try PortalFixture(settings: "base-url: https://example.com/trust\n")
    let folder = fixture.temporary
    func freeze(_ id: String, _ files: [(String, String)]) throws {
      let content = files.map { file($0.0, $0.1) }
      for (name, bytes) in freezeContent(
        content, id: id, date: try #require(.init(id)), summary: nil, notes: [], versions: [])
      {
        try folder.write(
          String(decoding: bytes, as: UTF8.self), to: "content/releases/\(id)/\(name)")
      }
    }
    let settings = Self.settings
    let company =
      "---\nname: Gone GmbH\naddress: {country: DE}\nengagements: [{service: Mail}]\n---\n"
    let register = "\n\n## 2. B\n\n{{ sub_processors() }}\n"
    try freeze(
      "2026-01-15",
      [
        ("portal.yml", settings), ("agreements/dpa.md", text("1", "Within 14 days." + register)),
        ("sub-processors/gone.md", company),
      ])
    try freeze(
      "2026-02-15",
      [
        ("portal.yml", settings), ("agreements/dpa.md", text("2", "Within 10 days." + register)),
        ("sub-processors/gone.md", company),
      ])
    try freeze(
      "2026-03-15",
      [("portal.yml", settings), ("agreements/dpa.md", text("3", "Within 9 days." + register))])
    try folder.write(settings, to: "content/portal.yml")
    try folder.write(text("3", "Within 9 days." + register), to: "content/agreements/dpa.md")
    return fixture
  }

  @Test func publishesReleasesVersionsAndComparisons() throws {
    let fixture = try history()
    let outcome = fixture.build()
    try #require(outcome.publication != nil, "\(outcome.diagnostics.map(\.summary))")

    let walk = try SiteWalk(fixture.temporary.url.appending(path: "Site"))
    #expect(walk.faults() == [])
    let log = try fixture.page("changes/index.html")
    #expect(log.components(of: "class=\"release\"") == 3)
    #expect(log.contains("shortened from 14 to 10 days"))
    let old = try fixture.page("agreements/dpa/1/index.html")
    #expect(old.contains("Within 14 days."))
    // What has no page any more leads to the release that had it.
    #expect(old.contains("Gone GmbH") && old.contains("../../../changes/2026-01-15/index.html"))
    #expect(old.contains("compare/1/3/index.html"))
    let notice = try #require(old.components(separatedBy: "<p class=\"notice\">").last)
    #expect(notice.contains("It was replaced by <a href=\"../2/index.html\">Version 2</a>"))
    #expect(notice.contains("In force now: <a href=\"../index.html\">Version 3</a>."))
    let comparison = try fixture.page("agreements/dpa/compare/1/3/index.html")
    #expect(comparison.contains("What has changed since version 1"))
    #expect(comparison.contains("[removed: </span>14<span"))
    #expect(comparison.contains("Gone GmbH"))
    let clauses = try fixture.page("agreements/dpa/history/index.html")
      .components(separatedBy: "<section class=\"clause-history\"")
    #expect(clauses.first { $0.contains("from 14 to 10") }?.contains("from 10 to 9") == true)
    #expect(try fixture.page("de/changes/2026-02-15/index.html").contains("verkürzt sich"))
    // A company that is gone leads to the release that had it.
    let last = try fixture.page("changes/2026-03-15/index.html")
    #expect(last.contains("href=\"../2026-02-15/index.html\">where it stood</a>"))
    #expect(try fixture.page("index.html").contains("changes/2026-03-15/index.html"))
  }

  @Test func leadsFromEachChangeToItsRedline() throws {
    let fixture = try history()
    try #require(fixture.build().publication != nil)

    let comparison = try fixture.page("agreements/dpa/compare/1/3/index.html")
    let targets = comparison.matches(of: /href="#(redline-\d+)"/).map { String($0.output.1) }
    #expect(!targets.isEmpty)
    for target in targets {
      #expect(comparison.components(of: "id=\"\(target)\"") == 1, "\(target)")
    }
    // The page of a release has no redline that one could lead to.
    #expect(!(try fixture.page("changes/2026-02-15/index.html")).contains("#redline-"))
  }

  @Test func tellsWhatHasChangedAroundTheVersionInForce() throws {
    let fixture = try history()
    try #require(fixture.build().publication != nil)
    #expect(!walkHas(fixture, "agreements/dpa/compare/3/3/index.html"))
    let company =
      "---\nname: New GmbH\naddress: {country: DE}\nengagements: [{service: Mail}]\n---\n"
    try fixture.temporary.write(company, to: "content/sub-processors/new.md")

    try #require(fixture.build().publication != nil)

    #expect(walkHas(fixture, "agreements/dpa/compare/3/3/index.html"))
    let page = try fixture.page("agreements/dpa/compare/3/3/index.html")
    #expect(page.contains("What has changed since version 3"))
    #expect(page.contains("The text is the same.") && page.contains("New GmbH"))
    #expect(!page.contains("Gone GmbH"))
    #expect(try fixture.page("agreements/dpa/versions/index.html").contains("../compare/3/3/"))
    #expect(try fixture.page("agreements/dpa/index.html").contains("compare/3/3/index.html"))
  }

  @Test func tellsWhatIsNotReleasedYet() throws {
    let fixture = try history()
    try fixture.temporary.write(
      text("4", "Within 8 days."), to: "content/agreements/dpa.md")

    try #require(fixture.build().publication != nil)

    let log = try fixture.page("changes/index.html")
    #expect(log.contains("Since the last release (15 March 2026)"))
    #expect(log.contains("from 9 to 8 days"))
    #expect(!walkHas(fixture, "agreements/dpa/4/index.html"))
    #expect(walkHas(fixture, "agreements/dpa/compare/3/4/index.html"))
  }

  private func walkHas(_ fixture: PortalFixture, _ path: String) -> Bool {
    FileManager.default.fileExists(atPath: fixture.temporary.path + "Site/" + path)
  }

  @Test func writesFeedsThatStayTheSame() throws {
    let fixture = try history()
    try #require(fixture.build(asOf: "2026-06-01").publication != nil)
    let first = try fixture.page("feed.atom")
    try #require(fixture.build(asOf: "2027-06-01").publication != nil)

    #expect(try fixture.page("feed.atom") == first)
    #expect(first.contains("<updated>2026-03-15T00:00:00Z</updated>"))
    #expect(first.contains("<id>tag:example.com,2026-02-15:release/2026-02-15</id>"))
    #expect(first.contains("https://example.com/changes/2026-02-15/"))
    let parser = XMLParser(data: Data(first.utf8))
    #expect(parser.parse())
    let json = try JSONSerialization.jsonObject(
      with: Data(try fixture.page("agreements/dpa/feed.json").utf8))
    let feed = try #require(json as? [String: Any])
    #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
    #expect((feed["items"] as? [Any])?.count == 3)
    #expect(try fixture.page("de/feed.atom").contains("Veröffentlichung vom 15. Februar 2026"))
  }

  @Test func hasNoFeedWithoutAnAddress() throws {
    let fixture = try history()
    let settings = try fixture.temporary.read("content/portal.yml")
    try fixture.temporary.write(
      settings.replacing("base-url: https://example.com\n", with: ""), to: "content/portal.yml")

    try #require(fixture.build().publication != nil)

    #expect(!walkHas(fixture, "feed.atom"))
    #expect(!(try fixture.page("changes/index.html").contains("feed.atom")))
  }

  @Test func followsAClauseThroughRenumbering() throws {
    let fixture = try history()
    try fixture.temporary.write(
      """
      ---
      title: Title
      version: '4'
      ---

      ## 1. New

      A section that is wholly new and says something else altogether.

      ## 2. A

      Within 8 days.

      ## 3. B

      {{ sub_processors() }}

      """, to: "content/agreements/dpa.md")

    try #require(fixture.build().publication != nil)

    let page = try fixture.page("agreements/dpa/history/index.html")
    let parts = page.components(separatedBy: "<section class=\"clause-history\"")
    let clause = try #require(parts.first { $0.contains("from 14 to 10 days") })
    #expect(clause.contains("from 9 to 8 days"))
  }
}
