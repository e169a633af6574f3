import Deadlines
import Diagnostics
import Foundation
import History
import TestSupport
import Testing

@testable import Portal

/// How pages list changes: in groups, with each reason once, and in the languages of what they
/// quote.
struct ChangeListTests {
  private static let settings = """
    title: P
    languages: [en, de]
    processor: {name: P}
    scopes: [{id: office, name: Office}]

    """

  private func measures(reviewed: String, word: (english: String, german: String)) -> String {
    let measures = (1...10).map { number in
      """
        - id: m-\(number)
          text: {en: Doors have \(word.english) locks., de: Türen haben \(word.german) Schlösser.}
          scopes: {office: implemented}
          reviewed: \(reviewed)
      """
    }
    let keys = """
        - id: m-11
          text: {en: There are keys., de: Es gibt \(word.german) Schlüssel.}
          scopes: {office: implemented}
      """
    return "---\ncontrol: bdsg9.1\nmeasures:\n"
      + (measures + [keys]).joined(separator: "\n") + "\n---\n"
  }

  private func agreement(_ words: String, effective: String) -> String {
    "---\ntitle: Vertrag\nlanguage: de\nversion: \"1\"\neffective: \(effective)\n---\n## 1. A\n\n\(words)\n"
  }

  private func built(
    after words: String = "Der Anbieter kann schweigen.", effective: String = "2026-03-01"
  ) throws -> PortalFixture {
    let fixture = try PortalFixture()
    let folder = fixture.temporary
    func files(_ reviewed: String, _ word: (String, String), _ agreement: String) -> [(
      String, String
    )] {
      [
        ("portal.yml", Self.settings),
        ("measures/doors.md", measures(reviewed: reviewed, word: word)),
        ("agreements/avv.md", agreement),
      ]
    }
    let before = files(
      "2025-02-01", ("ten", "zehn"),
      agreement("Der Anbieter muss schweigen.", effective: "2026-01-01"))
    let content = before.map { ContentFile(name: $0.0, path: $0.0, bytes: Array($0.1.utf8)) }
    for (name, bytes) in freezeContent(
      content, id: "2026-01-15", date: try #require(.init("2026-01-15")), summary: nil, notes: [],
      versions: [])
    {
      try folder.write(
        String(decoding: bytes, as: UTF8.self), to: "content/releases/2026-01-15/\(name)")
    }
    try folder.write(
      """
      notes:
        - {measure: m-1, reason: Burglars came.}
        - {measure: m-2, reason: {en: Thieves came., de: Diebe kamen.}}

      """, to: "content/releases/next.yml")
    for (name, text) in files(
      "2026-02-01", ("five", "fünf"),
      agreement(words, effective: effective))
    {
      try folder.write(text, to: "content/\(name)")
    }
    let outcome = fixture.build()
    try #require(outcome.publication != nil, "\(outcome.diagnostics.map(\.summary))")
    return fixture
  }

  @Test func groupsEditorialChangesOfTheRegisters() throws {
    let page = try built().page("changes/index.html")
    let group = try #require(
      page.components(separatedBy: "<details class=\"minor of-registers\">").last)

    #expect(group.contains("<summary>10 editorial changes of the registers</summary>"))
    #expect(group.components(separatedBy: "day of review").count == 11)
  }

  @Test func partsLongListsByWhatTheyAreAbout() throws {
    let fixture = try built()
    let english = try fixture.page("changes/index.html")
    let parts = english.matches(of: #/<h\d[^>]* class="part"[^>]*>([^<]*) </#)
      .map { String($0.1) }

    #expect(parts == ["Vertrag", "Register of measures"])
    #expect(try fixture.page("de/changes/index.html").contains(">Verzeichnis der Maßnahmen <"))
  }

  /// Its numbers rise from part to part.
  @Test func putsThePartThatMattersMostFirst() throws {
    let english = try built(after: "Der Anbieter muss schweigen!", effective: "2026-01-01")
      .page("changes/index.html")
    let parts = english.matches(of: #/<h\d[^>]* class="part"[^>]*>([^<]*) </#)
      .map { String($0.1) }

    #expect(parts == ["Register of measures", "Vertrag"])
  }

  @Test func tellsFirstWhatPromisesLess() throws {
    let fixture = try built()
    try fixture.release("2026-03-01")
    try #require(fixture.build().publication != nil)
    let page = try fixture.page("changes/2026-03-01/index.html")
    let parts = page.components(separatedBy: "class=\"part\">")

    #expect(parts.count > 2)
    #expect(parts[1].hasPrefix("What promises less than before <span class=\"count\">1<"))
    #expect(parts[1].contains("<li value=\"1\">"))
    #expect(parts[1].contains("href=\"#change-1\""))
    #expect(parts[1].contains(">muss</span>” becomes"))
  }

  @Test func givesAReasonOfARecordOnce() throws {
    let page = try built().page("changes/index.html")
    let group = try #require(
      page.components(separatedBy: "<details class=\"minor of-registers\">").last)

    #expect(page.contains("Burglars came."))
    #expect(!group.contains("Burglars came."))
  }

  @Test func namesTheLanguageOfWhatItQuotes() throws {
    let fixture = try built()
    let english = try fixture.page("changes/index.html")
    let german = try fixture.page("de/changes/index.html")

    #expect(english.contains("class=\"part\" lang=\"de\">Vertrag <span"))
    #expect(
      english.contains("“<span lang=\"de\">muss</span>” becomes “<span lang=\"de\">kann</span>”"))
    // What changed in both languages is told in the reader's; else the other is named.
    #expect(english.components(separatedBy: "“<span lang=\"de\">zehn</span>”").count == 2)
    #expect(english.contains("the wording (German):") && english.contains("“ten”"))
    #expect(german.contains("„zehn“") && !german.contains(">ten<"))
    #expect(german.contains("<span lang=\"en\">Burglars came.</span>"))
  }

  @Test func givesReasonsInTheLanguageOfThePage() throws {
    let fixture = try built()
    let german = try fixture.page("de/changes/index.html")

    #expect(german.contains("<span>Diebe kamen.</span>") && !german.contains("Thieves came."))
    #expect(try fixture.page("changes/index.html").contains("<span>Thieves came.</span>"))
  }

  @Test func writesDaysAsTheRestOfThePage() throws {
    let fixture = try built()
    let english = try fixture.page("changes/index.html")
    let german = try fixture.page("de/changes/index.html")

    #expect(english.contains("from “1 January 2026” to “1 March 2026”"))
    #expect(english.contains("from “1 February 2025” to “1 February 2026”"))
    #expect(german.contains("„1. Februar 2026“"))
    #expect(!english.contains("“2026"))
  }
}
