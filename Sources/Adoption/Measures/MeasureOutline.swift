internal import Agreements
internal import Markup

/// Finds the controls of a list of measures, and the measures under each.
///
/// One pass over the provisions of a place, in the order of the text. A label is a heading, a bold
/// item, a cell, an item that holds items, or a paragraph of its own that names a control. What
/// holds labels is a scope, or a group that cites Article 32 GDPR. All else are measures, and texts
/// about them.
struct MeasureOutline {
  let agreement: Agreement
  let names: ControlNames
  let context: MeasureContext
  /// The place of the scheme that names are looked for in first.
  let scheme: Int?
  let root: Range<Int>
  /// The place itself, whose title is no scope; `nil` for a whole text.
  let place: Int?
  var blocks: [ControlBlock] = []
  /// Names of scopes of the portal, by the places that they head.
  var scopeNames: [Int: String] = [:]
  /// Rows that say something and name no measure.
  var unread: [Int] = []

  let texts: [String]
  var holdsLabels: [Bool]
  var readings: [Int: ControlNames.Reading] = [:]
  var columns: [Int32: TableColumns] = [:]
  var frames: [Frame] = []

  /// A place that the pass is in.
  struct Frame {
    var end: Int
    var block: Int?
    var scope: Int?
    /// The scope that stands above measures inside the block.
    var scopeInBlock: (block: Int, name: String)?
    var letter: UInt8?
  }

  init(
    of agreement: Agreement, in root: Range<Int>, place: Int?, names: ControlNames, scheme: Int?,
    context: MeasureContext
  ) {
    self.agreement = agreement
    self.place = place
    self.names = names
    self.context = context
    self.scheme = scheme
    self.root = root
    texts = Array(agreement.plainTexts())
    holdsLabels = [Bool](repeating: false, count: agreement.provisions.count)
    readColumns()
    markLabels()
    frames = [Frame(end: root.upperBound)]
    var index = root.lowerBound
    while index < root.upperBound {
      while frames.count > 1, let last = frames.last, last.end <= index { frames.removeLast() }
      index = take(index)
    }
  }
}

// MARK: - Labels

extension MeasureOutline {
  private mutating func readColumns() {
    let tree = agreement.tree
    for index in tree.nodes.indices where tree.nodes[index].kind == .table {
      let read = TableColumns(of: index, in: tree, words: names.words)
      for row in tree.children(of: index) { columns[Int32(row)] = read }
    }
  }

  /// Reads the labels, last first, so that each place knows what it holds.
  private mutating func markLabels() {
    for index in root.reversed() {
      let reading = readLabel(of: index)
      if let reading { readings[index] = reading }
      let parent = Int(agreement.provisions[index].parent)
      guard parent >= root.lowerBound, reading != nil || holdsLabels[index] else { continue }
      holdsLabels[parent] = true
    }
  }

  /// What the place names, or `nil` where it is no label.
  private func readLabel(of index: Int) -> ControlNames.Reading? {
    let provision = agreement.provisions[index]
    switch provision.kind {
    case .annex, .section:
      let reading = read(provision.title)
      if !reading.isEmpty { return reading }
      return read("\(provision.designation) \(provision.title)").ifAny
        ?? readBeforeDash(provision.title)
    case .group:
      if isLoneMeasure(index) { return nil }
      let reading = read(provision.title)
      return reading.isEmpty && isDivision(index) ? nil : reading
    case .item, .clause:
      let label = firstLine(of: index)
      let reading = read(label)
      let holds = provision.end > index + 1
      let isLabel = isOwn(reading) && (holds || names.isCalledControl(LabelText(label).name))
      return isLabel ? reading : nil
    case .paragraph:
      let label = firstLine(of: index)
      let reading = read(label)
      return isOwn(reading) && names.isCalledControl(LabelText(label).name) ? reading : nil
    case .row:
      guard let label = controlCell(ofRow: index) else { return nil }
      return read(label.name).ifAny
    case .table: return nil
    }
  }

  func read(_ label: String) -> ControlNames.Reading {
    names.read(LabelText(label, cutting: names.words.citations).name, in: scheme)
  }

