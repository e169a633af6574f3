internal import Agreements
internal import Markup

/// Writes the text of an agreement as HTML: sections, clauses with their numbers in the margin,
/// tables whose rows can be linked to.
///
/// The HTML is the contract with the theme, described in docs/theme.md under "Clause markup".
/// Templates lay pages out; they do not walk clause trees, which is why this is not one.
struct ClauseRenderer {
  let agreement: Agreement
  let html: MarkupHTML
  let words: ClauseWords
  /// What leads to each place.
  private let citedBy: [Int32: [CitingPlace]]
  /// Places that are open and cited, and whether that has been written yet, innermost last.
  private var openPlaces: [(index: Int32, needsCitations: Bool)] = []
  /// Registers that take the place of a paragraph: indexes, by its node.
  private let embedded: [Int32: Int]

  /// What has been written since the last register.
  private var output: [UInt8] = []
  private var parts: [ClausePart] = []
  /// Sections that are open, which decides the level of a heading.
  private var sectionDepth = 0
  /// Whether each open list is one of marked clauses.
  private var listsOfClauses: [Bool] = []
  /// The addressed paragraph whose text comes next.
  private var pendingParagraph: Int32?
  /// The group whose label comes next.
  private var pendingGroup: Int32?
  /// The task whose first paragraph comes next.
  private var pendingTask: Int32?
  /// The first provision that has not been opened; a table's rows are found from here.
  private var nextProvision = 0

  init(
    _ agreement: Agreement, words: ClauseWords, weave: MarkupWeave = MarkupWeave(),
    citedBy: [Int32: [CitingPlace]] = [:]
  ) {
    self.agreement = agreement
    self.words = words
    self.citedBy = citedBy
    embedded = Dictionary(
      agreement.embeddedRegisters.enumerated().map { ($1.node, $0) },
      uniquingKeysWith: { first, _ in first })
    html = MarkupHTML(agreement.tree, weave: weave)
    output.reserveCapacity(agreement.tree.text.count * 2)
  }

  /// The whole text, notes included.
  mutating func render() -> [ClausePart] {
    let layout = agreement.layout
    for index in layout.indices {
      let next = index + 1 < layout.count ? layout[index + 1] : nil
      switch layout[index] {
      case .open(let provision): open(provision)
      case .close(let provision): close(provision)
      case .openList(let node): openList(node, before: next)
      case .closeList: closeList()
      case .text(let node, let from, let to):
        writeText(node, nodes: Int(from)..<Int(to), isLeadIn: next?.opensList ?? false)
      case .block(let node): html.append(Int(node), to: &output)
      case .table(let node): writeTable(Int(node))
      }
    }
    html.appendFootnotes(to: &output)
    parts.append(.html(output))
    return parts
  }
}

// MARK: - Places

extension ClauseRenderer {
  private mutating func open(_ index: Int32) {
    nextProvision = Int(index) + 1
    writeCitations()
    let provision = agreement.provisions[Int(index)]
    openPlaces.append((index, citedBy[index] != nil))
    switch provision.kind {
    case .annex, .section: openSection(provision)
    case .paragraph: pendingParagraph = index
    case .clause, .item, .group: openItem(provision, at: index)
    case .table, .row: break
    }
  }

  private mutating func close(_ index: Int32) {
    writeCitations()
    openPlaces.removeLast()
    switch agreement.provisions[Int(index)].kind {
    case .annex, .section:
      sectionDepth -= 1
      write("</section>\n")
    case .clause, .item, .group: write("</li>\n")
    case .paragraph, .table, .row: break
    }
    pendingParagraph = nil
    pendingGroup = nil
    pendingTask = nil
  }

  private mutating func openSection(_ provision: Provision) {
    sectionDepth += 1
    let level = min(sectionDepth + 1, 6)
    write("<section class=\"\(provision.kind == .annex ? "annex" : "section")\" id=\"")
    writeEscaped(provision.anchor)
    write("\">\n<h\(level)>")
    let title = Int(provision.titleNodes.lowerBound)..<Int(provision.titleNodes.upperBound)
    if !provision.designation.isEmpty {
      writeLink(class: "number", to: provision.anchor, text: provision.designation)
      write(" ")
      if !provision.secondDesignation.isEmpty {
        write("<span class=\"also\"")
        if !provision.secondAnchor.isEmpty {
          write(" id=\"")
          writeEscaped(provision.secondAnchor)
          write("\"")
        }
        write(">")
        writeEscaped(provision.secondDesignation)
        write("</span> ")
      }
      html.append(nodes: title, to: &output)
    } else if title.contains(where: { agreement.tree.nodes[$0].kind == .link }) {
      html.append(nodes: title, to: &output)
      writeMark(provision.anchor, path: provision.title)
    } else {
      write("<a class=\"title\" href=\"#")
      writeFragment(provision.anchor)
      write("\">")
      html.append(nodes: title, to: &output)
      write("</a>")
    }
    write("</h\(level)>\n")
  }

