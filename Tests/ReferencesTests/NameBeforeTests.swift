import Testing

/// Places of documents and standards whose names stand before them.
struct NameBeforeTests {
  private func found(_ text: String) -> [String] {
    references(
      in: """
        ---
        title: Data Processing Agreement
        ---

        \(text)

        ## 1. Scope

        x

        ## 2. Liability

        y

        # Annex 1

        z
        """)
  }

  @Test(arguments: [
    "The MSA (section 2) applies.", "The Framework Agreement (clause 2) applies.",
    "The SLA dated 4 May 2024 (section 2) applies.", "The Order Form, section 2, applies.",
    "Der Hauptvertrag (dort § 2) gilt.", "Im Hauptvertrag (Ziffer 2) steht es.",
    "Nach dem Leistungsschein, dort Ziffer 2, gilt es.", "Im Rahmenvertrag unter § 2 steht es.",
    "See Notice 2025/S 000-012345, section 2.", "Es gilt ISO 27001 (Abschnitt 2).",
    "Es gilt die KDG-DVO, dort § 2.", "Es gilt § 2 a. a. O.",
    "See NIST SP 800-88, section 2.", "See NIST SP 800-53 Rev. 5, section 2.",
    "The MSA, of which section 2 requires this, applies.",
    "See EDPB Guidelines 07/2020, paragraph 2.",
    "See EDPB Recommendations 01/2020, Annex 1.", "See ICO guidance, section 2.",
    "See FIPS 140-3, section 2.", "See WP248, section 2.", "See Executive Order 14086, Sec. 2.",
    "Siehe BSI TR-02102-2, Abschnitt 2.", "Siehe WP 248, Abschnitt 2.",
    "Siehe Abschnitt 2 des BSI-Standards 200-2.",
  ])
  func areLeftAlone(text: String) {
    let references = found(text)
    #expect(references.count == 1 && references.allSatisfy { $0.hasSuffix("->  (external)") })
  }

  @Test(arguments: [
    // Of another document, since there is no such place here.
    ("See the NDA (see section 3).", "section 3 ->  (external)"),
    ("See OA, Schedule 7.", "Schedule 7 ->  (external)"),
    ("See CSA CCM, Annex A.", "Annex A ->  (external)"),
    ("See Exhibit D (MSA).", "Exhibit D ->  (external)"),
    ("Der Ablauf des Rahmenvertrags (§ 9) beendet sie.", "§ 9 ->  (external)"),
    // Of this one.
    ("The end of the main agreement (section 2) ends it.", "section 2 -> 2"),
    ("It changes Annex 1 under the conditions of the law.", "Annex 1 -> Annex 1"),
    ("The security policy (Annex 1) applies.", "Annex 1 -> Annex 1"),
    ("See Annex 1 (SLA).", "Annex 1 -> Annex 1"),
    ("The parties (section 2) are liable.", "section 2 -> 2"),
    ("Since May 2024, section 2 applies.", "section 2 -> 2"),
    ("From 2025, section 2 applies.", "section 2 -> 2"),
    ("In this Agreement, section 2 applies.", "section 2 -> 2"),
    ("The DPA (section 2) applies.", "section 2 -> 2"),
    ("Für die TOM, Anlage 1, gilt das.", "Anlage 1 -> Annex 1"),
    ("ACME, section 2, is liable.", "section 2 -> 2"),
  ])
  func areOfEitherDocument(text: String, expected: String) {
    #expect(found(text) == [expected])
  }
}
