import References
import Testing

/// What looks like a definition and is none.
struct NoTermTests {
  private func terms(_ text: String) -> [String] {
    findTerms(in: read("## 1. Terms\n\nBefore.\n\n\(text)\n\n## 2. Service Commitment\n\nx\n"))
      .terms.map(\.name)
  }

  @Test(arguments: [
    "Er beschäftigt folgenden Subunternehmer: Nord GmbH.",
    "Genehmigt ist der Einsatz der folgenden Subunternehmer:",
    "See the section of this agreement entitled “Data Transfers” below.",
    "Er kann im Folgenden Maßnahmen ergreifen.",
    "They use “quotation” marks, and refer to “nothing” of note.",
  ])
  func areNone(text: String) {
    #expect(terms(text) == [])
  }

  @Test(arguments: [
    "**Short version:** We do not own it.", "**Note:** This is not advice.", "Beispiel: Ein Kunde.",
    "**Zusammenfassung.** Alles bleibt.",
  ])
  func areLabelsOfRemarks(text: String) {
    let source = "## 1. Definitions\n\n\(text)\n\n**Affiliate:** a company of the group.\n"
    #expect(findTerms(in: read(source)).terms.map(\.name) == ["Affiliate"])
  }

  @Test func mayBeCalledAsRemarksAre() {
    let source = "## 1. Definitions\n\n**Note** means a promise to pay.\n"
    #expect(findTerms(in: read(source)).terms.map(\.name) == ["Note"])
  }

  @Test(arguments: [
    ("Nord AG, Bern («Nord») is.", ["Nord"]), ("Nord AG, Bern (« Nord ») is.", ["Nord"]),
    ("Nord AG, Bern (the «\u{A0}Vendor\u{A0}») is.", ["Vendor"]),
    ("« Client » means a customer.", ["Client"]), ("»Kunde« bezeichnet einen Käufer.", ["Kunde"]),
    ("The nord ag, Bern («nord») is.", ["nord"]), ("The nord ag, Bern (\"nord\") is.", ["nord"]),
    ("It is sold («as is») here.", []), ("It is « so » and « thus ».", []),
    ("Sold as it is (\"unseen\").", []),
  ])
  func areReadInGuillemets(text: String, expected: [String]) {
    #expect(terms(text) == expected)
  }

  @Test func areTheRowsBelowCompaniesThatFollowUnderTerms() {
    let text = """
      It uses the following processors, each under written terms of this agreement.

      | Processor | Purpose |
      |---|---|
      | Supabase | Storage |
      """
    #expect(terms(text) == [])
  }

  @Test func areTheWordsBehindANameOfAParty() {
    let text = "Der Kunde und die Fels GmbH, im Folgenden Auftragnehmer zustande."
    #expect(terms(text) == ["Auftragnehmer"])
  }
}
