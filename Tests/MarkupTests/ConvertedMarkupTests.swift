import Diagnostics
import Markup
import Testing

/// What converters leave behind: spans with attributes, headings and frames of HTML.
struct ConvertedMarkupTests {
  private func text(_ markdown: String) -> String {
    let tree = parseMarkdown(Array(markdown.utf8), bodyStart: 0, path: "a.md").tree
    return tree.children(of: 0).map { String(decoding: tree.plainText(of: $0), as: UTF8.self) }
      .joined(separator: "|")
  }

  @Test(arguments: [
    ("[]{#_Toc1 .anchor}**One**", "One"), ("One []{#two}three", "One three"),
    ("[One]{.underline} two", "One two"), ("**[One *two*]{.smallcaps}** three", "One two three"),
    ("[a [b](#c)]{.mark} d", "a b d"), ("[One [two]{.mark}]{.underline}", "One two"),
    ("# []{#a .anchor}1. One", "1. One"),
  ])
  func leaveOnlyTheirWords(markdown: String, expected: String) {
    #expect(text(markdown) == expected)
  }

  @Test(arguments: ["[One]{x}", "{.mark}", "One]{.mark}", "a {#b .c}", "[One] {.mark}"])
  func staysWhatItIs(markdown: String) {
    #expect(text(markdown) == markdown)
  }

  @Test func keepsTheNamesOfAnchors() {
    let markdown = "[]{#one .anchor}A <a name=\"two\"></a>b <span id=\"three\">c</span>"
    let tree = parseMarkdown(Array(markdown.utf8), bodyStart: 0, path: "a.md").tree
    #expect(
      tree.anchors.map { String(decoding: $0.name, as: UTF8.self) } == ["one", "two", "three"])
    #expect(tree.anchors.map(\.text) == [0, 2, 4])
  }

  @Test(arguments: [
    ("<h1>One</h1>", 1, "One"),
    ("<h2 id=\"x\">2. Two &amp; <b>three</b></h2>", 2, "2. Two & three"),
    ("<H3 align=\"center\">\n  \u{A7} 4 Four\n</H3>", 3, "\u{A7} 4 Four"),
  ])
  func headingsOfHTMLAreHeadings(markdown: String, level: Int32, expected: String) {
    let (tree, diagnostics) = parseMarkdown(Array(markdown.utf8), bodyStart: 0, path: "a.md")
    #expect(tree.nodes[1].kind == .heading)
    #expect(tree.nodes[1].value == level)
    #expect(String(decoding: tree.plainText(of: 1), as: UTF8.self) == expected)
    #expect(diagnostics == [])
  }

  @Test(arguments: ["<h1>One</h2>", "<h1>One</h1>\n<p>Two</p>", "<h1></h1>"])
  func otherBlocksOfHTMLAreNone(markdown: String) {
    let (tree, diagnostics) = parseMarkdown(Array(markdown.utf8), bodyStart: 0, path: "a.md")
    #expect(tree.nodes[1].kind == .htmlBlock)
    #expect(diagnostics.map(\.code) == [.rawHTML])
  }

  @Test func framesShowNothing() {
    let (_, diagnostics) = parseMarkdown(
      Array("<div align=\"center\">\n\n# One\n\n</div>\n\n<center>\n\nTwo\n\n</center>\n".utf8),
      bodyStart: 0, path: "a.md")
    #expect(diagnostics == [])
    #expect(text("<div>\n\n# One\n\n</div>") == "|One|")
  }

  @Test func spansOfAHostileTextTakeNoTime() {
    let many = String(repeating: "[a]{.b}", count: 20_000)
    #expect(text(many) == String(repeating: "a", count: 20_000))
    #expect(text("[" + String(repeating: "a]{.b}", count: 20_000)).utf8.count > 20_000)
  }
}
