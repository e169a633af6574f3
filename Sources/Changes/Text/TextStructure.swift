internal import Agreements
internal import Markup
internal import References

/// A stretch of an agreement's text: running words, or code.
struct SourcePassage {
  var kind: Passage.Kind
  var provision: Int32
  var node: Int32
  var start: Int32
  var end: Int32

  init(kind: Passage.Kind, provision: Int32, node: Int32, start: Int32, end: Int32) {
    self.kind = kind
    self.provision = provision
    self.node = node
    self.start = start
    self.end = end
  }

  init(_ passage: Passage) {
    self.init(
      kind: passage.kind, provision: passage.provision, node: passage.node, start: passage.start,
      end: passage.end)
  }
}

/// The nodes of one version of an agreement, and which of them each passage belongs to.
///
/// Beside a node for each provision there are nodes that have no path of their own: the text of a
/// section with a single paragraph, which is cited like the section, and the head of a table. Both
/// can stay while what they stand in changes.
struct TextStructure {
  private(set) var nodes: [TextNode] = []
  /// The node of each provision.
  private(set) var nodeOfProvision: [Int32] = []
  /// Passages in the order of the text, each with its node and, of a cell, its column.
  private(set) var passages: [(passage: SourcePassage, node: Int32, column: Int32)] = []

  private let agreement: Agreement
  private var tables = Tables()
  /// The node of a place's own text, by provision plus 1, or -1.
  private var bodies: [Int32]
  private var heads: [Int32: Int32] = [:]

  /// Where the rows and cells of tables are; by node of the markup tree, and -1 where there is
  /// none. Empty for a text without tables.
  private struct Tables {
    /// Of each row, the table.
    var tableOfRow: [Int32] = []
    var rowOfCell: [Int32] = []
    var columnOfCell: [Int32] = []
    /// The provision of a row: the row's own, before that of the group that it opens.
    var provisionOfRow: [Int32] = []
    /// The first provision of each table that has a head which is none.
    var headed: [Int32: Int32] = [:]

    init() {}

    init(nodes: Int) {
      tableOfRow = [Int32](repeating: -1, count: nodes)
      rowOfCell = tableOfRow
      columnOfCell = tableOfRow
      provisionOfRow = tableOfRow
    }

    func row(ofCell node: Int32) -> Int? {
      rowOfCell.isEmpty || rowOfCell[Int(node)] < 0 ? nil : Int(rowOfCell[Int(node)])
    }
  }

  init(_ snapshot: AgreementSnapshot) {
    agreement = snapshot.agreement
    bodies = [Int32](repeating: -1, count: snapshot.agreement.provisions.count + 1)
    let read = withCode(snapshot.reading.passages)
    readTables(texts: read)
    makeNodes(texts: read)
    passages.reserveCapacity(read.count)
    for passage in read {
      let isCell = tables.row(ofCell: passage.node) != nil
      let column = isCell ? tables.columnOfCell[Int(passage.node)] : 0
      passages.append((passage, node(of: passage), column))
    }
  }

