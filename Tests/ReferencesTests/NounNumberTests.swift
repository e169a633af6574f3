import Testing

/// Numbers behind a noun that are the noun's own, and no clause's.
struct NounNumberTests {
  private func found(_ text: String) -> [String] {
    references(
      in: """
        ## 1. Scope

        \(text)

        ## 2. Rest

        Rest.

        # Annex 1

        1. One.
        2. Two.
        """)
  }

  @Test(arguments: [
    "This is Amendment No. 2 to the DPA.", "Order Form No. 1 applies.", "SOW No. 2 ends.",
    "Company No. 2 is not meant.", "The addendum and Addendum no. 2 remain.",
    "Die Bestellung Nr. 2 gilt.", "Der Nachtrag Nr. 2 und die Verordnung Nr. 2 gelten.",
    "Eingetragen unter HRB Nr. 2.",
  ])
  func leavesTheNumberOfANoun(text: String) {
    #expect(found(text).isEmpty)
  }

  @Test(arguments: [
    ("See No. 2.", "No. 2 -> 2"), ("Siehe Nr. 2.", "Nr. 2 -> 2"),
    ("Die Maßnahme Nr. 2 des Anhangs 1 gilt.", "Nr. 2 des Anhangs 1 -> Annex 1 / 2"),
  ])
  func readsTheNumberOfAPlace(text: String, expected: String) {
    #expect(found(text) == [expected])
  }
}
