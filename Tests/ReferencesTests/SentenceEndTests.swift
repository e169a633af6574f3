import Testing

/// References at the beginning of a sentence have nothing to do with the one before.
struct SentenceEndTests {
  @Test(arguments: [
    ("Data stay in the EEA. Section 2 applies.", "Section 2 -> 2"),
    ("Connections use TLS. § 2 applies.", "§ 2 -> 2"),
    ("Es gilt Art. 28 DSGVO. § 2 bleibt unberührt.", "§ 2 -> 2"),
    ("Data stay in the U.S. Section 2 applies.", "Section 2 -> 2"),
    // A list that ends in a law is no code such as `45 CFR`.
    ("Es gelten Art. 4 Nrn. 7 und 8 DSGVO. § 2 gilt.", "§ 2 -> 2"),
    ("Es gelten §§ 26 und 27 BDSG. § 2 gilt.", "§ 2 -> 2"),
    ("Es gelten Art. 12, 13 DSGVO. Ziffer 2 gilt.", "Ziffer 2 -> 2"),
    ("See Articles 7 and 8 GDPR. Section 2 applies.", "Section 2 -> 2"),
    ("See Articles 7 and 8 GDPR.\nSection 2 applies.", "Section 2 -> 2"),
    ("They are trained in IT.\nClause 2 applies.", "Clause 2 -> 2"),
  ])
  func readsWhatFollowsCapitals(text: String, expected: String) {
    #expect(references(in: "## 1. Scope\n\n\(text)\n\n## 2. End\n\nx\n") == [expected])
  }

  @Test(arguments: [
    "Under 42 U.S.C. Section 2 this holds.", "Under 45 C.F.R. § 2 this holds.",
    "Under HIPAA § 2 this holds.",
  ])
  func leavesSectionsOfActs(text: String) {
    let found = references(in: "## 1. Scope\n\n\(text)\n\n## 2. End\n\nx\n")
    #expect(found.allSatisfy { !$0.hasSuffix("-> 2") })
  }
}
