import Testing

/// Rows of tables that print the number of a clause.
struct NumberedRowTests {
  private static let table = "| No. | Text |\n|---|---|\n| 4.1 | One |\n| 4.2 Two | Zwei |\n"

  @Test(arguments: [("clause 4.1", "2 / row 1"), ("Section 4.2", "2 / row 2")])
  func areFound(text: String, path: String) {
    #expect(
      references(in: "## 1. Scope\n\nSee \(text).\n\n## 2. Details\n\n\(Self.table)")
        == ["\(text) -> \(path)"])
  }

  @Test func standBehindClauses() {
    let text = "## 2. Details\n\n\(Self.table)\n## 4. Rest\n\n4.1 See clause 4.1.\n\n4.2 Two.\n"
    #expect(references(in: text) == ["clause 4.1 -> 4.1"])
  }

  @Test func haveNoFurtherLevels() {
    let text = "## 1. Scope\n\nSee clause 4.1(a).\n\n## 2. Details\n\n\(Self.table)"
    #expect(references(in: text) == ["clause 4.1(a) ->  (unresolved)"])
  }
}
