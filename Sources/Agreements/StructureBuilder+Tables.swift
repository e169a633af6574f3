package import Markup

extension StructureBuilder {
  /// Makes the rows of a table places of `container`.
  ///
  /// Where rows leave the first cell empty, they continue the row above: the filled first cell
  /// names a control, and its rows are counted within it. Companies are no groups: a row without a
  /// name is one more task of the company above, and a row like any other.
  mutating func addTable(_ table: Int, in container: Int32, isOneOfSeveral: Bool) {
    layout.append(.table(node: Int32(table)))
    var place = container
    if isOneOfSeveral {
      let number = withCounts(of: container) { counts in
        counts.tables += 1
        return counts.tables
      }
      var provision = self.provision(.table, at: table, in: container)
      provision.part = "table \(number)"
      place = openUnwritten(provision)
    }
    let shape = TableShape(of: table, in: tree)
    if shape.isGrouped {
      addGroups(of: shape, in: place)
    } else {
      addRows(of: shape, in: place)
    }
    if place != container { provisions[Int(place)].end = Int32(provisions.count) }
  }

  private mutating func addGroups(of shape: TableShape, in place: Int32) {
    var group = Provision.none
    for row in shape.rows {
      if !row.isContinuation {
        if group != Provision.none { provisions[Int(group)].end = Int32(provisions.count) }
        var provision = self.provision(.group, at: row.node, in: place)
        provision.title = tree.controlName(inCell: row.firstCell)
        provision.part = uniquePart(provision.title, in: place)
        group = openUnwritten(provision)
        if row.isHeading { continue }
      }
      // Above the first name, there is none to count within.
      addRow(row.node, in: group == Provision.none ? place : group)
    }
    if group != Provision.none { provisions[Int(group)].end = Int32(provisions.count) }
  }

  private mutating func addRows(of shape: TableShape, in place: Int32) {
    for row in shape.rows {
      guard row.isHeading else {
        addRow(row.node, in: place)
        continue
      }
      var provision = self.provision(.group, at: row.node, in: place)
      var words: [UInt8] = []
      tree.appendPlainText(
        ofInlines: Int32(row.firstCell + 1)..<tree.nodes[row.firstCell].end, to: &words)
      provision.title = String(decoding: words, as: UTF8.self).trimmingSpaces
      provision.part = uniquePart(provision.title, in: place)
      let index = openUnwritten(provision)
      provisions[Int(index)].end = Int32(provisions.count)
    }
  }

  private mutating func addRow(_ row: Int, in place: Int32) {
    var provision = self.provision(.row, at: row, in: place)
    let number = withCounts(of: place) { counts in
      counts.items += 1
      return counts.items
    }
    provision.part = "row \(number)"
    let index = openUnwritten(provision)
    provisions[Int(index)].end = Int32(provisions.count)
  }

  /// Adds a provision that the table's own step writes out.
  private mutating func openUnwritten(_ provision: Provision) -> Int32 {
    let index = Int32(provisions.count)
    provisions.append(provision)
    counts.append(Counts())
    return index
  }
}

/// What the rows of a table are to each other.
package struct TableShape: Sendable {
  package struct Row: Sendable {
    package var node: Int
    package var firstCell: Int
    /// The first cell is empty and another is not: the row goes on with the row above.
    package var isContinuation: Bool
    /// Only the first cell is filled: the row is a heading over those that follow.
    package var isHeading: Bool
  }

  /// The rows with content; the head only where it is one of them.
  package var rows: [Row] = []
  /// Whether filled first cells open groups that the rows with an empty one continue.
  package var isGrouped = false

  package init(of table: Int, in tree: MarkupTree) {
    var body: [Row] = []
    var head: Row?
    var columns = 0
    for row in tree.children(of: table) {
      let cells = Array(tree.children(of: row))
      guard let first = cells.first else { continue }
      columns = max(columns, cells.count)
      let isFilled = cells.map { !tree.isBlank(tree.nodes[$0].textStart..<tree.nodes[$0].textEnd) }
      guard isFilled.contains(true) || tree.nodes[row].flag else { continue }
      let others = isFilled.dropFirst().contains(true)
      let read = Row(
        node: row, firstCell: first, isContinuation: !isFilled[0] && others,
        isHeading: isFilled[0] && !others && cells.count > 1)
      if tree.nodes[row].flag {
        head = isFilled.contains(true) ? read : nil
      } else {
        body.append(read)
      }
    }
    let continued = body.count(where: \.isContinuation)
    // A table needs a head in Markdown; where its first row goes on with the head, the head is
    // data.
    let named = head.flatMap { $0.isContinuation ? nil : $0 }
    let isHeadData = named != nil && body.first?.isContinuation == true
    // In a wide table, one row with an empty first cell is a cell left blank; where all are empty,
    // there is no name to go on with.
    isGrouped =
      continued > 0 && (columns <= 3 || continued * 3 >= body.count)
      && (isHeadData || continued < body.count)
      && !(head.map { tree.namesRecords(inHead: $0.firstCell) } ?? false)
    rows = body
    if isGrouped, isHeadData, let named { rows.insert(named, at: 0) }
  }
}

extension MarkupTree {
  /// Whether a cell of a head says that its column names companies, or persons.
  fileprivate func namesRecords(inHead cell: Int) -> Bool {
    let head = String(decoding: plainText(of: cell), as: UTF8.self)
    return NameHeads.namesCompanies(head) || NameHeads.names(head)
  }

  /// The name of a control in its cell: the words before an explanation in italics or brackets.
  package func controlName(inCell cell: Int) -> String {
    var bytes: [UInt8] = []
    var isNamed = false
    var index = cell + 1
    while index < Int(nodes[cell].end) {
      let node = nodes[index]
      if node.kind == .emphasis, isNamed { break }
      let known = bytes.count
      appendPlainText(ofInlines: Int32(index)..<Int32(index + 1), to: &bytes)
      if let bracket = bytes.indices[known...].first(where: {
        bytes[$0] == UInt8(ascii: "(") && $0 > 0 && bytes[$0 - 1] == 0x20
      }) {
        bytes.removeSubrange(bracket...)
        break
      }
      isNamed = isNamed || !bytes[known...].allSatisfy { $0 == 0x20 }
      index += 1
    }
    return String(decoding: bytes, as: UTF8.self).trimmingSpaces
  }
}
