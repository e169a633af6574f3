import Diagnostics
import Markup
import Testing

/// Tables that converters write as HTML, because their cells hold what Markdown's can't.
struct HTMLTableTests {
  private func parse(_ markdown: String) -> (tree: MarkupTree, diagnostics: [Diagnostic]) {
    parseMarkdown(Array(markdown.utf8), bodyStart: 0, path: "a.md")
  }

  /// The rows of all tables, cells between bars, a head with `=` before it.
  private func rows(_ markdown: String) -> [String] {
    let tree = parse(markdown).tree
    return tree.nodes.indices.filter { tree.nodes[$0].kind == .tableRow }.map { row in
      let cells = tree.children(of: row).map {
        String(decoding: tree.plainText(of: $0), as: UTF8.self)
      }
      return (tree.nodes[row].flag ? "=" : "") + cells.joined(separator: "|")
    }
  }

  @Test(arguments: [
    ("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>", ["=A|B", "1|2"]),
    (
      "<TABLE>\n<thead>\n<tr>\n<td>A</td><td>B</td>\n</tr>\n</thead>\n<tbody>\n<tr>"
        + "<td>1</td><td>2</td></tr>\n</tbody></TABLE>", ["=A|B", "1|2"]
    ),
    // None of the tags that may be left out.
    ("<table><tr><td>1<td>2<tr><td>3<td>4</table>", ["=|", "1|2", "3|4"]),
    ("<table><tr><th>A</th><td>B</td></tr></table>", ["=|", "A|B"]),
    ("<table><tr></tr><tr><td>1</td></tr><tr></tr></table>", ["=", "1"]),
    ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", ["=|", "1|2", "3|"]),
    (
      "<table><tr><td colspan=2>1</td><td>2</td></tr><tr><td>3</td><td>4</td><td>5</td></tr></table>",
      ["=||", "1||2", "3|4|5"]
    ),
    (
      "<table><tr><td rowspan='2'>1</td><td>2</td></tr><tr><td>3</td></tr><tr><td>4</td><td>5</td>"
        + "</tr></table>", ["=|", "1|2", "|3", "4|5"]
    ),
    ("<div class=\"wide\">\n<table><tr><td>1</td></tr></table>\n</div>", ["=", "1"]),
    (
      "<table><tr><td>1</td></tr></table>\n<!-- and -->\n<table><tr><td>2</td></tr></table>",
      ["=", "1", "=", "2"]
    ),
    ("<table>\n<tr>\n\n<td>1</td>\n\n    <td>2</td>\n\n</tr>\n</table>", ["=|", "1|2"]),
    ("- a\n\n  <table>\n  <tr><td>1</td></tr>\n  </table>", ["=", "1"]),
  ])
  func readsRows(markdown: String, expected: [String]) {
    #expect(rows(markdown) == expected)
    #expect(parse(markdown).diagnostics == [])
  }

  @Test(arguments: [
    ("<p>One</p>\n<p>two</p>", "One\ntwo"), ("One<br>two<br />\n<br/>three", "One\ntwo\nthree"),
    ("  One\n   two <!-- x -->", "One two"),
    ("A&amp;B&nbsp;&sect;&#8222;&#x201C;&x;", "A&B\u{A0}§„“&x;"),
    ("One <strong>two</strong> <em>three</em>.", "One two three."),
    ("<ul><li>One</li>\n<li><p>two</p></li></ul>", "• One\n• two"),
    ("<ol start=\"2\"><li>One<li>two</ol>", "2. One\n3. two"),
    (
      "<ol type=\"a\"><li>One</li><li>two<ol type=i><li>three</li></ol></li></ol>",
      "a. One\nb. two\ni. three"
    ),
    ("<span class=x>One</span> <code>two</code>", "One two"), ("H<sub>2</sub>O", "H2O"), ("", ""),
  ])
  func readsWords(cell: String, expected: String) {
    let (tree, diagnostics) = parse("<table><tr><th>\(cell)</th></tr></table>")
    let read = tree.nodes.indices.filter { tree.nodes[$0].kind == .tableCell }
      .map { String(decoding: tree.plainText(of: $0), as: UTF8.self) }
    #expect(read == [expected])
    #expect(diagnostics == [])
  }

  @Test func givesCellsTheNodesOfMarkdown() {
    let html = """
      <table><tr><th align="right">A</th></tr><tr><td style="text-align: center"><a href="#x">one \
      <b>two</b></a><br><u>three</u></td></tr></table>
      """
    let markdown = "| A |\n|:-:|\n| [one **two**](#x)<br><u>three</u> |\n"
    // Without places, which differ.
    func dump(_ markdown: String) -> [String] {
      parse(markdown).tree.dump().split(separator: "\n").map { line in
        line.split(separator: " ").filter { !$0.contains(":") }.joined(separator: " ")
          .replacing("right", with: "center")
      }
    }
    #expect(dump(html) == dump(markdown))
  }

  @Test func aCaptionStandsAboveItsTable() {
    let tree = parse("<table><caption>In <b>use</b></caption><tr><td>1</td></tr></table>").tree
    #expect(tree.children(of: 0).map { tree.nodes[$0].kind } == [.paragraph, .table])
    #expect(String(decoding: tree.plainText(of: 1), as: UTF8.self) == "In use")
  }

  @Test(arguments: [
    "<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>",
    "<table><tr><td>1</td></tr>", "<table>words<tr><td>1</td></tr></table>", "<table></table>",
    "<table><tr><td>1</td></tr></table> words", "<table><tr><td>1</td></tr>\n\nwords\n\n</table>",
    "<table><tr><td colspan=\"201\">1</td></tr></table>",
  ])
  func showsWhatIsNoTable(markdown: String) {
    let (tree, diagnostics) = parse(markdown)
    #expect(!tree.nodes.contains { $0.kind == .table })
    #expect(diagnostics.contains { $0.code == .rawHTML })
  }

  @Test func leavesNothingOutBehindACommentWithoutEnd() {
    let (_, diagnostics) = parse("<table><tr><td>1</td></tr></table>\n<!-- hidden words")
    #expect(diagnostics.map(\.code) == [.unclosedComment])
  }

  @Test func reportsATagInACellAtItsPlace() {
    let (_, diagnostics) = parse(
      "# A\n\n<table>\n<tr><td><p>one</p>\n  <p>two <img src=\"x\"> three</p></td></tr></table>")
    #expect(diagnostics.map(\.code) == [.rawHTML])
    #expect(diagnostics.first?.range?.start == SourcePosition(line: 5, column: 10))
  }

  @Test func refusesWhatSpansTooMuch() {
    let rows = String(repeating: "<tr><td colspan=\"200\">1</td></tr>", count: 600)
    #expect(parse("<table>\(rows)</table>").tree.nodes.count < 10)
  }
}
