import Testing

@testable import Agreements

/// Numbers of clauses with all signs that drafters set around them.
struct MarkerFormTests {
  @Test(arguments: ["4.%)", "4.%:", "[4.%]", "(4.%)", "4.%.", "4.%"])
  func areRead(form: String) {
    let first = form.replacing("%", with: "1")
    let second = form.replacing("%", with: "2")
    #expect(
      pathsAndTexts(of: "## 4. Duties\n\n\(first) One.\n\n\(second) Two.\n")
        == ["4", "4.1: One.", "4.2: Two."])
  }

  @Test func keepTheirSignsInTheText() {
    let agreement = structured("## 4. Duties\n\n4.1) One.\n\n4.2) Two.\n").agreement
    #expect(agreement.provisions.map(\.designation) == ["4", "4.1)", "4.2)"])
  }

  @Test(arguments: ["[1] One.\n\n[2] Two.", "[a] One.\n\n[b] Two."])
  func areNoNotes(text: String) {
    #expect(structured("## 4. Duties\n\n\(text)\n").agreement.provisions.count == 3)
    #expect(
      structured("## 4. Duties\n\n\(text)\n").agreement.provisions.allSatisfy { $0.kind != .clause }
    )
  }

  @Test(arguments: [
    "**(i)** Collection  \n**(ii)** Storage", "(i) Collection  \n(ii) Storage",
    "**(i)** Collection\n**(ii)** Storage",
  ])
  func areReadInLinesThatAreSetApart(text: String) {
    #expect(
      pathsAndTexts(of: "## 5.3 Purpose\n\n\(text)\n")
        == ["5.3", "5.3(i): Collection", "5.3(ii): Storage"])
  }

  @Test func areReadInQuotesThatIndent() {
    let text = """
      ## 2. Duties

      2.1 The Supplier shall:

      > \\(a\\) process data; and
      >
      > \\(b\\) where clause 1 applies:
      >
      > > \\(i\\) tell; and
      > >
      > > \\(ii\\) stop.

      2.2 It ends.
      """
    #expect(
      pathsAndTexts(of: text) == [
        "2", "2.1: The Supplier shall:", "2.1(a): process data; and",
        "2.1(b): where clause 1 applies:", "2.1(b)(i): tell; and", "2.1(b)(ii): stop.",
        "2.2: It ends.",
      ])
  }

  @Test(arguments: [
    "> (a) one;\n>\n> (b) two.", "> “Any text” of another\n>\n> document",
  ])
  func areThoseOfTheQuotationElsewhere(quote: String) {
    let text = "## 2. Changes\n\n2.1 Clause 4 is replaced by:\n\n\(quote)\n\n2.2 It ends.\n"
    #expect(structured(text).agreement.provisions.map(\.part) == ["2", "2.1", "2.2"])
  }

  @Test func areKnownBesideAnchors() {
    let text =
      "<a id=\"top\"></a>\n\n## <a name=\"s\"></a>1. Scope\n\nOne.\n\n## 2. Term <a id='t'></a>\n"
    let (agreement, diagnostics) = structured(text)
    #expect(agreement.provisions.map(\.part) == ["1", "2"])
    #expect(agreement.provisions.map(\.title) == ["Scope", "Term"])
    #expect(diagnostics.isEmpty)
  }

  @Test func areReadBehindTheWordForSections() {
    let text = """
      ## ARTICLE II. DATA

      Section 2.01 *Use*. Vendor uses it.

      Section 2.02 **Deletion**. Vendor deletes it.

      Section 2.01 applies throughout.
      """
    let agreement = structured(text).agreement
    #expect(agreement.provisions.map(\.part) == ["ARTICLE II", "2.01", "2.02"])
    #expect(agreement.provisions.map(\.designation).last == "Section 2.02")
    #expect(agreement.legalPath(of: 1).written == "ARTICLE II / 2.01")
  }

  @Test(arguments: ["1 %", "\u{B9} %", "\u{B9}%", "<sup>1</sup> %", "^1^ %"])
  func areReadOfSwissParagraphs(form: String) {
    let first = form.replacing("%", with: "Eins.")
    let second = form.replacing("%", with: "Zwei:").replacing("1", with: "2")
      .replacing("\u{B9}", with: "\u{B2}")
    let text = "## Art. 3 Pflichten\n\n\(first)\n\n\(second)\n\na. drei;\n\nb. vier.\n"
    #expect(
      pathsAndTexts(of: text) == [
        "Art. 3", "Art. 3(1): Eins.", "Art. 3(2): Zwei:", "Art. 3(2).a: drei;",
        "Art. 3(2).b: vier.",
      ])
    #expect(structured(text).agreement.provisions[1].designation == "1")
    #expect(structured(text).diagnostics.isEmpty)
  }

  @Test(arguments: [
    "## Art. 3 A\n\n1 Eins.\n\nZwei.", "## Art. 3 A\n\n1 Eins.",
    "## Art. 3 A\n\n2 Eins.\n\n3 Zwei.",
    "## \u{A7} 3 A\n\n1 Eins.\n\n2 Zwei.", "## Art. 3 A\n\nVor.\n\n1 Eins.\n\n2 Zwei.",
    "## Art. 3 A\n\n1 eins\n\n2 zwei", "# Anlage 3\n\n1 Eins.\n\n2 Zwei.",
  ])
  func areNoNumbersThatBeginSentences(text: String) {
    #expect(structured(text).agreement.provisions.allSatisfy { $0.kind != .clause })
  }
}
