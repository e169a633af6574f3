import References
import Testing

/// Terms whose names are also titles of sections.
struct TitledTermTests {
  @Test(arguments: [
    ("Acme Ltd (together with its affiliates, \"Acme\") signs.", ["Acme"]),
    ("On 4 May 2026 (such date, the \"Theta Date\") it begins.", ["Theta Date"]),
    ("The Act (as amended, the \"Iota Act\") applies.", ["Iota Act"]),
    ("The amount (in each case, a \"Fee\") is due.", ["Fee"]),
    ("The term \"Services\" refers to all of them.", ["Services"]),
    ("The term \"Box\" shall refer to a box.", ["Box"]),
    ("Die Rot AG (kurz: „Rot“) unterschreibt.", ["Rot"]),
    ("Unter dem Begriff „Vorfall“ ist jedes Ereignis zu verstehen.", ["Vorfall"]),
    ("Words (including, without limitation, see clause 2, \"words\") end.", []),
    ("We use the term \"Services\" with care.", []),
  ])
  func areIntroducedByWords(text: String, expected: [String]) {
    #expect(terms(text) == expected)
  }

  private func terms(_ text: String) -> [String] {
    findTerms(
      in: read(
        """
        ## 1. Scope

        \(text)

        ## 2. Sub-processors

        Sub-processors, Meters, Covered Entity, Security measures.

        ## 3. COVERED ENTITY

        x

        ## 4. Meter

        y

        # Annex 2: Security measures

        z
        """)
    ).terms.map(\.name)
  }

  @Test(arguments: [
    ("The Processor may engage others (\"Sub-processors\").", ["Sub-processors"]),
    ("Meters of all kinds (each a \"Meter\").", ["Meter"]),
    ("Clinics, P.C. (\"Covered Entity\") signs.", ["Covered Entity"]),
    ("Die eingesetzten Dritten („Sub-processors“) gelten.", ["Sub-processors"]),
    // A title beside the place that it is of.
    ("See Annex 2 (\"Security measures\").", []),
    ("See section 2 (\"Sub-processors\").", []),
    ("See the list (see Annex 2, \"Security measures\").", []),
  ])
  func areDefinedInBrackets(text: String, expected: [String]) {
    #expect(terms(text) == expected)
  }
}
