import Agreements
import Markup
import TestSupport
import Testing

@testable import Portal

struct TextExcerptsTests {
  @Test func quotesTheSentenceOfAWord() {
    let agreement = structured(
      "Before it. “Data” means what Art. 4 says. Behind\nit.\n\nAnother one.")
    var excerpts = TextExcerpts(of: agreement)
    #expect(
      excerpts.sentence(around: range(of: "Data", in: agreement))
        == "“Data” means what Art. 4 says.")
    #expect(excerpts.sentence(around: range(of: "Behind", in: agreement)) == "Behind it.")
    #expect(excerpts.sentence(around: range(of: "Before", in: agreement)) == "Before it.")
    #expect(excerpts.sentence(around: range(of: "Another", in: agreement)) == "Another one.")
  }

  @Test func cutsALongSentenceAtSpaces() {
    let filler = Array(repeating: "wört", count: 300).joined(separator: " ")
    let agreement = structured("\(filler) here \(filler).")
    var excerpts = TextExcerpts(of: agreement)
    let words = range(of: "here", in: agreement)
    let whole = 0..<Int32(agreement.tree.text.count)
    for quoted in [excerpts.sentence(around: words), excerpts.excerpt(of: whole, around: words)] {
      #expect(quoted.hasPrefix("… wört ") && quoted.hasSuffix(" wört …"))
      #expect(quoted.contains("wört here wört"))
      #expect(quoted.utf8.count <= TextExcerpts.longest + 8)
    }
  }

  @Test(arguments: ["ä", "a"]) func cutsWhatHasNoSpaces(letter: String) {
    let agreement = structured(String(repeating: letter, count: 2_000))
    let words = Int32(1_000)..<Int32(1_002)
    let whole = 0..<Int32(agreement.tree.text.count)
    let quoted = TextExcerpts(of: agreement).excerpt(of: whole, around: words)
    #expect(quoted.utf8.count <= TextExcerpts.longest + 8)
    #expect(!quoted.contains("\u{FFFD}"))
  }

  @Test func quotesAShortSentenceWhole() {
    let agreement = structured("The processor answers\nwithin 3 days.")
    let whole =
      range(of: "The processor", in: agreement).lowerBound..<Int32(agreement.tree.text.count)
    #expect(
      TextExcerpts(of: agreement).excerpt(of: whole, around: range(of: "3 days", in: agreement))
        == "The processor answers within 3 days.")
  }

  private func structured(_ text: String) -> Agreement {
    readAgreement(Array("## 1 A\n\n\(text)\n".utf8), path: "a.md", isLone: true).agreement
  }

  private func range(of word: String, in agreement: Agreement) -> Range<Int32> {
    let text = agreement.tree.text
    let start = text.indices.first { text[$0...].starts(with: word.utf8) } ?? 0
    return Int32(start)..<Int32(start + word.utf8.count)
  }
}
