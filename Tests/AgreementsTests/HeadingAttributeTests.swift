import Diagnostics
import Testing

@testable import Agreements

/// Attributes at the end of headings, as converters write them, too.
struct HeadingAttributeTests {
  @Test(arguments: [
    ("# Annex 1\n\n## II. Companies {#list covers=\"28.2\"}\n\nText.", "list", "Companies"),
    ("# Annex 1\n\n## Companies {#list}\n\nText.", "list", "Companies"),
    ("# Annex 1 {#one}\n\n## II. Companies {#list}\n\nText.", "one", "Companies"),
  ])
  func belongToTheAnnexWhoseNameStandsBelow(markdown: String, label: String, title: String) throws {
    let (agreement, diagnostics) = structured(markdown)
    let annex = try #require(agreement.provisions.first)
    #expect(annex.label == label)
    #expect(annex.title == title)
    #expect(annex.designation == "Annex 1")
    #expect(diagnostics == [])
  }

  @Test(arguments: [
    ("## 5. Ma\u{DF}nahmen {#5-ma\u{DF}nahmen}\n\nText.", "5-ma\u{DF}nahmen"),
    ("## Preamble {.unnumbered}\n\nText.", ""), ("## Preamble {-}\n\nText.", ""),
    ("## 10. Audits {#audits} {#10-audits-audits}\n\nText.", "audits"),
    ("## Preamble {.unnumbered #intro}\n\nText.", "intro"),
  ])
  func areNoWords(markdown: String, label: String) throws {
    let (agreement, diagnostics) = structured(markdown)
    let section = try #require(agreement.provisions.first)
    #expect(section.label == label)
    #expect(!section.title.contains("{"))
    #expect(diagnostics == [])
  }

  @Test(arguments: [
    "## 1. The {name}\n\nText.", "## 1. Part {.5}\n\nText.", "## 1. A {--}\n\nText.",
  ])
  func bracesOfTheTextStay(markdown: String) {
    #expect(structured(markdown).agreement.provisions.first?.title.contains("{") == true)
  }
}
