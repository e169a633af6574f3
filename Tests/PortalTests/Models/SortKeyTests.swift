import Testing

@testable import Portal

struct SortKeyTests {
  @Test func sortsUmlautsWithTheirLettersAsDIN5007Has() {
    let names = [
      "Zebra", "Özil", "Apfel", "ofen", "Äpfel", "Straße", "Strasse", "Strassen", "Émile",
    ]

    #expect(
      names.sorted { sortKey($0) < sortKey($1) } == [
        "Apfel", "Äpfel", "Émile", "ofen", "Özil", "Strasse", "Straße", "Strassen", "Zebra",
      ])
  }

  @Test func takesBothFormsOfAMarkedLetterForOne() {
    #expect(sortKey("O\u{308}zil") == sortKey("Özil"))
  }
}
