import Agreements
import Diagnostics
import References
import Testing

/// References in agreements as other programs and authors write them.
struct ConvertedReferenceTests {
  @Test(arguments: [
    ("Nach Nr. 2 Abs. 1 gilt das.", ["Nr. 2 Abs. 1 -> 2(1)"]),
    ("Absatz 2 Buchstabe b gilt entsprechend.", ["Absatz 2 Buchstabe b -> 1(2)(b)"]),
    ("Nach Ziffer 2 Absatz 1 oder \u{A7} 314 BGB.", ["Ziffer 2 Absatz 1 -> 2(1)"]),
  ])
  func areReadInGerman(text: String, expected: [String]) {
    let source = """
      ## 1. Umfang

      (1) \(text)

      (2) Zwei:

      a) eins

      b) zwei

      ## 2. Dauer

      (1) Eins.

      (2) Zwei.
      """
    #expect(references(in: source) == expected)
  }

  @Test(arguments: [
    ("Es gilt \u{A7} 2 Ziff. 1.", ["\u{A7} 2 Ziff. 1 -> \u{A7} 2.1"]),
    ("Es gilt \u{A7} 2 Ziffer 2 Satz 1.", ["\u{A7} 2 Ziffer 2 Satz 1 -> \u{A7} 2.2"]),
  ])
  func areReadOfNumbersInASection(text: String, expected: [String]) {
    #expect(
      references(in: "## \u{A7} 1 A\n\n\(text)\n\n## \u{A7} 2 B\n\n1. Eins\n2. Zwei\n") == expected)
  }

  @Test(arguments: [
    ("Vendor shall (i) comply with Section 2(b), (ii) assist and (iii) stop.", ["2(b)"]),
    ("Vendor complies with Sections 2(a), (b) and 1.", ["2(a)", "2(b)", "1"]),
    ("Sections 2(a) and (b) apply.", ["2(a)", "2(b)"]),
    ("Under article L. 1110-4 of that code, stop.", []),
  ])
  func areNotWhatASentenceCounts(text: String, expected: [String]) {
    let source = "## 1. A\n\n\(text)\n\n## 2. B\n\n(a) One.\n\n(b) Two.\n"
    let reading = read(source)
    let found = resolve(source).resolved.references.flatMap(\.parts).flatMap(\.targets)
    #expect(
      found.map { reading.agreement.legalPath(of: Int($0.provision)).written } == expected)
    #expect(resolve(source).diagnostics.filter { $0.severity == .error } == [])
  }

  @Test(arguments: [
    "Under the Master Agreement, other than its clause 2, stop.",
    "Nach der Leitlinie zur Sicherheit der Auftraggeberin, Abschnitt 2.",
    "As the Terms of Use for the Services of Example, section 2, say.",
  ])
  func areOfTheDocumentThatIsNamed(text: String) {
    let found = resolve("## 1. A\n\n\(text)\n\n## 2. B\n\nTwo.\n").resolved.references
    #expect(found.flatMap(\.parts).allSatisfy { $0.status == .external })
  }

  @Test(arguments: ["of the DPA", "of the Agreement", "of the Data Processing Agreement"])
  func areOfTheAgreementWhoseMeasuresTheseAre(name: String) {
    let source =
      "# Technical and Organisational Measures\n\n## Scope\n\nAs section 4.2 \(name) says.\n"
    #expect(references(in: source) == ["section 4.2 \(name) ->  (external)"])
  }

  @Test func areOfTheParagraphAndNotOfAPointInIt() {
    let source = """
      ## \u{A7} 5 Pflichten

      (1) Eins.

      (2) Zwei:

      1. wie Abs. 1,
      2. wie Nr. 1.
      """
    #expect(
      references(in: source) == ["Abs. 1 -> \u{A7} 5(1)", "Nr. 1 -> \u{A7} 5(2).1"])
  }

  @Test func areOfTheOnlySectionOfAnAnnexThatHasTheNumber() {
    let source =
      "# Anlage 2\n\n## A. Eins\n\n1. x\n\n## B. Zwei\n\n1. y\n2. wie Nr. 2 der Anlage 2\n"
    #expect(references(in: source) == ["Nr. 2 der Anlage 2 -> Anlage 2 / B / 2"])
  }

  @Test func areOfTheUnitThatTheyStandIn() {
    let source = """
      # Schedule 3

      ## Part A

      1. One.
      2. See paragraph 1 of this Part A and paragraph 1 of Part B.

      ## Part B

      1. Two.
      """
    let reading = read(source)
    let targets = resolve(source).resolved.references.flatMap(\.parts).flatMap(\.targets)
    #expect(
      targets.map { reading.agreement.legalPath(of: Int($0.provision)).written } == [
        "Schedule 3 / Part A / 1", "Schedule 3 / Part B / 1",
      ])
  }

  @Test(arguments: ["Sub-processors", "Technische und organisatorische Ma\u{DF}nahmen"])
  func areOfTheAgreementThatAListBelongsTo(title: String) {
    let source = "# \(title)\n\n## Scope\n\nAs section 5.2 of the DPA says.\n"
    #expect(references(in: source) == ["section 5.2 of the DPA ->  (external)"])
  }

  @Test func areOfTheClausesThatTheLastNames() {
    let source =
      "## 1. A\n\nAnnex 1A and Clause 7 of the Approved EU SCCs and Clause 5 of the "
      + "Addendum EU SCCs apply.\n"
    let (resolved, diagnostics) = resolve(source)
    #expect(resolved.citations.map(\.written) == ["7", "5"])
    #expect(diagnostics == [])
  }

  @Test func areOfClausesAndNotOfParties() {
    let source =
      "1)  One (Customer)\n\n2)  Two (Supplier)\n\n**TERMS**\n\n1.  Scope, see clause 2.\n\n2.  End.\n"
    #expect(references(in: source) == ["clause 2 -> 2"])
  }

  @Test(arguments: [
    "[]{#_Ref1 .anchor}2. B", "2. []{#_Ref1 .anchor}B", "2. <a name=\"_Ref1\"></a>B",
    "2. <span id=\"_Ref1\">B</span>",
  ])
  func leadToAnchorsOfTheText(heading: String) {
    let (resolved, diagnostics) = resolve("## 1. A\n\nSee [B](#_Ref1).\n\n## \(heading)\n\nTwo.\n")
    #expect(resolved.references.flatMap(\.parts).flatMap(\.targets).map(\.provision) == [1])
    #expect(diagnostics == [])
  }

  @Test func helpListsNumbersInTheirOrder() {
    let sections = (1...11).map { "## \($0). S\($0)\n\nText.\n\n" }.joined()
    let help = resolve(sections + "See section 777.\n").diagnostics.first?.help
    #expect(help == nil || help?.contains("'9', '10'") == true)
  }

  @Test(arguments: [
    ("Liability under the Product Liability Act is unlimited.", []),
    ("Liability under the German Product Liability Act is unlimited.", ["prodhaftg"]),
  ])
  func nameAnActOfManyCountriesWithItsOwn(text: String, laws: [String]) {
    let found = resolve("## 1. A\n\n\(text)\n").resolved.citations
    #expect(found.map { shippedLaws.laws[$0.law].id } == laws)
  }
}
