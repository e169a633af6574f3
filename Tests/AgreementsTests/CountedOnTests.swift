import Testing

@testable import Agreements

/// Numbers that stand alone, leave some out, or are counted on behind a heading.
struct CountedOnTests {
  @Test func areReadWhereTheyStandAloneInALine() {
    let text =
      "1.\n\nScope\n\n1.1\n\nOne.\n\n1.2\n\nTwo:\n\n(a)\n\nthree;\n\n(b)\n\nfour.\n\n2.\n\nTerm"
    #expect(
      pathsAndTexts(of: text) == [
        "1: Scope", "1.1: One.", "1.2: Two:", "1.2(a): three;", "1.2(b): four.", "2: Term",
      ])
  }

  @Test(arguments: ["**9. Audits.** x", "**9. Audits**\n\n9.1 x", "9\\. **Audits.** x"])
  func mayLeaveSomeOut(section: String) {
    let paths = pathsAndTexts(of: "**1. Scope.** a\n\n**2. Term.** b\n\n\(section)").map {
      $0.prefix { $0 != ":" }
    }
    #expect(paths.prefix(3) == ["1", "2", "9"])
  }

  @Test func areNoDates() {
    let text = "**1. Scope.** a\n\n**2. Term.** b\n\n24\\. Mai ist der Tag."
    #expect(structured(text).agreement.provisions.count == 2)
  }

  @Test func goOnBehindHeadingsWithoutANumber() {
    let text =
      "## Begin\n\n1\\. One.\n\n2\\. Two.\n\n## Scope\n\n3\\. Three.\n\n## End\n\n4\\. Four."
    #expect(
      pathsAndTexts(of: text) == [
        "Begin", "Begin / 1: One.", "Begin / 2: Two.", "Scope", "Scope / 3: Three.", "End",
        "End / 4: Four.",
      ])
    #expect(structured(text).diagnostics == [])
  }

  @Test(arguments: [
    ("A. One.\n\nB. Two.\n\n**AGREED TERMS**\n\n1. Three\n2. Four", ["A", "B", "1", "2"]),
    (
      "(A) One.\n\n(B) Two.\n\nNow the parties agree:\n\n1. Three\n2. Four",
      ["(A)", "(B)", "1", "2"]
    ),
    (
      "(A) One.\n\n(B) Two.\n\nAGREED TERMS\n\n1. **Scope.** Three\n\n   1.1 Four",
      ["(A)", "(B)", "1", "1.1"]
    ),
  ])
  func areNotInsideTheRecitalsAbove(text: String, expected: [String]) {
    let agreement = structured(text).agreement
    let clauses = agreement.provisions.indices.filter { agreement.provisions[$0].kind == .clause }
    #expect(clauses.map { agreement.legalPath(of: $0).written } == expected)
  }

  @Test func areReadOfSeveralLevelsInOneParagraph() {
    let text = """
      ## 1. Scope

      (a) (i) One;

      (ii) two.

      (b) (i) (A) Three;

      (B) four;

      (ii) five.

      ## 2. Term

      2.1 (a) Six;

      (b) seven.
      """
    #expect(
      pathsAndTexts(of: text) == [
        "1", "1(a)", "1(a)(i): One;", "1(a)(ii): two.", "1(b)", "1(b)(i)", "1(b)(i)(A): Three;",
        "1(b)(i)(B): four;", "1(b)(ii): five.", "2", "2.1", "2.1(a): Six;", "2.1(b): seven.",
      ])
  }

  @Test func areReadBehindTheWordForThem() {
    #expect(
      pathsAndTexts(of: "## \u{A7} 1 Umfang\n\nAbs. 1: Eins.\n\nAbsatz 2: Zwei.\n") == [
        "\u{A7} 1", "\u{A7} 1 / Abs. 1: Eins.", "\u{A7} 1 / Absatz 2: Zwei.",
      ])
  }

  @Test func areReadInBulletsOfALetteredSection() {
    #expect(
      pathsAndTexts(of: "# Anlage 1\n\n## A. Ort\n\n## B. Technik\n\n- B.1 Eins\n- B.2 Zwei\n") == [
        "Anlage 1", "Anlage 1 / A", "Anlage 1 / B", "Anlage 1 / B / B.1: Eins",
        "Anlage 1 / B / B.2: Zwei",
      ])
  }
}
