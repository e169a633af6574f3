import Diagnostics
import TestSupport
import Testing

@testable import Agreements

struct UnspacedHeadingTests {
  @Test(arguments: [
    ("###CLOUDUP TERMS", "write '### CLOUDUP TERMS' to make it one"),
    ("##Privacy policy\nMore of it.", "write '## Privacy policy' to make it one"),
    ("##1. Scope", "write '## 1. Scope' to make it one"),
    ("##1 Scope##", "write '## 1 Scope' to make it one"),
    ("##**Scope**", "write '## **Scope**' to make it one"),
    ("##\u{DC}berschrift", "write '## \u{DC}berschrift' to make it one"),
    ("#1. Scope", "write '# 1. Scope' to make it one"),
    ("#\u{A7} 1 Gegenstand", "write '# \u{A7} 1 Gegenstand' to make it one"),
    ("#Annex 1", "write '# Annex 1' to make it one"),
    ("#Anlage 2: Firmen", "write '# Anlage 2: Firmen' to make it one"),
    ("#Data processing agreement", "write '# Data processing agreement' to make it one"),
  ])
  func reportsAHeadingWhoseSpaceIsMissing(text: String, help: String) {
    let source = MarkedSource("Text.\n\n\u{27E6}1\u{27E7}\(text)\n\nMore.")
    let diagnostics = structured(source.text).diagnostics
    #expect(diagnostics.map(\.code) == [.unspacedHeading])
    #expect(diagnostics.map(\.severity) == [.warning])
    #expect(diagnostics.map(\.help) == [help])
    #expect(diagnostics.first?.range?.start == source.positions[1])
  }

  @Test(arguments: ["Text", "- item", "1. item", "> quoted", "| a |\n|-|\n| b |"])
  func reportsALineRightBehindOther(text: String) {
    let source = MarkedSource("\(text)\n\u{27E6}1\u{27E7}##Scope\n\nMore.")
    let diagnostics = structured(source.text).diagnostics
    #expect(diagnostics.map(\.code) == [.unspacedHeading])
    #expect(diagnostics.first?.range?.start == source.positions[1])
  }

  @Test(arguments: [
    "#privacy", "#GDPR #privacy", "#Privacy", "#1", "##1", "#1 of all", "#1 priority is security",
    "Text #Data Processing", "See\n#Data Processing\nthere.", "\\##Scope", "`##Scope`",
    "```\n##Scope\n```", "    ##Scope", "<div>\n##Scope\n</div>", "<!--\n##Scope\n-->",
    "#######Scope", "##", "## Scope", "#We are proud of it.", "##42 for", "#!/bin/sh", "##!",
    "```\n#Annex 1\n```", "#include text",
  ])
  func leavesOtherSignsAlone(text: String) {
    let diagnostics = structured("Text.\n\n\(text)\n\nMore.").diagnostics
    #expect(!diagnostics.contains { $0.code == .unspacedHeading })
  }

  @Test func leavesCommentsOfFrontmatterAlone() {
    #expect(
      readAgreement(Array("---\ntitle: A\n##Old title\n---\nText.\n".utf8), path: "a.md")
        .diagnostics.map(\.code) == [])
  }
}
