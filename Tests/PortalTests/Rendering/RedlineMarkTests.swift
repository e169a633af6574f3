import Changes
import Foundation
import History
import TestSupport
import Testing

@testable import Portal

/// What redlines show of words that look otherwise in the text itself, and of the old text.
struct RedlineMarkTests {
  private func html(_ old: String, _ new: String, in language: String = "en") throws -> String {
    let read = readVersions(
      [old, new].map { text in
        let file = ContentFile(name: "a.md", path: "a.md", bytes: Array(text.utf8))
        return UnreadVersion(id: "", files: [file], isLoose: true)
      }, workers: 1)
    let redline = try #require(compare(read[0].contents, read[1].contents).redlines.first)
    let renderer = RedlineRenderer(
      redline, words: RedlineWords(try shippedWords(language)), oldPage: "old.html",
      newPage: "new.html")
    return String(decoding: renderer.render(), as: UTF8.self)
  }

  private func edited(_ text: String) throws -> String {
    let old = "## 1. End\n\n\(text)\n"
    return try html(old, old.replacing("30", with: "60"))
  }

  @Test func strikesOutWhatTheTextStrikesOut() throws {
    let html = try edited("It erases the data ~~or returns it~~ within 30 days.")

    #expect(
      html.contains(
        "data <s><span class=\"visually-hidden\">[struck out: </span>or returns it"
          + "<span class=\"visually-hidden\">]</span></s> within <del>"))
    // Woven into one, before and after.
    #expect(html.components(separatedBy: "<s>").count == 4)
  }

  @Test func raisesAndLowersWhatTheTextDoes() throws {
    let html = try edited("Up to 10<sup>6</sup> records of CO<sub>2</sub> stay for 30 days.")

    #expect(html.contains("Up to 10<sup>6</sup> records of CO<sub>2</sub> stay for <del>"))
  }

  @Test func showsBoxes() throws {
    let html = try edited("- [x] Disks are wiped for 30 days.\n- [ ] Tapes are kept for 30 days.")

    #expect(html.contains(">\u{2611}</span> Disks"))
    #expect(html.contains("role=\"img\" aria-label="))
    let other = try self.html("- [ ] Tapes are kept.\n\nA\n", "- [x] Tapes are kept.\n\nA\n")
    #expect(other.contains(">\u{2611}</span> Tapes are kept."))
  }

  @Test func marksStruckWordsThatAreNewOrGone() throws {
    let html = try html("## 1. A\n\nIt is ~~not~~ so.\n", "## 1. A\n\nIt ~~now~~ is so.\n")

    #expect(html.contains("<ins><span class=\"visually-hidden\">[added: </span><s>"))
    #expect(html.contains("<del><span class=\"visually-hidden\">[removed: </span><s>"))
  }

  /// Letter by letter, as who copies it quotes it.
  @Test func showsTheOldTextAsItWas() throws {
    let html = try html(
      "## 1. A\n\nData is kept in the EEA (Art. 28 (9) GDPR); it is due.\n",
      "## 1. A\n\nData is kept in the EEA and Norway (Art. 28(9) GDPR); it is due at once.\n")
    let pair = try #require(html.components(separatedBy: "class=\"before\">").last)
    let before = pair.components(separatedBy: "class=\"after\">")

    #expect(before[0].contains("Data is kept in the EEA (Art. 28 (9) GDPR); it is due.</p>"))
    #expect(
      before[1].contains("(Art. 28(9) GDPR); it is due <ins>"))
  }
}
