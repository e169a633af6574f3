import Diagnostics
import TestSupport
import Testing

@testable import Agreements

struct CheckNumberingTests {
  @Test(arguments: [
    ("## 1 A\n\n⟦1⟧x\n\n## 2 B\n\n## ⟦2⟧4 C", Diagnostic.Code.numberingGap),
    ("## 1 A\n\n- (1) x\n- ⟦2⟧(3) y", .numberingGap),
    ("## 1 A\n\n- a. x\n- ⟦2⟧c. y", .numberingGap),
    ("## 1 A\n\n- ⟦2⟧(2) x", .numberingGap),
    ("## 1 A\n\n- a. x\n- b. y\n- ⟦2⟧b. z", .numberingRepeat),
    ("## 1 A\n\nx\n\n## ⟦2⟧1 B", .numberingRepeat),
    ("# Annex 1: A\n\nx\n\n# ⟦2⟧Annex 3: B", .numberingGap),
    ("# Annex 1: A\n\nx\n\n# ⟦2⟧Annex 1: B", .numberingRepeat),
    ("## 2 A\n\n### 2.1 B\n\nx\n\n### ⟦2⟧2.3 C", .numberingGap),
    // A number that is not in its line as it is read is not looked for further down.
    ("## 3 A\n\n3\\.1 a\n\n⟦2⟧3\\.3 b\n\nSee 3.3 below.", .numberingGap),
  ])
  func pointsAtTheNumberThatSkipsOrRepeats(marked: String, code: Diagnostic.Code) {
    let source = MarkedSource(marked)
    let diagnostics = structured(source.text).diagnostics
    #expect(diagnostics.map(\.code) == [code])
    #expect(diagnostics.first?.range?.start == source.positions[2])
    #expect(diagnostics.first?.severity == .warning)
  }

  @Test(arguments: [
    "## 0 A\n\n## 1 B\n\n## 2 C", "## 7 A\n\n## 7a B\n\n## 8 C",
    "## 1 A\n\n- (1) x\n- (2) y\n\n## 2 B\n\n- (1) z",
    "## 1 A\n\n- i. x\n- ii. y\n- iii. z", "# Annex I: A\n\n# Annex II: B",
    "## 9 A\n\n## 10 B", "# Annex 1: A\n\n## 1. x\n\n# Annex 2: B\n\n## 1. y",
  ])
  func acceptsSequencesThatRiseByOne(markdown: String) {
    let codes = structured(markdown).diagnostics.map(\.code)
    #expect(codes.isEmpty)
  }

  @Test func namesBothPlacesOfARepeat() throws {
    let diagnostic = try #require(
      structured("## 1 A\n\n- a. x\n- b. y\n- a. z").diagnostics.first)
    #expect(diagnostic.summary == "'1.a' occurs twice; a citation of it fits both places")
    #expect(diagnostic.notes.first?.range?.start == SourcePosition(line: 3, column: 3))
  }

  @Test func reportsALabelThatIsGivenTwice() throws {
    let diagnostics = structured("## 1 A {#x}\n\ntext\n\n## 2 B {#x}").diagnostics
    #expect(diagnostics.map(\.code) == [.duplicateLabel])
    #expect(diagnostics.first?.severity == .error)
    #expect(diagnostics.first?.notes.first?.range?.start.line == 1)
  }

  @Test func reportsAnAttributeWithoutMeaning() {
    let diagnostics = structured("## 1 A {#x cover=\"28.3.h\"}").diagnostics
    #expect(diagnostics.map(\.code) == [.unknownAttribute])
    #expect(diagnostics.first?.help == "replace 'cover' with 'covers'")
  }
}
