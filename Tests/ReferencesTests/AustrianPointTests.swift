import Testing

/// Sections that are called points, as in Austria.
struct AustrianPointTests {
  @Test(arguments: [
    ("Siehe Pkt 3 Abs 1.", "Pkt 3 Abs 1 -> 3(1)"), ("Siehe Pkt. 3.", "Pkt. 3 -> 3"),
    ("Siehe Pkt. 3 Abs. 2.", "Pkt. 3 Abs. 2 -> 3(2)"),
    ("Nach Punkt 3. Abs 2 gilt das.", "Punkt 3. Abs 2 -> 3(2)"),
  ])
  func readsThePointWithItsParagraph(text: String, expected: String) {
    let source = """
      ## 2. Dauer

      (1) \(text)

      (2) Zwei.

      ## 3. Pflichten

      (1) Eins.

      (2) Zwei.
      """
    #expect(references(in: source) == [expected])
  }
}
