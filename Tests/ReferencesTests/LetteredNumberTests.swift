import Testing

/// References to places that are numbered by a letter and a number.
struct LetteredNumberTests {
  private func found(_ text: String) -> [String] {
    references(
      in: """
        ## A. Scope

        A.1 \(text)

        A.2 x

        A.3 y

        ## B. Risks

        B.1 z
        """)
  }

  @Test(arguments: [
    ("Siehe Ziffer B.1.", ["Ziffer B.1 -> B / B.1"]),
    (
      "Ma\u{DF}nahmen: A.2 und A.3; B.1 bleibt.",
      ["A.2", "A.3", "B.1"].map { "\($0) -> \($0.first ?? "?") / \($0)" }
    ),
    ("Es gelten A.2 bis A.3.", ["A.2 bis A.3 -> A / A.2, A / A.3"]),
    ("See (A.3) for more.", ["A.3 -> A / A.3"]),
    // No such place: a control, a version, the number of a standard.
    ("Control A.5.1 and A.9 apply.", []),
    ("Article 28 GDPR and A.9 apply.", []),
    ("ISO 27001 A.2 applies.", []),
  ])
  func leadToThem(text: String, expected: [String]) {
    #expect(found(text) == expected)
  }

  @Test func areNoSectionsOfAnAnnexWithThatLetter() {
    let found = references(
      in:
        "## 1. Scope\n\nWe follow A.2; see section A.2.\n\n# Annex A\n\n### 1. x\n\na\n\n### 2. y\n\nb\n"
    )
    #expect(found == ["section A.2 -> Annex A / 2"])
  }
}
