import Testing

/// References into documents that are not the one at hand, and into the one at hand by its name.
struct OtherDocumentTests {
  private func found(_ text: String, title: String = "Data Processing Agreement") -> [String] {
    references(
      in: """
        ---
        title: \(title)
        ---

        \(text)

        ## 1. Scope

        x

        ## 2. Liability

        y

        # Exhibit A

        z
        """)
  }

  @Test(arguments: [
    "clause 2 of the Non-Disclosure Agreement", "clause 2 of the Joint Controller Agreement",
    "clause 2 of the Reseller Agreement", "section 2 of the Partner Contract",
    "clause 2 of the NDA", "section 2 of the Documentation", "section 2 of the Order Form",
    "Exhibit A of the Order Form", "section 2 of the Statement of Work", "clause 2 of the lease",
    "clause 2 of that agreement", "Exhibit A to the Joint Controller Agreement",
    "section 2 of the Master Services Agreement", "Ziffer 2 der Dokumentation",
    "section 2 of the Order", "clause 2 of the Charter", "clause 2 of the Licence",
    "section 2 of the Framework", "section 2 of the AUP", "§ 2 der Satzung",
    "§ 2 der Datenschutzerklärung", "Exhibit A of ISO 27001", "Clause 2 of BS 10012",
    "Exhibit A to ISO/IEC 27001:2022", "Section 2 of the Business Associate Agreement",
    "section 2 of the 2025 DPA", "§ 2 jener Vereinbarung",
    "section 2 of the Fee List", "section 2 of the Partner Rules", "§ 2 des Pflichtenhefts",
    "§ 2 der Preisliste", "section 2 of the 2018 Act",
  ])
  func leavesOtherDocuments(text: String) {
    #expect(found("See \(text).") == ["\(text) ->  (external)"])
  }

  @Test(arguments: [
    "clause 2 of the Data Processing Agreement", "clause 2 of the Data Protection Addendum",
    "clause 2 of the ACME Data Processing Agreement", "clause 2 of the signed agreement",
    "clause 2 of the Agreement", "clause 2 of the DPA", "clause 2 of this Joint Agreement",
  ])
  func readsItsOwnName(text: String) {
    #expect(found("See \(text).") == ["\(text) -> 2"])
  }

  @Test(arguments: [
    ("See clause 2 of the Agreement of 5 May 2020.", "clause 2 of the Agreement"),
    ("Siehe § 2 der Vereinbarung vom 3. Mai 2025.", "§ 2 der Vereinbarung"),
    ("See clause 2 of the Agreement dated May 5, 2020.", "clause 2 of the Agreement"),
  ])
  func leavesAgreementsOfADate(text: String, expected: String) {
    #expect(found(text) == ["\(expected) ->  (external)"])
  }

  @Test func knowsTheNameBehindThis() {
    let text = "This Joint Controller Agreement binds both."
    #expect(
      found("\(text) See clause 2 of the Joint Controller Agreement.", title: "Art. 26") == [
        "clause 2 of the Joint Controller Agreement -> 2"
      ])
  }

  @Test(arguments: [
    "This DPA supplements the Master Services Agreement (the \"Agreement\").",
    "This DPA supplements the Subscription Agreement between Acme Inc. and Bolt (\"Agreement\").",
    "This DPA supplements the agreement between Acme and Bolt (the \"Agreement\").",
    "\"Agreement\" means the Master Subscription Agreement.",
    "\"Agreement\" means any agreement between Acme and its customer.",
    "\"Agreement\" has the meaning given in the MSA.",
    "This DPA forms part of the Agreement.",
    "This Data Processing Agreement is part of the Agreement.",
    "Bolt signed the Terms of Service (the **Agreement**).",
  ])
  func knowsAnAgreementThatIsAnother(definition: String) {
    #expect(
      found("\(definition)\n\nSee section 9 of the Agreement and section 2 of this Agreement.") == [
        "section 9 of the Agreement ->  (external)", "section 2 of this Agreement -> 2",
      ])
  }

  @Test(arguments: [
    "Bolt and Acme conclude this Data Processing Agreement (the \"Agreement\").",
    "\"Agreement\" means this agreement with its annexes.",
    "\"Agreement\" means the Data Processing Agreement at hand.",
    "The parties sign the following agreement (the \"Agreement\").",
    "Bolt uses the software (see section 1 of the Agreement).",
  ])
  func knowsAnAgreementThatIsItself(definition: String) {
    #expect(
      found("\(definition)\n\nSee section 2 of the Agreement.").last?.hasSuffix("-> 2") == true)
  }

  @Test(arguments: [
    "Die Parteien haben den Rahmenvertrag geschlossen (nachfolgend „Vertrag“).",
    "„Vertrag“ bezeichnet den Hauptvertrag.",
    "Diese Vereinbarung ist Bestandteil des Vertrages.",
  ])
  func knowsAContractThatIsAnother(definition: String) {
    #expect(
      found("\(definition)\n\nEs gilt § 9 des Vertrages und § 2 dieser Vereinbarung.", title: "AVV")
        == ["§ 9 des Vertrages ->  (external)", "§ 2 dieser Vereinbarung -> 2"])
  }

  @Test(arguments: [
    "Die Parteien schließen diesen Auftragsverarbeitungsvertrag (nachfolgend „Vertrag“).",
    "Die Parteien schließen folgenden Vertrag:",
  ])
  func knowsAContractThatIsItself(definition: String) {
    #expect(
      found("\(definition)\n\nEs gilt § 2 des Vertrages.", title: "AVV") == [
        "§ 2 des Vertrages -> 2"
      ])
  }

  @Test func leavesTheAgreementOnProcessingInTerms() {
    #expect(
      found("See section 2 of the DPA.", title: "General Terms") == [
        "section 2 of the DPA ->  (external)"
      ])
  }
}
