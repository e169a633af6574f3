import Deadlines
import Testing

@testable import Portal

struct WordsTests {
  @Test func hasTheSameKeysInBothLanguages() throws {
    let english = try shippedWords("en").entries
    let german = try shippedWords("de").entries

    #expect(Set(english.keys).symmetricDifference(german.keys).sorted() == [])
    for (key, entry) in english {
      guard let other = german[key] else { continue }
      #expect(names(in: entry) == names(in: other), "\(key)")
    }
  }

  @Test(arguments: [
    ("en", 1, "1 working day"), ("en", 14, "14 working days"), ("de", 14, "14 Arbeitstage"),
  ])
  func saysPeriods(language: String, count: Int, words: String) throws {
    let period = try #require(Period("\(count) working days"))

    #expect(try shippedWords(language).text(for: period) == words)
  }

  @Test(arguments: [
    ("{a} of {b}", "1 of 2"), ("none", "none"), ("{a}", "1"), ("open {a", "open {a"),
    ("} {a}", "} 1"), ("", ""),
  ])
  func fillsNamesIn(text: String, result: String) throws {
    #expect(try filled(text) { ["a": "1", "b": "2"][$0] }.get() == result)
  }

  @Test(arguments: [
    ("page {n}", nil, "page 7"), ("page {m}", nil, "page {m}"), ("page {m}", "7", "7"),
  ])
  func fillsOneNameIn(form: String, fallback: String?, result: String) {
    #expect(filled(form, "n", "7", otherwise: fallback) == result)
  }

  @Test(arguments: [("en", "1 March 2026"), ("de", "1. März 2026")])
  func writesDays(language: String, written: String) throws {
    #expect(try shippedWords(language).date("2026-03-01") == written)
  }

  @Test func tellsTheFirstNameWithoutAValue() {
    #expect(throws: MissingName.self) { try filled("{a} {b}") { $0 == "a" ? "1" : nil }.get() }
  }

  private func names(in entry: Words.Entry) -> Set<String> {
    let texts =
      switch entry {
      case .text(let text): [text]
      case .counted(let one, let other): [one, other]
      }
    return Set(texts.flatMap { $0.matches(of: #/\{(\w+)\}/#).map { String($0.1) } })
  }
}
