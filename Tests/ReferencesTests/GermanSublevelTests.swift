import Testing

/// `Ziffer` and `Halbsatz` behind a paragraph.
struct GermanSublevelTests {
  private func found(_ text: String) -> [String] {
    references(
      in: """
        ## § 1 Umfang

        - (1) \(text)
        - (2) x

        ## § 2 Pflichten

        - (1) a
        - (2) b:
          1. eins
          2. zwei
        """)
  }

  @Test(arguments: [
    ("Es gilt § 2 Abs. 2 Ziff. 1.", ["§ 2 Abs. 2 Ziff. 1 -> § 2(2).1"]),
    ("Es gilt § 2 Abs. 2 Satz 1 Ziffer 2.", ["§ 2 Abs. 2 Satz 1 Ziffer 2 -> § 2(2).2"]),
    (
      "Es gilt § 2 Abs. 2 Ziff. 1 und Ziff. 2.",
      ["§ 2 Abs. 2 Ziff. 1 und Ziff. 2 -> § 2(2).1, § 2(2).2"]
    ),
    ("Es gelten § 2 Abs. 2 und Ziffer 1.", ["§ 2 Abs. 2 -> § 2(2)", "Ziffer 1 -> § 1"]),
    ("Es gilt § 2 Abs. 1 S. 1, 1. Halbsatz.", ["§ 2 Abs. 1 S. 1, 1. Halbsatz -> § 2(1)"]),
    (
      "Es gilt § 2 Abs. 1 S. 1, 1. Halbsatz, und Abs. 2 S. 1 Nr. 1.",
      ["§ 2 Abs. 1 S. 1, 1. Halbsatz, und Abs. 2 S. 1 Nr. 1 -> § 2(1), § 2(2).1"]
    ),
  ])
  func areReadBehindAParagraph(text: String, expected: [String]) {
    #expect(found(text) == expected)
  }
}
