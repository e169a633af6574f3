import Testing

@testable import Portal

struct ForeignQuotesTests {
  @Test(arguments: [
    ("a “muss” b", "a “<span lang=\"de\">muss</span>” b"),
    ("“a” becomes “b”", "“<span lang=\"de\">a</span>” becomes “<span lang=\"de\">b</span>”"),
    ("“der „Kunde“ ist” x", "“<span lang=\"de\">der „Kunde“ ist</span>” x"),
    ("“a & b", "“<span lang=\"de\">a &amp; b</span>"),
  ])
  func marksWhatAnEnglishSentenceQuotes(text: String, html: String) {
    #expect(marked(text, "en", "de") == html)
  }

  @Test(arguments: [
    (
      "aus „shall“ wird „may“",
      "aus „<span lang=\"en\">shall</span>“ wird „<span lang=\"en\">may</span>“"
    ),
    ("„the “Provider” is“ x", "„<span lang=\"en\">the “Provider” is</span>“ x"),
  ])
  func marksWhatAGermanSentenceQuotes(text: String, html: String) {
    #expect(marked(text, "de", "en") == html)
  }

  @Test func leavesSentencesThatQuoteNothing() {
    #expect(marked("the period is 10 days", "en", "de") == nil)
    #expect(marked("", "en", "de") == nil)
  }

  private func marked(_ text: String, _ sentence: String, _ quoted: String) -> String? {
    ForeignQuotes(sentence: sentence, quoted: quoted).marked(text)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
