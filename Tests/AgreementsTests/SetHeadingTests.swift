import Testing

@testable import Agreements

/// Headings that word processors leave as paragraphs.
struct SetHeadingTests {
  @Test(arguments: [
    ("**\u{A7} 1 Gegenstand**", "**\u{A7} 2 Dauer**", "\u{A7} "),
    ("\u{A7} 1 Gegenstand", "\u{A7} 2 Dauer", "\u{A7} "),
    ("**Article 1 \u{2013} Subject**", "**Article 2 \u{2013} Term**", "Article "),
    ("**Section 1. Scope**", "**Section 2. Term**", "Section "),
    ("Clause 1: Scope", "Clause 2: Term", "Clause "),
  ])
  func areReadWhereTheyCountTheSections(first: String, second: String, word: String) {
    let text = "# Title\n\n\(first)\n\n(1) One.\n\n(2) Two.\n\n\(second)\n\n(1) Three.\n"
    #expect(
      pathsAndTexts(of: text) == [
        "\(word)1", "\(word)1(1): One.", "\(word)1(2): Two.", "\(word)2", "\(word)2(1): Three.",
      ])
    #expect(structured(text).diagnostics == [])
  }

  @Test(arguments: [
    // Headings count the sections.
    "## 1. Scope\n\n**Section 1**\n\nx\n\n**Section 2**\n\ny",
    // A table of contents
    "**\u{A7} 1 Scope**\n\n**\u{A7} 2 Term**\n\nx",
    // One alone is cited, and not counted.
    "x\n\n**Section 1**\n\ny", "x\n\n**Section 4**\n\ny\n\n**Section 5**\n\nz",
    // Sentences
    "Section 1 applies here\n\nx\n\nSection 2 applies there\n\ny",
    "Section 1 Scope.\n\nx\n\nSection 2 Term.\n\ny",
    // Lists of annexes
    "**Annex 1**\n\n**Annex 2**", "Annex 1: Data\n\nx\n\nAnnex 2: Measures\n\ny",
  ])
  func areNotReadElsewhere(text: String) {
    let provisions = structured(text).agreement.provisions
    #expect(!provisions.contains { $0.designation.hasPrefix("Section") })
    #expect(!provisions.contains { $0.designation == "\u{A7} 1" || $0.designation == "Annex 1" })
  }

  @Test(arguments: [
    ("**PART A**", "**PART B**"), ("PART A", "PART B"), ("**Part A: Data**", "**Part B**"),
  ])
  func areReadOfParts(first: String, second: String) {
    let text = "1. Scope\n\n1.1 One.\n\nSCHEDULE 1\n\n\(first)\n\n1. Two\n\n\(second)\n\n1. Three\n"
    let agreement = structured(text).agreement
    let sections = agreement.provisions.filter { $0.kind == .section }
    #expect(sections.map { $0.designation.lowercased() } == ["part a", "part b"])
    #expect(structured(text).diagnostics == [])
  }

  @Test func areNotReadOfListsOfAnnexes() {
    let text = "1. Scope\n\nx\n\n2. Annexes\n\nANNEX 1 \u{2013} Data\n\nANNEX 2 \u{2013} Measures\n"
    #expect(structured(text).agreement.provisions.allSatisfy { $0.kind != .annex })
  }

  @Test(arguments: ["**SCHEDULE 1**", "SCHEDULE 1", "**Schedule 1**"])
  func areReadOfAnnexes(line: String) {
    let text = "1. Scope\n\n1.1 One.\n\n1.2 Two.\n\n\(line)\n\n**Details**\n\n1. Three\n2. Four\n"
    let agreement = structured(text).agreement
    #expect(agreement.provisions.map(\.kind).contains(.annex))
    #expect(agreement.provisions.first { $0.kind == .annex }?.title == "Details")
    #expect(
      agreement.provisions.last.map { _ in
        agreement.legalPath(of: agreement.provisions.count - 1).parts.last
      } == "2.")
  }

  @Test(arguments: [
    ("### Clause 1\n\n**Purpose**\n\n(a) x\n\n(b) y", "Purpose"),
    ("\u{A7} 1\nPurpose\n\n(1) x\n\n\u{A7} 2\nTerm\n\n(1) y", "Purpose"),
    ("\u{A7} 1\n\nPurpose\n\n(1) x\n\n\u{A7} 2\n\nTerm\n\n(1) y", "Purpose"),
    ("### Clause 1\n\n**Data:**\n\nx", ""),
    ("### Clause 1\n\n**Data**\n\nx\n\n**Persons**\n\ny", ""),
    ("### Clause 1\n\n**1.1 Purpose**\n\nx", ""),
    ("### Clause 1\n\n***Purpose***\n\nOne.", "Purpose"),
    ("### Clause 1\n\n***Purpose***\n\n(a) x", "Purpose"),
    ("### Clause 1\n\n_**Purpose**_\n\nOne.\n\n#### 1.1 More\n\ny", "Purpose"),
    ("### Clause 1\n\n*Purpose*\n\nOne.", "Purpose"),
    ("### Clause 1\n\n*See the note.*\n\nOne.", ""), ("### Clause 1\n\n*Purpose*\n", ""),
    ("### Clause 1\n\n*Data*\n\nx\n\n*Persons*\n\ny", ""),
    ("# Annex 1\n\n*Left blank by the parties*\n\nOne.", ""),
  ])
  func haveTheirTitleBelow(text: String, title: String) {
    #expect(structured("# Terms\n\n" + text).agreement.provisions.first?.title == title)
  }

  @Test(arguments: ["\u{201C}A\u{201D}", "\"A\"", "A"])
  func areReadOfAnnexesWithTheirTitleInTheNextLine(number: String) {
    let text = """
      ARTICLE I
      DEFINITIONS

      Section 1.01 Words. They mean things.

      ARTICLE II
      DUTIES

      Section 2.01 Data. It is kept.

      EXHIBIT \(number)
      Data Description

      Names.
      """
    let provisions = structured(text).agreement.provisions
    #expect(
      provisions.map(\.kind) == [.section, .clause, .section, .clause, .annex])
    #expect(provisions.last?.designation == "EXHIBIT \(number)")
    #expect(provisions.last?.title == "Data Description")
  }

  @Test(arguments: [
    "EXHIBIT A\nis attached", "EXHIBIT A\n(attached)", "Exhibit A\nData Description",
    "EXHIBIT A\nNames\nPlaces",
  ])
  func areNoneWhereASentenceGoesOn(text: String) {
    let text = "ARTICLE I\nTERMS\n\nOne.\n\nARTICLE II\nDUTIES\n\nTwo.\n\n\(text)\n\nThree."
    #expect(structured(text).agreement.provisions.allSatisfy { $0.kind != .annex })
  }

  /// Headings of parts count no sections.
  @Test(arguments: ["Part A: General", "Part 1: General", "Teil A \u{2013} Allgemeines"])
  func areReadBelowHeadingsOfParts(part: String) {
    let text =
      "# Title\n\n## \(part)\n\n**\u{A7} 1 Scope**\n\n(1) One.\n\n**\u{A7} 2 Term**\n\nTwo.\n"
    let name = part.split(separator: " ").prefix(2).joined(separator: " ").replacing(":", with: "")
    #expect(
      pathsAndTexts(of: text) == [
        name, "\(name) / \u{A7} 1", "\(name) / \u{A7} 1(1): One.", "\(name) / \u{A7} 2: Two.",
      ])
  }

  @Test func areReadAsClausesWhereTextFollows() {
    let text = """
      **Section 1. Terms.** Words mean things.

      (a) One.

      (b) Two.

      **Section 2. Duties.** The parties agree.
      """
    #expect(
      pathsAndTexts(of: text) == [
        "Section 1: Terms. Words mean things.", "Section 1(a): One.", "Section 1(b): Two.",
        "Section 2: Duties. The parties agree.",
      ])
  }
}

