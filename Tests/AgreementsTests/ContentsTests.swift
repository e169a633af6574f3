import Diagnostics
import Testing

@testable import Agreements

/// Tables of contents, whose numbers are those of the places that they list.
struct ContentsTests {
  private static let sections = """


    ## 1. Definitions

    1.1 One.

    1.2 Two.

    ## 2. Processing

    Text.

    # Annex 1: Measures

    Text.
    """

  private static let expected = ["1", "1.1: One.", "1.2: Two.", "2: Text.", "Annex 1: Text."]

  private func clauses(_ contents: String) -> (paths: [String], codes: [String]) {
    let (agreement, diagnostics) = structured(contents + Self.sections)
    let paths = zip(agreement.provisions.indices, agreement.plainTexts())
      .filter { agreement.provisions[$0.0].kind != .item }
      .map { index, text in
        let path = agreement.legalPath(of: index).written
        return text.isEmpty ? path : "\(path): \(text)"
      }
    return (paths, diagnostics.map(\.code.rawValue))
  }

  @Test(arguments: [
    "1. Definitions ........ 3\n2. Processing ........ 4\n3. Annex 1: Measures ..... 5",
    "1. Definitions ........ 3\n1.1 One ........ 3\n1.2 Two ........ 4\n2. Processing ..... 4",
    "1. Definitions\t3\n2. Processing\t4",
    "1. Definitions . . . . . 3\n2. Processing \u{2026}\u{2026} 4",
    "- 1. Definitions ...... 3\n- 2. Processing ...... 4",
    "1. Definitions\n2. Processing\n3. Annex 1: Measures", "- 1. Definitions\n- 2. Processing",
    "1. definitions.\n2. Processing\n3. Otherwise\n4. Annex 1: Measures",
  ])
  func takeNoNumbers(contents: String) {
    let found = clauses(contents)
    #expect(found.paths == Self.expected)
    #expect(found.codes.isEmpty)
  }

  @Test func areParagraphsToo() {
    let found = clauses("1.1 One ........ 3\n\n1.2 Two ........ 4")
    #expect(
      found.paths == ["para 1: 1.1 One ........ 3", "para 2: 1.2 Two ........ 4"] + Self.expected)
  }

  /// As word processors write them: no place is made of them.
  @Test func areParagraphsThatAreLinks() {
    let found = clauses("[**1\\. Definitions\t1**](#1.-definitions)\n\n[2\\. Processing 2](#2)")
    #expect(found.paths == Self.expected)
    let alone = clauses("[See below](#2)")
    #expect(alone.paths == ["para 1: See below"] + Self.expected)
  }

  @Test func areWhatStandsUnderTheirHeading() {
    let found = clauses("## Contents\n\n1. Foreword\n2. Afterword\n\n1.1 Inner\n\n1.2 Outer")
    #expect(
      found.paths == ["Contents", "Contents / para 1: 1.1 Inner", "Contents / para 2: 1.2 Outer"]
        + Self.expected)
  }

  @Test(arguments: [
    "1. Fees of EUR 5\n2. Costs of EUR 6", "1. Setup\t100\n2. Support\t50",
    "1. Setup ..... 100\n2. Support ..... 50", "1. Definitions\n2. Something else",
  ])
  func areNoListsOfOtherThings(list: String) {
    let agreement = structured("## Preamble\n\n\(list)\n\n## 3. Rest\n\nText.").agreement
    #expect(agreement.provisions.filter { $0.kind == .clause }.map(\.designation) == ["1.", "2."])
  }

  @Test func keepTheirNumbersOnThePage() {
    let agreement = structured("1. One ..... 3\n2. Two ..... 4").agreement
    #expect(agreement.provisions.map(\.designation) == ["1.", "2."])
    #expect(agreement.provisions.map(\.part) == ["item 1", "item 2"])
  }
}
