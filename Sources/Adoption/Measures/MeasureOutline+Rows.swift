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
    let provision = agreement.provisions[index]
    let tree = agreement.tree
    let cells = Array(tree.children(of: Int(provision.node)))
    guard let columns = columns[provision.node] else { return }
    var leaves: [ControlBlock.Leaf] = []
    var row = ControlBlock.Leaf(provision: index, text: "", links: [])
    row.scope = scopeInBlock
    var reason: String?
    var party: ResponsibleParty?
    var isMissingInScopes = false
    for (column, cell) in cells.enumerated() where column < columns.roles.count {
      let text = tree.cellText(cell)
      let line = text.joined(separator: " ")
      guard !line.isEmpty else { continue }
      switch columns.roles[column] {
      case .known(.measure):
        row.isStruck = tree.isStruck(cell)
        let standing = row.isStruck ? text : tree.cellText(cell, isWhole: false)
        leaves += standing.map {
          ControlBlock.Leaf(provision: index, text: $0, links: tree.linkDestinations(in: cell))
        }
      case .known(.state):
        switch names.words.stateCell(line) {
        case .stated(let state): row.state = state
        case .notTaken: row.isNotTaken = true
        case .unclear: row.unclear.append(line)
        }
      case .known(.reason): reason = line
      case .known(.responsible):
        party = ResponsibleParty(line, words: names.words, context: context)
      case .known(.evidence): row.evidence += tree.pointers(inCell: cell, saying: line)
      case .known(.scope): row.scope = line
      case .states(let scope):
        switch names.words.stateCell(line) {
        case .stated(let state): row.states.append((scope, state))
        case .notTaken: isMissingInScopes = true
        case .unclear:
          isMissingInScopes = true
          row.unclear.append(line)
        }
      case .known(.explanation): blocks[block].paragraphs.append((index, line))
      case .known(.control), .known(.number), .other: break
      }
    }
    if let party, !row.isNotTaken, row.unclear.isEmpty {
      row.states = row.states.map { ($0.scope, .stated($0.state, by: party) ?? $0.state) }
      if row.states.isEmpty { row.state = .stated(row.state, by: party) }
    }
    if let state = row.state, state.state == .notApplicable, state.reason == nil {
      row.state?.reason = reason
    }
    if row.states.isEmpty, isMissingInScopes, row.unclear.isEmpty { row.isNotTaken = true }
    row.lacksState = columns.hasStates && row.states.isEmpty && row.state == nil
    if leaves.isEmpty, let leaf = wholeControl(of: row, in: block) { leaves = [leaf] }
    if leaves.isEmpty, row.saysSomething { unread.append(index) }
    for leaf in leaves {
      var leaf = leaf
      leaf.state = row.state
      leaf.isNotTaken = row.isNotTaken
      leaf.isStruck = row.isStruck
      leaf.lacksState = row.lacksState
      leaf.unclear = row.unclear
      leaf.evidence = row.evidence
      leaf.scope = row.scope
      leaf.states = row.states
      add(leaf, to: block)
    }
  }

  /// A row that states how far a control has come and names no measure speaks of the control.
  private func wholeControl(of row: ControlBlock.Leaf, in block: Int) -> ControlBlock.Leaf? {
    guard row.state != nil || !row.states.isEmpty || row.isNotTaken || !row.unclear.isEmpty,
      !blocks[block].label.isEmpty, blocks[block].leaves.isEmpty
    else { return nil }
    return ControlBlock.Leaf(provision: row.provision, text: blocks[block].label, links: [])
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
