import Changes
import FoundationEssentials
import History
import TestSupport
import Testing

@testable import Portal

struct RedlineRendererTests {
  private func redline(_ old: String, _ new: String) throws -> Redline {
    let read = readVersions(
      [old, new].map { text in
        let file = ContentFile(name: "a.md", path: "a.md", bytes: Array(text.utf8))
        return UnreadVersion(id: "", files: [file], isLoose: true)
      }, workers: 1)
    return try #require(compare(read[0].contents, read[1].contents).redlines.first)
  }

  private func html(_ redline: Redline, in language: String = "en") throws -> String {
    let renderer = RedlineRenderer(
      redline, words: RedlineWords(try shippedWords(language)), oldPage: "old.html",
      newPage: "new.html")
    return String(decoding: renderer.render(), as: UTF8.self)
  }

  private static let old =
    "## 1. A\n\n- (1) One.\n- (2) Two.\n- (3) Within 14 days.\n\n## 2. B\n\nB.\n"

  @Test func foldsWhatIsUnchanged() throws {
    let redline = try redline(Self.old, Self.old.replacing("14", with: "10"))

    #expect(
      redline.blocks() == [.clause(0), .unchanged(1..<3), .clause(3), .unchanged(4..<5)]
        || redline.blocks().contains { if case .unchanged = $0 { true } else { false } })
    let html = try html(redline)
    #expect(html.contains("<summary>2 places unchanged</summary>"))
    #expect(html.contains("<p>One.</p>"))
  }

  /// What stands behind a list reads as if there were none, were it told before the list.
  @Test(arguments: [("48", "24"), ("step by step", "at once"), ("the measures", "the means")])
  func tellsWhatFollowsAListBehindIt(old: String, new: String) throws {
    let text = """
      ## 1. A

      - (1) Within 48 hours the Processor notifies, and the notice contains
        - a) the nature;
        - b) the measures.

        What is missing follows step by step.
      - (2) Two.

      """
    let html = try html(try redline(text, text.replacing(old, with: new)))
    let ends = try ["the notice contains", "the nature", "What is missing", "<p>Two."].map {
      try #require(html.firstRange(of: $0)).lowerBound
    }
    #expect(ends == ends.sorted())
    let lists = try #require(html.ranges(of: "the nature").last).lowerBound
    #expect(try #require(html.firstRange(of: "What is missing")).lowerBound > lists)
  }

  /// In the fold of the list, not by itself behind it.
  @Test func foldsWhatFollowsAListWithIt() throws {
    let text = """
      ## 1. A

      - (1) The notice contains
        - a) the nature;
        - b) the measures.

        What is missing follows.

      ## 2. B

      - (1) Within 48 hours.

      """
    let html = try html(try redline(text, text.replacing("48", with: "24")))
    let fold = try #require(html.firstRange(of: "</details>")).lowerBound
    #expect(try #require(html.firstRange(of: "What is missing")).lowerBound < fold)
  }

  @Test func marksWordsForThoseWhoDoNotSeeThem() throws {
    let html = try html(try redline(Self.old, Self.old.replacing("14", with: "10")))

    #expect(
      html.contains(
        "Within <del><span class=\"visually-hidden\">[removed: </span>14"
          + "<span class=\"visually-hidden\">]</span></del>"))
    #expect(html.contains("<ins><span class=\"visually-hidden\">[added: </span>10"))
    #expect(html.contains("<a href=\"new.html#1-3\">1(3)</a>"))
    #expect(html.contains("href=\"#change-1\">change 1</a>"))
  }

  /// As the list of changes above it, which begins with a capital and writes days out.
  @Test(arguments: [
    ("en", "The effective date", "1 January 2026", "1 September 2026"),
    ("de", "Der Tag des Inkrafttretens", "1. Januar 2026", "1. September 2026"),
  ])
  func writesFactsOfTheFrontmatterAsPagesDo(
    language: String, name: String, before: String, after: String
  ) throws {
    func text(_ day: String) -> String { "---\ntitle: T\neffective: \(day)\n---\n\n" + Self.old }
    let html = try html(try redline(text("2026-01-01"), text("2026-09-01")), in: language)

    #expect(html.contains("<p class=\"place\" role=\"heading\" aria-level=\"3\">\(name) <a"))
    #expect(html.contains("</span>\(before)<span") && html.contains("</span>\(after)<span"))
  }

  @Test func namesCountedPlacesInTheLanguageOfThePage() throws {
    let list = "## 1. A\n\n- One item of the list.\n- Two.\n- Within 14 days.\n"
    let html = try html(
      try redline(list, list.replacing("- One item of the list.\n", with: "")), in: "de")

    #expect(html.contains("<a href=\"new.html#1-item-2\">1 / Punkt 2</a>"))
    #expect(html.contains("bisher 1 / Punkt 3"))
    #expect(!html.contains("/ item"))
  }

  @Test func setsTheTwoTextsSideBySide() throws {
    let html = try html(try redline(Self.old, Self.old.replacing("14", with: "10")))
    let pair = try #require(html.components(separatedBy: "<div class=\"pair\">").last)
    let sides = pair.components(separatedBy: "<div class=\"after\">")

    #expect(sides[0].contains("14") && !sides[0].contains("<ins>"))
    #expect(sides[1].contains("10") && !sides[1].contains("<del>"))
  }

  /// No old text says `FirewallWhitelist`.
  @Test func keepsWordsApartThatStoodInTwoPlaces() throws {
    func list(_ items: String...) -> String {
      "---\ntitle: T\n---\n\n## 1. Network\n\n" + items.map { "- \($0)\n" }.joined()
    }
    let html = try html(
      redline(
        list("Firewall", "Whitelist", "Doors are locked."),
        list("Firewall and whitelist", "Doors are locked.")))

    #expect(!html.lowercased().contains("firewallwhitelist"))
  }

  @Test func saysWhatWasRenumbered() throws {
    let html = try html(
      try redline(
        Self.old, Self.old.replacing("- (2) Two.\n", with: "").replacing("(3)", with: "(2)")))

    #expect(html.contains("<span class=\"was\"><a href=\"old.html#1-3\">was 1(3)</a></span>"))
    #expect(html.contains("<div class=\"clause removed"))
  }

  @Test func foldsTheTextOfAClauseThatOnlyHasAnotherNumber() throws {
    let html = try html(
      try redline(
        Self.old, Self.old.replacing("- (2) Two.\n", with: "").replacing("(3)", with: "(2)")))

    #expect(
      html.contains(
        "<details class=\"kept\"><summary>text unchanged</summary><p>Within 14 days.</p></details>")
    )
  }

  /// What is in them that changed, or that stood elsewhere, ends a row.
  @Test(arguments: [
    ("- d. Four is 4.", 3..<8), ("- d. Four is 5.", 3..<7),
    ("- d. Four is 4.\n- x. Ten is 10.", 3..<8),
  ])
  func tellsARowOfNeighboursInOneLine(fourth: String, row: Range<Int>) throws {
    func text(_ letters: [String], _ fourth: String) -> String {
      let clauses = [
        "One is 1.", "Two is 2.\n  - i. Twenty is 20.\n  - ii. Two hundred.", "Three is 3.",
      ]
      return "## 1. A\n\n"
        + zip(letters, clauses).map { "- \($0). \($1)\n" }.joined() + fourth + "\n"
    }
    let redline = try redline(
      "## 1. A\n\n- a. One is 1.\n- b. Gone by now.\n- c. Two is 2.\n  - i. Twenty is 20.\n"
        + "  - ii. Two hundred.\n- d. Three is 3.\n- e. Four is 4.\n",
      text(["a", "b", "c"], fourth))

    let rows = redline.blocks().compactMap { block in
      if case .renumbered(let range) = block { range } else { nil }
    }
    #expect(rows == [row])
    let html = try html(redline)
    #expect(html.contains(">1.b</a> \u{2013} <a "))
    #expect(html.contains(">was 1.c \u{2013} "))
  }

  @Test func showsTheWordsOfWhatMovedOnPaper() throws {
    let (a, b) = (
      "- (1) The first text of all of them.\n", "- (2) The second text, with more words.\n"
    )
    let (c, d) = (
      "## 2. Moved\n\n- (1) What is in it stays.\n\n", "## 3. Last\n\nThe end of it all.\n\n"
    )
    let html = try html(
      try redline(
        "## 1. A\n\n\(a)\(b)\n\(c)\(d)",
        "## 1. A\n\n\(b.replacing("(2)", with: "(1)"))\(a.replacing("(1)", with: "(2)"))\n"
          + d.replacing("3", with: "2") + c.replacing("2", with: "3")))

    #expect(
      html.contains(
        "<details class=\"kept\" open><summary>text unchanged</summary><p>The second text, with"))
    #expect(html.contains("<details class=\"unchanged\" open><summary>1 place unchanged</summary>"))
  }

  @Test func keepsTheClassOfFoldsApartFromThatOfClauses() throws {
    // A clause that has another number has the class, too, and must not be hidden or set elsewhere.
    let sheets = ["print/paper.css", "assets/annex.css"]
    for sheet in sheets {
      let source = try #require(ThemeFiles(overrides: []).source(named: sheet))
      let text = String(decoding: source, as: UTF8.self)
      #expect(!text.contains(".redline .unchanged"), "\(sheet)")
      #expect(text.contains("details.unchanged"), "\(sheet)")
    }
  }

  @Test func leadsFromTheOldPlaceToTheNewOne() throws {
    let a = "The first text of all.\n"
    let b = "The second text of them.\n"
    let c = "The third text, with a few more words than others have.\n"
    let html = try html(
      try redline(
        "## 1. A\n\n\(a)\n## 2. B\n\n\(b)\n## 3. C\n\n\(c)",
        "## 1. C\n\n\(c)\n## 2. A\n\n\(a)\n## 3. B\n\n\(b)"))

    let left = try #require(html.components(separatedBy: "<div class=\"clause moved-away").last)
    #expect(left.contains("<a href=\"old.html#3\">was 3</a>"))
    #expect(left.contains("<span class=\"tag\">moved</span>"))
    let target = try #require(left.firstMatch(of: /href="#(redline-\d+)">now 1</)).output.1
    #expect(html.components(separatedBy: "id=\"\(target)\"").count == 2)
    #expect(!left.prefix { $0 != "/" }.contains("stands elsewhere"))
  }

  @Test func saysWhatAClauseWasSplitFrom() throws {
    let first = "The processor keeps a record of all of its processing and shows it on request."
    let second = "The record names every company that works for the processor and its address."
    let html = try html(
      try redline(
        "## 1. A\n\n- a. \(first) \(second)\n- b. Other.\n",
        "## 1. A\n\n- a. \(first)\n- b. \(second)\n- c. Other.\n"))

    let part = try #require(html.components(separatedBy: "<div class=\"clause split-off").last)
    #expect(part.contains("<a href=\"old.html#1-a\">split from 1.a</a>"))
    #expect(html.contains("<a href=\"#redline-1\">part of it is now 1.b</a>"))
    #expect(html.components(separatedBy: "href=\"#change-1\"").count == 3)
    #expect(html.components(separatedBy: "id=\"redline-1\"").count == 2)
  }

  @Test func namesTheColumnsOfCells() throws {
    let table = "| Name | Country |\n|---|---|\n| Alpha | Germany |\n| Beta | France |\n"
    let html = try html(
      try redline(
        "## 1. A\n\n" + table, "## 1. A\n\n" + table.replacing("Germany", with: "Ireland")))

    #expect(html.contains("<dt>Name</dt> <dd>Alpha</dd>"))
    #expect(html.contains("<dt>Country</dt> <dd><del>"))
    #expect(html.contains("<dt>Name</dt> <dd>Beta</dd>"))
  }

  @Test func keepsWordsOfTwoVersionsApart() throws {
    let table = "| Name | Country |\n|---|---|\n| Alpha | Germany |\n"
    let cells = try html(
      try redline(
        "## 1. A\n\n" + table, "## 1. A\n\n" + table.replacing("Germany", with: "Ireland")))
    let kept = "The customer is told of it in writing and without delay."
    let sentence = try html(
      try redline("## 1. A\n\n\(kept) The reason is named.\n", "## 1. A\n\n\(kept)\n"))

    #expect(cells.contains("</del> <ins>"))
    #expect(sentence.contains("delay. <del>"))
    #expect(!(cells + sentence).contains("  "))
  }

  @Test func escapesWhatTheTextsHold() throws {
    let html = try html(try redline("A & \\<b> 1.", "A & \\<b> 2 \"x\"."))

    #expect(html.contains("A &amp; &lt;b&gt;"))
    #expect(!html.contains("<b>"))
  }

  @Test func writesNothingForNothing() throws {
    #expect(try html(try redline("", "")) == "")
  }
}