  /// The passages, and code and HTML, which are no running text but text all the same.
  private func withCode(_ read: [Passage]) -> [SourcePassage] {
    var code: [SourcePassage] = []
    var open: [Int32] = []
    for step in agreement.layout {
      switch step {
      case .open(let provision): open.append(provision)
      case .close: open.removeLast()
      case .block(let block):
        for index in block..<agreement.tree.nodes[Int(block)].end {
          for range in raw(agreement.tree.nodes[Int(index)]) {
            code.append(
              SourcePassage(
                kind: .quotation, provision: open.last ?? Provision.none, node: index,
                start: Int32(range.lowerBound), end: Int32(range.upperBound)))
          }
        }
      default: continue
      }
    }
    let passages = read.map(SourcePassage.init)
    guard !code.isEmpty else { return passages }
    return (passages + code).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// What a block of code or HTML says.
  private func raw(_ node: MarkupNode) -> [Range<Int>] {
    let range = Int(node.textStart)..<Int(node.textEnd)
    switch node.kind {
    case .codeBlock: return [range]
    case .htmlBlock: return htmlTexts(in: range, of: agreement.tree.text)
    default: return []
    }
  }

  private mutating func readTables(texts: [SourcePassage]) {
    let tree = agreement.tree
    for step in agreement.layout {
      guard case .table(let table) = step else { continue }
      if tables.tableOfRow.isEmpty { tables = Tables(nodes: tree.nodes.count) }
      for row in tree.children(of: Int(table)) {
        tables.tableOfRow[row] = table
        for (column, cell) in tree.children(of: row).enumerated() {
          tables.rowOfCell[cell] = Int32(row)
          tables.columnOfCell[cell] = Int32(column)
        }
      }
    }
    guard !tables.tableOfRow.isEmpty else { return }
    // By index, here and below: a copy of each provision would cost more than all the rest.
    for index in agreement.provisions.indices {
      let kind = agreement.provisions[index].kind
      guard kind == .row || kind == .group else { continue }
      tables.provisionOfRow[Int(agreement.provisions[index].node)] = Int32(index)
    }
    var hasHead: Set<Int32> = []
    for passage in texts where passage.kind == .cell {
      guard let row = tables.row(ofCell: passage.node), tables.provisionOfRow[row] < 0 else {
        continue
      }
      hasHead.insert(tables.tableOfRow[row])
    }
    guard !hasHead.isEmpty else { return }
    for index in agreement.provisions.indices {
      let node = agreement.provisions[index].node
      let table =
        agreement.provisions[index].kind == .table ? node : tables.tableOfRow[Int(node)]
      guard hasHead.contains(table), tables.headed[table] == nil else { continue }
      tables.headed[table] = Int32(index)
    }
  }
}

// MARK: - Nodes

extension TextStructure {
  private mutating func makeNodes(texts: [SourcePassage]) {
    // Tables without a row, which no provision stands for, with the place that holds each.
    var headsAlone: [(table: Int32, provision: Int32)] = []
    // By provision plus 1, the markup node that its own text begins with.
    var starts = [Int32](repeating: -1, count: agreement.provisions.count + 1)
    for passage in texts where passage.kind != .heading {
      if passage.kind == .cell, let row = tables.row(ofCell: passage.node) {
        let table = tables.tableOfRow[row]
        if tables.provisionOfRow[row] < 0, tables.headed[table] == nil,
          headsAlone.last?.table != table
        {
          headsAlone.append((table, passage.provision))
        }
        continue
      }
      let place = Int(passage.provision) + 1
      if starts[place] < 0 { starts[place] = passage.node }
    }
    let extraNodes = placedExtras(starts, headsAlone)
    var next = 0
    func extras(before provision: Int) -> ArraySlice<ExtraNode> {
      let first = next
      while next < extraNodes.count, extraNodes[next].before == provision { next += 1 }
      return extraNodes[first..<next]
    }
    let headedFirst = Dictionary(
      tables.headed.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })

    nodes.append(TextNode(shape: .root, provision: Provision.none, parent: -1))
    nodeOfProvision.reserveCapacity(agreement.provisions.count)
    for index in agreement.provisions.indices {
      for extra in extras(before: index) { add(extra) }
      let kind = agreement.provisions[index].kind
      let outer = agreement.provisions[index].parent
      let parent = outer >= 0 ? nodeOfProvision[Int(outer)] : 0
      let table = headedFirst.isEmpty ? nil : headedFirst[Int32(index)]
      if let table, kind != .table { addHead(of: table, outer, in: parent) }
      let node = Int32(nodes.count)
      nodeOfProvision.append(node)
      nodes.append(
        TextNode(shape: Self.shape(of: kind), provision: Int32(index), parent: parent))
      if let table, kind == .table { addHead(of: table, Int32(index), in: node) }
    }
    for extra in extras(before: agreement.provisions.count) { add(extra) }
    for index in nodes.indices.reversed() {
      nodes[index].end = max(nodes[index].end, Int32(index) + 1)
      let parent = Int(nodes[index].parent)
      if parent >= 0 { nodes[parent].end = max(nodes[parent].end, nodes[index].end) }
    }
  }

