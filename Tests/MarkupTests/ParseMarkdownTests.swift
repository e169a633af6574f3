import Diagnostics
import Markup
import TestSupport
import Testing

struct ParseMarkdownTests {
  /// libcmark-gfm shares a table between parsers; without the gate this fails in most runs.
  @Test(.timeLimit(.minutes(10)))
  func parsesInParallelWhatItParsesAlone() async {
    let plain = "A *word* and a **bold** one | `x` | [l](u)\n\n| a |\n|---|\n| ~b~ |\n"
    let struck = "net ~~30~~ 14 days, *x* ~~y~~\n\n| ~~a~~ |\n|---|\n| b |\n"
    let expected = [plain, struck].map { dump($0) }
    #expect(expected[1].contains("strikethrough"))

    let wrong = await withTaskGroup(of: Int.self) { group in
      for worker in 0..<4 {
        group.addTask {
          (0..<1_500).count { round in
            let isStruck = (round + worker) % 5 == 0
            return dump(isStruck ? struck : plain) != expected[isStruck ? 1 : 0]
          }
        }
      }
      return await group.reduce(0, +)
    }

    #expect(wrong == 0)
  }

  @Test func countsFromTheStartOfTheFileBehindFrontmatter() throws {
    let source = MarkedSource("---\ntitle: T\n---\n\n⟦1⟧# Heading\n\ntext\n\n  - ⟦2⟧item\n")
    let (tree, _) = parseMarkdown(source.bytes, bodyStart: 17, path: "a.md")

    let heading = try #require(tree.nodes.first { $0.kind == .heading })
    let paragraph = try #require(tree.nodes.last { $0.kind == .paragraph })
    #expect(tree.position(ofByte: Int(heading.offset)) == source.positions[1])
    #expect(tree.position(ofByte: Int(paragraph.offset)) == source.positions[2])
  }

  /// Addresses that the generator of a site fills in, as they were written.
  @Test(arguments: [
    "{{ site.mail }}", "{{< ref \"terms.md\" >}}", "{% link _docs/terms.md %}",
    "{{% relref \"a\" %}}",
    "{{ site.url }}/terms?a=1&b=2", "https://x.example/{{ page.path | slug(1) }}",
  ])
  func readsDestinationsThatTemplatesFillIn(address: String) throws {
    let text = "See [us](\(address)) and `[x](\(address))` now.\n"
    let (tree, _) = parseMarkdown(Array(text.utf8), bodyStart: 0, path: "a.md")

    #expect(tree.links.map { String(decoding: $0.destination, as: UTF8.self) } == [address])
    let words = String(decoding: tree.plainText(of: 1), as: UTF8.self)
    #expect(words == "See us and [x](\(address)) now.")
  }

  @Test(arguments: ["[us]({{ a", "[us]({{ a\n}})", "a]({{ b }})", "[us](x {{ b }})"])
  func leavesOtherBracesAsTheyAre(text: String) {
    let (tree, _) = parseMarkdown(Array(text.utf8), bodyStart: 0, path: "a.md")

    #expect(tree.links.isEmpty)
    #expect(String(decoding: tree.plainText(of: 1), as: UTF8.self) == text)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func countsLinesWhateverEndsThem(lineEnd: String) throws {
    let text = ["a", "b", "", "> c", ""].joined(separator: lineEnd)
    let (tree, _) = parseMarkdown(Array(text.utf8), bodyStart: 0, path: "a.md")

    let last = try #require(tree.nodes.last { $0.kind == .paragraph })
    #expect(tree.position(ofByte: Int(last.offset)) == SourcePosition(line: 4, column: 3))
    #expect(tree.plainText(of: 1).elementsEqual("a\nb".utf8))
  }

  @Test func skipsAByteOrderMarkWithoutCountingIt() throws {
    let (tree, diagnostics) = parseMarkdown(
      [0xEF, 0xBB, 0xBF] + Array("# A\n\nb".utf8), bodyStart: 0, path: "a.md")

    #expect(diagnostics == [])
    #expect(tree.nodes[1].kind == .heading)
    #expect(tree.position(ofByte: Int(tree.nodes[1].offset)) == SourcePosition(line: 1, column: 1))
  }

