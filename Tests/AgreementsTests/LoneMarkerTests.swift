import Diagnostics
import Testing

@testable import Agreements

/// Letters without the next one, and decimals without the number above them.
struct LoneMarkerTests {
  @Test(arguments: ["(a)", "(A)", "(i)", "a)", "a.", "(aa)"])
  func areClausesRightBelowAHeading(marker: String) {
    let agreement = structured("## 5. Duties\n\n\(marker) One.\n").agreement
    #expect(agreement.provisions.map(\.designation) == ["5", marker])
    #expect(Array(agreement.plainTexts()) == ["", "One."])
  }

  @Test(arguments: [
    ("(a)", "(c)", "(c)"), ("a)", "c)", "c)"), ("(i)", "(iii)", "(iii)"), ("(A)", "(D)", "(D)"),
  ])
  func areClausesWhereALaterOneFollows(first: String, second: String, part: String) {
    for lead in ["", "Words go before.\n\n"] {
      let text = "## 5. Duties\n\n\(lead)\(first) One.\n\n\(second) Two.\n"
      let (agreement, diagnostics) = structured(text)
      #expect(agreement.provisions.map(\.designation).suffix(2) == [first, part])
      #expect(diagnostics.map(\.code) == [.numberingGap])
    }
  }

  @Test(arguments: ["Of those:\n\n", "**Option 2**\n\nx\n\n**Option 3**\n\n"])
  func areClausesBehindALeadIn(lead: String) {
    let agreement = structured("## 5. Duties\n\n\(lead)(a) One.\n").agreement
    #expect(agreement.provisions.last?.designation == "(a)")
  }

  @Test func holdTheNumeralsBelowThem() {
    #expect(
      pathsAndTexts(of: "## 5. Duties\n\n(a) One\n\n(i) two\n\n(ii) three\n")
        == ["5", "5(a): One", "5(a)(i): two", "5(a)(ii): three"])
  }

  @Test func belongToTheClauseThatLeadsToThem() {
    #expect(
      pathsAndTexts(of: "## 2. Duties\n\n2.1 It shall:\n\n(a) ask.\n\n2.2 It ends.\n")
        == ["2", "2.1: It shall:", "2.1(a): ask.", "2.2: It ends."])
  }

  @Test(arguments: [
    "Words.\n\n(a) Only", "(a) and (b) apply together.", "A. Smith", "I. Smith", "A) Scope",
    "e. g. words", "(s)he", "Words:\n\nMore.\n\n(a) Only",
  ])
  func areTextElsewhere(text: String) {
    let provisions = structured("## 5. Duties\n\n\(text)\n").agreement.provisions
    #expect(provisions.allSatisfy { $0.kind != .clause })
  }

  @Test(arguments: [
    (
      "4.1 A.\n\n4.1.1 B.\n\n4.1.2 C.\n\n4.2.1 D.\n\n4.2.2 E.",
      ["4.1", "4.1.1", "4.1.2", "4.2.1", "4.2.2"]
    ),
    ("4.1.1 A.\n\n4.1.2 B.\n\n4.2.1 C.", ["4.1.1", "4.1.2", "4.2.1"]),
    ("4.1.1 A.\n\n4.1.2 B.\n\n4.2 C.\n\n4.3 D.", ["4.1.1", "4.1.2", "4.2", "4.3"]),
    (
      "4.1 A.\n\n(a) B.\n\n(b) C.\n\n4.2.1 D.\n\n4.3 E.",
      ["4.1", "4.1(a)", "4.1(b)", "4.2.1", "4.3"]
    ),
  ])
  func haveNumbersBesideTheirNeighbours(text: String, paths: [String]) {
    let agreement = structured("## 4. Duties\n\n\(text)\n").agreement
    #expect(
      agreement.provisions.indices.map { agreement.legalPath(of: $0).written } == ["4"] + paths)
  }

  @Test func haveNumbersBesideTheirNeighboursWithoutHeadings() {
    let text = "1. Scope\n\n1.1 A.\n\n1.1.1 B.\n\n1.1.2 C.\n\n1.2.1 D.\n\n2. Term\n\n2.1 E.\n"
    #expect(
      pathsAndTexts(of: text) == [
        "1: Scope", "1.1: A.", "1.1.1: B.", "1.1.2: C.", "1.2.1: D.", "2: Term", "2.1: E.",
      ])
  }

  @Test(arguments: ["5.1 Wrong section", "3.4 \u{C4}nderungen", "4.7.3 SECURITY"])
  func areReportedWhereTheyLeadNowhere(text: String) {
    let (agreement, diagnostics) = structured("## 4. Duties\n\n4.1 One.\n\n4.2 Two.\n\n\(text)\n")
    #expect(agreement.provisions.map(\.designation) == ["4", "4.1", "4.2"])
    #expect(diagnostics.map(\.code) == [.unreadNumber])
    #expect(diagnostics.first?.range?.start.line == 7)
  }

  @Test(arguments: [
    "2.5 GB are included", "12.50 EUR are due", "10.30 Uhr", "3.5 million", "99.9 % of time",
    "1.250.000 Words", "2024.10 Words", "Words 3.4",
  ])
  func areNotReportedWhereTheyCountNothing(text: String) {
    #expect(
      structured("## 4. Duties\n\n4.1 One.\n\n4.2 Two.\n\n\(text)\n").diagnostics.isEmpty)
  }

  @Test(arguments: ["5.1 Wrong section", "2.0 Release"])
  func areNotReportedWhereNoClausesAre(text: String) {
    #expect(structured("## 4. Duties\n\nWords.\n\n\(text)\n").diagnostics.isEmpty)
  }
}
