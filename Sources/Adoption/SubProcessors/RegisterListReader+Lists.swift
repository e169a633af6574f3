internal import Agreements
internal import Markup

extension RegisterListReader {
  /// Reads a list: one company an item, or facts about one company that is named before it.
  mutating func readList(_ list: Int, section: String?) {
    let items = Array(tree.children(of: list))
    let labelled = items.filter { label(of: $0) != nil }
    if !items.isEmpty, labelled.count * 2 > items.count {
      return readFacts(items, section: section)
    }
    readItems(items, in: ListContext(section: section, place: pendingPlace, words: words))
  }

  private mutating func readItems(_ items: [Int], in context: ListContext) {
    let number = fieldsOfLists.count
    fieldsOfLists.append(nil)
    for item in items where !leavesOutStruck(firstBlock(of: item) ?? item) {
      if let heading = heading(of: item) {
        var inner = context
        inner.take(heading: heading.text, words: words)
        for list in heading.lists { readCompanies(Array(tree.children(of: list)), in: inner) }
        continue
      }
      if announces(item) {
        readAnnounced(by: item, section: context.section)
        continue
      }
      guard let row = row(of: item, context: context, list: number) else {
        diagnostics.append(.unreadRow(range(of: firstBlock(of: item) ?? item)))
        continue
      }
      append(row)
      pendingName = row.others.isEmpty && row.cells.count == 1 ? row.nameCell : nil
      for block in tree.children(of: item).dropFirst() { readInner(block) }
    }
  }

  /// Whether an item is a clause that brings in a table or list: `The Controller approves:`.
  private func announces(_ item: Int) -> Bool {
    let blocks = Array(tree.children(of: item))
    guard let first = blocks.first, tree.nodes[first].kind == .paragraph, blocks.count > 1 else {
      return false
    }
    if blocks.contains(where: { tree.nodes[$0].kind == .table }) { return true }
    let text = text(of: first)
    // A name has no words in small letters but short ones.
    return text.hasSuffix(":") && CompanyTokens(text).legalForm == nil
      && text.split(separator: " ").contains { $0.count > 3 && $0.first?.isLowercase ?? false }
  }

  /// Reads what stands below a clause as what stands by itself.
  private mutating func readAnnounced(by item: Int, section: String?) {
    for block in tree.children(of: item).dropFirst() {
      switch tree.nodes[block].kind {
      case .table: readTable(block, section: section)
      case .bulletList, .orderedList:
        let items = Array(tree.children(of: block))
        // Clauses bring in lists of anything.
        guard areCompanies(items) else { continue }
        readItems(items, in: ListContext(section: section, place: pendingPlace, words: words))
      default: break
      }
    }
  }

  /// Companies below an item that names their task; one level, as deep as lists are read.
  private mutating func readCompanies(_ items: [Int], in context: ListContext) {
    let number = fieldsOfLists.count
    fieldsOfLists.append(nil)
    for item in items where !leavesOutStruck(firstBlock(of: item) ?? item) {
      guard let row = row(of: item, context: context, list: number) else {
        diagnostics.append(.unreadRow(range(of: firstBlock(of: item) ?? item)))
        continue
      }
      append(row)
      for block in tree.children(of: item).dropFirst() { readInner(block) }
    }
  }

  /// The text of an item that is a heading: most of what stands below it are legal names.
  private func heading(of item: Int) -> (text: String, lists: [Int])? {
    guard let first = firstBlock(of: item), tree.nodes[first].kind == .paragraph else { return nil }
    let text = self.text(of: first)
    guard text.utf8.count <= 80, CompanyTokens(text).legalForm == nil else { return nil }
    let lists = tree.children(of: item).filter {
      tree.nodes[$0].kind == .bulletList || tree.nodes[$0].kind == .orderedList
    }
    return areCompanies(lists.flatMap { Array(tree.children(of: $0)) }) ? (text, lists) : nil
  }