  /// "Physical access control – data centre" is about that control.
  private func readBeforeDash(_ title: String) -> ControlNames.Reading? {
    for dash in [" – ", " — ", " - "] {
      guard let range = title.range(ofText: dash) else { continue }
      let name = String(title[..<range.lowerBound])
      let reading = read(name)
      return isOwn(reading) && names.isCalledControl(LabelText(name).name) ? reading : nil
    }
    return nil
  }

  private func isOwn(_ reading: ControlNames.Reading) -> Bool {
    !reading.isEmpty && reading.alternatives.allSatisfy { $0.allSatisfy { $0.scheme == scheme } }
  }

  private func firstLine(of index: Int) -> String {
    String(texts[index].prefix { $0 != "\n" })
  }

  /// The name of the control in a row of its own, and all that the cell says.
  func controlCell(ofRow index: Int) -> (name: String, text: String)? {
    let provision = agreement.provisions[index]
    let isGrouped =
      provision.parent >= 0 && agreement.provisions[Int(provision.parent)].kind == .group
    let row = provision.node
    guard !isGrouped, let column = columns[row]?.controlColumn else { return nil }
    let cells = Array(agreement.tree.children(of: Int(row)))
    guard column < cells.count, cells.count > 1 else { return nil }
    let text = agreement.tree.cellText(cells[column]).joined(separator: " ")
    return (agreement.tree.controlName(inCell: cells[column]), text)
  }
}

// MARK: - The pass

extension MeasureOutline {
  /// Takes one place, and returns the next one to take.
  private mutating func take(_ index: Int) -> Int {
    let provision = agreement.provisions[index]
    let end = Int(provision.end)
    switch provision.kind {
    case .annex, .section: takeSection(index, end: end)
    case .group: takeGroup(index, end: end)
    case .item, .clause: return takeItem(index, end: end)
    case .paragraph: takeParagraph(index)
    case .row: takeRow(index)
    case .table: frames.append(copyOfFrame(end: end))
    }
    return index + 1
  }

  private mutating func takeSection(_ index: Int, end: Int) {
    let provision = agreement.provisions[index]
    var frame = copyOfFrame(end: end)
    let letter = article32Letter(in: provision.title)
    if readings[index] == nil, let name = scopeName(ofSection: index) {
      enter(scope: name, at: index, &frame)
      frames.append(frame)
      return
    }
    if holdsLabels[index] {
      frame.block = nil
      frame.letter = letter ?? frame.letter
      let isTopic = letter != nil || readings[index] != nil || names.words.isTitle(provision.title)
      if !isTopic, index != place { frame.scope = index }
      frames.append(frame)
      return
    }
    frame.letter = letter ?? frame.letter
    // A heading inside a control, such as "Technical measures", divides it and names nothing.
    let mayBeUnknown = frame.block == nil && index != place
    if readings[index] != nil || mayBeUnknown && isWorthABlock(index, end: end) {
      let block = open(index, label: provision.title, letter: frame.letter, scope: frame.scope)
      blocks[block].remarks = LabelText(provision.title).remarks
      blocks[block].cited = letter
      frame.block = block
    }
    frames.append(frame)
    addLines(of: index, from: 0, to: frame.block)
  }

  /// Whether a place without a control's name may name one that Annex doesn't know: where items or
  /// rows stand under it, or its words say a state.
  private func isWorthABlock(_ index: Int, end: Int) -> Bool {
    guard !names.words.isTitle(agreement.provisions[index].title) else { return false }
    return agreement.provisions[(index + 1)..<end].contains {
      $0.kind == .item || $0.kind == .clause || $0.kind == .row
    }
      || (index..<end).contains { saysState(texts[$0]) || isLoneMeasure($0) }
  }

  /// Whether a text is one statement of a state, such as "Delegated to Nordwind GmbH."
  private func saysState(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 120 && names.words.state(statedBy: text) != nil
  }

