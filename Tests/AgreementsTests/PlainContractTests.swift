import Diagnostics
import Testing

@testable import Agreements

/// Contracts without headings, or with few of them: their clauses are numbered paragraphs and
/// lists.
struct PlainContractTests {
  @Test(arguments: [
    (
      "1. Scope\n\n1.1 A\n\n1.2 B\n\n2. Duties\n\n2.1 C\n\n2.2 D\n\n3. End\n\n3.1 E\n\n3.2 F",
      [
        "1: Scope", "1.1: A", "1.2: B", "2: Duties", "2.1: C", "2.2: D", "3: End", "3.1: E",
        "3.2: F",
      ]
    ),
    // Tabs, letters within
    (
      "1.\tScope\n\n1.1\tA:\n\n(a)\tx\n\n(b)\ty\n\n2.\tDuties\n\n2.1\tB:\n\n(a)\tx\n\n(b)\ty",
      [
        "1: Scope", "1.1: A:", "1.1(a): x", "1.1(b): y", "2: Duties", "2.1: B:", "2.1(a): x",
        "2.1(b): y",
      ]
    ),
    // The only subclause
    (
      "1. SCOPE\n\n1.1 Alone.\n\n2. DUTIES\n\n2.1 Alone.",
      ["1: SCOPE", "1.1: Alone.", "2: DUTIES", "2.1: Alone."]
    ),
    ("1. SCOPE\n1.1 A\n2. DUTIES\n2.1 C", ["1: SCOPE", "1.1: A", "2: DUTIES", "2.1: C"]),
    ("1) Scope\n\n1.1 A\n\n1.2 B\n\n2) End", ["(1): Scope", "1.1: A", "1.2: B", "(2): End"]),
    // Letters and texts between the numbers
    (
      "1. Scope\n\n(a) x\n\n(b) y\n\n2. Duties\n\n(a) z\n\n(b) u\n\n3. End",
      ["1: Scope", "1(a): x", "1(b): y", "2: Duties", "2(a): z", "2(b): u", "3: End"]
    ),
    (
      "## A\n\n1. Scope\n\nText.\n\n- x\n\n2. Duties\n\nText.",
      ["A", "A / 1: Scope\nText.", "A / 1 / item 1: x", "A / 2: Duties\nText."]
    ),
    // Recitals above
    (
      "(A) One.\n\n(B) Two.\n\n1. Scope\n\n1.1 A\n\n1.2 B",
      ["(A): One.", "(B): Two.", "1: Scope", "1.1: A", "1.2: B"]
    ),
    // Lists within
    (
      "1. Scope\n\n1.1 A:\n\n- x\n\n1.2 B:\n\n1) y\n2) z\n\n2. End\n\n2.1 C",
      [
        "1: Scope", "1.1: A:", "1.1 / item 1: x", "1.2: B:", "1.2(1): y", "1.2(2): z", "2: End",
        "2.1: C",
      ]
    ),
    // What Markdown's lists hold themselves
    ("1. Scope\n\n   1.1 A\n\n   1.2 B\n\n2. End", ["1: Scope", "1.1: A", "1.2: B", "2: End"]),
  ])
  func readsNumberedParagraphsWithoutHeadings(markdown: String, expected: [String]) {
    #expect(pathsAndTexts(of: markdown) == expected)
    #expect(structured(markdown).diagnostics.isEmpty)
  }

  @Test(arguments: [
    (
      "## 1 S\n\nWe:\n\n1. do a;\n2. do b.\n\nYou:\n\n3. do c;\n4. do d.",
      [
        "1", "1 / para 1: We:", "1.1: do a;", "1.2: do b.", "1 / para 2: You:", "1.3: do c;",
        "1.4: do d.",
      ]
    ),
    (
      "## 5 S\n\n(1) Lead:\n\n1. a\n\n2. b\n\n(2) Next:\n\n1. c\n\n2. d",
      ["5", "5(1): Lead:", "5(1).1: a", "5(1).2: b", "5(2): Next:", "5(2).1: c", "5(2).2: d"]
    ),
    (
      "## 5 S\n\n1. one\n2. two\n3. three\n\n3.1 million records are kept.",
      ["5: 3.1 million records are kept.", "5.1: one", "5.2: two", "5.3: three"]
    ),
    (
      "## 5 S\n\n1. one\n2. two\n\nThat is all.\n\n(a) x\n\n(b) y",
      ["5: That is all.", "5.1: one", "5.2: two", "5(a): x", "5(b): y"]
    ),
    (
      "## 5 S\n\n1. Keep\n   1.5 million records.",
      ["5", "5.1: Keep 1.5 million records."]
    ),
    (
      "## 5 S\n\n1. See section\n   1.1 And more.", ["5", "5.1: See section 1.1 And more."]
    ),
  ])
  func leavesOtherListsAsTheyAre(markdown: String, expected: [String]) {
    #expect(pathsAndTexts(of: markdown) == expected)
  }

