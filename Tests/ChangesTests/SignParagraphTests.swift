import Changes
import Testing

/// Paragraphs without words, which nothing but their signs can be compared by.
struct SignParagraphTests {
  private func changes(_ old: [String], _ new: [String]) -> [String] {
    func page(_ texts: [String]) -> String { "# List\n\n" + texts.joined(separator: "\n\n") + "\n" }
    return lines(changeSet(page(old), page(new)))
  }

  @Test(arguments: [":::", "\u{2014}", "\u{2713}", "&", "* * * \u{2020}"])
  func takesThemForTheSame(signs: String) {
    #expect(
      changes(
        [signs, "It is for all customers.", signs, "We use companies."],
        [signs, "It is for customers on any plan.", signs, "We use companies."]
      ).count == 1)
  }

  @Test func tellsOneThatCame() {
    #expect(
      changes(
        ["Doors are locked.", "Windows have bars."],
        ["Doors are locked.", "&&&", "Windows have bars."])
        == ["clause-added - > para 2 [|&&&] substantive: addition"])
  }
}
