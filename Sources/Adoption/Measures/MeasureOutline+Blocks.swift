internal import Agreements
internal import Markup
internal import Registers

// What the pass finds: blocks, and the measures and words in them.

extension MeasureOutline {
  func copyOfFrame(end: Int) -> Frame {
    var frame = frames[frames.count - 1]
    frame.end = end
    return frame
  }

  mutating func open(_ index: Int, label: String, letter: UInt8?, scope: Int?) -> Int {
    var block = ControlBlock(provision: index, label: label)
    block.reading = readings[index] ?? ControlNames.Reading()
    block.letter = letter
    block.scope = scope
    blocks.append(block)
    return blocks.count - 1
  }

  /// The block of a measure that stands under no label: one for each place.
  mutating func blockForLeaf(_ index: Int) -> Int {
    if let block = frames[frames.count - 1].block { return block }
    let frame = frames[frames.count - 1]
    let block = open(index, label: "", letter: frame.letter, scope: frame.scope)
    blocks[block].reading = ControlNames.Reading()
    frames[frames.count - 1].block = block
    return block
  }

  mutating func add(_ leaf: ControlBlock.Leaf, to block: Int) {
    blocks[block].leaves.append(leaf)
  }

  mutating func addLines(of index: Int, from first: Int, to block: Int?) {
    guard let block else { return }
    let lines = texts[index].split(separator: "\n", omittingEmptySubsequences: true)
    for line in lines.dropFirst(first) {
      blocks[block].paragraphs.append((index, String(line).singleSpaced))
    }
  }

  /// Keeps the explanation of a control's cell, and the remarks in it that are no explanation.
  mutating func explain(_ text: String, at index: Int, in block: Int?) {
    guard let block else { return }
    blocks[block].paragraphs.append((index, text))
    blocks[block].remarks = LabelText(text).remarks.filter {
      names.words.state(statedBy: $0) != nil || names.words.saysNotTaken($0)
    }
  }

  /// The text of an item with that of the items in it.
  func wholeText(from index: Int, to end: Int) -> String {
    (index..<end).map { texts[$0].singleSpaced }.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  func leaf(at index: Int, text: String, end: Int) -> ControlBlock.Leaf {
    let node = Int(agreement.provisions[index].node)
    var leaf = ControlBlock.Leaf(
      provision: index, text: text.singleSpaced,
      links: agreement.tree.linkDestinations(in: node))
    leaf.scope = scopeInBlock
    return leaf
  }

  /// The measures of a row: one for each line of its cell.
  mutating func addRow(_ index: Int, to block: Int) {
    let provision = agreement.provisions[index]
    let tree = agreement.tree
    let cells = Array(tree.children(of: Int(provision.node)))
    guard let columns = columns[provision.node] else { return }
    var measures: [(text: String, links: [String])] = []
    // What a measure of the row is, but for its words.
    var row = ControlBlock.Leaf(provision: index, text: "", links: [])
    row.scope = scopeInBlock
    var reason: String?
    var isMissingInScopes = false
    for (column, cell) in cells.enumerated() where column < columns.roles.count {
      let text = tree.cellText(cell)
      let line = text.joined(separator: " ")
      guard !line.isEmpty else { continue }
      switch columns.roles[column] {
      case .known(.measure):
        measures += text.map { ($0, tree.linkDestinations(in: cell)) }
      case .known(.state):
        switch names.words.stateCell(line) {
        case .stated(let state): row.state = state
        case .notTaken: row.isNotTaken = true
        case .unclear: row.unclear.append(line)
        }
      case .known(.reason): reason = line
      case .known(.responsible):
        if names.words.isCustomer(line) { row.state = row.state ?? StatedState(.customer) }
      case .known(.evidence): row.evidence.append(line)
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
    if let state = row.state, state.state == .notApplicable, state.reason == nil {
      row.state?.reason = reason
    }
    if row.states.isEmpty, isMissingInScopes { row.isNotTaken = true }
    for (text, links) in measures {
      row.text = text
      row.links = links
      add(row, to: block)
    }
  }
}
