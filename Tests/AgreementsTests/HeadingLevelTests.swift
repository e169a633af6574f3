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
  ])
  func putsAnAnnexWhereItsHeadingSays(markdown: String, expected: [String]) {
    let text = "# Agreement\n\n" + markdown
    #expect(pathsAndTexts(of: text, title: "Agreement") == expected)
    #expect(structured(text, title: "Agreement").diagnostics.isEmpty)
  }

  @Test func takesTheStatedTitleForTheTitleBesideOtherHeadingsOfItsLevel() {
    let text = "# Data Processing Agreement\n\n## 1. Scope\n\nx\n\n# Signatures\n\ny"
    #expect(
      pathsAndTexts(of: text, title: "Data processing agreement")
        == ["1: x", "Signatures", "Signatures / para 1: y"])
    #expect(pathsAndTexts(of: text, title: "DPA").first == "Data Processing Agreement")
  }
}
