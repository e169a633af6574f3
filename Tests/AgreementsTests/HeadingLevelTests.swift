import Testing

@testable import Agreements

struct HeadingLevelTests {
  @Test(arguments: [
    (
      "# Annex A\n\nx\n\n## Appendix 1\n\na\n\n## Appendix 2\n\nb\n\n# Annex B\n\nx\n\n## Appendix 1\n\nc",
      [
        "Annex A: x", "Annex A / Appendix 1: a", "Annex A / Appendix 2: b", "Annex B: x",
        "Annex B / Appendix 1: c",
      ]
    ),
    (
      "# Anlage 1\n\n## 1. A\n\nx\n\n## Anhang 1\n\n### 1. B\n\ny\n\n# Anlage 2\n\nz",
      [
        "Anlage 1", "Anlage 1 / 1: x", "Anlage 1 / Anhang 1", "Anlage 1 / Anhang 1 / 1: y",
        "Anlage 2: z",
      ]
    ),
    // Neighbours, whatever their levels
    (
      "# APPENDIX\n\n## ANNEX I\n\nx\n\n## ANNEX II\n\ny",
      ["APPENDIX", "ANNEX I: x", "ANNEX II: y"]
    ),
    ("# Annex I\n\nx\n\n## Annex II\n\ny", ["Annex I: x", "Annex II: y"]),
    ("# Annex 1\n\nx\n\n# Schedule 1\n\ny", ["Annex 1: x", "Schedule 1: y"]),
    ("## 1. A\n\nx\n\n### Annex 1\n\ny", ["1: x", "Annex 1: y"]),
    // A part of an annex, which its number says
    (
      "# Annex 1\n\nx\n\n## Annex 1.A\n\ny\n\n# Annex 2\n\nz",
      ["Annex 1: x", "Annex 1.A: y", "Annex 2: z"]
    ),
  ])
  func putsAnAnnexWhereItsHeadingSays(markdown: String, expected: [String]) {
    let text = "# Agreement\n\n" + markdown
    #expect(pathsAndTexts(of: text, title: "Agreement") == expected)
    #expect(structured(text, title: "Agreement").diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("# Annex 1", "## ANNEX 1.A", true), ("# Exhibit B", "## Exhibit B-1", true),
    ("# Annex 1", "# Annex 1.A", false), ("# Annex 1", "## Annex 10", false),
    ("# Annex 1", "## Annex 2.A", false),
  ])
  func putsAPartOfAnAnnexIntoIt(outer: String, inner: String, isInside: Bool) {
    let provisions = structured("\(outer)\n\nx\n\n\(inner)\n\ny").agreement.provisions
    #expect(provisions.filter { $0.kind == .annex }.map(\.parent) == [-1, isInside ? 0 : -1])
  }

  @Test func takesTheStatedTitleForTheTitleBesideOtherHeadingsOfItsLevel() {
    let text = "# Data Processing Agreement\n\n## 1. Scope\n\nx\n\n# Signatures\n\ny"
    #expect(
      pathsAndTexts(of: text, title: "Data processing agreement")
        == ["1: x", "Signatures", "Signatures / para 1: y"])
    #expect(pathsAndTexts(of: text, title: "DPA").first == "Data Processing Agreement")
  }

  @Test(arguments: [
    // A subtitle
    (
      "## under Art. 28 GDPR\n\n**June 2026**\n\n### 1. Scope\n\nx\n\n### Signatures\n\ny",
      [
        "under Art. 28 GDPR", "under Art. 28 GDPR / para 1: June 2026", "1: x",
        "under Art. 28 GDPR / Signatures", "under Art. 28 GDPR / Signatures / para 1: y",
      ]
    ),
    // What leads over to the terms
    (
      "## Recitals\n\nx\n\n## IT IS AGREED\n\n### 1. Scope\n\n- (1) y\n\n# Annex 1\n\n## 1. A\n\nz",
      [
        "Recitals", "Recitals / para 1: x", "IT IS AGREED", "1", "1(1): y", "Annex 1",
        "Annex 1 / 1: z",
      ]
    ),
    // Two that hold numbers of their own
    (
      "## Hosting\n\n### 1. A\n\nx\n\n## Support\n\n### 1. B\n\ny",
      ["Hosting", "Hosting / 1: x", "Support", "Support / 1: y"]
    ),
    // One beside sections with numbers
    (
      "## 1. Scope\n\nx\n\n## Support\n\n### 1. B\n\ny",
      ["1: x", "Support", "Support / 1: y"]
    ),
  ])
  func leavesAHeadingThatHoldsAllNumbersOutOfTheirPaths(markdown: String, expected: [String]) {
    let text = "# Agreement\n\n" + markdown
    #expect(pathsAndTexts(of: text, title: "Agreement") == expected)
    #expect(structured(text, title: "Agreement").diagnostics.isEmpty)
  }

  @Test(arguments: [
    (
      "- **Buyers** (who pay)\n- **Guests** and staff\n- **Visitors**",
      ["item 1", "item 2", "item 3"]
    ),
    ("- **Entry** (not applicable)", ["Entry"]),
    (
      "- **Entry** (not applicable)\n- **Access**\n  - a. x\n- **Use**",
      ["Entry", "Access", "Access / a", "Use"]
    ),
    ("- **Access**\n - x\n- **Use**\n - y", ["Access", "Access / item 1", "Use", "Use / item 1"]),
  ])
  func takesBoldItemsForGroupsWhereOneHoldsSomething(markdown: String, expected: [String]) {
    let agreement = structured(markdown).agreement
    #expect(agreement.provisions.indices.map { agreement.legalPath(of: $0).written } == expected)
  }
}
