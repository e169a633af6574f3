import Diagnostics
import TestSupport
import Testing

@testable import Agreements

struct TypedNumberTests {
  @Test(arguments: [
    ("## 1 A\n\n1. a\n\n2. b\n\n4. c", ["1", "1.1: a", "1.2: b", "1.4: c"]),
    ("## 1 A\n\n1. a\n1. b\n1. c", ["1", "1.1: a", "1.2: b", "1.3: c"]),
    ("## 1 A\n\n1. a\n2. b\n2. c", ["1", "1.1: a", "1.2: b", "1.3: c"]),
    ("3) a\n5) b", ["(3): a", "(5): b"]),
  ])
  func keepsTypedNumbersThatRise(markdown: String, expected: [String]) {
    #expect(pathsAndTexts(of: markdown) == expected)
  }

  @Test(arguments: [
    ("## 1 A\n\n1. a\n2. b\n⟦1⟧2. c\n3. d", Diagnostic.Code.renumberedItem),
    ("## 1 A\n\n1. a\n⟦1⟧1. b\n2. c", .renumberedItem),
    ("## 1 A\n\n1. a\n2. b\n⟦1⟧4. c", .numberingGap),
  ])
  func pointsAtTheNumberThatIsNotTheNext(marked: String, code: Diagnostic.Code) {
    let source = MarkedSource(marked)
    let diagnostics = structured(source.text).diagnostics
    #expect(diagnostics.map(\.code) == [code])
    #expect(diagnostics.first?.range?.start == source.positions[1])
    #expect(diagnostics.first?.severity == .warning)
  }

  @Test(arguments: ["1. a\n1. b\n1. c", "0. a\n0. b", "1. a", "2. a\n3. b"])
  func leavesCountingToMarkdown(list: String) {
    let codes = structured("## 1 A\n\n" + list).diagnostics.map(\.code)
    #expect(!codes.contains(.renumberedItem))
  }

  @Test(arguments: [
    (
      "- [1. Scope](#1)\n- [2. End](#2)\n\n## 1. Scope\n\nx\n\n## 2. End\n\ny",
      ["item 1: 1. Scope", "item 2: 2. End", "1: x", "2: y"]
    ),
    (
      "1. [Scope](#1)\n   1. [Form](#1.1)\n\n## 1. Scope\n\nx",
      ["item 1: Scope", "item 1 / item 1: Form", "1: x"]
    ),
    ("## 1. A\n\n- (1) [x](#b)\n- (2) y", ["1", "1(1): x", "1(2): y"]),
  ])
  func leavesItsNumbersToThePlacesOfATableOfContents(markdown: String, expected: [String]) {
    #expect(pathsAndTexts(of: markdown) == expected)
  }

  @Test(arguments: [
    (
      "(g) a\n\n(h) b:\n\n(i) x\n\n(ii) y\n\n(i) c\n\n(j) d",
      ["(h)(i): x", "(h)(ii): y", "(i): c", "(j): d"]
    ),
    ("(g) a\n\n(h) b\n\n(i) c\n\n(j) d", ["(i): c", "(j): d"]),
    (
      "(g) a\n\n(h) b\n\n(i) c:\n\n(i) x\n\n(ii) y\n\n(j) d",
      ["(i): c:", "(i)(i): x", "(i)(ii): y", "(j): d"]
    ),
  ])
  func tellsLettersFromNumeralsByTheNext(end: String, expected: [String]) {
    let start = "## 1 S\n\n" + "abcdef".map { "(\($0)) z\n\n" }.joined()
    let paths = pathsAndTexts(of: start + end)
    #expect(paths.suffix(expected.count) == expected.map { "1" + $0 }[...])
    // Bulleted, the second `(i)` repeats the first.
    guard !end.contains("(i) c:") else { return }
    let list = (start + end).replacing("\n\n(", with: "\n- (").replacing(
      "1 S\n- ", with: "1 S\n\n- ")
    #expect(pathsAndTexts(of: list) == paths)
  }

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
