import Agreements
import Testing

@testable import Portal

/// What docs/theme.md promises under "Clause markup", construct by construct.
struct ClauseRendererTests {
  private let words: ClauseWords

  init() throws { words = ClauseWords(try shippedWords("en")) }

  private func rendered(_ markdown: String, words: ClauseWords? = nil) -> String {
    let (agreement, _) = readAgreement(
      Array("---\ntitle: Contract\n---\n\(markdown)".utf8), path: "dpa.md")
    var renderer = ClauseRenderer(agreement, words: words ?? self.words)
    return renderer.html()
  }

  @Test func nestsSectionsAndLinksEachNumberToItself() {
    #expect(
      rendered("## 2. Subject\n\n### 2.1 Matter\n\nText.\n") == """
        <section class="section" id="2">
        <h2><a class="number" href="#2">2</a> Subject</h2>
        <section class="section" id="2.1">
        <h3><a class="number" href="#2.1">2.1</a> Matter</h3>
        <p>Text.</p>
        </section>
        </section>

        """)
  }

  @Test func keepsTheAddressByTheNumberOfALabelledPlace() {
    let html = rendered(
      """
      ## 7. Sub-processing {#subs}

      - (1) Lead {#general}
      - (2) Next

      ## 8. Audits {#audits}

      ## Annexes {#annexes}

      ## 7. Again {#again}
      """)
    #expect(html.contains(##"<h2><a class="number" href="#subs" id="7">7</a>"##))
    #expect(html.contains(##"<li id="general"><a class="number" href="#general" id="7-1">"##))
    #expect(html.contains(##"<li id="7-2"><a class="number" href="#7-2">(2)</a>"##))
    #expect(html.contains(##"href="#audits" id="8">8</a>"##))
    // No number, and a number that another place had first.
    #expect(html.contains(##"<a class="title" href="#annexes">Annexes</a>"##))
    #expect(html.contains(##"<a class="number" href="#again">7</a>"##))
  }

  @Test func namesCountedPlacesInTheLanguageOfThePage() throws {
    let html = rendered(
      "## 2. Gegenstand\n\n- Daten\n\nEins.\n\nZwei.\n\n| A |\n|---|\n| b |\n",
      words: ClauseWords(try shippedWords("de")))

    #expect(html.contains("href=\"#2-item-1\" aria-label=\"2 / Punkt 1\""))
    #expect(html.contains("href=\"#2-para-1\" aria-label=\"2 / Absatz 1\""))
    #expect(html.contains("href=\"#2-row-2\" aria-label=\"2 / Zeile 2\""))
  }

  @Test func letsAHeadingWithoutANumberLinkToItself() {
    #expect(
      rendered("## Preamble & *scope*\n") == """
        <section class="section" id="preamble-scope">
        <h2><a class="title" href="#preamble-scope">Preamble &amp; <em>scope</em></a></h2>
        </section>

        """)
  }

  @Test func keepsALinkInAHeadingAndAddsAMark() {
    #expect(
      rendered("## The [law](https://example.com)\n").contains(
        """
        <h2>The <a href="https://example.com">law</a>\
        <a class="mark" href="#the-law" aria-label="The law"></a></h2>
        """))
  }

  @Test func showsBothLabelsOfAnAnnex() {
    #expect(
      rendered("# Annex 1\n\n## I. Description\n").contains(
        """
        <section class="annex" id="annex-1">
        <h2><a class="number" href="#annex-1">Annex 1</a> <span class="also" id="i">I</span> \
        Description</h2>
        """))
  }

  @Test func hangsMarkersOfClausesAndNestsThem() {
    #expect(
      rendered("## 7. Use\n\n- (3) Only if\n  - a) bound.\n") == """
        <section class="section" id="7">
        <h2><a class="number" href="#7">7</a> Use</h2>
        <ol class="clauses">
        <li id="7-3"><a class="number" href="#7-3">(3)</a>
        <p class="lead-in">Only if</p>
        <ol class="clauses">
        <li id="7-3-a"><a class="number" href="#7-3-a">a)</a>
        <p>bound.</p>
        </li>
        </ol>
        </li>
        </ol>
        </section>

        """)
  }

  @Test(arguments: [
    "- (3) Only if\n - a) bound,\n - b) told.\n", "- (3) Only if\n- a) bound,\n- b) told.\n",
  ])
  func keepsItemsInOneListThatMarkdownTookForNeighbours(items: String) {
    #expect(
      rendered("## 7. Use\n\n\(items)- (4) End.\n") == """
        <section class="section" id="7">
        <h2><a class="number" href="#7">7</a> Use</h2>
        <ol class="clauses">
        <li id="7-3"><a class="number" href="#7-3">(3)</a>
        <p class="lead-in">Only if</p>
        <ol class="clauses">
        <li id="7-3-a"><a class="number" href="#7-3-a">a)</a>
        <p>bound,</p>
        </li>
        <li id="7-3-b"><a class="number" href="#7-3-b">b)</a>
        <p>told.</p>
        </li>
        </ol>
        </li>
        <li id="7-4"><a class="number" href="#7-4">(4)</a>
        <p>End.</p>
        </li>
        </ol>
        </section>

        """)
  }

  @Test func namesUnmarkedItemsByTheirPath() {
    #expect(
      rendered("## 8. Duties\n\n- one;\n").contains(
        """
        <ul class="clauses">
        <li id="8-item-1"><a class="bullet" href="#8-item-1" aria-label="8 / item 1"></a>
        <p>one;</p>
        """))
  }

  @Test func marksEachOfSeveralParagraphs() {
    #expect(
      rendered("## 0. Scope\n\nFirst.\n\nSecond.\n").contains(
        """
        <p class="para" id="0-para-2"><a class="mark" href="#0-para-2" aria-label="0 / para 2">\
        </a>Second.</p>
        """))
  }

  @Test func setsTheLabelOfAGroupApart() {
    #expect(
      rendered("## 1. Measures\n\n- **Access** (all)\n  - Doors\n").contains(
        "<p class=\"lead-in\"><strong class=\"control-label\">Access</strong> (all)</p>"))
  }

  @Test func drawsTheBoxOfATaskInItsFirstParagraph() {
    let html = rendered("## 1. List\n\n- [x] Signed\n- [ ] Sent\n")

    #expect(
      html.contains("<p><span class=\"box\" role=\"img\" aria-label=\"done\">☑</span> Signed"))
    #expect(html.contains("<p><span class=\"box\" role=\"img\" aria-label=\"open\">☐</span> Sent"))
  }

  @Test func keepsTheBoxOfATaskWithoutWordsToItself() {
    let html = rendered("## 1. List\n\n- [x] \n\n  > Quoted\n  - Nested\n")

    #expect(html.components(of: "class=\"box\"") <= 1)
    #expect(!html.contains("☑</span> Nested"))
  }

  @Test func leavesABlankBehindAnItemThatEndsOpen() {
    let html = rendered("## 1. Contact\n\n- Person:\n  - Name:\n  - E-mail: a@example.com\n")

    #expect(
      html.contains(
        """
        <p>Name: <span class="blank"><span class="visually-hidden">[to be filled in]</span>\
        </span></p>
        """))
    #expect(html.components(of: "class=\"blank\"") == 1)
  }

  @Test func leadsFromNotesBackToTheText() {
    let html = rendered("## 1. Law\n\nAs amended.[^a]\n\n[^a]: In 2017.\n")

    #expect(
      html.contains(
        """
        <sup class="footnote-ref"><a href="#theme:fn-1" id="theme:fnref-1" role="doc-noteref">1\
        </a></sup>
        """))
    #expect(html.contains("<section class=\"footnotes\" role=\"doc-endnotes\">"))
    #expect(html.contains("aria-label=\"Back to the text\">↩</a>"))
  }

  @Test func percentEncodesFragmentsBeyondASCII() {
    let html = rendered("## Договор\n")

    #expect(html.contains("id=\"договор\""))
    #expect(html.contains("href=\"#%D0%B4%D0%BE%D0%B3%D0%BE%D0%B2%D0%BE%D1%80\""))
  }

  @Test func escapesWhatLooksLikeMarkup() {
    let html = rendered("## 1. A <b>\n\n<script>alert(1)</script> & \"text\"\n")

    #expect(!html.contains("<script"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;text&quot;"))
  }
}

extension String {
  /// How often `part` occurs.
  func components(of part: String) -> Int { ranges(of: part).count }
}
