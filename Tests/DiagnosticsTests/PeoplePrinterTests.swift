import Diagnostics
import Testing

struct PeoplePrinterTests {
  private func printed(
    _ diagnostic: Diagnostic, in text: String = "", inColor: Bool = false
  ) -> String {
    let texts = SourceTextsInMemory(["a.md": Array(text.utf8)])
    var printer = PeoplePrinter(texts: texts, inColor: inColor)
    return printer.print(diagnostic)
  }

  private func mark(_ line: Int, _ column: Int, _ length: Int = 1) -> Diagnostic {
    Diagnostic(
      .init(rawValue: "some-fault"), "it is so",
      at: SourceRange(path: "a.md", line: line, column: column, length: length))
  }

  @Test func drawsPlaceLineCaretsNotesAndHelp() {
    let diagnostic = Diagnostic(
      .init(rawValue: "numbering-repeat"), .warning, "clause '2' is there twice",
      at: SourceRange(path: "a.md", line: 12, column: 3, length: 3),
      notes: [
        .init("the first is here", at: SourceRange(path: "a.md", line: 2, column: 3, length: 3)),
        .init("numbers are never changed"),
      ],
      help: "replace '(2)' with '(3)'")
    let text = "# One\n- (2) First.\n\n\n\n\n\n\n\n\n\n- (2) Second.\n"

    #expect(
      printed(diagnostic, in: text) == """
        a.md:12:3: warning: clause '2' is there twice [numbering-repeat]
           |
        12 | - (2) Second.
           |   ^^^
           = note: a.md:2:3: the first is here
           |
         2 | - (2) First.
           |   ^^^
           = note: numbers are never changed
           = help: replace '(2)' with '(3)'

        """)
  }

  @Test func printsOnlyWordsWithoutAPlace() {
    let diagnostic = Diagnostic(.init(rawValue: "empty-workspace"), "no agreements", at: nil)
    #expect(printed(diagnostic) == "error: no agreements [empty-workspace]\n")
  }

  @Test func leavesTheExcerptOutWhereTheTextIsMissing() {
    let elsewhere = Diagnostic(
      .init(rawValue: "some-fault"), "it is so", at: SourceRange(path: "b.md", line: 1, column: 1))
    #expect(printed(elsewhere) == "b.md:1:1: error: it is so [some-fault]\n")
    #expect(printed(mark(7, 1), in: "one line") == "a.md:7:1: error: it is so [some-fault]\n")
  }

  @Test(arguments: [
    // An empty range is one caret, also behind the last byte and beyond.
    ("abc", 4, 0, "abc", "   ^"),
    ("abc", 9, 2, "abc", "   ^"),
    ("", 1, 0, "", "^"),
    // A tab takes one column, in the text as well as above the caret.
    ("\tab", 2, 1, " ab", " ^"),
    // Characters of several bytes, of two columns, and of none.
    ("§ 9 Abs", 4, 1, "§ 9 Abs", "  ^"),
    ("漢字 ab", 8, 2, "漢字 ab", "     ^^"),
    ("漢字", 4, 3, "漢字", "  ^^"),
    ("e\u{301}x", 4, 1, "e\u{301}x", " ^"),
    // What a terminal would obey.
    ("a\u{1B}[31mb", 7, 1, "a\u{FFFD}[31mb", "      ^"),
    ("a\u{202E}b", 5, 1, "a\u{FFFD}b", "  ^"),
    ("a\0b", 3, 1, "a\u{FFFD}b", "  ^"),
  ])
  func alignsCaretsByColumnsOfTheTerminal(
    line: String, column: Int, length: Int, shown: String, carets: String
  ) {
    let lines = printed(mark(1, column, length), in: line).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[2] == "1 | \(shown)")
    #expect(lines[3] == "  | \(carets)")
  }

  @Test func drawsInvalidUTF8AsReplacements() {
    let texts = SourceTextsInMemory(["a.md": [0x61, 0xFF, 0x62]])
    var printer = PeoplePrinter(texts: texts)
    #expect(printer.print(mark(1, 3)).contains("1 | a\u{FFFD}b\n  |   ^\n"))
  }

  @Test func marksTheFirstLineOfARangeToItsEnd() {
    let range = SourceRange(
      path: "a.md", start: .init(line: 1, column: 5), end: .init(line: 3, column: 2))
    let diagnostic = Diagnostic(.init(rawValue: "some-fault"), "it is so", at: range)
    #expect(printed(diagnostic, in: "one two\nthree\nfour").contains("1 | one two\n  |     ^^^\n"))
  }

  @Test(arguments: ["one\r\ntwo\r\n", "one\rtwo\r", "one\ntwo"])
  func knowsEveryLineEnd(text: String) {
    #expect(printed(mark(2, 1, 3), in: text).contains("2 | two\n  | ^^^\n"))
  }

  @Test func showsTheMiddleOfAVeryLongLine() {
    let line =
      String(repeating: "before ", count: 400) + "HERE" + String(repeating: " after", count: 400)
    let lines = printed(mark(1, 2801, 4), in: line).split(separator: "\n")
    let (text, carets) = (lines[2], lines[3])

    #expect(text.count <= 4 + 96 + 6)
    #expect(text.hasPrefix("1 | ...") && text.hasSuffix("..."))
    let caret = carets.firstIndex(of: "^").map { carets.distance(from: carets.startIndex, to: $0) }
    let here = text.firstRange(of: "HERE").map {
      text.distance(from: text.startIndex, to: $0.lowerBound)
    }
    #expect(caret == here)
    #expect(carets.hasSuffix(" ^^^^"))
  }

  @Test func cutsAVeryLongRange() {
    let line = String(repeating: "x", count: 5_000)
    let lines = printed(mark(1, 11, 4_000), in: line).split(separator: "\n")
    #expect(lines[2].count <= 4 + 96 + 6)
    #expect(lines[2].hasPrefix("1 | xxxxxxxxxx") && lines[2].hasSuffix("..."))
    #expect(lines[3] == "  |           " + String(repeating: "^", count: 64))
  }

  @Test func showsTheStartOfALineThatIsLongOnlyBehindTheRange() {
    let line = "ab " + String(repeating: "x", count: 5_000)
    let lines = printed(mark(1, 1, 2), in: line).split(separator: "\n")
    #expect(lines[2] == "1 | ab " + String(repeating: "x", count: 93) + "...")
    #expect(lines[3] == "  | ^^")
  }

  @Test(arguments: [
    // A letter of two bytes, one that takes two columns, and one with a mark that takes none.
    ("\u{FC}", 93, 62), ("\u{6F22}", 46, 31), ("e\u{301}", 93, 62),
  ])
  func cutsLinesOfOtherLettersByColumns(letter: String, after: Int, before: Int) {
    let long = String(repeating: letter, count: 900)
    let start = printed(mark(1, 1, 3), in: "abc" + long).split(separator: "\n")
    #expect(start[2] == "1 | abc" + String(repeating: letter, count: after) + "...")
    let end = printed(mark(1, long.utf8.count + 1, 3), in: long + "abc" + long)
      .split(separator: "\n")
    // Of what is left, a third is for what stands behind.
    let shown = String(repeating: letter, count: before)
    #expect(end[2].utf8.starts(with: "1 | ...".utf8) && end[2].contains(shown + "abc"))
    #expect(!end[2].contains(shown + letter + "abc"))
    #expect(end[2].hasSuffix("...") && end[3].hasSuffix("^^^"))
  }

  /// A line of a megabyte with a diagnostic for every kilobyte took minutes when each of them
  /// looked at the whole line.
  @Test(.timeLimit(.minutes(10)))
  func costsTheExcerptAndNotTheLine() {
    let text = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
    var printer = PeoplePrinter(texts: SourceTextsInMemory(["a.md": text]))
    var bytes = 0
    for column in stride(from: 1, to: 1 << 20, by: 1_024) {
      bytes += printer.print(mark(1, column)).utf8.count
    }
    #expect(bytes > 0)
  }

  @Test func coloursOnlyWhenAsked() {
    let colored = printed(mark(1, 1), in: "abc", inColor: true)
    #expect(colored.contains("\u{1B}[1;31merror:\u{1B}[0m \u{1B}[1mit is so\u{1B}[0m [some-fault]"))
    #expect(!printed(mark(1, 1), in: "abc").contains("\u{1B}"))
  }

  @Test func makesNamesHarmless() {
    let diagnostic = Diagnostic(
      .init(rawValue: "some-fault"), "file 'a\u{1B}c' is odd",
      at: SourceRange(path: "x\u{7}.md", line: 1, column: 1), help: "rename it\u{8}")
    #expect(
      printed(diagnostic) == """
        x\u{FFFD}.md:1:1: error: file 'a\u{FFFD}c' is odd [some-fault]
          = help: rename it\u{FFFD}

        """)
  }
}