  private mutating func openItem(_ provision: Provision, at index: Int32) {
    let isTask = agreement.tree.nodes[Int(provision.node)].kind == .taskItem
    write(isTask ? "<li class=\"task\" id=\"" : "<li id=\"")
    writeEscaped(provision.anchor)
    write("\">")
    if provision.designation.isEmpty {
      writeEmptyLink(class: "bullet", to: provision.anchor, at: index)
    } else {
      writeLink(class: "number", to: provision.anchor, text: provision.designation)
    }
    if provision.kind == .group { pendingGroup = index }
    if isTask { pendingTask = provision.node }
    write("\n")
  }

  /// Writes what cites the innermost place, once, behind its own text and before what it encloses.
  private mutating func writeCitations() {
    guard let place = openPlaces.last, place.needsCitations, let citing = citedBy[place.index]
    else {
      return
    }
    openPlaces[openPlaces.count - 1].needsCitations = false
    write("<details class=\"cited-by\"><summary>")
    writeEscaped(words.citedBy(citing.count))
    write("</summary>\n<ul>")
    for citation in citing {
      write("<li><a href=\"")
      writeEscaped(citation.url)
      write("\">")
      writeEscaped(citation.name)
      write("</a></li>")
    }
    write("</ul></details>\n")
  }

  private mutating func openList(_ node: Int32, before next: LayoutStep?) {
    writeCitations()
    var isOfClauses = true
    if case .open(let first)? = next {
      isOfClauses = agreement.provisions[Int(first)].kind == .clause
    }
    listsOfClauses.append(isOfClauses)
    write(isOfClauses ? "<ol class=\"clauses\">\n" : "<ul class=\"clauses\">\n")
  }

  private mutating func closeList() {
    write(listsOfClauses.popLast() == true ? "</ol>\n" : "</ul>\n")
  }
}

// MARK: - Texts

extension ClauseRenderer {
  private mutating func writeText(_ node: Int32, nodes: Range<Int>, isLeadIn: Bool) {
    if !embedded.isEmpty, let register = embedded[node] {
      parts.append(.html(output))
      parts.append(.register(register))
      output.removeAll(keepingCapacity: true)
      pendingParagraph = nil
      return
    }
    if let paragraph = pendingParagraph {
      pendingParagraph = nil
      let anchor = agreement.provisions[Int(paragraph)].anchor
      write(isLeadIn ? "<p class=\"para lead-in\" id=\"" : "<p class=\"para\" id=\"")
      writeEscaped(anchor)
      write("\">")
      writeEmptyLink(class: "mark", to: anchor, at: paragraph)
    } else {
      write(isLeadIn ? "<p class=\"lead-in\">" : "<p>")
    }
    if let task = pendingTask {
      pendingTask = nil
      let isDone = agreement.tree.nodes[Int(task)].flag
      write("<span class=\"box\" role=\"img\" aria-label=\"")
      output += isDone ? words.done : words.open
      write(isDone ? "\">☑</span> " : "\">☐</span> ")
    }
    var rest = nodes
    if pendingGroup != nil {
      pendingGroup = nil
      rest = writeLabel(of: nodes)
    }
    html.append(nodes: rest, to: &output)
    write("</p>\n")
  }

  /// Writes the bold label that a group's text begins with, and returns what follows it.
  private mutating func writeLabel(of nodes: Range<Int>) -> Range<Int> {
    guard let first = nodes.first, agreement.tree.nodes[first].kind == .strong else { return nodes }
    let end = Int(agreement.tree.nodes[first].end)
    write("<strong class=\"control-label\">")
    html.append(nodes: (first + 1)..<end, to: &output)
    write("</strong>")
    return end..<nodes.upperBound
  }
}

// MARK: - Tables

