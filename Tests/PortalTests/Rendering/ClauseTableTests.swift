import Agreements
import Testing

@testable import Portal

struct ClauseTableTests {
  private let words: ClauseWords

  init() throws { words = ClauseWords(try shippedWords("en")) }

  /// The lines of the first table, tags of links left out.
  private func rows(_ table: String) -> [String] {
    let (agreement, _) = readAgreement(Array("## 1. Table\n\n\(table)\n".utf8), path: "a.md")
    var renderer = ClauseRenderer(agreement, words: words)
    let html = renderer.html()
    return html.split(separator: "\n").map {
      String($0).replacing(#/<a class="mark"[^>]*></a>/#, with: "")
    }.filter { $0.hasPrefix("<tr") || $0.hasPrefix("<thead") || $0.hasPrefix("<tbody") }
  }

  @Test func addressesRowsAndSetsColumnsToTheirSide() {
    #expect(
      rows("| System | Since |\n|---|--:|\n| Platform | 2019 |") == [
        """
        <thead><tr><th scope="col">System</th><th scope="col" class="align-right">Since</th></tr>\
        </thead>
        """,
        "<tbody>",
        "<tr id=\"1-row-1\"><td>Platform</td><td class=\"align-right\">2019</td></tr>",
      ])
  }

  @Test func spansAControlOverItsRows() {
    #expect(
      rows("| Control | Measure |\n|---|---|\n| Access | Doors |\n| | Badges |\n| Input | Logs |")
        == [
          "<thead><tr><th scope=\"col\">Control</th><th scope=\"col\">Measure</th></tr></thead>",
          "<tbody>",
          """
          <tr id="1-access-row-1"><th scope="rowgroup" rowspan="2" id="1-access">Access</th>\
          <td>Doors</td></tr>
          """,
          "<tr id=\"1-access-row-2\"><td>Badges</td></tr>",
          "<tbody>",
          "<tr id=\"1-input-row-1\"><th scope=\"rowgroup\" id=\"1-input\">Input</th><td>Logs</td></tr>",
        ])
  }

  @Test func beginsABodyWithAHeadingOverRows() {
    #expect(
      rows("| A | B |\n|---|---|\n| **Hosting** | |\n| Server | Bonn |") == [
        "<thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead>",
        "<tbody>",
        """
        <tr class="group" id="1-hosting"><th colspan="2" scope="rowgroup"><strong>Hosting</strong>\
        </th></tr>
        """,
        "<tr id=\"1-row-1\"><td>Server</td><td>Bonn</td></tr>",
      ])
  }

  /// Every way in which rows can lack a first cell: each row has the columns that the head has.
  @Test(arguments: [
    "| A | B |\n|---|---|\n| | first |\n| X | one |\n| | two |",
    "| A | B |\n|---|---|\n| X | |\n| | one |\n| | two |",
    "| A | B |\n|---|---|\n| X | one |\n| | |\n| | two |",
    "| A | B |\n|---|---|\n| | |\n| | one |\n| Y | |\n| Z | z |",
    "| | |\n|---|---|\n| X | one |\n| | two |\n| | |",
    "| A |\n|---|\n| |\n| x |",
  ])
  func givesEachRowAsManyColumns(table: String) throws {
    var open = 0
    var columns: Set<Int> = []
    for row in rows(table) where row.hasPrefix("<tr") {
      let spans = row.matches(of: #/colspan="(\d+)"/#).compactMap { Int($0.1) }.reduce(0, +)
      let cells = row.matches(of: #/<t[hd][ >]/#).count
      let width = spans > 0 ? spans : cells + (open > 0 ? 1 : 0)
      columns.insert(width)
      let named = row.firstMatch(of: #/rowspan="(\d+)"/#).flatMap { Int($0.1) } ?? 1
      open = max(open, named) - 1
    }
    #expect(columns.count == 1)
    #expect(open == 0)
  }

  @Test func leavesOutAHeadWithoutWords() {
    #expect(
      rows("| | |\n|---|---|\n| a | b |") == [
        "<tbody>", "<tr id=\"1-row-1\"><td>a</td><td>b</td></tr>",
      ])
  }
}