  /// Whether most items begin with legal names.
  private func areCompanies(_ items: [Int]) -> Bool {
    let named = items.filter { item in
      guard let block = firstBlock(of: item), label(of: item) == nil else { return false }
      let name = ListEntry(self.text(of: block), lead: lead(of: block)).name
      return CompanyTokens(name).legalForm != nil
    }
    return named.count * 2 > items.count
  }

  /// What stands below an item: facts with labels, or further words about its purpose.
  private mutating func readInner(_ block: Int) {
    switch tree.nodes[block].kind {
    case .bulletList, .orderedList:
      for item in tree.children(of: block) {
        if let label = label(of: item) {
          addFact(label)
        } else {
          addWords(of: firstBlock(of: item) ?? item)
        }
      }
    case .paragraph: addWords(of: block)
    default: break
    }
  }

  private mutating func addWords(of node: Int) { addWords(cell(node)) }

  private mutating func addWords(_ cell: ListRow.Cell) {
    guard !cell.text.isEmpty else { return }
    modifyLastRow { row in
      if row.cells[.purpose] == nil {
        row.cells[.purpose] = cell
      } else {
        row.others.append(("", cell))
      }
    }
  }

  /// Facts with labels: `Purpose: ...`, `Location: ...`.
  private mutating func readFacts(_ items: [Int], section: String?) {
    if let name = pendingName, !isLastName(name) { beginRow(name, section: section) }
    pendingName = nil
    for item in items {
      guard let fact = label(of: item) else {
        addWords(of: firstBlock(of: item) ?? item)
        continue
      }
      for fact in apart(fact) {
        if fact.field == .name || fact.field == .provider {
          beginRow(fact.cell, section: section)
        } else {
          addFact(fact)
        }
      }
    }
  }

  /// `Company: Alpha GmbH, Seat: Bonn, Task: hosting` as the facts that it holds.
  private func apart(_ fact: Fact) -> [Fact] {
    var facts = [fact]
    var text = fact.cell.text[...]
    var kept = ""
    while let end = text.firstIndex(where: { $0 == "," || $0 == ";" || $0 == "|" }) {
      let behind = text[text.index(after: end)...]
      let piece = behind.prefix { $0 != "," && $0 != ";" && $0 != "|" }
      let cell = ListRow.Cell(text: piece.trimmed, range: fact.cell.range)
      guard let next = self.fact(in: cell) else {
        kept += text[...end]
        text = behind
        continue
      }
      facts[facts.count - 1].cell.text = (kept + text[..<end]).trimmed
      kept = ""
      text = behind.drop { $0 != ":" }.dropFirst()
      facts.append(Fact(name: next.name, field: next.field, cell: cell))
    }
    facts[facts.count - 1].cell.text = (kept + text).trimmed
    return facts
  }

  /// Whether the line before is the company whose facts follow: an item with nothing but a name.
  private func isLastName(_ name: ListRow.Cell) -> Bool {
    rows.last?.nameCell?.range == name.range
  }

  private mutating func beginRow(_ name: ListRow.Cell, section: String?) {
    let list = fieldsOfLists.count
    fieldsOfLists.append(nil)
    let isOwnSection = section == name.text
    var row = ListRow(
      context: ListContext(section: isOwnSection ? nil : section), range: name.range,
      provision: Provision.none, list: list)
    row.cells[.name] = name
    append(row)
    // What a paragraph between the heading and the facts says.
    if isOwnSection, let words = pendingWords { addWords(words) }
    pendingWords = nil
  }

  private mutating func addFact(_ fact: Fact) {
    modifyLastRow { row in
      if let field = fact.field, row.cells[field] == nil {
        row.cells[field] = fact.cell
      } else {
        row.others.append((fact.name, fact.cell))
      }
    }
  }

  /// A label and what stands behind it.
  struct Fact {
    var name: String
    var field: ListField?
    var cell: ListRow.Cell
  }

