import Foundation
import Testing

@testable import Search

struct WordFolderTests {
  private func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var folder = WordFolder()
    var position = 0
    var words: [String] = []
    while folder.next(in: bytes.span, from: &position, to: bytes.count) {
      words.append(String(decoding: folder.word, as: UTF8.self))
    }
    return words
  }

  @Test(arguments: [
    ("Löschung", "loschung"), ("Loeschung", "loschung"), ("LÖSCHUNG", "loschung"),
    ("Maßnahme", "massnahme"), ("für", "fur"), ("fuer", "fur"), ("neue", "neue"),
    ("Quelle", "quelle"), ("Daten", "daten"), ("ÆØÅ", "æøa"), ("naïve", "naive"),
    ("Łódź", "łodz"), ("İzmir", "izmir"), ("ΑΘΗΝΑ", "αθηνα"), ("aee", "ae"),
  ])
  func foldsAWord(word: String, folded: String) {
    #expect(words(word) == [folded])
  }

  @Test func cutsAtPunctuationSymbolsAndSpaces() {
    #expect(
      words("„Art. 28(3)“ – DSGVO’s 30\u{A0}Tage…") == [
        "art", "28", "3", "dsgvo", "s", "30", "tage",
      ])
  }

  @Test func foldsLatinLettersAsUnicodeDecomposesThem() {
    for value in UInt32(0xC0)...0x17E where value != 0xD7 && value != 0xF7 && value != 0xDF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let expected = String(scalar).lowercased().decomposedStringWithCanonicalMapping
      let first = expected.unicodeScalars.first.map { String($0) } ?? ""
      #expect(words(String(scalar)) == [first], "U+\(String(value, radix: 16))")
    }
  }

  @Test func foldsAPrefixToAPrefix() {
    for word in [
      "Auftragsverarbeitung", "Loeschkonzept", "Bäuerinnen", "Aeusserung", "Treuhaender",
    ] {
      let whole = words(word)[0]
      for length in 1...word.count {
        #expect(whole.hasPrefix(words(String(word.prefix(length)))[0]), "\(word.prefix(length))")
      }
    }
  }

  @Test func readsBrokenBytesAsSpaces() {
    let bytes: [UInt8] = [0x61, 0xC3, 0x62, 0xFF, 0x63, 0xE2, 0x82]
    var folder = WordFolder()
    var position = 0
    var found: [[UInt8]] = []
    while folder.next(in: bytes.span, from: &position, to: bytes.count) {
      found.append(folder.word)
    }
    #expect(found == [[0x61], [0x62], [0x63]])
  }
}
