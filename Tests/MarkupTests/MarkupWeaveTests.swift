import Markup
import Testing

/// What is woven into the text: the stretch between « and » in the plain text.
struct MarkupWeaveTests {
  @Test(arguments: [
    ("see «section 9» now", "<p>see [section 9] now</p>\n"),
    ("«all»", "<p>[all]</p>\n"),
    ("a «b *c» d*", "<p>a [b ]<em>[c] d</em></p>\n"),
    ("a «b **c** d» e", "<p>a [b ]<strong>[c]</strong>[ d] e</p>\n"),
    ("see «section\n9» now", "<p>see [section\n9] now</p>\n"),
    ("see «section  \n9» now", "<p>see [section<br />\n9] now</p>\n"),
    ("a «b [c](d) e» f", "<p>a [b ]<a href=\"d\">c</a>[ e] f</p>\n"),
    ("a «b `c` e» f", "<p>a [b ]<code>c</code>[ e] f</p>\n"),
    ("a «b <u>c</u>» d", "<p>a [b ]<u>[c]</u> d</p>\n"),
    ("«a & b» «c»«d»", "<p>[a &amp; b] [c][d]</p>\n"),
  ])
  func wrapsStretchesOfText(markdown: String, expected: String) {
    let opening = Array("[".utf8)[...]
    #expect(woven(markdown) { $0.wrap($1, opening: opening, closing: "]") } == expected)
  }

  @Test(arguments: [
    ("«(1)» text", "<p># text</p>\n"),
    ("a «b *c» d*", "<p>a #<em> d</em></p>\n"),
    ("[a «b» c](d)", "<p><a href=\"d\">a # c</a></p>\n"),
    ("`a «b» c`", "<p><code>a b c</code></p>\n"),
  ])
  func replacesStretchesOfText(markdown: String, expected: String) {
    let replacement = Array("#".utf8)[...]
    #expect(woven(markdown) { $0.replace($1, with: replacement) } == expected)
  }

  @Test func leavesAStretchOutWhereNothingReplacesIt() {
    #expect(woven("text« {#label}»") { $0.replace($1, with: []) } == "<p>text</p>\n")
  }

  @Test func redirectsLinks() {
    let (tree, _) = parseMarkdown(
      Array("[a](x) [b](javascript:y) ![c](z)".utf8), bodyStart: 0, path: "a.md")
    var weave = MarkupWeave()
    weave.redirect(link: 1, to: "#b".utf8)
    weave.redirect(link: 2, to: "c.png".utf8)
    var output: [UInt8] = []
    MarkupHTML(tree, weave: weave).append(0, to: &output)

    #expect(
      String(decoding: output, as: UTF8.self)
        == "<p><a href=\"x\">a</a> <a href=\"#b\">b</a> <img src=\"c.png\" alt=\"c\" /></p>\n")
  }

  @Test func startsInTheMiddleOfTheAnnotations() {
    let (tree, _) = parseMarkdown(Array("aa\n\nbb\n\ncc\n".utf8), bodyStart: 0, path: "a.md")
    var weave = MarkupWeave()
    for node in tree.nodes where node.kind == .text {
      weave.wrap(node.textStart..<(node.textStart + 1), opening: Array("<".utf8)[...], closing: ">")
    }
    var output: [UInt8] = []
    MarkupHTML(tree, weave: weave).append(3, to: &output)

    #expect(String(decoding: output, as: UTF8.self) == "<p><b>b</p>\n")
  }

  @Test func trapsOnAnnotationsOutOfOrder() async {
    await #expect(processExitsWith: .failure) {
      var weave = MarkupWeave()
      weave.replace(4..<6, with: [])
      weave.replace(2..<5, with: [])
    }
  }

  /// The page of `markdown` with each « » taken out and its stretch given to `add`.
  private func woven(_ markdown: String, _ add: (inout MarkupWeave, Range<Int32>) -> Void) -> String
  {
    let marked = parseMarkdown(Array(markdown.utf8), bodyStart: 0, path: "a.md").tree
    let plain = markdown.replacing("«", with: "").replacing("»", with: "")
    let tree = parseMarkdown(Array(plain.utf8), bodyStart: 0, path: "a.md").tree
    var weave = MarkupWeave()
    var offset: Int32 = 0
    var start: Int32 = 0
    for scalar in String(decoding: marked.text, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "«": start = offset
      case "»": add(&weave, start..<offset)
      default: offset += Int32(UTF8.width(scalar))
      }
    }
    var output: [UInt8] = []
    MarkupHTML(tree, weave: weave).append(0, to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
