import Diagnostics
import TestSupport
import Testing

@testable import Agreements

struct BoldHeadingTests {
  @Test(arguments: [
    ("**ANNEX 1**", "write '# ANNEX 1', without the asterisks, to make it one"),
    ("**3 Sub-processors**", "write '## 3 Sub-processors', without the asterisks, to make it one"),
    ("__\u{A7} 9 Audits__", "write '## \u{A7} 9 Audits', without the asterisks, to make it one"),
    ("**Anlage 2: Firmen**", "write '# Anlage 2: Firmen', without the asterisks, to make it one"),
  ])
  func reportsAParagraphThatIsSetForAHeading(text: String, help: String) {
    let source = MarkedSource("## 1. A\n\n(1) x\n\n\u{27E6}1\u{27E7}\(text)\n\nMore.")
    let diagnostics = structured(source.text).diagnostics
    #expect(diagnostics.map(\.code) == [.boldHeading])
    #expect(diagnostics.map(\.severity) == [.warning])
    #expect(diagnostics.map(\.help) == [help])
    #expect(diagnostics.first?.range?.start == source.positions[1])
  }

  @Test(arguments: [
    "**Technical measures**", "**1.** Text", "Text **ANNEX 1**", "**(1) Scope**", "**14 days**",
    "- **3 Sub-processors**\n- b", "> **ANNEX 1**",
  ])
  func leavesOtherBoldWordsAlone(text: String) {
    #expect(structured("## 1. A\n\n\(text)\n\nMore.").diagnostics == [])
  }
}
