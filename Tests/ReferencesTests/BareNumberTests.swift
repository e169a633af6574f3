import Testing

/// Numbers of clauses without a word, behind words that lead to them.
struct BareNumberTests {
  private func found(_ text: String) -> [String] {
    references(in: "## 4. Duties\n\n4.1 \(text)\n\n4.2 x\n\n4.3 y\n")
  }

  @Test(arguments: [
    ("Except for a breach of 4.2 or 4.3.", ["4.2 or 4.3 -> 4.2, 4.3"]),
    ("It applies in the cases of 4.2.", ["4.2 -> 4.2"]),
    ("Subject to 4.3, it ends.", ["4.3 -> 4.3"]),
    ("In accordance with 4.2 and 4.3, it ends.", ["4.2 and 4.3 -> 4.2, 4.3"]),
    // Amounts, and numbers that no place has.
    ("In the case of 4.2 million euros.", []), ("A share of 4.2 percent, or 4.3 points.", []),
    ("Subject to 9.9 it ends.", []), ("A breach of 4.2 % of the terms.", []),
  ])
  func areReferences(text: String, expected: [String]) {
    #expect(found(text) == expected)
  }
}
