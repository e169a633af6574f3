internal import Agreements
internal import Markup
internal import Registers

// Rows of tables: what their cells say of a measure.

extension MeasureOutline {
  mutating func takeRow(_ index: Int) {
    let frame = frames[frames.count - 1]
    var block = frame.block
    if readings[index] != nil, let cell = controlCell(ofRow: index) {
      // Rows that repeat the control's name are rows of one control.
      if let block, blocks[block].label == cell.name, blocks[block].scope == frame.scope {
        addRow(index, to: block)
        return
      }
      let opened = open(index, label: cell.name, letter: frame.letter, scope: frame.scope)
      explain(cell.text, at: index, in: opened)
      block = opened
      frames[frames.count - 1].block = opened
    } else if let cell = controlCell(ofRow: index), !cell.name.isEmpty,
      columns[agreement.provisions[index].node]?.hasControls == true
    {
      if let current = block, blocks[current].label == cell.name {
        addRow(index, to: current)
        return
      }
      block = open(index, label: cell.name, letter: frame.letter, scope: frame.scope)
      frames[frames.count - 1].block = block
    }
    addRow(index, to: block ?? blockForLeaf(index))
  }

  /// The measures of a row: one for each line of its cell.
  mutating func addRow(_ index: Int, to block: Int) {
    let node = agreement.provisions[index].node
    guard let columns = columns[node] else { return }
    var row = MeasureRow(of: index, in: scopeInBlock)
    for (role, cell) in zip(columns.roles, agreement.tree.children(of: Int(node))) {
      let line = read(cell, as: role, into: &row)
      if case .known(.explanation) = role, !line.isEmpty {
        blocks[block].paragraphs.append((index, line))
      }
    }
    row.conclude(hasStates: columns.hasStates)
    if row.measures.isEmpty, speaksOfControl(row.leaf, in: block) {
      row.measures = [(blocks[block].label, [])]
    }
    if row.measures.isEmpty, row.leaf.saysSomething { unread.append(index) }
    for measure in row.measures {
      var leaf = row.leaf
      (leaf.text, leaf.links) = (measure.text, measure.links)
      add(leaf, to: block)
    }
  }

  /// - Returns: the words of the cell in one line.
  private func read(_ cell: Int, as role: TableColumns.Role, into row: inout MeasureRow) -> String {
    let tree = agreement.tree
    let text = tree.cellText(cell)
    let line = text.joined(separator: " ")
    guard !line.isEmpty else { return line }
    switch role {
    case .known(.measure):
      row.leaf.isStruck = tree.isStruck(cell)
      let standing = row.leaf.isStruck ? text : tree.cellText(cell, isWhole: false)
      row.measures += standing.map { ($0, tree.linkDestinations(in: cell)) }
    case .known(.state): row.read(names.words.stateCell(line), of: line)
    case .known(.reason): row.reason = line
    case .known(.responsible):
      row.party = ResponsibleParty(line, words: names.words, context: context)
    case .known(.evidence): row.leaf.evidence += tree.pointers(inCell: cell, saying: line)
    case .known(.scope): row.leaf.scope = line
    case .states(let scope): row.read(names.words.stateCell(line), of: line, in: scope)
    case .known(.explanation), .known(.control), .known(.number), .other: break
    }
    return line
  }

  /// A row that states how far a control has come and names no measure speaks of the control.
  private func speaksOfControl(_ row: ControlBlock.Leaf, in block: Int) -> Bool {
    (row.state != nil || !row.states.isEmpty || row.isNotTaken || !row.unclear.isEmpty)
      && !blocks[block].label.isEmpty && blocks[block].leaves.isEmpty
  }

