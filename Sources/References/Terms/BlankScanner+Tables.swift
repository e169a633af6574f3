internal import Agreements
internal import Markup

// Tables that ask for signatures: what nobody wrote into their cells is left blank, while an empty
// cell of another table says that there is nothing.

extension BlankScanner {
  /// Finds the empty cells of tables in which a row or a column is for signatures and empty.
  ///
  /// - Complexity: O(cells); only tables that have such a row or column are read.
  mutating func readSignatureTables(in reading: AgreementReading) {
    let tree = agreement.tree
    for table in tree.nodes.indices
    where tree.nodes[table].kind == .table && mayHoldEmptyCells(table) {
      let form = SignatureTable(table, in: tree)
      // Nearly all tables have no row or column without any value.
      if form.emptyRows.contains(where: { asksForSignature(form.rows[$0][0]) }) {
        guard !hasLabels(form) else { continue }
        readRows(of: form, in: reading)
      } else if form.emptyColumns.contains(where: { asksForSignature(form.rows[0][$0]) }) {
        readColumns(of: form, in: reading)
      }
    }
  }

  private func mayHoldEmptyCells(_ table: Int) -> Bool {
    let nodes = agreement.tree.nodes
    return (table + 1..<Int(nodes[table].end)).contains {
      nodes[$0].kind == .tableCell && nodes[$0].textEnd - nodes[$0].textStart <= 2
    }
  }

  /// `Signature`, `Unterschrift des Auftraggebers`
  private mutating func asksForSignature(_ cell: Int) -> Bool {
    let node = agreement.tree.nodes[cell]
    guard (1...Self.longestHead).contains(node.textEnd - node.textStart) else { return false }
    let text = text
    tokenizer.tokenize(text.span, from: Int(node.textStart), to: Int(node.textEnd))
    var count = tokenizer.tokens.count - 1
    if count > 0, isSign(.colon, count - 1) { count -= 1 }
    guard count > 0 else { return false }
    return Self.signatures[token(0).hash] != 0 || Self.signatures[token(count - 1).hash] != 0
  }

  /// In bytes.
  private static let longestHead: Int32 = 60
  private static let signatures = WordTable(of: [
    "signature", "signatures", "unterschrift", "unterschriften",
  ])

  /// Whether labels stand in the columns of the parties: `| Name: | Name: |`.
  private func hasLabels(_ form: SignatureTable) -> Bool {
    form.rows.dropFirst().contains { row in
      row.dropFirst().contains { cell in
        let node = agreement.tree.nodes[cell]
        return node.textEnd > node.textStart && text[Int(node.textEnd) - 1] == UInt8(ascii: ":")
      }
    }
  }

  /// Each row is for one thing, and each column for one party.
  private mutating func readRows(of form: SignatureTable, in reading: AgreementReading) {
    var labels: Set<Int32> = []
    for (number, row) in form.rows.enumerated() where number > 0 || form.isHeadRow(0) {
      let name = head(row[0])
      guard !name.isEmpty else { continue }
      for (column, cell) in row.enumerated().dropFirst() where form.isEmpty(cell) {
        let party = form.isHeadRow(0) ? "" : head(form.rows[0][column])
        add(cell, label: party.isEmpty ? name : "\(name), \(party)", behind: row[0], in: reading)
        labels.insert(agreement.tree.nodes[row[0]].textStart)
      }
    }
    // `| Date: | | |`: the blanks are the cells, and not the label.
    found.removeAll { $0.kind == .label && labels.contains($0.textRange.lowerBound) }
  }

  /// Each column is for one thing, and each row for one party.
  private mutating func readColumns(of form: SignatureTable, in reading: AgreementReading) {
    for row in form.rows.dropFirst() {
      let party = head(row[0])
      for (column, cell) in row.enumerated() where form.isEmpty(cell) {
        let name = head(form.rows[0][column])
        guard !name.isEmpty else { continue }
        let isOfRow = !party.isEmpty && column > 0
        add(
          cell, label: isOfRow ? "\(name), \(party)" : name,
          behind: party.isEmpty ? form.rows[0][column] : row[0], in: reading)
      }
    }
  }

  private func head(_ cell: Int) -> String {
    let tree = agreement.tree
    var bytes: [UInt8] = []
    tree.appendPlainText(ofInlines: Int32(cell + 1)..<tree.nodes[cell].end, to: &bytes)
    var words = bytes[...].drop { $0 <= 0x20 }
    while let last = words.last, last <= 0x20 || last == UInt8(ascii: ":") { words.removeLast() }
    let isLine = words.allSatisfy { $0 == UInt8(ascii: "_") }
    return isLine ? "" : String(decoding: words, as: UTF8.self)
  }

  /// `known`: a cell with words that stands in the same place of the agreement.
  private mutating func add(
    _ cell: Int, label: String, behind known: Int, in reading: AgreementReading
  ) {
    let tree = agreement.tree
    let start = tree.nodes[cell].textStart
    let passage = reading.places.passage(holding: tree.nodes[known].textStart)
    found.append(
      Blank(
        kind: .cell, label: label, textRange: start..<start,
        provision: passage.map { reading.passages[$0].provision } ?? Provision.none,
        node: Int32(cell)))
  }
}

/// The cells of a table, and which of its rows and columns hold nothing but what they are for.
private struct SignatureTable {
  private let tree: MarkupTree
  /// Nodes of cells; the head comes first. Each row has as many as the head.
  private(set) var rows: [[Int]] = []

  init(_ table: Int, in tree: MarkupTree) {
    self.tree = tree
    for row in tree.children(of: table) { rows.append(Array(tree.children(of: row))) }
    let width = rows.first?.count ?? 0
    rows.removeAll { $0.count != width || width < 2 }
  }

  /// Whether a cell holds no words.
  func isEmpty(_ cell: Int) -> Bool {
    let node = tree.nodes[cell]
    for index in (cell + 1)..<max(Int(node.end), cell + 1) {
      switch tree.nodes[index].kind {
      case .text, .lineBreak, .softBreak, .htmlInline: continue
      default: return false
      }
    }
    // `&nbsp;`
    return tree.text[Int(node.textStart)..<Int(node.textEnd)].allSatisfy {
      $0 <= 0x20 || $0 == 0xC2 || $0 == 0xA0
    }
  }

  /// Whether only the first cell of a row is filled.
  func isHeadRow(_ row: Int) -> Bool {
    !isEmpty(rows[row][0]) && rows[row].dropFirst().allSatisfy(isEmpty)
  }

  /// Rows of which only the first cell is filled.
  var emptyRows: [Int] { rows.indices.filter(isHeadRow) }

  /// Columns of which only the head is filled.
  var emptyColumns: [Int] {
    guard rows.count > 1 else { return [] }
    return rows[0].indices.filter { column in
      !isEmpty(rows[0][column]) && rows.dropFirst().allSatisfy { isEmpty($0[column]) }
    }
  }
}
