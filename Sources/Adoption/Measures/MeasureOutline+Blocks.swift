internal import Agreements

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

  func leaf(at index: Int, text: String) -> ControlBlock.Leaf {
    let node = Int(agreement.provisions[index].node)
    var leaf = ControlBlock.Leaf(
      provision: index, text: text.singleSpaced,
      links: agreement.tree.linkDestinations(in: node))
    leaf.scope = scopeInBlock
    leaf.isStruck = agreement.tree.isStruck(node)
    return leaf
  }
}