  /// Whether a row with nothing but its first cell is a measure of which no more is said: its
  /// column is one of measures, and nothing makes it a heading.
  func isLoneMeasure(_ index: Int) -> Bool {
    let provision = agreement.provisions[index]
    let tree = agreement.tree
    guard provision.kind == .group, Int(provision.end) == index + 1,
      tree.nodes[Int(provision.node)].kind == .tableRow,
      case .known(.measure)? = columns[provision.node]?.roles.first,
      let cell = tree.children(of: Int(provision.node)).first(where: { _ in true })
    else { return false }
    if tree.isStruck(cell) { return true }
    let words = names.words
    guard !tree.isAllEmphasised(cell), !provision.title.singleSpaced.hasSuffix(":"),
      scopeName(in: provision.title) == nil, !words.isTitle(provision.title),
      !words.endsAsHeading(provision.title)
    else { return false }
    // Where a heading above names the control, a name in the table is that of a measure.
    return read(provision.title).isEmpty || isUnderControl(index)
  }

  /// Whether a row that is a heading divides the table of a control that stands above it, and names
  /// nothing.
  func isDivision(_ index: Int) -> Bool {
    let provision = agreement.provisions[index]
    return agreement.tree.nodes[Int(provision.node)].kind == .tableRow
      && Int(provision.end) == index + 1 && scopeName(in: provision.title) == nil
      && isUnderControl(index)
  }

  private func isUnderControl(_ index: Int) -> Bool {
    var parent = Int(agreement.provisions[index].parent)
    while parent >= root.lowerBound {
      let provision = agreement.provisions[parent]
      if provision.kind != .table { return !read(provision.title).isEmpty }
      parent = Int(provision.parent)
    }
    return false
  }
}

/// A row of a table of measures while its cells are read.
private struct MeasureRow {
  /// What its cells say of each of its measures.
  var leaf: ControlBlock.Leaf
  var measures: [(text: String, links: [String])] = []
  var reason: String?
  var party: ResponsibleParty?
  private var isMissingInScopes = false

  init(of provision: Int, in scope: String?) {
    leaf = ControlBlock.Leaf(provision: provision, text: "", links: [])
    leaf.scope = scope
  }

  mutating func read(_ cell: StateCell, of line: String) {
    switch cell {
    case .stated(let state): leaf.state = state
    case .notTaken: leaf.isNotTaken = true
    case .unclear: leaf.unclear.append(line)
    }
  }

  /// Reads a cell of a column of states that is that of a scope.
  mutating func read(_ cell: StateCell, of line: String, in scope: String) {
    switch cell {
    case .stated(let state): leaf.states.append((scope, state))
    case .notTaken: isMissingInScopes = true
    case .unclear:
      isMissingInScopes = true
      leaf.unclear.append(line)
    }
  }

  /// Brings together what the cells say, once all are read.
  ///
  /// `hasStates`: whether the table has columns of states.
  mutating func conclude(hasStates: Bool) {
    if let party, !leaf.isNotTaken, leaf.unclear.isEmpty {
      leaf.states = leaf.states.map { ($0.scope, .stated($0.state, by: party) ?? $0.state) }
      if leaf.states.isEmpty { leaf.state = .stated(leaf.state, by: party) }
    }
    if let state = leaf.state, state.state == .notApplicable, state.reason == nil {
      leaf.state?.reason = reason
    }
    if leaf.states.isEmpty, isMissingInScopes, leaf.unclear.isEmpty { leaf.isNotTaken = true }
    leaf.lacksState = hasStates && leaf.states.isEmpty && leaf.state == nil
  }
}

extension ControlBlock.Leaf {
  /// Whether cells beside that of the measure say something.
  fileprivate var saysSomething: Bool {
    state != nil || !states.isEmpty || isNotTaken || !unclear.isEmpty || !evidence.isEmpty
  }
}

extension MarkupTree {
  /// Whether all of a cell is bold or in italics.
  fileprivate func isAllEmphasised(_ cell: Int) -> Bool {
    guard cell + 1 < Int(nodes[cell].end) else { return false }
    let first = nodes[cell + 1]
    return (first.kind == .strong || first.kind == .emphasis) && first.end == nodes[cell].end
  }
}