  /// A node that no provision stands for: the own text of a place, or a table of which only the
  /// head is there; and the provision that it stands before.
  private struct ExtraNode {
    var provision: Int32
    /// `nil` for text.
    var table: Int32?
    var before: Int
  }

  /// Where the own texts of places stand among their parts: a paragraph behind a list stands there.
  private func placedExtras(
    _ starts: [Int32], _ headsAlone: [(table: Int32, provision: Int32)]
  ) -> [ExtraNode] {
    let provisions = agreement.provisions
    func position(of node: Int32, in place: Int) -> Int {
      let end = place >= 0 ? Int(provisions[place].end) : provisions.count
      var part = place + 1
      while part < end, provisions[part].node < node { part = Int(provisions[part].end) }
      return part
    }
    var extras: [ExtraNode] = []
    for place in -1..<provisions.count where starts[place + 1] >= 0 {
      if place >= 0 {
        let kind = provisions[place].kind
        guard kind == .section || kind == .annex else { continue }
      }
      extras.append(
        ExtraNode(
          provision: Int32(place), before: position(of: starts[place + 1], in: place)))
    }
    for (table, place) in headsAlone {
      extras.append(
        ExtraNode(
          provision: place, table: table, before: position(of: table, in: Int(place))))
    }
    // What ends at one place ends from the inside out.
    return extras.sorted {
      ($0.before, $1.provision, $0.table ?? 0) < ($1.before, $0.provision, $1.table ?? 0)
    }
  }

  private mutating func add(_ extra: ExtraNode) {
    let parent = extra.provision >= 0 ? nodeOfProvision[Int(extra.provision)] : 0
    guard let table = extra.table else {
      bodies[Int(extra.provision) + 1] = Int32(nodes.count)
      nodes.append(
        TextNode(shape: .text, provision: extra.provision, parent: parent, role: .body))
      return
    }
    addHead(of: table, extra.provision, in: parent)
  }

  private mutating func addHead(of table: Int32, _ provision: Int32, in node: Int32) {
    heads[table] = Int32(nodes.count)
    nodes.append(TextNode(shape: .row, provision: provision, parent: node, role: .head))
  }

  private static func shape(of kind: ProvisionKind) -> TextNode.Shape {
    switch kind {
    case .annex: .annex
    case .section: .section
    case .clause, .item, .group, .paragraph: .text
    case .table: .table
    case .row: .row
    }
  }

  private func node(of passage: SourcePassage) -> Int32 {
    if passage.kind == .cell, let row = tables.row(ofCell: passage.node) {
      let own = tables.provisionOfRow[row]
      if own >= 0 {
        let parent = agreement.provisions[Int(own)].parent
        // The first cell of a grouped row names the group.
        if tables.columnOfCell[Int(passage.node)] == 0, parent >= 0,
          agreement.provisions[Int(own)].kind == .row,
          agreement.provisions[Int(parent)].kind == .group,
          tables.tableOfRow[Int(agreement.provisions[Int(parent)].node)] == tables.tableOfRow[row]
        {
          return nodeOfProvision[Int(parent)]
        }
        return nodeOfProvision[Int(own)]
      }
      if let head = heads[tables.tableOfRow[row]] { return head }
    }
    let body = bodies[Int(passage.provision) + 1]
    if passage.kind != .heading, body >= 0 { return body }
    return passage.provision >= 0 ? nodeOfProvision[Int(passage.provision)] : 0
  }
}