  /// The label of an item such as `**Purpose**: hosting`, if it has one that lists know.
  private func label(of item: Int) -> Fact? {
    firstBlock(of: item).flatMap { fact(in: cell($0)) }
  }

  private func fact(in cell: ListRow.Cell) -> Fact? {
    guard let colon = cell.text.firstIndex(of: ":") else { return nil }
    let name = cell.text[..<colon].trimmed
    guard name.utf8.count <= 60, let field = heads.field(ofLabel: name) else { return nil }
    let text = cell.text[cell.text.index(after: colon)...].trimmed
    return Fact(
      name: name, field: field,
      cell: ListRow.Cell(text: text, range: cell.range, link: cell.link))
  }

  /// Reads a paragraph whose lines are facts with labels, below the name of their company.
  ///
  /// - Returns: whether the paragraph is one of those.
  mutating func readLines(ofParagraph node: Int, section: String?) -> Bool {
    let cell = self.cell(node)
    let lines = cell.text.split(whereSeparator: \.isNewline).map(\.trimmed)
    guard lines.count > 1 else { return false }
    let facts = lines.map { fact(in: ListRow.Cell(text: $0, range: cell.range, link: cell.link)) }
    let count = facts.count { $0 != nil }
    guard count > 1 || count == 1 && lines.count == 2, count * 2 >= lines.count else {
      return false
    }
    if facts[0] == nil {
      let name = withoutNumber(lines[0])
      beginRow(ListRow.Cell(text: name, range: cell.range, link: cell.link), section: section)
    } else if let name = pendingName, facts[0]?.field != .name, facts[0]?.field != .provider {
      beginRow(name, section: section)
    }
    for (line, fact) in zip(lines, facts).dropFirst(facts[0] == nil ? 1 : 0) {
      if let fact, fact.field == .name || fact.field == .provider {
        beginRow(fact.cell, section: section)
      } else if let fact {
        addFact(fact)
      } else {
        addWords(ListRow.Cell(text: line, range: cell.range))
      }
    }
    return true
  }

  /// `1. Name` without its number.
  private func withoutNumber(_ line: String) -> String {
    let behind = line.drop { $0.isNumber }
    guard behind.count < line.count, behind.first == "." || behind.first == ")" else { return line }
    return behind.dropFirst().trimmed
  }

  func firstBlock(of item: Int) -> Int? {
    let first = item + 1
    return first < Int(tree.nodes[item].end) ? first : nil
  }
}

extension RegisterListReader {
  /// One company an item: `Name, address: purpose`, `**Name** – purpose`, `Name (country)`.
  private func row(of item: Int, context: ListContext, list: Int) -> ListRow? {
    guard let block = firstBlock(of: item), tree.nodes[block].kind == .paragraph else { return nil }
    let cell = self.cell(block)
    let lead = lead(of: block)
    let entry = ListEntry(cell.text, lead: lead)
    guard !entry.name.isEmpty, lead != nil || entry.looksLikeCompany(words) else { return nil }
    var row = ListRow(
      context: context, range: cell.range, provision: provision(of: item), list: list)
    func part(_ text: String) -> ListRow.Cell {
      ListRow.Cell(text: text, range: cell.range, link: cell.link)
    }
    row.cells[.name] = part(entry.name)
    if !entry.places.isEmpty { row.cells[.location] = part(entry.places) }
    if !entry.task.isEmpty { row.cells[.purpose] = part(entry.task) }
    if !entry.ground.isEmpty { row.cells[.transfer] = part(entry.ground) }
    return row
  }

  /// The text of a link or of emphasis that an item begins with: the name.
  private func lead(of block: Int) -> String? {
    let first = block + 1
    guard first < Int(tree.nodes[block].end) else { return nil }
    switch tree.nodes[first].kind {
    case .strong, .emphasis, .link: return text(of: first)
    default: return nil
    }
  }
}
