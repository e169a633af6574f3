internal import Agreements
internal import Markup

// Tables whose rows can be linked to: see docs/theme.md.

extension ClauseRenderer {
  mutating func writeTable(_ table: Int) {
    let places = TablePlaces(of: table, from: nextProvision, in: agreement)
    nextProvision = places.end
    write("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
    let place = writtenPath(of: places.place)
    writeEscaped(filled(words.tableIn, "place", place, otherwise: place))
    write("\"")
    if let own = places.table { writeID(agreement.provisions[own].anchor) }
    write(">\n<table>\n")
    var isBodyOpen = false
    // How many rows the first cell that stands open still names.
    var named = 0
    for (index, node) in agreement.tree.children(of: table).enumerated() {
      let row = places.rows[index]
      if agreement.tree.nodes[node].flag, row.own == nil, row.group == nil {
        writeHead(node)
        continue
      }
      if row.group != nil || !isBodyOpen {
        write(isBodyOpen ? "</tbody>\n<tbody>\n" : "<tbody>\n")
        isBodyOpen = true
      }
      if let group = row.group, row.own == nil {
        named = 0
        writeHeading(node, group)
        continue
      }
      writeRow(node, row, isNamedAbove: named > 0)
      named = max(row.span, named) - 1
    }
    write(isBodyOpen ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n")
  }

  /// The legal path of a place, or the agreement's title.
  private mutating func writtenPath(of place: Int32) -> String {
    guard place != Provision.none else { return agreement.metadata.title }
    var path: [UInt8] = []
    legalPaths.append(pathOf: Int(place), to: &path)
    return String(decoding: path, as: UTF8.self)
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
      write(isBlank ? cellStart(of: cell) : headStart(of: cell))
      writer.appendChildren(of: cell, to: &output)
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
    writeEmptyLink(ClauseLink.mark, to: agreement.provisions[group].anchor, at: Int32(group))
    if let first = cells.first { writer.appendChildren(of: first, to: &output) }
    write("</th></tr>\n")
  }

  private mutating func writeRow(_ node: Int, _ row: TablePlaces.Row, isNamedAbove: Bool) {
    write("<tr")
    if let own = row.own { writeID(agreement.provisions[own].anchor) }
    write(">")
    var mark = row.own
    for (column, cell) in agreement.tree.children(of: node).enumerated() {
      if column == 0, isNamedAbove, row.span == 0 { continue }
      if column == 0, row.span > 0, let group = row.group {
        writeName(cell, of: group, span: row.span)
        continue
      }
      write(cellStart(of: cell))
      if let own = mark {
        mark = nil
        writeEmptyLink(ClauseLink.mark, to: agreement.provisions[own].anchor, at: Int32(own))
      }
      writer.appendChildren(of: cell, to: &output)
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
    writeEmptyLink(ClauseLink.mark, to: agreement.provisions[group].anchor, at: Int32(group))
    writer.appendChildren(of: cell, to: &output)
    write("</th>")
  }

  private func cellStart(of cell: Int) -> String {
    switch MarkupAlignment(rawValue: agreement.tree.nodes[cell].value) {
    case .left: "<td class=\"align-left\">"
    case .center: "<td class=\"align-center\">"
    case .right: "<td class=\"align-right\">"
    default: "<td>"
    }
  }

  private func headStart(of cell: Int) -> String {
    switch MarkupAlignment(rawValue: agreement.tree.nodes[cell].value) {
    case .left: "<th scope=\"col\" class=\"align-left\">"
    case .center: "<th scope=\"col\" class=\"align-center\">"
    case .right: "<th scope=\"col\" class=\"align-right\">"
    default: "<th scope=\"col\">"
    }
  }
}
