import Testing

/// Titles that say of which other document an agreement is a part, or are made of a name that others
/// go by.
struct OwnTitleTests {
  private func found(_ text: String, title: String) -> [String] {
    references(
      in: """
        ---
        title: \(title)
        language: \(title.contains("Vertrag") ? "de" : "en")
        ---

        ## 1. Scope

        \(text)

        ## 2. Term

        y
        """)
  }

  @Test(arguments: [
    ("AV-Vertrag (Anlage 5 zum Rahmenvertrag)", "§ 2 des Rahmenvertrags"),
    ("Vertrag Datenschutz zum Pflegevertrag", "§ 2 des Pflegevertrags"),
    ("Data Processing Addendum to the Framework Agreement", "section 2 of the Framework Agreement"),
    ("Data Processing Agreement", "section 2 of the Framework Agreement"),
  ])
  func areOfOthers(title: String, text: String) {
    #expect(found("See \(text).", title: title) == ["\(text) ->  (external)"])
  }

  @Test(arguments: [
    ("Framework Agreement on Payroll Data", "section 2 of the Framework Agreement"),
    ("Master Services Agreement", "section 2 of the Master Services Agreement"),
    ("Vertrag zur Auftragsverarbeitung", "§ 2 des Vertrags"),
  ])
  func areItsOwn(title: String, text: String) {
    #expect(found("See \(text).", title: title) == ["\(text) -> 2"])
  }
}
