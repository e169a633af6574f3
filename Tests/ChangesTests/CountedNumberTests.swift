import Changes
import Deadlines
import Testing

/// Sentences name what a number counts, or what it is of.
struct CountedNumberTests {
  @Test(arguments: [
    ("Passwords have @ characters.", "12", "10", "12 characters", "10 characters"),
    ("Servers stand in Level @, with a guard.", "3", "4", "Level 3", "Level 4"),
    ("Of @ and more.", "3", "4", "3", "4"),
  ])
  func quotesANumberWithItsWord(
    text: String, before: String, after: String, old: String, new: String
  ) {
    func page(_ number: String) -> String {
      "# Terms\n\n" + text.replacing("@", with: number) + "\n"
    }
    #expect(
      changeSet(page(before), page(after)).changes.map { $0.statement.english } == [
        "para 1: \u{201C}\(old)\u{201D} becomes \u{201C}\(new)\u{201D}"
      ])
  }

  /// What stands in another cell says nothing of it.
  @Test func staysInItsCell() {
    func table(_ number: Int) -> String {
      "# Terms\n\n| Task | Rate |\n|---|---|\n| Support | \(number) |\n| Work | 90 |\n"
    }
    #expect(
      changeSet(table(95), table(99)).changes.map { $0.statement.english } == [
        "row 1 \u{201C}Support\u{201D}: Rate: \u{201C}95\u{201D} becomes \u{201C}99\u{201D}"
      ])
  }
}
