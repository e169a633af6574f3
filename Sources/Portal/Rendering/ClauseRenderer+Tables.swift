internal import Agreements
internal import Markup

// Tables whose rows can be linked to: see docs/theme.md.

extension ClauseRenderer {
  mutating func writeTable(_ table: Int) {
    let places = TablePlaces(of: table, from: nextProvision, in: agreement)
    nextProvision = places.end
    write("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
    let label = filled(words.tableIn) { $0 == "place" ? places.written : nil }
    writeEscaped((try? label.get()) ?? places.written)
    write("\"")
    if let own = places.table { writeID(agreement.provisions[own].anchor) }
    write(">\n<table>\n")
    var isBodyOpen = false
    // How many rows the first cell that stands open still names.
    var named = 0
    for row in agreement.tree.children(of: table) {
      if agreement.tree.nodes[row].flag, places.rows[row] == nil, places.groups[row] == nil {
        writeHead(row)
        continue
      }
      if places.groups[row] != nil || !isBodyOpen {
        write(isBodyOpen ? "</tbody>\n<tbody>\n" : "<tbody>\n")
        isBodyOpen = true
      }
      if let group = places.groups[row], places.rows[row] == nil {
        named = 0
        writeHeading(row, group)
        continue
      }
      let span = places.spans[row] ?? 0
      writeRow(row, places, span: span, isNamedAbove: named > 0)
      named = max(span, named) - 1
    }
    write(isBodyOpen ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n")
  }

  /// The head of a table; one without any words is left out.
  private mutating func writeHead(_ row: Int) {
    let node = agreement.tree.nodes[row]
    guard !agreement.tree.isBlank(node.textStart..<node.textEnd) else { return }
    write("<thead><tr>")
    for cell in agreement.tree.children(of: row) {
      let isBlank = agreement.tree.isBlank(
        agreement.tree.nodes[cell].textStart..<agreement.tree.nodes[cell].textEnd)
      // A head cell without words heads nothing.
      write(isBlank ? "<td\(alignment(of: cell))>" : "<th scope=\"col\"\(alignment(of: cell))>")
      html.appendChildren(of: cell, to: &output)
      write(isBlank ? "</td>" : "</th>")
    }
    write("</tr></thead>\n")
  }

  /// A row that is a heading over those that follow.
  private mutating func writeHeading(_ row: Int, _ group: Int) {
    let cells = Array(agreement.tree.children(of: row))
    write("<tr class=\"group\"")
    writeID(agreement.provisions[group].anchor)
    write("><th colspan=\"\(max(cells.count, 1))\" scope=\"rowgroup\">")
    writeEmptyLink(class: "mark", to: agreement.provisions[group].anchor, at: Int32(group))
    if let first = cells.first { html.appendChildren(of: first, to: &output) }
    write("</th></tr>\n")
  }

  private mutating func writeRow(
    _ row: Int, _ places: TablePlaces, span: Int, isNamedAbove: Bool
  ) {
    write("<tr")
    if let own = places.rows[row] { writeID(agreement.provisions[own].anchor) }
    write(">")
    var mark = places.rows[row]
    for (column, cell) in agreement.tree.children(of: row).enumerated() {
      if column == 0, isNamedAbove, span == 0 { continue }
      if column == 0, span > 0, let group = places.groups[row] {
        writeName(cell, of: group, span: span)
        continue
      }
      write("<td\(alignment(of: cell))>")
      if let own = mark {
        mark = nil
        writeEmptyLink(class: "mark", to: agreement.provisions[own].anchor, at: Int32(own))
      }
      html.appendChildren(of: cell, to: &output)
      write("</td>")
    }
    write("</tr>\n")
  }

  /// A first cell that names what its rows are about.
  private mutating func writeName(_ cell: Int, of group: Int, span: Int) {
    write("<th scope=\"rowgroup\"")
    if span > 1 { write(" rowspan=\"\(span)\"") }
    writeID(agreement.provisions[group].anchor)
    write(">")
    writeEmptyLink(class: "mark", to: agreement.provisions[group].anchor, at: Int32(group))
    html.appendChildren(of: cell, to: &output)
    write("</th>")
  }

  private func alignment(of cell: Int) -> StaticString {
    switch MarkupAlignment(rawValue: agreement.tree.nodes[cell].value) {
    case .left: " class=\"align-left\""
    case .center: " class=\"align-center\""
    case .right: " class=\"align-right\""
    default: ""
    }
  }
}
