import Diagnostics
import Foundation
import Markup
import TestSupport
import Testing

/// Inputs of a megabyte that libcmark-gfm takes minutes or gigabytes for, or that end the process.
@Suite(.serialized)
struct HostileInputTests {
  /// What is refused, with the place of the error.
  @Test(.timeLimit(.minutes(10)), arguments: Hostile.refused)
  func refusesWithAPlaceAndHelp(input: Hostile) throws {
    let source = input.make(1_000_000)

    let (tree, diagnostics) = parseMarkdown(source, bodyStart: 0, path: "a.md")

    #expect(tree.nodes.count == 1)
    #expect(diagnostics.map(\.code) == input.code.map { [$0] } ?? [])
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.help?.isEmpty == false)
    let range = try #require(diagnostic.range)
    #expect(range.start.line >= 1 && range.start.column >= 1)
  }

  /// What looks as bad, and has to be parsed in time that grows with its length.
  @Test(arguments: Hostile.parsed)
  func parsesInLinearTime(input: Hostile) {
    expectLinear(from: 25_000, on: input.make) { source in
      let (tree, diagnostics) = parseMarkdown(source, bodyStart: 0, path: "a.md")
      var html: [UInt8] = []
      MarkupHTML(tree).append(0, to: &html)

      #expect(!diagnostics.containsErrors || diagnostics.map(\.code) == [.markupTooDeep])
    }
  }

  @Test(.timeLimit(.minutes(10)))
  func refusesAHugeFile() {
    let source = [UInt8](repeating: UInt8(ascii: "a"), count: 100_000_000)

    let (_, diagnostics) = parseMarkdown(source, bodyStart: 0, path: "a.md")

    #expect(diagnostics.map(\.code) == [.fileTooLarge])
  }

  @Test func takesALongRuleForARule() {
    let rule = String(repeating: "* ", count: 300)

    let (tree, diagnostics) = parseMarkdown(
      Array("a\n\n\(rule)\n".utf8), bodyStart: 0, path: "a.md")

    #expect(diagnostics == [])
    #expect(tree.nodes.last?.kind == .thematicBreak)
  }

  @Test(.timeLimit(.minutes(10)))
  func parsesAThousandPages() {
    let clause = """
      ## 7. Subcontracting

      - (1) The processor informs the controller of any intended change, see [annex](#annex).
        - a. A further *paragraph* of plain words that goes on for a while, as clauses do.

      | Measure | State |
      |---|---|
      | Visitors are registered | implemented |


      """
    let source = Array(String(repeating: clause, count: 2_000_000 / clause.utf8.count).utf8)

    let (tree, diagnostics) = parseMarkdown(source, bodyStart: 0, path: "a.md")

    #expect(diagnostics == [])
    #expect(tree.nodes.count { $0.kind == .heading } == 2_000_000 / clause.utf8.count)
  }

  /// Random bytes, and random pieces of Markdown: no trap, and places inside the file.
  @Test(.timeLimit(.minutes(10)))
  func survivesGarbage() {
    var random = Xorshift(state: 0x9E37_79B9_7F4A_7C15)
    let pieces = [
      "*", "_", "**", "`", "``", "~~", "[", "]", "(", ")", "![", "](", "<", ">", "<u>", "</u>",
      "\\",
      "&amp;", "&#9;", "|-|\n", "\n", "\n\n", "> ", "- ", "1. ", "    ", "\t", "# ", "===\n",
      "[^1]", "[^1]: ", "[a]: b\n", "```\n", "<!--", "-->", "<div>", "a", "ü", "\r\n", "\r", " ",
      "- [x] ", "<p>", "</p>", "<br>", "http://a", "\"", "'", ":", "-", "\u{FEFF}",
    ]
    for round in 0..<2_000 {
      var source: [UInt8] = []
      for _ in 0..<(round % 120) {
        source += pieces[Int(random.next() % UInt64(pieces.count))].utf8
      }
      if round % 10 == 0 { source.append(UInt8(truncatingIfNeeded: random.next())) }
      exercise(source)
    }
  }

  /// Parses, renders, dumps and places everything in `source`.
  private func exercise(_ source: [UInt8]) {
    let (tree, diagnostics) = parseMarkdown(source, bodyStart: 0, path: "a.md")
    var html: [UInt8] = []
    MarkupHTML(tree).append(0, to: &html)
    MarkupHTML(tree).appendFootnotes(to: &html)
    _ = tree.dump()
    var places = MarkupPlaces(tree, file: source)
    for index in tree.nodes.indices {
      #expect((0...source.count).contains(places.fileOffset(ofNode: index)))
    }
    for text in 0..<Int32(tree.text.count) {
      #expect((0...source.count).contains(places.fileOffset(ofText: text)))
    }
    #expect(diagnostics.allSatisfy { $0.range != nil })
    #expect(String(validating: html, as: UTF8.self) != nil)
  }
}

/// Numbers that look random and are the same in each run.
private struct Xorshift {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

/// A pattern that can be made as long as wanted.
struct Hostile: CustomTestStringConvertible, Sendable {
  let name: String
  /// What it is refused for, or `nil` where it is not.
  let code: Diagnostic.Code?
  private let parts: [@Sendable (Int) -> String]

  var testDescription: String { name }

  func make(_ length: Int) -> [UInt8] { Array(parts.map { $0(length) }.joined().utf8) }

