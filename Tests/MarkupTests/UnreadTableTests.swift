import Diagnostics
import Markup
import TestSupport
import Testing

/// Tables of pandoc and reStructuredText, and rows of bars that make no table.
struct UnreadTableTests {
  private func unread(_ markdown: String) -> [SourcePosition?] {
    parseMarkdown(Array(markdown.utf8), bodyStart: 0, path: "a.md").diagnostics
      .filter { $0.code == .unreadTable }.map { $0.range?.start }
  }

  @Test(arguments: [
    // What pandoc writes: simple tables with and without a head, a caption beside.
    "One.\n\n  ⟦1⟧Company   Place\n  --------- -------\n  Berg AG   Bern\n\n  : Companies\n\nTwo.\n",
    "One.\n\n  ⟦1⟧--------- ------\n  Berg AG   Bern\n  Fels AG   Chur\n  --------- ------\n\nTwo.\n",
    // Several lines a row, in a frame.
    """
    One.

      -----------------------------
      ⟦1⟧Name           Place
      -------------- --------------
      Berg AG,       Bern
      formerly Tal

      Fels AG        Chur
      -----------------------------

    """,
    "  ⟦1⟧------- ------\n  Berg    Bern\n  AG\n\n  Fels    Chur\n  ------- ------\n",
    // By hand, with more room between the columns.
    "⟦1⟧Right     Left\n-----     ----   ----\n  12      12     3\n",
    "- One\n\n  ⟦1⟧Name   Place\n  ------ -----\n  Berg   Bern\n",
    "> ⟦1⟧Name   Place\n> ------ -----\n> Berg   Bern\n",
    // Boxes.
    "One.\n\n⟦1⟧+---+---+\n| A | B |\n+===+===+\n| c | d |\n+---+---+\n| e | f |\n+---+---+\n",
    "⟦1⟧+:--+---+\n| A | B |\n+---+---+\n",
    "| A | B |\n⟦1⟧|---+---|\n| c | d |\n",
    // Of reStructuredText.
    "⟦1⟧=====  =====\nName   Place\n=====  =====\nBerg   Bern\n\nFels   Chur\n=====  =====\n",
    // Bars that make no table.
    "| A | B |\n⟦1⟧|---|---|---|\n| c | d |\n", "| A | B |\n\n⟦1⟧|---|---|\n| c | d |\n",
    "One.\n\nA | B | C\n⟦1⟧--|--\nc | d\n",
  ])
  func isTold(marked: String) {
    let source = MarkedSource(marked)
    #expect(unread(String(decoding: source.bytes, as: UTF8.self)) == [source.positions[1]])
  }

  @Test(arguments: [
    "One\n\n---\n\nTwo\n", "One\n\n- - -\n\n--- ---\n\n*** ***\n", "One\n---\nTwo\n===\n",
    // Lines to sign on, above and below the names.
    "Controller            Processor\n\n---------------       ---------------\n",
    "Controller            Processor\n---------------       ---------------\nName:   Name:\nDate:   Date:\n",
    "------------------    ------------------\nPlace, date           Place, date\n",
    "--------- ---------\nPlace     Place\n\n--------- ---------\nName      Name\n",
    "______________ ______________\nName           Name\n", "Berlin, ----------\n",
    "Name      Name\n--------- ---------\n\nPlace\n",
    // Code and comments.
    "```\nA   B\n--- ---\nc   d\n```\n", "    +---+---+\n    | A | B |\n    +---+---+\n",
    "~~~\n+---+\n| A |\n+---+\n~~~\n", "<!--\nA   B\n--- ---\nc   d\n-->\n",
    // Tables.
    "| A | B |\n|---|---|\n| c | d |\n|---|---|\n| - | - |\n", "A | B\n--|--\nc | d\n",
    "One\n| A | B |\n|:--|--:|\n| c | d |\n", "- | A | B |\n  |---|---|\n  | c | d |\n",
    "> | A |\n> |---|\n> | +--+ |\n", "| A |\n| --- |\n| +---+ |\n",
    // Lists and words.
    "- -- one\n- -- two\n", "+ one\n+ two\n", "+----\none\n", ": one\n", "-- --\n",
    "+49 -- 30\n| a\n",
  ])
  func isNoTable(markdown: String) {
    #expect(unread(markdown) == [])
  }

  @Test func manyAreToldOnceEach() {
    let table = "Name   Place\n------ -----\nBerg   Bern\n\n"
    let diagnostics = parseMarkdown(
      Array(String(repeating: table, count: 5000).utf8), bodyStart: 0, path: "a.md"
    ).diagnostics
    #expect(diagnostics.count == 20)
    #expect(diagnostics.last?.notes.first?.summary == "the file has 4980 more of these")
  }
}