/// Headings that are underlined and begin with a number, which Markdown takes for lists.
struct UnderlinedHeadingTests {
  @Test(arguments: ["----------", "==========="])
  func areReadWhereTheyAreCounted(line: String) {
    let text = "1. Scope\n\(line)\n\nOne.\n\n2. Term\n\(line)\n\n### 2.1 End\n\nTwo.\n"
    #expect(pathsAndTexts(of: text) == ["1: One.", "2", "2.1: Two."])
    let sections = structured(text).agreement.provisions
    #expect(sections.map(\.title) == ["Scope", "Term", "End"])
    #expect(sections.map(\.kind) == [.section, .section, .section])
  }

  @Test func mayHaveSeveralLines() {
    let text = "Data\nprocessing\n===\n\nUse of\nsub-processors\n---\n\nOne.\n"
    let agreement = structured(text).agreement
    #expect(agreement.metadata.title == "Data processing")
    #expect(agreement.provisions.map(\.title) == ["Use of sub-processors", ""])
    #expect(pathsAndTexts(of: text).first == "Use of sub-processors")
  }

  @Test(arguments: [
    "1. Scope\n-----\n\nOne.", "1. a\n2. b\n---\n\n1. c\n2. d\n---\n", "1. a\n\n---\n\n2. b\n\n---",
  ])
  func areNoOtherLists(text: String) {
    #expect(structured(text).agreement.provisions.allSatisfy { $0.kind != .section })
  }
}
