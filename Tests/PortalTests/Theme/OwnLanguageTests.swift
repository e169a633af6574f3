import Diagnostics
import TestSupport
import Testing

@testable import Portal

/// A portal in a language that Annex has no words for.
struct OwnLanguageTests {
  private func build(words: String) throws -> PortalOutcome {
    let fixture = try PortalFixture()
    try fixture.temporary.write(
      "title: Portail\nlanguages: [en, fr]\nprocessor: {name: Processor GmbH}\n",
      to: "content/portal.yml")
    try fixture.temporary.write(words, to: "templates/words/fr.yml")
    return fixture.build()
  }

  @Test func countsTheWordsThatAreMissingAtOnce() throws {
    let outcome = try build(words: "nav.start: Accueil\n")
    #expect(outcome.publication == nil)
    let faults = outcome.diagnostics.filter { $0.severity == .error }
    #expect(faults.map(\.code.rawValue) == ["theme-language"])
    #expect(faults.first?.range?.path == "templates/words/fr.yml")
    let count = try shippedWords("en").entries.count
    let summary = try #require(faults.first?.summary)
    #expect(summary.hasPrefix("\(count - 1) of the \(count) words of the theme are missing in"))
  }

  @Test func buildsWhereAllAreThere() throws {
    let shipped = try #require(EmbeddedFiles.bytes(named: "words/en.yml"))
    let outcome = try build(words: String(decoding: shipped, as: UTF8.self))
    #expect(outcome.publication != nil)
  }

  /// A form of a language has the words of the language; a file of its own says some otherwise.
  @Test(arguments: [
    ("en-US", "", "Sub-processors", "<html lang=\"en-US\"", "Germany"),
    ("de-AT", "", "Unterauftragsverarbeiter", "<html lang=\"de-AT\"", "Deutschland"),
    (
      "de-CH", "nav.sub_processors: Unterbeauftragte\n", "Unterbeauftragte", "lang=\"de-CH\"",
      "Deutschland"
    ),
    ("EN", "", "Sub-processors", "<html lang=\"EN\"", "Germany"),
  ])
  func saysTheWordsOfTheLanguageThatItIsAFormOf(
    tag: String, own: String, title: String, html: String, country: String
  ) throws {
    let fixture = try PortalFixture()
    try fixture.temporary.write(
      """
      title: {en: Portal, de: Portal}
      languages: [\(tag)]
      processor: {name: Processor GmbH, address: {country: DE}}
      notice: {before-use: 30 days, objection: 14 days}

      """, to: "content/portal.yml")
    try fixture.temporary.write(
      """
      ---
      title: Agreement
      language: \(tag)
      ---

      ## 1. One

      - (1) Within {{ notice.objection }}.

      """, to: "content/agreements/dpa.md")
    try fixture.company(
      "mail", "engagements: [{service: {en: Mail, de: Post}, locations: [{country: DE}]}]")
    if !own.isEmpty { try fixture.temporary.write(own, to: "templates/words/\(tag).yml") }

    let outcome = fixture.build()

    #expect(outcome.diagnostics.filter { $0.severity != .note }.map(\.summary) == [])
    let page = try fixture.page("sub-processors/index.html")
    for part in [title, html, country] { #expect(page.contains(part), "\(part)") }
    #expect(page.contains(tag.hasPrefix("de") ? ">Post<" : ">Mail<"))
    let text = try fixture.page("agreements/dpa/index.html")
    #expect(text.contains(tag.hasPrefix("de") ? "14 Tage" : "14 days"))
  }
}