  private mutating func takeGroup(_ index: Int, end: Int) {
    let provision = agreement.provisions[index]
    if isLoneMeasure(index) { return addRow(index, to: blockForLeaf(index)) }
    var frame = copyOfFrame(end: end)
    if readings[index]?.isEmpty != false, let name = scopeName(in: provision.title) {
      enter(scope: name, at: index, &frame)
      if end > index + 1 {
        frames.append(frame)
      } else {
        // The heading of rows that stand beside it, not in it.
        frame.end = frames[frames.count - 1].end
        frames[frames.count - 1] = frame
      }
      return
    }
    if holdsLabels[index], readings[index]?.isEmpty != false {
      frame.block = nil
      frame.scope = index
      frames.append(frame)
      return
    }
    if readings[index] == nil, isDivision(index) { return }
    frame.block = open(index, label: provision.title, letter: frame.letter, scope: frame.scope)
    let tree = agreement.tree
    if tree.nodes[Int(provision.node)].kind == .tableRow {
      if let cell = tree.children(of: Int(provision.node)).first(where: { _ in true }) {
        explain(tree.cellText(cell).joined(separator: " "), at: index, in: frame.block)
      }
      // The heading of rows that stand beside it, not in it.
      if end == index + 1 { frames[frames.count - 1].block = frame.block }
    } else {
      let label = LabelText(firstLine(of: index), cutting: names.words.citations)
      if let block = frame.block { blocks[block].remarks = label.remarks }
      addLines(of: index, from: 1, to: frame.block)
    }
    frames.append(frame)
  }

  private mutating func takeItem(_ index: Int, end: Int) -> Int {
    let line = firstLine(of: index)
    var frame = copyOfFrame(end: end)
    if readings[index] != nil {
      let label = LabelText(line, cutting: names.words.citations)
      frame.block = open(index, label: label.name, letter: frame.letter, scope: frame.scope)
      if let block = frame.block { blocks[block].remarks = label.remarks }
      addLines(of: index, from: 1, to: frame.block)
      frames.append(frame)
      return index + 1
    }
    if holdsLabels[index] || end > index + 1, let name = scopeName(in: line) {
      enter(scope: name, at: index, &frame)
      frames.append(frame)
      return index + 1
    }
    if holdsLabels[index] {
      frame.block = nil
      frame.scope = index
      frames.append(frame)
      return index + 1
    }
    if let labelled = labelledMeasure(line, at: index) {
      let block = open(
        index, label: labelled.label, letter: frame.letter, scope: frame.scope)
      add(labelled, at: index, to: block)
      return end
    }
    // "Technical systems:" leads in what follows, inside it or after it.
    if line.singleSpaced.hasSuffix(":") {
      frames.append(frame)
      return index + 1
    }
    add(leaf(at: index, text: wholeText(from: index, to: end)), to: blockForLeaf(index))
    return end
  }

  /// "Zutrittskontrolle: Türen sind verschlossen" is a control and its measure in one.
  private func labelledMeasure(
    _ line: String, at index: Int
  ) -> (label: String, text: String, reading: ControlNames.Reading)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let label = String(line[..<colon])
    let text = String(line[line.index(after: colon)...]).singleSpaced
    guard !text.isEmpty, label.utf8.count <= 120, names.isCalledControl(LabelText(label).name)
    else { return nil }
    let reading = read(label)
    return isOwn(reading) ? (label.singleSpaced, text, reading) : nil
  }

  /// Adds what stands behind a label in the same line: a measure, or a state of all of them.
  private mutating func add(
    _ labelled: (label: String, text: String, reading: ControlNames.Reading), at index: Int,
    to block: Int
  ) {
    blocks[block].reading = labelled.reading
    if names.words.state(statedBy: labelled.text) != nil || names.words.saysNotTaken(labelled.text)
    {
      blocks[block].remarks.append(labelled.text)
    } else {
      add(leaf(at: index, text: labelled.text), to: block)
    }
  }

  private mutating func takeParagraph(_ index: Int) {
    let frame = frames[frames.count - 1]
    let line = firstLine(of: index)
    if readings[index] != nil {
      let label = LabelText(line, cutting: names.words.citations)
      let block = open(index, label: label.name, letter: frame.letter, scope: frame.scope)
      blocks[block].remarks = label.remarks
      // What follows it in the same place belongs to it.
      frames[frames.count - 1].block = block
      return
    }
    if let labelled = labelledMeasure(line, at: index) {
      let block = open(index, label: labelled.label, letter: frame.letter, scope: frame.scope)
      add(labelled, at: index, to: block)
      return
    }
    if let name = scopeName(in: texts[index]) {
      var frame = frames[frames.count - 1]
      enter(scope: name, at: index, &frame)
      frames[frames.count - 1] = frame
      return
    }
    addLines(of: index, from: 0, to: frame.block)
  }
}

extension ControlNames.Reading {
  fileprivate var ifAny: Self? { isEmpty ? nil : self }
}
