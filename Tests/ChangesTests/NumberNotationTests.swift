import Changes
import Testing

/// Numbers in digits mean what they mean in the language of their text.
struct NumberNotationTests {
  private func told(_ old: String, _ new: String, in language: String) -> [String] {
    func text(_ clause: String) -> String {
      "---\nlanguage: \(language)\n---\n\n# T\n\n## 1. A\n\n\(clause)\n"
    }
    return changeSet(text(old), text(new)).changes
      .map { "\($0.materiality.rawValue) \($0.rule.rawValue)" }
  }

  @Test(arguments: [
    ("de", "Nach 1.500 Sekunden.", "Nach 1500 Sekunden."),
    ("de-AT", "Nach 1.500 Sekunden.", "Nach 1500 Sekunden."),
    ("en", "After 1,500 seconds.", "After 1500 seconds."),
    ("en-GB", "After 1,500 seconds.", "After 1 500 seconds."),
    ("de", "Ein Satz von 1.5% gilt.", "Ein Satz von 1,5 % gilt."),
    ("en", "A rate of 1,5 % is due.", "A rate of 1.5% is due."),
    ("en", "A rate of 99.9 % is due.", "A rate of 99.90 % is due."),
    ("en", "A cap of EUR 1,000.00 is due.", "A cap of EUR 1.000,00 is due."),
    ("en", "A cap of EUR 1.5 million is due.", "A cap of EUR 1,500,000 is due."),
    ("en", "A cap of two million euros is due.", "A cap of \u{20AC}2,000,000 is due."),
    ("de", "Die Grenze ist 1,5 Mio. Euro.", "Die Grenze ist 1.500.000 Euro."),
    ("de", "Die Grenze ist 2,25 Millionen Euro.", "Die Grenze ist 2.250.000,00 EUR."),
    ("fr", "La somme de 1.234.567 EUR.", "La somme de 1 234 567 EUR."),
    ("de-CH", "Die Summe ist 50'000 Franken.", "Die Summe ist 50000 Franken."),
    ("pl", "Stawka 0,125 punktu.", "Stawka 0.125 punktu."),
    ("en", "Upon 30 days' notice it ends.", "Upon thirty (30) days\u{2019} notice it ends."),
    ("en", "Upon 30 days notice it ends.", "Upon thirty (30) days\u{2019} notice it ends."),
  ])
  func callsTheSameNumberSpelling(language: String, old: String, new: String) {
    #expect(told(old, new, in: language) == ["editorial spelling"])
    #expect(told(new, old, in: language) == ["editorial spelling"])
  }

  @Test(arguments: [
    ("de", "Nach 1.500 Sekunden.", "Nach 1,500 Sekunden."),
    ("de", "Nach 1,500 Sekunden.", "Nach 1500 Sekunden."),
    ("en", "After 1.500 seconds.", "After 1500 seconds."),
    ("en", "After 1.500 seconds.", "After 1,500 seconds."),
    ("en", "A rate of 2.500 % is due.", "A rate of 2,500 % is due."),
    ("en", "A cap of EUR 1,000 is due.", "A cap of EUR 1.000 is due."),
    ("en", "A cap of EUR 1.5 million is due.", "A cap of EUR 150,000 is due."),
    ("en", "A cap of EUR 5 million is due.", "A cap of EUR 5 thousand is due."),
    ("de-CH", "Die Summe ist 1.500 Franken.", "Die Summe ist 1500 Franken."),
    ("tlh", "A cap of EUR 1,000.", "A cap of EUR 1000."),
    ("en", "As of release 1.5 of it.", "As of release 1.50 of it."),
    ("en", "A rate of 1.5 % is due.", "A rate of 15 % is due."),
  ])
  func callsAnotherNumberANumber(language: String, old: String, new: String) {
    #expect(told(old, new, in: language) == ["substantive number"])
    #expect(told(new, old, in: language) == ["substantive number"])
  }

  /// Without a language, the words of the text tell it; without those, nobody can.
  @Test(arguments: [
    ("Die Frist endet nach 1.500 Tagen und der Frist.", "1.500", "1500", "editorial spelling"),
    ("The list has 1.500 rows and ends.", "1.500", "1500", "substantive number"),
    ("2.500 %", "2.500", "2,500", "substantive number"),
  ])
  func readsALanguageThatNobodyStated(text: String, old: String, new: String, judgement: String) {
    let page = "# T\n\n\(text)\n"
    let changes = changeSet(page, page.replacing(old, by: new)).changes
    #expect(changes.map { "\($0.materiality.rawValue) \($0.rule.rawValue)" } == [judgement])
  }
}
