import Testing

/// Letters that go on with the clause that was cited before them.
struct ContinuedReferenceTests {
  private func found(_ text: String) -> [String] {
    references(
      in: """
        ## 4 Pflichten

        4.1 Der Auftragnehmer

        a) tut eins,

        b) tut zwei und

        c) tut drei.

        4.2 \(text)

        # Anlage 1 \u{2013} Daten

        1. Namen
        2. Adressen
        """)
  }

  @Test(arguments: [
    (
      "Ziff. 4.1 lit. a) und b) gelten; lit. c bleibt.",
      ["Ziff. 4.1 lit. a) und b) -> 4.1(a), 4.1(b)", "lit. c -> 4.1(c)"]
    ),
    // Of what was cited last, or of nothing that was cited here.
    ("Ziff. 4.1 gilt. Art. 6 Abs. 1 DSGVO, dort lit. c, gilt.", ["Ziff. 4.1 -> 4.1"]),
    ("Es gilt lit. d.", ["lit. d ->  (unresolved)"]),
    ("Nach Ziff. 4.1 gilt lit. d.", ["Ziff. 4.1 -> 4.1", "lit. d ->  (unresolved)"]),
  ])
  func goOnWithTheClauseBefore(text: String, expected: [String]) {
    #expect(found(text) == expected)
  }

  @Test(arguments: ["Anlage 1 (Daten), dort Nr. 1 bis 2", "Anlage 1, dort Nr. 1 bis 2"])
  func areReadBehindTheWordForThere(text: String) {
    #expect(found("Siehe \(text).") == ["\(text) -> Anlage 1 / 1, Anlage 1 / 2"])
  }
}
