import Foundation
import Search
import TestSupport
import Testing

@testable import Portal

/// Files that other programs read, byte for byte.
struct GoldenOutputTests {
  private let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")
  private let fixture: PortalFixture

  /// An agreement that a release has changed, and a company that a release has announced.
  init() throws {
    fixture = try PortalFixture(settings: "base-url: https://example.com/trust\n")
    try write("1", "2026-01-15", days: 14)
    try fixture.release("2026-01-15")
    try write("2", "2026-02-15", days: 10)
    try fixture.company(
      "kite",
      "aliases: [Kite]\nengagements:\n  - {service: Mail <fast> & safe, announced: 2026-02-15, "
        + "effective: 2026-05-01, locations: [{country: FR}]}")
    try fixture.release("2026-02-15")
  }

  private func write(_ version: String, _ effective: String, days: Int) throws {
    try fixture.agreement(
      "dpa",
      """
      ## 1 Definitions

      “Data Room” means a place with a "door".

      ## 7 Notice

      - (2) The Processor informs the Controller within \(days) days, as Art. 28 GDPR asks for.

      """, keys: "version: '\(version)'\neffective: \(effective)\n")
  }

  @Test(arguments: ["feed.atom", "feed.json", "agreements/dpa/feed.atom", "de/feed.json"])
  func writesFeeds(path: String) throws {
    let portal = try fixture.compile()
    let paths = PortalPaths(defaultLanguage: "en")
    let words = DefaultTheme.loaded.words
    let registers = words.mapValues { RegisterModels(portal, words: $0, paths: paths) }
    let feeds = try #require(
      PortalFeeds(
        portal, words: words, links: ChangeLinks(portal, paths: paths), registers: registers,
        paths: paths))

    let file = try #require(feeds.files(workers: 1).first { $0.path == path })

    try expectGolden(
      String(decoding: file.bytes, as: UTF8.self),
      at: fixtures.appending(path: path.replacing("/", with: "-")))
  }

  /// All parts of the index, and the words in them with their parts.
  @Test func writesPartsOfTheSearchIndex() throws {
    let portal = try fixture.compile()
    let plan = SearchPlan(portal)
    var builder = SearchPartBuilder(
      portal, paths: PortalPaths(defaultLanguage: "en"), words: DefaultTheme.loaded.words,
      plan: plan, firstPart: 0)

    var text = ""
    for number in plan.parts.indices {
      text += String(decoding: builder.build(number), as: UTF8.self)
    }
    for shard in SearchIndex(merging: [builder.finish()]).shards() {
      text += String(decoding: shard.entries, as: UTF8.self).replacing(" ", with: "\n")
    }

    try expectGolden(text, at: fixtures.appending(path: "search-parts.txt"))
  }
}
