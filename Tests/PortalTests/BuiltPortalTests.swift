import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Portal

/// Whole portals as they are published.
struct BuiltPortalTests {
  @Test func hasNoBrokenLinkInTheExample() throws {
    let folder = try TemporaryFolder()
    let repository = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let outcome = buildPortal(
      PortalRequest(
        workspace: repository.path(percentEncoded: false), output: folder.path + "Site",
        asOf: "2026-06-01", workers: 2, isStrict: false, generator: "Annex"),
      progress: SilentProgress())
    try #require(outcome.publication != nil, "\(outcome.diagnostics.map(\.summary))")

    let walk = try SiteWalk(folder.url.appending(path: "Site"))

    #expect(walk.pages.count == outcome.publication?.pages)
    #expect(walk.faults() == [])
    for (path, page) in walk.pages where page.text.contains("<html lang=\"de\"") {
      // What the page says itself; the words of English texts stay as they are.
      let found = page.text.firstMatch(of: /(?:>|\/ |, |")(?:item|row|para|table) \d+[<"]/)
      #expect(found == nil, "\(path): \(found.map { String($0.output) } ?? "")")
    }
  }

  /// What is in force is so since a day, a company is used and takes no effect, two are both.
  @Test(arguments: [
    (
      "index.html",
      [
        "Version 1, in force since 15 January 2026", "In use from SOON",
        "1 of 2 processes data only",
      ]
    ),
    (
      "de/index.html",
      [
        "Fassung 1, gilt seit 15. Januar 2026", "Einsatz ab SOON",
        "1 von 2 verarbeitet Daten nur",
      ]
    ),
    ("agreements/dpa/index.html", ["Both versions"]),
    ("agreements/avv/index.html", ["Beide Fassungen", "gilt ab 1. August 2026"]),
  ])
  func tellsWhatIsInForceFromWhatIsToCome(path: String, expected: [String]) throws {
    let fixture = try PortalFixture()
    func write(_ version: String, _ effective: String, _ text: String) throws {
      for (id, language) in [("dpa", "en"), ("avv", "de")] {
        try fixture.agreement(
          id, "## 1. One\n\n- (1) \(text).\n", language: language,
          keys: "version: \"\(version)\"\neffective: \(effective)\n")
      }
    }
    try write("1", "2026-01-15", "Old")
    try fixture.release("2026-01-15")
    try write("2", "2026-08-01", "New")
    try fixture.release("2026-05-15")
    try fixture.company(
      "one", "engagements: [{service: Mail, effective: 2020-01-01, locations: [{country: DE}]}]")
    try fixture.company("two", "engagements: [{service: Chat, effective: 2020-01-01}]")
    try fixture.company(
      "soon", "engagements: [{service: Fax, announced: 2026-05-15, effective: 2026-09-01}]")
    #expect(fixture.build().publication != nil)

    let page = try fixture.page(path).replacing(/<[^>]*>/, with: "")
    for text in expected { #expect(page.contains(text), "\(text)") }
  }

  @Test func publishesWhateverAnAuthorWrites() throws {
    let fixture = try PortalFixture(
      settings: """
        theme: {accent: "#fc0", footer: "<b>& \\"footer\\"</b>"}
        products: [{id: p, name: "<script>P</script>"}]

        """)
    let hostile = "\"><script>alert(1)</script><img src=x onerror=alert(1)>' & \u{202E}x"
    try fixture.company(
      "evil", "excluded: true\nreason: '\(hostile.replacing("'", with: "''"))'",
      text: "# \(hostile)\n\n[x](javascript:alert(1)) <b onclick=x>"
    )
    try fixture.company(
      "person", "natural-person: true\nengagements: [{service: '<i>S</i>', withdrawn: 2026-01-01}]",
      text: "A note.[^1]\n\n[^1]: Said twice.[^1]\n\n- [ ] open\n- [x] done")
    try fixture.agreement(
      "odd",
      """
      \(hostile)

      ## \(hostile)

      ## Twice {#same}

      ## Theme main

      ## Twice

      - [ ] 
      - Name:
        - [x] done

      | | |
      |---|---|
      | | a |
      | | |
      | **\(hostile.replacing("|", with: ""))** | |

      Note[^n] and [^n] again ________.

      [^n]: [x](#same) <https://example.com>

      """)
    try fixture.agreement("leer", "", language: "de")
    try fixture.agreement(
      "deep",
      (0..<40).map { String(repeating: "  ", count: $0) + "- a" }
        .joined(separator: "\n"))

    let outcome = fixture.build()
    try #require(outcome.publication != nil, "\(outcome.diagnostics.map(\.summary))")
    let walk = try SiteWalk(fixture.temporary.url.appending(path: "Site"))

    #expect(walk.faults() == [])
    for (path, page) in walk.pages {
      #expect(!page.text.contains("<script>"), "\(path)")
      #expect(!page.text.contains("<img src=x"), "\(path)")
    }
  }

  @Test func saysSoWhileThereIsNothingToSay() throws {
    let fixture = try PortalFixture()

    try #require(fixture.build().publication != nil)
    let walk = try SiteWalk(fixture.temporary.url.appending(path: "Site"))

    #expect(walk.faults() == [])
    #expect(try fixture.page("changes/index.html").contains("There is no release yet."))
    #expect(try fixture.page("de/changes/index.html").contains("Es gibt noch keine"))
  }

  @Test func showsFooterAndAccentOfTheSettings() throws {
    let fixture = try PortalFixture(
      settings: "theme: {accent: \"#fc0\", footer: {en: Our foot, de: Unser Fuß}}\n")

    try #require(fixture.build().publication != nil)

    let page = try fixture.page("index.html")
    #expect(page.contains("<p>Our foot"))
    #expect(page.contains(#/href="assets/accent\.[0-9a-f]{12}\.css"/#))
    #expect(try fixture.page("de/index.html").contains("<p>Unser Fuß"))
  }

  @Test func countsEveryPlaceThatIsToBeFilledIn() throws {
    let fixture = try PortalFixture()
    try fixture.agreement("dpa", "Date: ______\n\n- Name:\n- Place: Bonn\n")

    try #require(fixture.build().publication != nil)

    let page = try fixture.page("agreements/dpa/index.html")
    #expect(page.contains("2 blanks"))
    #expect(page.components(of: "class=\"blank\"") == 2)
  }

  @Test func marksPassagesInAnotherLanguage() throws {
    let fixture = try PortalFixture()
    try fixture.company("aws", "engagements: [{service: Hosting}]", text: "Our host.")

    try #require(fixture.build().publication != nil)

    let german = try fixture.page("de/sub-processors/aws/index.html")
    #expect(german.contains("<span lang=\"en\">Hosting</span>"))
    #expect(german.contains("<div class=\"prose\" lang=\"en\">"))
    #expect(!(try fixture.page("sub-processors/aws/index.html").contains("<span lang=")))
  }
}

/// The checker of links, which must find what it is there for.
struct SiteWalkTests {
  @Test func findsEachKindOfFault() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      <html><body id="a"><p id="a" style="x">
      <a href="#b">1</a><a href="none.html">2</a><a href="/x">3</a><a href="javascript:x">4</a>
      <img src="https://example.com/x.png"><a href="c/d.html#%C3%BC">5</a><script>x</script>
      <link rel="canonical" href="https://example.com/"><a href="mailto:a@b.c">6</a>
      """, to: "index.html")
    try folder.write("<p id=\"ü\"><a href=\"../index.html#a\">x</a>", to: "c/d.html")

    #expect(
      try SiteWalk(folder.url).faults() == [
        "index.html: id 'a' is there twice", "index.html: 'style' is inline",
        "index.html: 'script' is inline", "index.html: '#b' leads to no place of its page",
        "index.html: 'none.html' leads nowhere",
        "index.html: '/x' does not work in a folder",
        "index.html: 'javascript:x' has an unsafe scheme",
        "index.html: 'https://example.com/x.png' is a foreign request",
      ])
  }
}