extension ClauseRenderer {
  private mutating func writeTable(_ table: Int) {
    let place = TablePlaces(of: table, from: nextProvision, in: agreement)
    nextProvision = place.end
    write("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
    writeEscaped(words.tableIn.replacingFirst("{place}", with: place.written))
    write("\"")
    if let own = place.table {
      write(" id=\"")
      writeEscaped(agreement.provisions[own].anchor)
      write("\"")
    }
    write(">\n<table>\n")
    var isBodyOpen = false
    for row in agreement.tree.children(of: table) {
      if agreement.tree.nodes[row].flag, place.rows[row] == nil, place.groups[row] == nil {
        writeHead(row)
        continue
      }
      if place.groups[row] != nil || !isBodyOpen {
        write(isBodyOpen ? "</tbody>\n<tbody>\n" : "<tbody>\n")
        isBodyOpen = true
      }
      writeRow(row, place)
    }
    write(isBodyOpen ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n")
  }

  /// The head of a table; one without any words is left out.
  private mutating func writeHead(_ row: Int) {
    let node = agreement.tree.nodes[row]
    guard !agreement.tree.isBlank(node.textStart..<node.textEnd) else { return }
    write("<thead><tr>")
    for cell in agreement.tree.children(of: row) {
      write("<th scope=\"col\"\(alignment(of: cell))>")
      html.appendChildren(of: cell, to: &output)
      write("</th>")
    }
    write("</tr></thead>\n")
  }

  private mutating func writeRow(_ row: Int, _ place: TablePlaces) {
    let cells = Array(agreement.tree.children(of: row))
    let group = place.groups[row]
    let own = place.rows[row]
    if let group, own == nil {
      // A heading over the rows that follow.
      write("<tr class=\"group\" id=\"")
      writeEscaped(agreement.provisions[group].anchor)
      write("\"><th colspan=\"\(max(cells.count, 1))\" scope=\"rowgroup\">")
      if let first = cells.first { html.appendChildren(of: first, to: &output) }
      write("</th></tr>\n")
      return
    }
    write("<tr")
    if let own {
      write(" id=\"")
      writeEscaped(agreement.provisions[own].anchor)
      write("\"")
    }
    write(">")
    var needsMark = own != nil
    for (column, cell) in cells.enumerated() {
      if column == 0, place.isGrouped {
        guard let group else { continue }
        let count = place.rowCounts[group] ?? 1
        write("<th scope=\"rowgroup\"\(count > 1 ? " rowspan=\"\(count)\"" : "") id=\"")
        writeEscaped(agreement.provisions[group].anchor)
        write("\">")
        html.appendChildren(of: cell, to: &output)
        write("</th>")
        continue
      }
      write("<td\(alignment(of: cell))>")
      if needsMark, let own {
        needsMark = false
        writeEmptyLink(class: "mark", to: agreement.provisions[own].anchor, at: Int32(own))
      }
      html.appendChildren(of: cell, to: &output)
      write("</td>")
    }
    write("</tr>\n")
  }

  private func alignment(of cell: Int) -> StaticString {
    switch MarkupAlignment(rawValue: agreement.tree.nodes[cell].value) {
    case .right: " class=\"right\""
    case .center: " class=\"center\""
    default: ""
    }
  }
}

/// A stretch of an agreement's text, or a register that stands in it.
enum ClausePart: Sendable {
  case html([UInt8])
  /// Index in ``Agreement/embeddedRegisters``.
  case register(Int)
}

/// A place that leads to another one.
struct CitingPlace: Sendable {
  /// From the page of the place that it leads to.
  var url: String
  var name: String
}

/// Where the rows of one table stand among the provisions.
private struct TablePlaces {
  /// The table's own provision, where there are several in one place.
  var table: Int?
  /// Provisions of the rows, by node.
  var rows: [Int: Int] = [:]
  /// Provisions of the groups, by the node of their first row.
  var groups: [Int: Int] = [:]
  /// How many rows each group has.
  var rowCounts: [Int: Int] = [:]
  var isGrouped = false
  /// The first provision after the table.
  var end: Int
  /// The legal path of the place that holds it.
  var written = ""

  init(of table: Int, from first: Int, in agreement: Agreement) {
    end = first
    let nodesEnd = agreement.tree.nodes[table].end
    while end < agreement.provisions.count, agreement.provisions[end].node < nodesEnd,
      Int(agreement.provisions[end].node) >= table
    {
      let provision = agreement.provisions[end]
      let node = Int(provision.node)
      switch provision.kind {
      case .table: self.table = end
      case .group: groups[node] = end
      default:
        rows[node] = end
        let parent = Int(provision.parent)
        if parent >= first, agreement.provisions[parent].kind == .group {
          isGrouped = true
          rowCounts[parent, default: 0] += 1
        }
      }
      end += 1
    }
    let place = self.table ?? (first > 0 ? first - 1 : nil)
    if let place { written = agreement.legalPath(of: place).written }
  }
}

// MARK: - Writing

extension ClauseRenderer {
  private mutating func write(_ text: String) { output += text.utf8 }

  private mutating func writeEscaped(_ text: String) {
    appendEscapedHTML(Array(text.utf8)[...], to: &output)
  }

  /// A fragment as a URL has it: letters beyond ASCII as percent-encoded bytes.
  private mutating func writeFragment(_ anchor: String) {
    for byte in anchor.utf8 {
      if byte < 0x80 {
        output.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        output += "%\(digits)".utf8
      }
    }
  }

  private mutating func writeLink(class name: StaticString, to anchor: String, text: String) {
    write("<a class=\"\(name)\" href=\"#")
    writeFragment(anchor)
    write("\">")
    writeEscaped(text)
    write("</a>")
  }

  private mutating func writeEmptyLink(class name: StaticString, to anchor: String, at index: Int32)
  {
    write("<a class=\"\(name)\" href=\"#")
    writeFragment(anchor)
    write("\" aria-label=\"")
    writeEscaped(agreement.legalPath(of: Int(index)).written)
    write("\"></a>")
  }

  private mutating func writeMark(_ anchor: String, path: String) {
    write("<a class=\"mark\" href=\"#")
    writeFragment(anchor)
    write("\" aria-label=\"")
    writeEscaped(path)
    write("\"></a>")
  }
}

extension LayoutStep {
  fileprivate var opensList: Bool {
    if case .openList = self { true } else { false }
  }
}

extension String {
  /// The text with the first `part` replaced.
  fileprivate func replacingFirst(_ part: String, with replacement: String) -> String {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(part) {
        return String(self[..<rest.startIndex]) + replacement + String(rest.dropFirst(part.count))
      }
      rest.removeFirst()
    }
    return self
  }
}
