import Diagnostics
import Foundation
import Markup
import TestSupport
import Testing

struct MarkupPlacesTests {
  /// The words «so» marked must be found where they stand, whatever stands between them.
  @Test(arguments: [
    "one *two* **three** ***four*** _five_ __six__ seven",
    "a\\*b one \\\\ two &amp; three &copy; four &#35; five &nosuch; six & seven",
    "one  \ntwo\\\nthree\nfour",
    "- one\n  two *three*\n- [x] four\n  five\n  1. six\n     seven",
    "> one\n> two\n>> three\n>> four *five*\n>six\nseven",
    "one [two *three*](http://x/y \"a title\") four [five](<u v>) six",
    "[one]: /one\n[two]: <two> 'two'\nreal text [one] and [two][one] then [one][] end",
    "one <u>two</u> <!-- three --> four <b>five</b> <x y=\"z\"> six",
    "one `two` ``three ` four`` ` five ` `six\nseven` eight",
    "# one *two*\n\nthree\nfour\n===\n\n## five ##",
    "| one | *two* |\n|---|---|\n| three \\| four | `five \\| six` |\n  | seven | eight |",
    "> | one |\n> |---|\n> | two \\* three |",
    "```x\none\n  two\n```\n\n    three\n      four\n\n> ```\n> five\n> ```",
    "one ~~two~~ three ![four](five) six <http://seven> eight <mail@nine.example> ten",
    "one[^n] two\n\n[^n]: three *four*\n\n    five",
    "one\r\ntwo *three\r\nfour* five\r\n\r\nsix\r\nseven",
    "para one\nthe head | *two*\n---|---\nthree | four",
    "1. one\n\n        a. two *three*\n\n        b. four\n           five\n\n2. six",
    "one\r\n\r\n    a. two\r\n\r\n    b. three *four*\r\n\r\nfive",
    "one\n\n    a. two\n\n        i. three *four*\n\n    b. five",
    "ümläut *zwölf* &uuml; drei – **vier** „fünf“ sechs",
    "[one][two] three\n\n[one]: /u",
    "&NotEqualTilde; one &ngE;two",
    "<div>\none\n  two\n</div>\n\n> <div>\n> three",
    "<table>\n<tr>\n<td class=\"x\">one <b>two</b>\n  three</td><td><p>four &amp; five</p>\n"
      + "<p>six <a href=\"one\">seven</a> eight</p></td></tr>\n</table>",
    "> <table><tr>\n>   <td>one\n>  two</td>\n> </tr></table>",
    "- a\n\n  <table>\n    <tr>\n\n      <td>one</td>\n    <td><em>two</em></td></tr></table>",
    "*one **two** three* **four *five* six**, **seven*eight*",
  ])
  func findsEachWordWhereItStands(source: String) {
    #expect(misplacedWords(in: source) == [])
  }

  @Test func findsTheWordsOfTheSpecification() throws {
    let wrong = try Example.all().flatMap { example in
      misplacedWords(in: example.markdown).map { "\(example.number): \($0)" }
    }

    #expect(wrong == [])
  }

  @Test(arguments: try Fixture.all())
  func findsTheWordsOfTheFixtures(fixture: Fixture) throws {
    #expect(misplacedWords(in: String(decoding: try fixture.input(), as: UTF8.self)) == [])
  }

  @Test func givesTheRangeOfAStretchOfText() throws {
    let source = MarkedSource("a\n\n> see *⟦1⟧section\n>   9⟦2⟧* of it\n")
    let (tree, _) = parseMarkdown(source.bytes, bodyStart: 0, path: "a.md")
    let emphasis = try #require(tree.nodes.first { $0.kind == .emphasis })
    var places = MarkupPlaces(tree, file: source.bytes)

    let range = places.range(ofText: emphasis.textStart..<emphasis.textEnd, path: "a.md")

    #expect(range.start == source.positions[1])
    #expect(range.end == source.positions[2])
  }

  @Test(.timeLimit(.minutes(10)))
  func staysLinearForALongParagraph() {
    let source = Array(String(repeating: "*a* \\& `b` [c](d) &amp; ", count: 8_000).utf8)
    let (tree, _) = parseMarkdown(source, bodyStart: 0, path: "a.md")
    var places = MarkupPlaces(tree, file: source)

    var last = -1
    for text in 0..<Int32(tree.text.count) {
      let offset = places.fileOffset(ofText: text)
      #expect(offset > last)
      last = offset
    }
  }

  /// Words of the tree's text that are not found where the file has them; only such as stand once
  /// in the file can be checked.
  private func misplacedWords(in source: String) -> [String] {
    let file = Array(source.utf8)
    let (tree, _) = parseMarkdown(file, bodyStart: 0, path: "a.md")
    var places = MarkupPlaces(tree, file: file)
    func words(_ bytes: [UInt8]) -> [(Int, ArraySlice<UInt8>)] {
      var words: [(Int, ArraySlice<UInt8>)] = []
      var start: Int?
      for index in 0...bytes.count {
        let isLetter =
          index < bytes.count && (bytes[index] | 0x20 >= 0x61 && bytes[index] | 0x20 <= 0x7A)
        if isLetter, start == nil { start = index }
        if !isLetter, let from = start {
          words.append((from, bytes[from..<index]))
          start = nil
        }
      }
      return words
    }
    let inFile = Dictionary(grouping: words(file)) { $0.1 }
    return words(tree.text).compactMap { offset, word in
      guard let standing = inFile[word], standing.count == 1 else { return nil }
      let found = places.fileOffset(ofText: Int32(offset))
      guard found != standing[0].0 else { return nil }
      return "\(String(decoding: word, as: UTF8.self)) at \(found), not \(standing[0].0)"
    }
  }
}
