import TestSupport
import Testing

@testable import Portal

struct UnderstandingModelsTests {
  @Test func quotesAllOfAPlaceThatDefinesFewTerms() throws {
    let page = try glossary(
      "Read this first. “Portal” means the pages. “Reader” means a person.")
    #expect(count(of: "Read this first.", in: page) == 2)
    #expect(page.contains("“Reader” means a person.</p>"))
  }

  @Test func quotesOneSentenceOfAPlaceThatDefinesMany() throws {
    let page = try glossary(definitions(5) + "Last of all.")
    for number in 1...5 { #expect(page.contains("<p>“Word\(number)” means number \(number).</p>")) }
    #expect(!page.contains("Last of all."))
  }

  /// What lists say of a text stays in proportion to it, however much one paragraph or sentence
  /// holds.
  @Test func pagesGrowWithTheText() throws {
    let terms = try (glossary(definitions(100)).utf8.count, glossary(definitions(400)).utf8.count)
    #expect(terms.1 < terms.0 * 6)
    let duties = try (periods(100).utf8.count, periods(400).utf8.count)
    #expect(duties.1 < duties.0 * 6)
  }

  private func definitions(_ count: Int) -> String {
    (1...count).map { "“Word\($0)” means number \($0). " }.joined()
  }

  private func glossary(_ text: String) throws -> String {
    try page("glossary/index.html", of: text)
  }

  /// One sentence of so many periods.
  private func periods(_ count: Int) throws -> String {
    let list = (1...count).map { "within \($0) days" }.joined(separator: ", ")
    return try page("duties/index.html", of: "The processor shall report \(list).")
  }

  private func page(_ path: String, of text: String) throws -> String {
    let fixture = try PortalFixture()
    try fixture.agreement("dpa", "## 1 Definitions\n\n\(text)\n")
    #expect(fixture.build().publication != nil)
    return try fixture.page(path)
  }

  private func count(of words: String, in page: String) -> Int {
    page.split(separator: words, omittingEmptySubsequences: false).count - 1
  }
}
