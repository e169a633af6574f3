internal import Agreements
internal import Markup

/// Writes the text of an agreement as HTML: sections, clauses with their numbers in the margin,
/// tables whose rows can be linked to.
///
/// The HTML is the contract with the theme, described in docs/theme.md under "Clause markup".
/// Templates lay pages out; they do not walk clause trees, which is why this is not one.
struct ClauseRenderer {
  let agreement: Agreement
  /// Writes what stands in the text of a place.
  var writer: MarkupHTMLWriter
  let words: ClauseWords
  /// Registers that take the place of a paragraph: indexes, by its node.
  private let embedded: [Int32: Int]
  /// What leads to each place.
  private let citedBy: [Int32: [CitingPlace]]

  /// What has been written since the last register.
  var output: [UInt8] = []
  var legalPaths: LegalPathWriter
  /// Bytes that are put together before they are escaped.
  var scratch: [UInt8] = []
  private var parts: [ClausePart] = []
  /// Places that are open, innermost last, and whether what cites them is still to be written.
  private var openPlaces: [(index: Int32, needsCitations: Bool)] = []
  /// How many items have been written that name something and leave it open, such as `Telephone:`.
  private(set) var blankItemCount = 0
  /// The first provision that has not been opened; a table's rows are found from here.
  var nextProvision = 0

  /// For words that stand in a link: links do not nest.
  private var plainWriter: MarkupHTMLWriter
  /// Sections that are open, which decides the level of a heading.
  private var sectionDepth = 0
  /// Whether each open list is one of marked clauses.
  private var listsOfClauses: [Bool] = []
  /// The addressed paragraph whose text comes next.
  private var pendingParagraph: Int32?
  /// Whether a group's label comes next.
  private var isLabelPending = false
  /// The box of the task whose text comes next.
  private var pendingBox: [UInt8] = []
  /// Whether the text that comes next is the first of an item.
  private var isItemText = false

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
    var html = MarkupHTML(agreement.tree, weave: weave)
    // No anchor of the content holds a colon.
    html.idPrefix = Array("theme:".utf8)
    html.footnoteReturnLabel = words.backToText
    writer = MarkupHTMLWriter(html)
    plainWriter = MarkupHTMLWriter(MarkupHTML(agreement.tree))
    legalPaths = LegalPathWriter(of: agreement.provisions, in: words.language)
    output.reserveCapacity(agreement.tree.text.count * 2)
  }

  /// The whole text, notes included.
  mutating func render() -> [ClausePart] {
    let layout = agreement.layout
    for index in layout.indices {
      let next = index + 1 < layout.count ? layout[index + 1] : nil
      switch layout[index] {
      case .open(let provision): open(provision, before: next)
      case .close(let provision): close(provision)
      case .openList: openList(before: next)
      case .closeList: closeList()
      case .text(let node, let from, let to):
        writeText(node, nodes: Int(from)..<Int(to), before: next)
      case .block(let node): writer.append(Int(node), to: &output)
      case .table(let node): writeTable(Int(node))
      }
    }
    writer.html.appendFootnotes(to: &output)
    parts.append(.html(output))
    return parts
  }
}

// MARK: - Places