  @Test(
    arguments: [
      [0x41, 0xFF, 0x42], [0x41, 0x00, 0x42], [0x41, 0xC3], [0x41, 0xC0, 0x80],
      [0x41, 0xE0, 0x80, 0x80], [0x41, 0xED, 0xA0, 0x80], [0x41, 0xF0, 0x80, 0x80, 0x80],
      [0x41, 0xF4, 0x90, 0x80, 0x80], [0x41, 0xE2, 0x82, 0x0A], [0x41, 0x80], [0x41, 0xF5],
    ] as [[UInt8]])
  func refusesWhatIsNoUTF8Text(bytes: [UInt8]) {
    let (tree, diagnostics) = parseMarkdown(
      Array("one\ntwo ".utf8) + bytes, bodyStart: 0, path: "a.md")

    #expect(tree.nodes.count == 1)
    #expect(diagnostics.map(\.code) == [.invalidEncoding])
    #expect(diagnostics.first?.range?.start == SourcePosition(line: 2, column: 6))
  }

  /// The library's own check is the oracle: all sequences of two bytes, and many of four.
  @Test func agreesWithTheStandardLibraryOnUTF8() {
    for first in UInt8(0x7E)...0xFF {
      for second in UInt8(0x7E)...0xFF {
        for rest in [[], [0x80], [0x80, 0xBF], [0xBF, 0x80, 0x41], [0xC0]] as [[UInt8]] {
          let bytes = [0x41, first, second] + rest
          let isText = String(validating: bytes, as: UTF8.self) != nil

          let (_, diagnostics) = parseMarkdown(bytes, bodyStart: 0, path: "a.md")

          #expect(diagnostics.map(\.code).contains(.invalidEncoding) == !isText)
        }
      }
    }
  }

  @Test func leavesASingleTildeAndACodeFenceAlone() {
    #expect(!dump("~one~ and ~~~\n\n~~~\ncode\n~~~\n").contains("strikethrough"))
    #expect(dump("~one~ ~~two~~").contains("strikethrough"))
  }

  @Test(arguments: [
    "code()", "a.b", "(see)", "a.", "1. x", "iiiiii. x", "abc. x", "(a. x", "a. x[^1]",
  ])
  func leavesIndentedCodeThatIsNoClause(line: String) {
    #expect(dump("1. One\n\n        \(line)\n").contains("codeBlock"))
  }

  @Test func leavesCodeBetweenFencesAndBehindHeadingsAlone() {
    #expect(dump("One\n\n```\na. code\n```\n").contains("codeBlock"))
    #expect(dump("# One\n\n    a. code\n").contains("codeBlock"))
  }

  @Test func readsIndentedClausesDownToALimit() {
    let deep = (0..<9).map { String(repeating: "    ", count: $0) + "a. x\n\n" }.joined()

    #expect(dump(deep).contains("codeBlock"))
    #expect(!dump(String(deep.prefix(40))).contains("codeBlock"))
  }

  @Test func leavesSpansOutAndKeepsTheirWords() {
    let (tree, diagnostics) = parseMarkdown(
      Array("1. <span class=\"x\">One</span> <SPAN>two</SPAN>".utf8), bodyStart: 0, path: "a.md")

    #expect(String(decoding: tree.text, as: UTF8.self) == "One two")
    #expect(diagnostics == [])
  }

  /// What a tree takes is more than one block of its memory, and a literal more than a block.
  @Test func parsesWhatFillsManyBlocksOfMemory() throws {
    let code = String(repeating: "0123456789", count: 20_000)
    let words = (0..<3_000).map { "word *\($0)* `code`" }
    let text = "~~~\n\(code)\n~~~\n\n" + words.joined(separator: "\n\n")
    let (tree, _) = parseMarkdown(Array(text.utf8), bodyStart: 0, path: "a.md")

    #expect(tree.plainText(of: 1).elementsEqual("\(code)\n".utf8))
    let paragraphs = tree.children(of: 0).dropFirst()
    #expect(
      paragraphs.map { String(decoding: tree.plainText(of: $0), as: UTF8.self) }
        == (0..<3_000).map { "word \($0) code" })
  }

  @Test(arguments: 0...80)
  func findsASignWhereverItStandsInALine(offset: Int) {
    let before = String(repeating: "a", count: offset) + " "
    let after = " " + String(repeating: "b", count: 80 - offset)
    #expect(dump("\(before)~~c~~\(after)").contains("strikethrough"))
    let broken = Array(before.utf8) + [0xFF] + Array(after.utf8)
    let (_, diagnostics) = parseMarkdown(broken, bodyStart: 0, path: "a.md")
    #expect(diagnostics.map(\.range?.start.column) == [offset + 2])
  }

  @Test func parsesNothingToADocument() {
    let (tree, diagnostics) = parseMarkdown([], bodyStart: 0, path: "a.md")

    #expect(diagnostics == [])
    #expect(tree.dump() == "document\n" || tree.dump() == "document 1:1\n")
  }
}

/// The printed tree of `text`.
func dump(_ text: String) -> String {
  parseMarkdown(Array(text.utf8), bodyStart: 0, path: "a.md").tree.dump()
}
