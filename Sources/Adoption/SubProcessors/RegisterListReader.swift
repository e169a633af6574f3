internal import Agreements
internal import Diagnostics
internal import Frontmatter
internal import Markup

/// Reads the tables and lists of a place as lines of a register.
///
/// Shape: one loop over the blocks of the place; ``rows`` in the order of the text.
///
/// - Complexity: O(nodes).
struct RegisterListReader {
  let agreement: Agreement
  let words: ListWords
  let heads: ColumnHeads
  private(set) var rows: [ListRow] = []
  var diagnostics: [Diagnostic] = []
  /// Heads of columns that the author mapped, by field.
  let columns: [ListField: Located<String>]
  /// Mapped heads that a table has.
  var usedColumns: Set<ListField> = []
  /// Fields that each list has a column for; `nil` for lists without columns.
  var fieldsOfLists: [Set<ListField>?] = []
  /// Provisions by the node that they begin with.
  private let provisions: [Int: Int32]
  /// The name of the company whose facts the next labelled list states.
  var pendingName: ListRow.Cell?
  /// What a paragraph below the heading with that name says.
  var pendingWords: ListRow.Cell?
  private var hasTableInSection = false
  /// Headings over companies that are used no longer or are none, with their levels, and the words
  /// that bring such a list in.
  private var headingsOfOthers: [(level: Int32, text: String)] = []
  private var leadOfOthers: String?
  /// Where the companies of the next list are, as the paragraph before it says.
  private(set) var pendingPlace: ListRow.Cell?

  var tree: MarkupTree { agreement.tree }

  init(_ agreement: Agreement, columns: [ListField: Located<String>]) {
    self.agreement = agreement
    self.columns = columns
    words = .shipped
    heads = .shipped
    provisions = Dictionary(
      agreement.provisions.enumerated().map { (Int($1.node), Int32($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func read(_ place: AdoptedPlace) {
    var section: String?
    var node = place.nodes.lowerBound
    // An item or row holds its blocks; a heading and the document have them behind them.
    if place.provision != Provision.none, tree.nodes[node].kind != .heading,
      tree.nodes[node].kind != .table
    {
      node += 1
    }
    while node < place.nodes.upperBound {
      switch tree.nodes[node].kind {
      case .heading:
        let level = tree.nodes[node].value
        headingsOfOthers.removeAll { $0.level >= level }
        leadOfOthers = nil
        if provisions[node] != place.provision {
          section = heading(node)
          if let section, words.isOfOthers(section) {
            headingsOfOthers.append((level, section))
          }
        }
        hasTableInSection = false
        pendingPlace = nil
        pendingWords = nil
        pendingName = section.map { ListRow.Cell(text: $0, range: range(of: node)) }
      case .table:
        hasTableInSection = true
        readTable(node, section: section)
        leadOfOthers = nil
      case .bulletList, .orderedList:
        if !hasTableInSection { readList(node, section: section) }
        leadOfOthers = nil
      case .paragraph where !hasTableInSection && readLines(ofParagraph: node, section: section):
        pendingName = nil
      case .paragraph:
        let cell = self.cell(node)
        leadOfOthers = words.isOfOthers(cell.text) ? cell.text.inOneLine : nil
        if let name = leadingName(of: node) {
          pendingName = name
        } else if pendingName?.text == section {
          pendingWords = pendingWords ?? cell
        } else {
          pendingName = nil
        }
        pendingPlace = words.place(inSentence: cell.text).map {
          ListRow.Cell(text: $0, range: cell.range)
        }
      default: break
      }
      node = Int(tree.nodes[node].end)
    }
  }

  /// Takes what most lines of a list without columns say as what all of them should say.
  mutating func settleFieldsOfLists() {
    let lines = Dictionary(grouping: rows, by: \.list)
    for list in fieldsOfLists.indices where fieldsOfLists[list] == nil {
      let own = lines[list] ?? []
      let placed = own.count { $0.cells[.location] != nil || $0.context.place != nil }
      if own.count > 1, placed * 2 >= own.count { fieldsOfLists[list] = [.service, .location] }
    }
  }

  mutating func append(_ row: ListRow) {
    var row = row
    row.heading = row.context.ofOthers ?? leadOfOthers ?? headingsOfOthers.last?.text
    rows.append(row)
  }

  /// Reports a line whose name is struck out.
  ///
  /// - Returns: whether it is one of those.
  mutating func leavesOutStruck(_ node: Int) -> Bool {
    guard tree.isStruck(node) else { return false }
    let name = String(decoding: tree.plainText(of: node), as: UTF8.self).inOneLine
    diagnostics.append(.companyStruck(name, at: range(of: node)))
    return true
  }

  /// Adds facts about the company of the line before.
  mutating func modifyLastRow(_ change: (inout ListRow) -> Void) {
    guard !rows.isEmpty else { return }
    change(&rows[rows.count - 1])
  }

  private func heading(_ node: Int) -> String? {
    if let provision = provisions[node] {
      let title = agreement.provisions[Int(provision)].title
      if !title.isEmpty { return title.inOneLine }
    }
    let text = self.text(of: node)
    return text.isEmpty ? nil : text
  }

  /// A paragraph that is only a name, such as one in bold, names the company of the list below.
  private func leadingName(of node: Int) -> ListRow.Cell? {
    let text = self.text(of: node)
    guard !text.isEmpty, text.utf8.count <= 120, !text.hasSuffix("."), !text.hasSuffix(":")
    else { return nil }
    return cell(node)
  }

  func provision(of node: Int) -> Int32 { provisions[node] ?? Provision.none }

  /// The bare text of a block in one line for each of its own, without what is struck out.
  func text(of node: Int) -> String {
    String(decoding: tree.standingText(of: node), as: UTF8.self).trimmed
  }

  func cell(_ node: Int) -> ListRow.Cell {
    let link = (node..<Int(tree.nodes[node].end)).first { tree.nodes[$0].kind == .link }
    let destination = link.map {
      String(decoding: tree.links[Int(tree.nodes[$0].value)].destination, as: UTF8.self)
    }
    return ListRow.Cell(text: text(of: node), range: range(of: node), link: destination)
  }

  /// The block's first line, as far as its text reaches.
  func range(of node: Int) -> SourceRange {
    let position = tree.position(ofByte: Int(tree.nodes[node].offset))
    let length = tree.plainText(of: node).prefix { $0 != 0x0A }.count
    return SourceRange(
      path: agreement.path, line: position.line, column: position.column, length: length)
  }
}
