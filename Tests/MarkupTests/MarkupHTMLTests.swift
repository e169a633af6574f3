import Markup
import Testing

struct MarkupHTMLTests {
  @Test(arguments: [
    ("a <u>b</u> H<sub>2</sub>O", "<p>a <u>b</u> H<sub>2</sub>O</p>\n"),
    ("a<br>b<BR/>c<br />d", "<p>a<br />b<br />c<br />d</p>\n"),
    ("<I>a *b*</i> c", "<p><i>a <em>b</em></i> c</p>\n"),
    ("a <!-- secret --> b", "<p>a  b</p>\n"),
    ("a <u class=\"x\">b</u>", "<p>a &lt;u class=&quot;x&quot;&gt;b</p>\n"),
    ("a <script>b</script>", "<p>a &lt;script&gt;b&lt;/script&gt;</p>\n"),
    ("a <p>b</p>", "<p>a &lt;p&gt;b&lt;/p&gt;</p>\n"),
    ("a <?php b ?> c", "<p>a &lt;?php b ?&gt; c</p>\n"),
  ])
  func keepsHarmlessElementsAndShowsTheRest(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: 0...70)
  func escapesASignWhereverItStands(offset: Int) {
    let before = String(repeating: "a", count: offset)
    let after = String(repeating: "b", count: 70 - offset)
    for (sign, entity) in [("&", "&amp;"), ("\"", "&quot;"), ("<", "&lt;"), (">", "&gt;")] {
      var output: [UInt8] = []
      appendEscapedHTML("\(before)\(sign)\(after)", to: &output)
      #expect(String(decoding: output, as: UTF8.self) == before + entity + after)
      output = []
      appendEscapedHTML(Array("\(before)\(sign)\(after)".utf8)[...], to: &output)
      #expect(String(decoding: output, as: UTF8.self) == before + entity + after)
    }
    let bytes = Array("\(before))\(after)".utf8)
    let (hasClosing, hasOpening) = (bytes.span.holds(0x29), bytes.span.holds(0x28))
    #expect(hasClosing)
    #expect(!hasOpening)
  }

  @Test(arguments: [
    ("a <u>b", "<p>a b</p>\n"),
    ("a</u> b", "<p>a b</p>\n"),
    ("*a <u>b* c</u>", "<p><em>a b</em> c</p>\n"),
    ("<u>a <b>c</u> d</b>", "<p><u>a c</u> d</p>\n"),
    ("a <u/> b </br>", "<p>a  b </p>\n"),
  ])
  func leavesOutTagsWithoutTheirOtherHalf(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test func keepsParagraphsInCells() {
    let table = "| a |\n|---|\n| <p>Entry</p> <p><i>(why)</i></p> |\n| <p>a<p>b</p> |\n"

    let output = html(table)

    #expect(output.contains("<td><p>Entry</p> <p><i>(why)</i></p></td>"))
    #expect(output.contains("<td><p>a&lt;p&gt;b</p></td>"))
  }

  @Test func leavesOutBlocksOfCommentsAndBreaks() {
    #expect(html("a\n\n<!-- one\n\ntwo -->\n\n<br>\n\nb\n") == "<p>a</p>\n<p>b</p>\n")
    #expect(html("<div onclick=\"x\">\n") == "<p>&lt;div onclick=&quot;x&quot;&gt;</p>\n")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#115;cript:alert(1)",
    "javascript&colon;alert(1)", "&#x6A;avascript:alert(1)", "&#1;javascript:alert(1)",
    "java&#9;script:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "ftp://a",
    "&#32;javascript:alert(1)",
  ])
  func showsOnlyTheTextOfAnUnsafeLink(destination: String) {
    #expect(html("[a *b*](<\(destination)>)") == "<p>a <em>b</em></p>\n")
    #expect(html("![a *b*](<\(destination)>)") == "<p>a b</p>\n")
  }

