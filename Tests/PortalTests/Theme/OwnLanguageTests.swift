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
}
