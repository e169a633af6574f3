import Diagnostics
import Foundation
import Markup
import TestSupport
import Testing

struct MarkupDiagnosticsTests {
  @Test(
    arguments: [
      ("one\n\ntwo *three* ⟦1⟧<div class=\"x\"> four", .rawHTML),
      ("> - one\n>   ⟦1⟧<script>\n", .rawHTML),
      ("| a |\n|---|\n| b ⟦1⟧<x> |\n", .rawHTML),
      ("one\n\n⟦1⟧<div>\ntwo\n</div>\n", .rawHTML),
      ("one ⟦1⟧<u>two\nthree", .unbalancedHTML),
      ("one *two* ⟦1⟧</u> three", .unbalancedHTML),
      ("one\n\n⟦1⟧<!-- two\n\nthree\n", .unclosedComment),
      ("one\ntwo ⟦1⟧[three](javascript:four) five", .unsafeLink),
      ("one\ntwo ⟦1⟧![three](data:four) five", .unsafeLink),
      ("one\ntwo ⟦1⟧<ftp://three> five", .unsafeLink),
      ("one\ntwo ⟦1⟧![three](https://four.example/a.png) five", .foreignImage),
      ("one\ntwo ⟦1⟧![three](//four.example/a.png) five", .foreignImage),
      ("one\ntwo⟦1⟧\u{7} three", .controlCharacter),
      ("# one ⟦1⟧\u{9B}31m", .controlCharacter),
      ("| one |\n|---|\n| ⟦1⟧\u{7F} |", .controlCharacter),
      ("one\n*two* ⟦1⟧\u{FFFE}", .controlCharacter),
      ("one\n*two* ⟦1⟧&#7; three", .controlCharacter),
      ("one ⟦1⟧&#x85; two", .controlCharacter), ("```\none ⟦1⟧\u{B}\n```", .controlCharacter),
      ("one\n⟦1⟧[two](x \"&#8;\")", .controlCharacter),
      ("⟦1⟧```&#8;\none\n```", .controlCharacter),
      ("one ⟦1⟧\u{202E}owt\u{202C} three", .controlCharacter),
      ("one ⟦1⟧\u{2066}two\u{2069}", .controlCharacter),
      ("*one* ⟦1⟧&#x202E;two", .controlCharacter),
      ("one\n\n⟦1⟧<<<<<<< HEAD\ntwo\n=======\nthree\n>>>>>>> main\n", .mergeConflict),
      ("one\n⟦1⟧<<<<<<<\r\n>>>>>>>", .mergeConflict),
    ] as [(String, Diagnostic.Code)])
  func pointsAtWhatItComplainsOf(marked: String, code: Diagnostic.Code) {
    let source = MarkedSource(marked)

    let (_, diagnostics) = parseMarkdown(source.bytes, bodyStart: 0, path: "a.md")

    #expect(diagnostics.map(\.code) == [code])
    #expect(diagnostics.first?.range?.start == source.positions[1])
    #expect(diagnostics.first?.help != nil)
  }

  @Test func showsBlanksForControlCharacters() {
    let text = "a\u{7}b\u{C}c\u{85}d\u{FFFF}e &#27;f `&#7;` &#228;\n\n<i\u{1}>\n\n    \u{1}g\n"

    let (_, diagnostics) = parseMarkdown(Array(text.utf8), bodyStart: 0, path: "a.md")

    let html = html(text)
    #expect(html.hasPrefix("<p>a b c  d   e  f <code>&amp;#7;</code> ä</p>"))
    #expect(html.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
    #expect(diagnostics.first { $0.code == .controlCharacter }?.severity == .warning)
    #expect(diagnostics.compactMap(\.notes.first?.summary) == ["5 more in this file"])
  }