  @Test(arguments: [
    ("https://a.example/b.png", "https://a.example/b.png"), ("//a.example/b", "//a.example/b"),
    ("/\\a.example/b", "/%5Ca.example/b"),
  ])
  func linksToImagesThatLieElsewhere(destination: String, address: String) {
    #expect(html("![a *b*](<\(destination)>)") == "<p><a href=\"\(address)\">a b</a></p>\n")
    #expect(html("![](<\(destination)>)") == "<p><a href=\"\(address)\">\(address)</a></p>\n")
    #expect(html("[![a](<\(destination)>)](b)") == "<p><a href=\"b\">a</a></p>\n")
    #expect(html("![a](<\(destination)> \"t\")").contains(" title=\"t\">a</a>"))
  }

  @Test func keepsImagesOfThePortal() {
    #expect(html("![a](b/c:d.png)") == "<p><img src=\"b/c:d.png\" alt=\"a\" /></p>\n")
  }

  @Test(arguments: [
    "https://example.com/?a=1", "HTTP://example.com", "mailto:a@b.example", "tel:+4940", "#clause",
    "toms.md#2.1", "../a:b", "?q=a:b", "/a", "1:2", "",
  ])
  func linksToTheWebAndToRelativeAddresses(destination: String) {
    #expect(html("[a](<\(destination)>)") == "<p><a href=\"\(destination)\">a</a></p>\n")
  }

  @Test func escapesWhatDestinationsAndTitlesMayHold() {
    #expect(
      html(#"[a](</x y"'<ä&amp;>  "t<\"&'")"#.replacing("<ä", with: "ä"))
        == #"<p><a href="/x%20y%22&#x27;%C3%A4&amp;" title="t&lt;&quot;&amp;'">a</a></p>"# + "\n")
  }

  @Test func shiftsHeadingsWithinTheSixLevels() {
    let markdown = "# a\n\n##### b\n"

    #expect(html(markdown) { $0.headingShift = 2 } == "<h3>a</h3>\n<h6>b</h6>\n")
    #expect(html(markdown) { $0.headingShift = -3 } == "<h1>a</h1>\n<h2>b</h2>\n")
  }

  @Test func keepsTheIdsOfSeveralTreesApart() {
    let output = html("a[^x] b[^x]\n\n[^x]: note\n") { $0.idPrefix = Array("dpa-".utf8) }

    #expect(
      output == """
        <p>a<sup class="footnote-ref"><a href="#dpa-fn-1" id="dpa-fnref-1" role="doc-noteref">1</a>\
        </sup> b<sup class="footnote-ref"><a href="#dpa-fn-1" role="doc-noteref">1</a></sup></p>
        <section class="footnotes" role="doc-endnotes">
        <ol>
        <li id="dpa-fn-1" value="1">
        <p>note <a href="#dpa-fnref-1" class="footnote-return" role="doc-backlink" \
        aria-label="Back to the text">↩</a></p>
        </li>
        </ol>
        </section>

        """)
  }

  @Test func rendersPartsByThemselves() throws {
    let (tree, _) = parseMarkdown(
      Array("# A *b*\n\n| c | d |\n|---|--:|\n| e | f |\n\n- g\n- h\n".utf8), bodyStart: 0,
      path: "a.md")
    let renderer = MarkupHTML(tree)
    func part(_ kind: MarkupKind, _ render: (MarkupHTML, Int, inout [UInt8]) -> Void) throws
      -> String
    {
      let index = try #require(tree.nodes.lastIndex { $0.kind == kind })
      var output = Array("x".utf8)
      render(renderer, index, &output)
      return String(decoding: output, as: UTF8.self)
    }

    #expect(try part(.heading) { $0.appendChildren(of: $1, to: &$2) } == "xA <em>b</em>")
    #expect(try part(.tableCell) { $0.appendChildren(of: $1, to: &$2) } == "xf")
    #expect(
      try part(.tableRow) { $0.append($1, to: &$2) }
        == "x<tr>\n<td>e</td>\n<td class=\"align-right\">f</td>\n</tr>\n")
    #expect(try part(.item) { $0.append($1, to: &$2) } == "x<li>h</li>\n")
  }
}
