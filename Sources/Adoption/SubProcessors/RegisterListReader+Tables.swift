package import Diagnostics
internal import Frontmatter
internal import Markup

extension RegisterListReader {
  /// Reads the rows of a table whose head names what they say.
  mutating func readTable(_ table: Int, section: String?) {
    let rowNodes = Array(tree.children(of: table))
    guard let head = rowNodes.first, tree.nodes[head].flag else { return }
    if readColumns(of: rowNodes, section: section) { return }
    var titles = tree.children(of: head).map { text(of: $0).inOneLine }
    var body = rowNodes.dropFirst()
    if titles.allSatisfy(\.isEmpty), let first = body.popFirst() {
      // Word processors write the heads into the first row below an empty one.
      titles = tree.children(of: first).map { text(of: $0).inOneLine }
    }
    guard let fields = fields(of: titles) else { return }
    let list = fieldsOfLists.count
    fieldsOfLists.append(Set(fields.compactMap { $0 }))
    var context = ListContext(section: section, place: pendingPlace, words: words)
    var lastName: ListRow.Cell?
    var isLastStruck = false
    for node in body {
      let cells = Array(tree.children(of: node))
      if let name = names(in: cells, fields).first(where: { tree.isStruck($0) }) {
        isLastStruck = leavesOutStruck(name)
        continue
      }
      let texts = cells.map { text(of: $0) }
      let filled = texts.indices.filter { !texts[$0].isEmpty }
      guard let first = filled.first else { continue }
      if filled.count == 1, isHeading(cells[first], texts[first], columns: cells.count) {
        context.take(heading: texts[first], words: words)
        continue
      }
      var row = ListRow(
        context: context, range: range(of: cells[first]), provision: provision(of: node),
        list: list)
      for (index, cell) in cells.enumerated() where index < fields.count {
        add(cell, text: texts[index], field: fields[index], head: titles[index], to: &row)
      }
      if let name = row.nameCell {
        lastName = name
        isLastStruck = false
      } else if isLastStruck {
        // It goes on with a row that is struck out.
        continue
      } else if let name = lastName {
        // A row that leaves the name out goes on with the row above.
        row.cells[.name] = name
      } else {
        diagnostics.append(.unreadRow(row.range))
        continue
      }
      append(row)
    }
  }

  /// The cells that name the company of a row.
  private func names(in cells: [Int], _ fields: [ListField?]) -> [Int] {
    zip(cells, fields).filter { _, field in
      field == .name || field == .provider || field == .system && !fields.contains(.name)
    }.map(\.0)
  }

  func add(
    _ node: Int, text: String, field: ListField?, head: String, to row: inout ListRow
  ) {
    let isSaid =
      !words.isEmpty(text) || field == .thirdCountry && !text.isEmpty
      || field == .effective && words.undecided.contains(text.lowercased())
    guard field != .number, isSaid else {
      if field == nil || field == .products { row.unmarked.append((head, text)) }
      return
    }
    let cell = self.cell(node)
    if field == .products, words.thirdCountry.contains(text.lowercased()) {
      // A column for each product, with marks in it.
      row.productMarks.append(ListRow.Cell(text: head, range: cell.range))
    } else if let field, row.cells[field] == nil {
      row.cells[field] = cell
    } else {
      row.others.append((head, cell))
    }
  }

  /// What each column says; `nil` for a table that is no list of companies.
  ///
  /// Where no column is one of names, the first is: lists call it by what they list.
  private mutating func fields(of titles: [String]) -> [ListField?]? {
    var fields = [ListField?](repeating: nil, count: titles.count)
    var taken: Set<ListField> = []
    for (field, head) in columns {
      guard let index = titles.firstIndex(where: { folded(head: $0) == folded(head: head.value) })
      else { continue }
      usedColumns.insert(field)
      fields[index] = field
      taken.insert(field)
    }
    // Heads that say more come first: a type is the service only where nothing else is.
    for rank in ColumnHeads.Rank.allCases {
      for index in titles.indices where fields[index] == nil && heads.rank(titles[index]) == rank {
        let isFreeSubject = rank == .subject && !taken.contains(.service)
        guard let known = heads.field(ofHead: titles[index]), known != .other else { continue }
        let field = isFreeSubject ? .service : known
        guard taken.insert(field).inserted || field == .products else { continue }
        fields[index] = field
      }
    }
    let known = taken.subtracting([.number]).count
    if !taken.contains(.name), !taken.contains(.provider) {
      guard known > 0, let first = fields.firstIndex(where: { $0 != .number }) else { return nil }
      // A list of tools names the companies by them.
      if !taken.contains(.system) { fields[first] = .name }
    } else if known < 2, titles.count > 2 {
      return nil
    }
    return fields
  }

  /// Whether a row with one filled cell is a heading over the rows below and not a company alone.
  private func isHeading(_ cell: Int, _ text: String, columns: Int) -> Bool {
    guard columns > 1 else { return false }
    if text.hasSuffix(":") { return true }
    if CompanyText(text, hint: nil, isProvider: false, words: words).hasLegalForm { return false }
    return columns > 2 || isEmphasised(cell)
  }

  private func isEmphasised(_ cell: Int) -> Bool {
    let first = cell + 1
    guard first < Int(tree.nodes[cell].end) else { return false }
    let node = tree.nodes[first]
    let isMarked = node.kind == .emphasis || node.kind == .strong
    return isMarked && node.end == tree.nodes[cell].end
      || node.kind == .htmlInline && node.value != 0
  }
}

extension Diagnostic.Code {
  package static let unreadRow = Self(rawValue: "unread-row")
}

extension Diagnostic {
  static func unreadRow(_ range: SourceRange) -> Self {
    Diagnostic(
      .unreadRow, .warning, "this line of the list names no company", at: range,
      help: "begin it with the name of the company, or move it out of the adopted place")
  }
}
