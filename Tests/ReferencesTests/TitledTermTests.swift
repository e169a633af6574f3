import References
import Testing

/// Terms whose names are also titles of sections.
struct TitledTermTests {
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