extension ClauseRenderer {
  private mutating func open(_ index: Int32, before next: LayoutStep?) {
    nextProvision = Int(index) + 1
    writeCitations()
    openPlaces.append((index, citedBy[index] != nil))
    switch agreement.provisions[Int(index)].kind {
    case .annex, .section: openSection(agreement.provisions[Int(index)])
    case .paragraph: pendingParagraph = index
    case .clause, .item, .group: openItem(at: index, before: next)
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
    isLabelPending = false
    isItemText = false
  }

  private mutating func openSection(_ provision: Provision) {
    sectionDepth += 1
    let level = min(sectionDepth + 1, 6)
    write(provision.kind == .annex ? "<section class=\"annex\"" : "<section class=\"section\"")
    writeID(provision.anchor, then: "\">\n<h\(level)>")
    let title = Int(provision.titleNodes.lowerBound)..<Int(provision.titleNodes.upperBound)
    if !provision.designation.isEmpty {
      writeNumber(of: provision)
      if !provision.secondDesignation.isEmpty {
        write(" <span class=\"also\"")
        if !provision.secondAnchor.isEmpty { writeID(provision.secondAnchor) }
        write(">")
        writeEscaped(provision.secondDesignation)
        write("</span>")
      }
      if !title.isEmpty { write(" ") }
      writer.append(nodes: title, to: &output)
    } else if holdsLink(title) {
      writer.append(nodes: title, to: &output)
      writeEmptyLink(ClauseLink.mark, to: provision.anchor, label: provision.title)
    } else {
      write(ClauseLink.title)
      writeFragment(provision.anchor)
      write("\">")
      plainWriter.append(nodes: title, to: &output)
      write("</a>")
    }
    write("</h\(level)>\n")
  }

  private func holdsLink(_ nodes: Range<Int>) -> Bool {
    nodes.contains {
      let kind = agreement.tree.nodes[$0].kind
      return kind == .link || kind == .footnoteReference
    }
  }

  private mutating func openItem(at index: Int32, before next: LayoutStep?) {
    let node = agreement.tree.nodes[Int(agreement.provisions[Int(index)].node)]
    let anchor = agreement.provisions[Int(index)].anchor
    let designation = agreement.provisions[Int(index)].designation
    write(node.kind == .taskItem ? "<li class=\"task\"" : "<li")
    writeID(anchor, then: "\">")
    if designation.isEmpty {
      writeEmptyLink(ClauseLink.bullet, to: anchor, at: index)
    } else {
      writeNumber(of: agreement.provisions[Int(index)])
    }
    write("\n")
    var hasText = false
    if case .text = next { hasText = true }
    isItemText = hasText
    isLabelPending = hasText && agreement.provisions[Int(index)].kind == .group
    pendingBox = node.kind == .taskItem ? words.box(isDone: node.flag) : []
    if !hasText, !pendingBox.isEmpty {
      write("<p>")
      writePendingBox()
      write("</p>\n")
    }
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

  private mutating func openList(before next: LayoutStep?) {
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
  private mutating func writeText(_ node: Int32, nodes: Range<Int>, before next: LayoutStep?) {
    defer { isItemText = false }
    if !embedded.isEmpty, let register = embedded[node] {
      parts.append(.html(output))
      parts.append(.register(register))
      output.removeAll(keepingCapacity: true)
      pendingParagraph = nil
      return
    }
    var isLeadIn = false
    if case .openList = next { isLeadIn = true }
    if let paragraph = pendingParagraph {
      pendingParagraph = nil
      let anchor = agreement.provisions[Int(paragraph)].anchor
      write(isLeadIn ? "<p class=\"para lead-in\"" : "<p class=\"para\"")
      writeID(anchor, then: "\">")
      writeEmptyLink(ClauseLink.mark, to: anchor, at: paragraph)
    } else {
      write(isLeadIn ? "<p class=\"lead-in\">" : "<p>")
    }
    writePendingBox()
    let rest = isLabelPending ? writeLabel(of: nodes) : nodes
    writer.append(nodes: rest, to: &output)
    isLabelPending = false
    if isItemText, case .close = next, endsOpen(nodes) {
      blankItemCount += 1
      write(" ")
      output += words.blankHTML
    }
    write("</p>\n")
  }

  /// Whether a text ends in a colon that nothing follows: a form's field that is to be filled in.
  private func endsOpen(_ nodes: Range<Int>) -> Bool {
    guard let first = nodes.first, let last = nodes.last else { return false }
    let start = Int(agreement.tree.nodes[first].textStart)
    let text = agreement.tree.text[start..<Int(agreement.tree.nodes[last].textEnd)]
    return text.last { $0 > 0x20 } == UInt8(ascii: ":")
  }

  /// Writes the bold label that a group's text begins with, and returns what follows it.
  private mutating func writeLabel(of nodes: Range<Int>) -> Range<Int> {
    guard let first = nodes.first, agreement.tree.nodes[first].kind == .strong else { return nodes }
    let end = Int(agreement.tree.nodes[first].end)
    write("<strong class=\"control-label\">")
    writer.append(nodes: (first + 1)..<end, to: &output)
    write("</strong>")
    return end..<nodes.upperBound
  }

  private mutating func writePendingBox() {
    output += pendingBox
    pendingBox = []
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
