import Diagnostics
import TestSupport
import Testing

@testable import Agreements

struct TypedNumberTests {
  @Test(arguments: [
    ("## 2. A\n\nx\n\n## 2A. Inserted\n\ny", ["2: x", "2A: y"]),
    ("## 2. A\n\n### 2.1 B\n\nx\n\n## 2A Inserted\n\ny", ["2", "2.1: x", "2A: y"]),
    ("## Section 2\n\nx\n\n## Section 2A: Inserted\n\ny", ["Section 2: x", "Section 2A: y"]),
    ("# Annex 2\n\nx\n\n# Annex 2A\n\ny", ["Annex 2: x", "Annex 2A: y"]),
    ("## 2. A\n\n2.1 x\n\n2.1A y\n\n2.2 z", ["2", "2.1: x", "2.1A: y", "2.2: z"]),
    ("## 2. A\n\n(1) x\n\n(1A) y\n\n(2) z", ["2", "2(1): x", "2(1A): y", "2(2): z"]),
  ])
  func readsInsertedCapitals(markdown: String, expected: [String]) {
    #expect(pathsAndTexts(of: markdown) == expected)
    #expect(structured(markdown).diagnostics.isEmpty)
  }

  @Test(arguments: [
    "## 3D Printing", "## 5G Networks", "## 2. A\n\nx\n\n## 4K Video", "## 3D-Druck",
  ])
  func takesTheNameOfATechniqueForNoNumber(markdown: String) throws {
    let provision = try #require(
      structured(markdown + "\n\nx").agreement.provisions.dropLast().last)
    #expect(provision.designation.isEmpty)
    #expect(provision.title == markdown.split(separator: "## ").last.map(String.init))
  }
}
