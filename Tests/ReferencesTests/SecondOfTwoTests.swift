import Testing

/// The second of two places, before a word of the sentence.
struct SecondOfTwoTests {
  private func found(_ text: String, _ language: String) -> [String] {
    references(
      in: """
        ---
        title: T
        language: \(language)
        ---

        ## 1. Scope

        \(text)

        ## 2. Duties

        y

        # Annex A: x

        ## A. Eins

        z

        ## B. Zwei

        z

        # Annex B: y

        # Anlage 1: x

        # Anlage 2: y
        """)
  }

  @Test(arguments: [
    ("Anlage 1 und 2 gelten.", "Anlage 1 und 2 -> Anlage 1, Anlage 2"),
    ("Die in Ziffer 1 und 2 genannten Dinge.", "Ziffer 1 und 2 -> 1, 2"),
    ("Die Beilagen 1 und 2 gelten.", "Beilagen 1 und 2 -> Anlage 1, Anlage 2"),
    ("Ziffer 1 und 2 Wochen später.", "Ziffer 1 -> 1"),
  ])
  func isReadInGerman(text: String, expected: String) {
    #expect(found(text, "de") == [expected])
  }

  @Test(arguments: [
    ("Annex A or B applies.", "Annex A or B -> Annex A, Annex B"),
    ("Under Annex A and I think so.", "Annex A -> Annex A"),
    ("Under section 1 and 2 copies are made.", "section 1 -> 1"),
  ])
  func isReadInEnglish(text: String, expected: String) {
    #expect(found(text, "en") == [expected])
  }

  @Test func isALetterOfASection() {
    let markdown = """
      ## A. Eins

      Die Abschnitte B und C gelten. Abschnitte B bis D gelten. Section B lists them. A section D x.

      ## B. Zwei

      x

      ## C. Drei

      x

      ## D. Vier

      Section E shall be none.
      """
    #expect(
      references(in: markdown) == [
        "Abschnitte B und C -> B, C", "Abschnitte B bis D -> B, C, D", "Section B -> B",
        "section D -> D",
      ])
  }

  @Test func isAnArticleInRomanNumerals() {
    let articles = ["I", "II", "III", "IV", "V"].map { "## Article \($0). A\n\n" }
    let text = "Articles I and V apply. Articles II, III and V do not."
    #expect(
      references(in: articles.joined(separator: "x\n\n") + text) == [
        "Articles I and V -> Article I, Article V",
        "Articles II, III and V -> Article II, Article III, Article V",
      ])
  }
}