  @Test(arguments: [
    (
      "## 7. X\n\n### 7.1 Form\n\nText\n\n7.2 One.\n\n7.3 Two:\n\n(a) x\n\n(b) y\n\n### 7.4 End\n\nText",
      ["7", "7.1: Text", "7.2: One.", "7.3: Two:", "7.3(a): x", "7.3(b): y", "7.4: Text"]
    ),
    (
      "## 7. X\n\n### 7.1 A\n\n#### 7.1.1 B\n\nText\n\n7.1.2 One.\n\n7.2 Two.",
      ["7", "7.1", "7.1.1: Text", "7.1.2: One.", "7.2: Two."]
    ),
    ("## 7.1 A\n\nText\n\n7.2 One.\n\n7.3 Two.", ["7.1: Text", "7.2: One.", "7.3: Two."]),
    (
      "## 7. X\n\n### 7.1 A\n\n7.2 million records.\n\nMore.",
      ["7", "7.1", "7.1 / para 1: 7.2 million records.", "7.1 / para 2: More."]
    ),
    (
      "## 7. X\n\n### 7.1 A\n\n7.1.1 One.\n\n7.1.2 Two.",
      ["7", "7.1", "7.1.1: One.", "7.1.2: Two."]
    ),
  ])
  func goesOnWithTheNumbersOfHeadings(markdown: String, expected: [String]) {
    #expect(pathsAndTexts(of: markdown) == expected)
    #expect(structured(markdown).diagnostics.isEmpty)
  }

  @Test func reportsAParagraphThatSkipsANumberAfterAHeading() {
    let diagnostics = structured(
      "## 7. X\n\n### 7.1 A\n\nText\n\n7.2 One.\n\n### 7.4 B\n\nText"
    ).diagnostics
    #expect(diagnostics.map(\.summary) == ["section '7.4' follows '7.2'; numbers must rise by one"])
  }

  @Test(arguments: [
    ("## Article 8 – A\n\n8.1 Alone.", ["Article 8", "Article 8 / 8.1: Alone."]),
    ("## § 9 A\n\n9.1 Alone.", ["§ 9", "§ 9 / 9.1: Alone."]),
    ("## Clause Two\n\n2.1 Alone.", ["Clause Two: 2.1 Alone."]),
    ("## ARTICLE VIII\n\n8.1 Alone.", ["ARTICLE VIII", "ARTICLE VIII / 8.1: Alone."]),
    ("## Article 8\n\n9.5 Alone.", ["Article 8: 9.5 Alone."]),
    ("## 3. A\n\n3.500 EUR are due.", ["3: 3.500 EUR are due."]),
  ])
  func readsALoneClauseOfANumberedSection(markdown: String, expected: [String]) {
    #expect(pathsAndTexts(of: markdown) == expected)
  }

  @Test(arguments: [
    ("6", "6"), ("6.0", "6"), ("6.", "6"), ("6)", "6"), ("2.1", "2.1"), ("7a", "7a"),
    ("2.10", "2.10"), ("§ 6", "6"), ("Article 8", "8"), ("Art. 8", "8"), ("ARTICLE VIII", "8"),
    ("(1)", ""), ("a.", ""), ("", ""), ("Clause", ""), ("TLS1", ""), (".", ""),
  ])
  func findsTheNumberThatDecimalsBeginWith(designation: String, expected: String) {
    #expect(numberStem(of: designation) == expected)
  }
}
