import Diagnostics
import Foundation
import Markup
import TestSupport
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
    ("# []{#a .anchor}1. One", "1. One"), ("[]{#_Toc1\n.anchor}One", "One"),
    ("One [two]{.underline\n    .mark} three", "One two three"),
    ("> [One]{#a\n> .b} two", "One two"), ("[Eins]{lang=\"de\"} two", "Eins two"),
    ("[One]{#\u{FC}ber} two", "One two"), ("[One](two){.three} four", "One four"),
    ("![One](a.png){width=\"6in\"\nheight=\"2in\"} two", "One two"),
    ("<https://one.example>{.uri} two", "https://one.example two"),
    ("`<u>`{=html}One`</u>`{=html} two", "One two"), ("One`<br>`{=html}two", "One\ntwo"),
    ("1^st^ of 2^nd^", "1st of 2nd"), ("^1)^ One", "1) One"),
    ("```{=html}\n<!-- -->\n```", ""), ("::: note\nOne.\n:::", "One."),
    ("::: {.note .two}\nOne.\n\n::: two\nTwo.\n:::::\n:::", "One.|Two."),
    (":::tip[One]\n\nTwo.\n\n:::", "One|Two."), (":::tip One\n\nTwo.\n\n:::", "One|Two."),
    ("> ::: note\n> One.\n> :::", "One."), ("| A |\n|---|\n\n: One", "A|One"),
    ("<table><tr><td>A</td></tr></table>\n\n: One", "A|One"), (": One", ": One"),
  ])
  func leaveOnlyTheirWords(markdown: String, expected: String) {
    #expect(text(markdown) == expected)
  }

  @Test(arguments: [
    "[One]{x}", "{.mark}", "One]{.mark}", "a {#b .c}", "[One] {.mark}", "[One]{covers=\"28.2\"}",
    "x^2 and y^3", "[^1] and [^2]", "a^^b", "a ::: b",
    "One {=html}",
  ])
  func staysWhatItIs(markdown: String) {
    #expect(text(markdown) == markdown)
  }

  @Test(arguments: [
    ("```\n::: note\n```", "::: note\n"), ("~~~\n[a]{.b}\n:::\n~~~", "[a]{.b}\n:::\n"),
    ("    ::: note\n\n    One\n", "::: note\n\nOne\n"), ("`{=html}`", "{=html}"),
  ])
  func codeStaysAsItIs(markdown: String, expected: String) {
    #expect(text(markdown) == expected)
  }

  @Test func keepsPlacesBehindJoinedLines() throws {
    let markdown =
      "[One]{#a\n.b} two\n\n![x](y.png){width=\"1in\"\r\nheight=\"2in\"}\r\n\n# Three\n"
    let (tree, _) = parseMarkdown(Array(markdown.utf8), bodyStart: 0, path: "a.md")
    let heading = try #require(tree.nodes.first { $0.kind == .heading })
    let position = tree.position(ofByte: Int(heading.offset))
    #expect(position.line == 7)
    #expect(position.column == 1)
  }

  @Test(arguments: [
    "the 1^st^ of *May* ⟦1⟧[x](javascript:y)", "[a]{.mark}[b]{.mark} c ⟦1⟧[x](javascript:y)",
    "![a](b.png){width=\"1in\"} c ⟦1⟧[x](javascript:y)",
    "`<u>`{=html}a`</u>`{=html} ⟦1⟧[x](javascript:y)",
  ])
  func keepsPlacesBehindMarks(marked: String) {
    let source = MarkedSource(marked)
    let (_, diagnostics) = parseMarkdown(source.bytes, bodyStart: 0, path: "a.md")
    #expect(diagnostics.map(\.code) == [.unsafeLink])
    #expect(diagnostics.first?.range?.start == source.positions[1])
  }

  @Test func raisedLettersAreElements() {
    let html = html("the 1^st^ *of* 10^-3^")
    #expect(html.contains("<p>the 1<sup>st</sup> <em>of</em> 10<sup>-3</sup></p>"))
  }

  /// Without a word, the words of both sides and of comments would be published.
  @Test(arguments: [
    "within [⟦1⟧72]{.deletion author=\"J. Doe\"\ndate=\"2024-05-01\"} hours",
    "within\n⟦1⟧<span class=\"deletion\"\nauthor=\"J. Doe\">72</span> hours",
    "of [⟦1⟧Why?]{.comment-start id=\"0\" author=\"J. Doe\"}any[]{.comment-end id=\"0\"} breach",
    "One⟦1⟧.[]{.paragraph-deletion author=\"J. Doe\"}\n\nTwo.",
    "[a]{.mark}[b]{.mark} [⟦1⟧Old\nwords.]{.deletion author=\"J. Doe\"}",
  ])
  func trackedChangesAreReported(marked: String) {
    let source = MarkedSource(marked)
    let (_, diagnostics) = parseMarkdown(source.bytes, bodyStart: 0, path: "a.md")
    #expect(diagnostics.map(\.code) == [.trackedChange])
    #expect(diagnostics.first?.severity == .error)
    #expect(diagnostics.first?.range?.start == source.positions[1])
  }

  @Test func trackedChangesInCellsOfHTMLAreReported() {
    let (_, diagnostics) = parseMarkdown(
      Array(
        "<table><tr><td><span class=\"insertion\" author=\"A\">x</span></td></tr></table>\n".utf8),
      bodyStart: 0, path: "a.md")
    #expect(diagnostics.map(\.code) == [.trackedChange])
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
