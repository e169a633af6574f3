import Diagnostics
import TestSupport
import Testing

@testable import Agreements

/// Paragraphs that are numbered by a letter and a number, as in assessments and schedules.
struct LetteredDecimalTests {
  @Test(arguments: [
    (
      "## A. Scope\n\nA.1 One.\n\nA.2 Two.\n\n## B. Rest\n\nB.1 Three.",
      ["A", "A / A.1: One.", "A / A.2: Two.", "B", "B / B.1: Three."]
    ),
    (
      "## A. Scope\n\nA.1 One.\n\nA.1.1 Deep.\n\nA.1.2 Deeper.",
      ["A", "A / A.1: One.", "A / A.1.1: Deep.", "A / A.1.2: Deeper."]
    ),
    ("## 4A. Inserted\n\n4A.1 One.\n\n4A.2 Two.", ["4A", "4A.1: One.", "4A.2: Two."]),
    (
      "## 4. End\n\n4.1 One.\n\n4A. MORE\n\n4A.1 Two.\n\n4A.2 Three.\n\n## 5. Last\n\nx",
      ["4", "4.1: One.", "4A: MORE", "4A.1: Two.", "4A.2: Three.", "5: x"]
    ),
  ])
  func areClausesOfTheHeadingAbove(markdown: String, expected: [String]) {
    #expect(pathsAndTexts(of: markdown) == expected)
    #expect(structured(markdown).diagnostics.isEmpty)
  }

  @Test(arguments: [
    // Controls of a standard, in a section that is counted otherwise.
    "## 1. Controls\n\nA.5 Policies.\n\nA.6 Staff.",
    "## B. Controls\n\nA.5 Policies.\n\nA.6 Staff.",
    "## A. Scope\n\nA.1, A.2 and others.\n\nMore.",
  ])
  func areTextWithoutSuchAHeading(markdown: String) {
    #expect(structured(markdown).agreement.provisions.allSatisfy { $0.kind != .clause })
  }

  @Test func reportsAGap() {
    let codes = structured("## A. Scope\n\nA.1 One.\n\nA.3 Three.").diagnostics.map(\.code)
    #expect(codes == [.numberingGap])
  }
}