  /// What turns a text round makes it another on the page than in its digest; marks of direction don't.
  @Test(arguments: [
    ("\u{202A}", "U+202A"), ("\u{202E}", "U+202E"), ("\u{2066}", "U+2066"),
    ("\u{2069}", "U+2069"), ("\u{2029}", nil), ("\u{202F}", nil), ("\u{2065}", nil),
    ("\u{206A}", nil), ("\u{200E}", nil), ("\u{200F}", nil),
  ])
  func namesWhatTurnsATextRound(character: String, name: String?) {
    let text = "Liability is \(character)detimil to 5."
    let (_, diagnostics) = parseMarkdown(Array(text.utf8), bodyStart: 0, path: "a.md")

    #expect(
      diagnostics.map(\.summary)
        == [name].compactMap {
          $0.map { "control character \($0) must not stand in a text; a blank is shown instead" }
        })
    #expect(html(text).contains(character) == (name == nil))
  }

  @Test func findsPlacesBehindControlCharacters() {
    let source = MarkedSource("one\u{7} two \u{9B}**three** ⟦1⟧four")
    let (tree, _) = parseMarkdown(source.bytes, bodyStart: 0, path: "a.md")

    var places = MarkupPlaces(tree, file: source.bytes)

    let four = Int32(tree.text.count - 4)
    #expect(places.position(ofText: four) == source.positions[1])
  }

  @Test func tellsTheFirstTwentyAndCountsTheRest() {
    let source = String(repeating: "<x> ", count: 30)

    let (_, diagnostics) = parseMarkdown(Array(source.utf8), bodyStart: 0, path: "a.md")

    #expect(diagnostics.count == 20)
    #expect(diagnostics.last?.notes.map(\.summary) == ["the file has 10 more of these"])
  }

  @Test func tellsOfCellsBeyondTheHeadOfTheirTable() {
    func summaries(_ row: String, prefix: String = "") -> [String] {
      let source = ["| A | B |", "|---|---|", row].map { prefix + $0 + "\n" }.joined()
      let (_, diagnostics) = parseMarkdown(Array(source.utf8), bodyStart: 0, path: "a.md")
      #expect(diagnostics.allSatisfy { $0.code == .surplusCell && $0.severity == .error })
      return diagnostics.map(\.summary)
    }
    for row in ["| a | b | only in the EU |", "a | b | only in the EU", "a|b|only in the EU|  |"] {
      for prefix in ["", "> ", "  "] {
        #expect(summaries(row, prefix: prefix).count == 1, "\(row)")
        #expect(summaries(row, prefix: prefix).first?.hasPrefix("'only in the EU' stands") == true)
      }
    }
    for row in [
      "| a | b |", "a | b", "| a |", "a", "| a | b | |", "| a | b ||  ", "| a \\| x | b |", "",
      "| `a \\| x` | b |",
    ] {
      #expect(summaries(row) == [], "\(row)")
    }
  }

  /// Seven signs are a rule, a quotation in a quotation, or text, where they are not all there.
  @Test(arguments: [
    "one\n\n<<<<<<< two\n\nthree\n", ">>>>>>> one\n", "one\n=======\n",
    " <<<<<<< one\n=======\n>>>>>>> two\n", "<<<<<<<one\n>>>>>>> two\n",
    "\\<<<<<<< one\n\n>>>>>>> two\n",
  ])
  func takesNoOtherSignsForAConflict(text: String) {
    let (_, diagnostics) = parseMarkdown(Array(text.utf8), bodyStart: 0, path: "a.md")

    #expect(!diagnostics.map(\.code).contains(.mergeConflict))
  }

  @Test func cutsLongExcerptsBetweenCharacters() {
    let source = "<x y=\"" + String(repeating: "ü", count: 80) + "\">"

    let (_, diagnostics) = parseMarkdown(Array("a \(source)".utf8), bodyStart: 0, path: "a.md")

    #expect(diagnostics.first?.summary.hasPrefix("'<x y=\"üüü") == true)
    #expect(diagnostics.first?.summary.contains("ü...'") == true)
    #expect(diagnostics.first?.summary.contains("\u{FFFD}") == false)
  }

  @Test(
    arguments: [
      .invalidEncoding, .fileTooLarge, .markupTooDeep, .tableTooWide, .tableTooRagged,
      .referencesTooLarge, .paragraphTooComplex, .rawHTML, .unbalancedHTML, .unclosedComment,
      .unsafeLink, .surplusCell,
    ] as [Diagnostic.Code])
  func hasAPageForEachCode(code: Diagnostic.Code) throws {
    let page = testFolder.appending(path: "../../docs/diagnostics/\(code.rawValue).md")

    let text = try String(contentsOf: page, encoding: .utf8)

    #expect(text.hasPrefix("# \(code.rawValue)\n"))
    for heading in ["## What", "## Why it matters", "## Example", "## Fix"] {
      #expect(text.contains(heading))
    }
  }
}