  private init(_ name: String, _ code: Diagnostic.Code?, _ parts: (@Sendable (Int) -> String)...) {
    self.name = name
    self.code = code
    self.parts = parts
  }
}

/// `unit` so often that it fills the share `1 / divisor` of the wanted length.
private func run(_ unit: String, _ divisor: Int = 1) -> @Sendable (Int) -> String {
  { String(repeating: unit, count: $0 / divisor / unit.utf8.count) }
}

private func once(_ text: String) -> @Sendable (Int) -> String { { _ in text } }

/// `unit` exactly `count` times.
private func times(_ count: Int, _ unit: String) -> @Sendable (Int) -> String {
  { _ in String(repeating: unit, count: count) }
}

/// List items, each inside the one before, of half the wanted length.
private func nestedItems(_ length: Int) -> String {
  var text = ""
  var level = 0
  while text.utf8.count < length / 2 {
    text += String(repeating: "  ", count: level) + "- a\n"
    level += 1
  }
  return text
}

extension Hostile {
  static let refused: [Hostile] = [
    Hostile(
      "references to a long definition", .referencesTooLarge,
      once("[x]: /"), run("u", 2), once("\n\n"), run("[x] ", 2)),
    Hostile(
      "references to a long title", .referencesTooLarge,
      once("[x]: /u \"a\n"), run("[y]: z\n", 2), once("\"\n\n"), run("[x] ", 2)),
    Hostile(
      "references to a definition behind a label of two lines", .referencesTooLarge,
      once("[x\ny]: /"), run("u", 2), once("\n\n"), run("[x y] ", 2)),
    Hostile(
      "wide table with short rows", .tableTooWide,
      once("|"), run("a|", 4), once("\n|"), run("-|", 4), once("\n"), run("|\n", 2)),
    Hostile(
      "table of 20,000 columns", .tableTooWide,
      times(20_000, "a|"), once("\n"), times(20_000, "-|"), once("\n"), run("|a")),
    Hostile("row of many cells", .tableTooWide, once("|a|\n|-|\n"), run("|b"), once("\n")),
    Hostile(
      "table of 190 columns with short rows", .tableTooRagged,
      times(190, "a|"), once("\n"), times(190, "-|"), once("\n"), run("a\n")),
    Hostile(
      "short rows in a quote", .tableTooRagged,
      once("> "), times(190, "a|"), once("\n> "), times(190, "-|"), once("\n"), run("> a\n")),
    Hostile(
      "long paragraph before a row of dashes", .paragraphTooComplex,
      run("a\n"), once("|-|\n")),
    Hostile(
      "long paragraph before many rows of dashes", .paragraphTooComplex,
      run("a\n", 2), run("-|-|-\n", 2)),
    Hostile(
      "rows of dashes after a row that opens no table", .paragraphTooComplex,
      once("x|y\n:-:\n"), run("a\n", 2), run("-|-|-\n", 2)),
    Hostile("images round links", .paragraphTooComplex, run("![[]()")),
    Hostile(
      "links after emphasis without end", .paragraphTooComplex, run("*a ", 2), run("[a](b)", 2)),
    Hostile(
      "images and links after struck text without end", .paragraphTooComplex, run("\r_~~> ", 2),
      run("![[]()=", 2)),
    Hostile("CDATA", .paragraphTooComplex, once("a "), run("<![CDATA[")),
    Hostile("declarations", .paragraphTooComplex, once("a "), run("<!A ")),
    Hostile("instructions", .paragraphTooComplex, once("a "), run("<?")),
    Hostile("instructions on lines", .paragraphTooComplex, once("a\n"), run("a <?\n")),
    Hostile("quotes with emphasis", .markupTooDeep, run(">", 2), run("a*", 2)),
    Hostile("quotes in one line", .markupTooDeep, run("> ")),
    Hostile("items in one line", .markupTooDeep, run("- "), once("a")),
    Hostile(
      "items before a row of dashes", .markupTooDeep, run("- ", 2), once("---|---\n"),
      run(" [a]", 2)),
    Hostile("numbers in one line", .markupTooDeep, run("1. ")),
    Hostile("footnotes in one line", .markupTooDeep, run("[^1]:")),
    Hostile("footnotes in one line, with blanks", .markupTooDeep, run("[^1]: ")),
    Hostile("containers of all kinds in one line", .markupTooDeep, run("> - 1. [^a]: ")),
    Hostile("items on lines", .markupTooDeep, nestedItems),
    Hostile("empty lines deep in a list", .markupTooDeep, nestedItems, once("x\n"), run("\n", 2)),
    Hostile("emphasis in emphasis", .markupTooDeep, run("*a **b ", 2), run("b** a*", 2)),
    Hostile("images in images", .paragraphTooComplex, run("![", 4), run("](b)", 2)),
    Hostile("NUL", .invalidEncoding, run("\0")),
  ]

  static let parsed: [Hostile] = [
    "*a ", "a* ", "_a_b", "a***b**c*d ", "[", "]", "[a](", "[a](<b", "[a](b \"", "[a][b]", "![",
    "\\",
    "`a``a", "<a:", "<a@", "<a b=\"", "<", "</a ", "&", "&a", "&#1", "~~a ", "a  \n", "a\n=",
    "[a]: b\n===\n", "|\n", "|a|\n|-|\n\n", "a\n-|-x\n", "<a b=\"\n",
    "- [x]\n", "- a\n", "* a\n- a\n", "-\n", "- a\n\n", "[^1]: a\n", "[^1]:\n", "[^1] ", "[^", "\r",
    "\u{301}a", "\u{2014}*a", "<br>", "<u>", "<u></b>", "<x>", "[a](x:y) ", "# a\n", "```\n",
    "<div>\n\n", "<table>\n\n", "<table>\n\n    <td>\n\n", "<table><tr><td>a</td></tr></table>\n\n",
    "<table><tr><td><b><a href=x>", "<table><tr><td a=\"", "<table><tr><td colspan=9 rowspan=9>",
    "<table>\n</table>\n",
  ].map { Hostile("'\($0)'", nil, run($0)) }
}
