import References
import Testing

/// Forms in which agreements define terms.
struct TermFormTests {
  private func terms(_ text: String) -> [String] {
    findTerms(in: read("## 1. Terms\n\nBefore.\n\n\(text)\n\n## 2. Service Commitment\n\nx\n"))
      .terms.map(\.name)
  }

  @Test(arguments: [
    ("\"The Program\" refers to any work licensed here.", "Program"),
    ("A \"Modified Version\" of the Document means any work containing it.", "Modified Version"),
    ("A \"Service Credit\" is a monetary credit.", "Service Credit"),
    ("An \"entity transaction\" is a transaction that transfers control.", "entity transaction"),
    ("\"Patent Claims\" of a Contributor means any claim.", "Patent Claims"),
    ("“Affiliate” refers to any entity that controls a party.", "Affiliate"),
    ("The “Account” represents your legal relationship.", "Account"),
    ("It is available at 99 % (the \"Service Commitment\").", "Service Commitment"),
    ("Es gilt das; \u{201E}Daten\u{201C} sind Angaben.", "Daten"),
    ("Acme \u{2013} \u{201E}Auftraggeberin\u{201C} \u{2013} handelt.", "Auftraggeberin"),
    ("Alle \u{2013} gemeinsam \u{201E}Parteien\u{201C} \u{2013} handeln.", "Parteien"),
    ("Those named (and, jointly; together with Acme, the “Parties”) act.", "Parties"),
  ])
  func areDefinitions(text: String, term: String) {
    #expect(terms(text) == [term])
  }

  @Test func areNoneBehindASemicolonInSmallLetters() {
    #expect(terms("It lasts; \"may object\" is a phrase.") == [])
  }

  @Test func areDefinedWithOthersOfALaw() {
    let text = """
      "PHI," "Breach," "Incident," and other capitalized HIPAA terms have the meanings given there.
      """
    #expect(terms(text) == ["PHI", "Breach", "Incident"])
  }

  @Test(arguments: [
    "The following terms apply:", "In this agreement, the following words and terms are used:",
  ])
  func areInListsThatSaySo(lead: String) {
    #expect(terms("\(lead)\n\n- Breach: what it is\n") == ["Breach"])
  }
}
