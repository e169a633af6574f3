import Testing

@testable import Frontmatter

/// Which ids can be the folder of a page.
struct FolderNameTests {
  @Test(arguments: [
    "dpa", "DPA-2026", "a", "Vertrag über Auftragsverarbeitung", "契約", "terms (v2)", "2.40",
    "console",
  ])
  func takesNames(id: String) {
    #expect(isFolderName(id))
  }

  @Test(arguments: [
    "", ".", "..", "../dpa", "/etc/dpa", "a/b", "a\\b", "a:b", "a\nb", "a\u{0}b", "\u{202E}abc",
    "a\u{200B}b", "a\u{A0}b", ".git", "dpa.", " dpa", "dpa ", "CON", "nul.txt", "Com1",
    "index.html",
    "\"dpa\"", "a?b", String(repeating: "x", count: 101),
  ])
  func refusesWhatNoFolderCanBeEverywhere(id: String) {
    #expect(!isFolderName(id))
  }
}
