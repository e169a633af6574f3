import References
import Testing

/// What is left for the other party to fill in.
struct BlankTests {
  @Test(arguments: [
    ("[Insert name]", "name"), ("[Insert date (DD.MM.YYYY)]", "date (DD.MM.YYYY)"),
    ("[insert date here]", "date here"), ("[Name einfügen]", "Name"),
    ("[bitte ergänzen]", "Between"), ("[TBD]", "Between"), ("[to be completed]", "Between"),
    ("[please insert the address]", "address"), ("[company name]", "company name"),
    ("[NAME OF CUSTOMER]", "NAME OF CUSTOMER"), ("[Ort, Datum]", "Ort, Datum"),
    ("[Kundenname]", "Kundenname"), ("<name>", "name"), ("<Firmenname>", "Firmenname"),
    ("[bitte Datum angeben]", "Datum"),
    ("\\<Name, Anschrift\\>", "Name, Anschrift"),
  ])
  func findsPlaceholders(text: String, label: String) {
    let reading = read("## 1. Parties\n\nBetween: \(text) and us.\n")
    #expect(
      findBlanks(in: reading).map { "\($0.kind.rawValue) \($0.label)" } == ["placeholder \(label)"])
    let shown = text.replacing("\\", with: "")
    #expect(findBlanks(in: reading).map { reading.text($0.textRange) } == [shown])
  }

  @Test(arguments: [
    "[●]", "[•]", "[●●]", "____", "[__]", "......", "[*]", "\\[\\*\\]", "[#]",
    "[     ]", ". . . . .", "\u{2026}\u{2026}",
  ])
  func findsSignsThatStandForWords(text: String) {
    #expect(
      findBlanks(in: read("## 1. Parties\n\nBetween: \(text) and us.\n")).map {
        "\($0.kind.rawValue) \($0.label)"
      } == ["line Between"])
  }

  @Test(arguments: [
    "It is [sic] so", "He […] left [...] it", "It [or he] may", "the [Controller] has",
    "see [Annex 2] and [1]", "a foot[^1] note\n\n[^1]: Name", "the [name](https://a.example) is",
    "- [ ] name\n- [x] date", "[its name] is", "[the Company] has", "[30] days", "[Option 1: name]",
    "a < b and c > d", "<br>", "<u>name</u>", "[emphasis added]", "[please note that]",
    "<span>b</span>", "[name omitted]", "[]", "[ ]",
  ])
  func leavesOtherBracketsAlone(text: String) {
    #expect(findBlanks(in: read("## 1. Parties\n\n\(text)\n")).isEmpty)
  }

  @Test func takesNoLeadersForBlanks() {
    #expect(findBlanks(in: read("Scope ........ 3\n\nFee: ........ 3\n")).map(\.label) == ["Fee"])
  }

  @Test func findsLabelsInTables() {
    let table = """
      ## 1. Signatures

      | Customer | Supplier |
      |---|---|
      | Name: | Name: |
      | Title: | Head of all that is done here from day to day, and of nothing else at all |
      | Date: | |
      """
    #expect(findBlanks(in: read(table)).map(\.label) == ["Name", "Name", "Date"])
  }

  @Test func takesNoHeadingOverRowsForALabel() {
    let table = "| Data | Purpose |\n|---|---|\n| Courses online: | |\n| Name | Login |\n"
    #expect(findBlanks(in: read("## 1. Data\n\n\(table)")).isEmpty)
  }

  @Test func takesNoLeadInOfAQuotationForALabel() {
    #expect(findBlanks(in: read("## 1. Wording\n\nThe wording is:\n\n> One.\n")).isEmpty)
  }

  @Test(arguments: [
    ("and ____ (\"Firm\")", "Firm"), ("Name: ____ (the “Customer”)", "Customer"),
    ("and **____** (nachfolgend „Auftraggeber“)", "Auftraggeber"),
    ("the firm and [●] (hereinafter, together, the \"Parties\")", "Parties"),
    ("and ____ of ____", ""), ("and date: ____", "date"), ("____ (place, date)", "place, date"),
    ("____ (Ort, Datum)", "Ort, Datum"), ("Name ____ (see below)", "Name"),
    ("Ort, Datum: ____", "Ort, Datum"), ("Ort, Datum ____", "Ort, Datum"),
    ("Name, Funktion, Datum: ____", "Name, Funktion, Datum"),
    ("Berlin, Datum: ____", "Datum"), ("Name: Fels GmbH, Ort: ____", "Ort"),
    ("Address of the company that is named above, date: ____", "date"),
    ("Ort, Datum:", "Ort, Datum"),
  ])
  func namesABlank(text: String, label: String) {
    let blanks = findBlanks(in: read("## 1. Parties\n\n\(text)\n"))
    #expect(blanks.first?.label == label)
  }

  @Test(arguments: [
    ("[[OWNER: Firmenname inkl. Rechtsform]]", "OWNER: Firmenname inkl. Rechtsform"),
    ("[[OWNER: Straße]]", "OWNER: Straße"), ("[[CUSTOMER]]", "CUSTOMER"),
    ("[[CUSTOMER_NAME]]", "CUSTOMER_NAME"), ("[[Insert name]]", "name"),
    ("[[COMPANY 2]]", "COMPANY 2"), ("[[TODO: what we do]]", "TODO: what we do"),
  ])
  func findsPlaceholdersInDoubleBrackets(text: String, label: String) {
    let reading = read("## 1. Parties\n\nBetween \(text) and us.\n")
    let blanks = findBlanks(in: reading)
    #expect(blanks.map { "\($0.kind.rawValue) \($0.label)" } == ["placeholder \(label)"])
    #expect(blanks.map { reading.text($0.textRange) } == [text])
  }

  @Test(arguments: [
    "[[Some page]]", "[[dpa#audit-rights]]", "[[1]]", "[[GDPR]]", "[[Note: a page]]", "[[A]",
    "[[NAME](https://a.example)]", "[[CUSTOMER]", "[[", "[[CUSTOMER: ",
  ])
  func leavesOtherDoubleBracketsAlone(text: String) {
    #expect(findBlanks(in: read("## 1. Parties\n\nSee \(text) for it.\n")).isEmpty)
  }
}
