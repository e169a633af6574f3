internal import Diagnostics
package import Markup

/// What one block, or a part of one, is within its section or item.
enum BlockPiece {
  /// A paragraph, or some lines of one: inline nodes of the block.
  case text(node: Int, inlines: Range<Int32>, marker: ClauseMarker?, depth: Int)
  /// An item of an ordered list that what follows the list belongs to.
  case item(StructureBuilder.MarkedItem, list: Int, depth: Int)
  /// The end of such items, where what follows belongs to none of them.
  case endOfItems(depth: Int)
  /// `inner`: lists behind it that are indented more, and only a comment parts from it.
  case list(node: Int, inner: [Int] = [])
  case table(node: Int)
  case block(node: Int)
}

extension StructureBuilder {
  /// Sorts the blocks of a section or an item into provisions.
  ///
  /// `isSection`: whether plain paragraphs are places of their own (`para 2`); in an item
  /// they belong to the item.
  /// `heading`: the number of the heading that the first block goes on with.
  mutating func structure(
    _ blocks: [Int], in container: Int32, isSection: Bool, after heading: ClauseMarker? = nil
  ) {
    let blocks = withoutIndents(blocks)
    let around = bareNumbers
    defer { bareNumbers = around }
    bareNumbers = isSection ? bareNumbered(blocks, in: container) : []
    let pieces = sort(blocks, in: container, after: heading)
    let paragraphCount = isSection ? countParagraphs(in: pieces) : 0
    let isNumbered = container != Provision.none && !provisions[Int(container)].designation.isEmpty
    // The only paragraph of a numbered section is cited by the section's number alone.
    let countsParagraphs = isSection && (paragraphCount > 1 || !isNumbered)
    let tableCount = pieces.count { if case .table = $0 { true } else { false } }

    var open: [Int32] = []
    for piece in pieces {
      let place = open.last ?? container
      switch piece {
      case .text(let node, let inlines, .some(let marker), let depth):
        closeNeighbour(&open, at: depth)
        open.append(openClause(marker, node: node, inlines: inlines, in: open.last ?? container))
      case .item(let item, let list, let depth):
        closeNeighbour(&open, at: depth, list: list)
        open.append(openItem(item, in: open.last ?? container))
      case .endOfItems(let depth): closeClauses(&open, to: depth)
      case .text(let node, let inlines, nil, _):
        if isSection { checkBoldHeading(node) }
        if open.isEmpty, countsParagraphs {
          addParagraph(node: node, inlines: inlines, in: container)
        } else {
          addText(node: node, inlines: inlines, to: place)
        }
      case .list(let node, let inner):
        addList(node, with: inner, in: place)
      case .table(let node):
        addTable(node, in: place, isOneOfSeveral: tableCount > 1)
      case .block(let node):
        layout.append(.block(node: Int32(node)))
      }
    }
    closeClauses(&open, to: 0)
  }

  /// Closes all that a clause of `depth` ends, and opens a list around it where it is the first.
  private mutating func closeNeighbour(
    _ open: inout [Int32], at depth: Int, list: Int = Int(LayoutStep.noNode)
  ) {
    closeClauses(&open, to: depth + 1)
    // A neighbour stays in the list that the first of its depth opened.
    if open.count > depth, let last = open.popLast() {
      close(last)
    } else {
      layout.append(.openList(node: Int32(list)))
    }
  }

  /// Closes the clauses deeper than `depth`, and their lists with them.
  private mutating func closeClauses(_ open: inout [Int32], to depth: Int) {
    while open.count > depth, let last = open.popLast() {
      close(last)
      layout.append(.closeList(node: LayoutStep.noNode))
    }
  }

  private func countParagraphs(in pieces: [BlockPiece]) -> Int {
    var count = 0
    for piece in pieces {
      switch piece {
      case .text(_, _, nil, _): count += 1
      case .text, .item: return count
      case .list, .table, .block, .endOfItems: continue
      }
    }
    return count
  }

  private mutating func openClause(
    _ marker: ClauseMarker, node: Int, inlines: Range<Int32>, in container: Int32
  ) -> Int32 {
    var provision = self.provision(.clause, at: node, in: container)
    provision.designation = marker.printed
    provision.part = marker.part
    provision.offset = offset(ofInline: inlines.lowerBound, in: node)
    provision.pathParent =
      marker.style == .decimal ? pathParent(of: marker.body, in: container) : container
    if inlines.upperBound == tree.nodes[node].end {
      apply(cutAttributes(ofBlock: node), to: &provision, at: node)
    }
    provision.title = runInHeading(in: inlines)
    let index = open(provision)
    // A number that stands alone in its paragraph, as in what was a page, has the next one's text.
    if !inlines.isEmpty, tree.nodes[node].textEnd > tree.nodes[Int(inlines.lowerBound)].textStart {
      layout.append(.text(node: Int32(node), from: inlines.lowerBound, to: inlines.upperBound))
    }
    return index
  }

  private mutating func addParagraph(node: Int, inlines: Range<Int32>, in container: Int32) {
    var provision = self.provision(.paragraph, at: node, in: container)
    apply(cutAttributes(ofBlock: node), to: &provision, at: node)
    let number = withCounts(of: container) { counts in
      counts.paragraphs += 1
      return counts.paragraphs
    }
    provision.part = "para \(number)"
    let index = open(provision)
    layout.append(.text(node: Int32(node), from: inlines.lowerBound, to: inlines.upperBound))
    close(index)
  }

  /// Adds a text to the provision that is open; attributes at its end are the provision's.
  mutating func addText(node: Int, inlines: Range<Int32>, to place: Int32) {
    if inlines.upperBound == tree.nodes[node].end, let attributes = cutAttributes(ofBlock: node),
      place != Provision.none
    {
      var provision = provisions[Int(place)]
      apply(attributes, to: &provision, at: node)
      provisions[Int(place)] = provision
    }
    layout.append(.text(node: Int32(node), from: inlines.lowerBound, to: inlines.upperBound))
  }

  /// Where the line that begins with `inline` starts: each break before it ends a line.
  private mutating func offset(ofInline inline: Int32, in block: Int) -> Int32 {
    let start = tree.nodes[block].offset
    guard inline > Int32(block + 1) else { return start }
    // The lines of one paragraph are asked for in their order, each counted from the one before.
    var counted = lineCount.block == block ? lineCount : LineCount(block: block)
    while counted.inline < inline {
      let kind = tree.nodes[Int(counted.inline)].kind
      if kind == .softBreak || kind == .lineBreak { counted.breaks += 1 }
      counted.inline += 1
    }
    lineCount = counted
    let line = tree.position(ofByte: Int(start)).line + counted.breaks
    guard line <= tree.lineStarts.count else { return start }
    var offset = Int(tree.lineStarts[line - 1])
    while offset < source.count, source[offset] == 0x20 || source[offset] == 0x09 { offset += 1 }
    return Int32(offset)
  }

  /// The bold words that a clause begins with, where they are a heading of it: they end in a full
  /// stop or colon, or nothing follows.
  func runInHeading(in inlines: Range<Int32>) -> String {
    var index = inlines.lowerBound
    while index < inlines.upperBound, tree.nodes[Int(index)].kind == .text,
      tree.isBlank(tree.nodes[Int(index)].textStart..<tree.nodes[Int(index)].textEnd)
    {
      index += 1
    }
    guard index < inlines.upperBound, tree.nodes[Int(index)].kind == .strong else { return "" }
    let strong = tree.nodes[Int(index)]
    var bytes: [UInt8] = []
    tree.appendPlainText(ofInlines: (index + 1)..<strong.end, to: &bytes)
    let last = bytes.last
    let isAll = strong.end >= inlines.upperBound
    guard isAll || last == UInt8(ascii: ".") || last == UInt8(ascii: ":") else { return "" }
    while let last = bytes.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ":") {
      bytes.removeLast()
    }
    return String(decoding: bytes, as: UTF8.self).trimmingSpaces
  }
}

// MARK: - Sorting blocks

extension StructureBuilder {
  /// Splits paragraphs where a line begins a clause, and finds each one's marker and depth.
  private mutating func sort(
    _ blocks: [Int], in container: Int32, after heading: ClauseMarker?
  ) -> [BlockPiece] {
    var pieces: [BlockPiece] = []
    var markers = OpenMarkers()
    if let heading { markers.begin(with: heading) }
    let unfinished = unfinishedLists(among: blocks)
    for (position, block) in blocks.enumerated() {
      switch tree.nodes[block].kind {
      case .paragraph where isContentsLine(at: position, of: blocks):
        pieces.append(.block(node: block))
      case .paragraph where !isWithoutWords(block):
        let inlines = Int32(block + 1)..<tree.nodes[block].end
        let start = tree.nodes[block].textStart
        let marker = marker(at: start, ofBlock: block)
        let ordinal = marker.map { Ordinal($0.body) }
        let rest = blocks[(position + 1)...]
        if let marker, let ordinal,
          let depth = markers.depth(
            of: marker, ordinal, next: next(marker, in: rest),
            canOpen: canOpen(marker, ordinal, of: block, in: container, before: rest)
              || isContinuedByLine(marker, ordinal, of: block, in: inlines)
              || beginsAlone(marker, ordinal, at: position, of: blocks, in: container),
            isLikelyFirst: isLikelyFirst(marker, ordinal, of: block, before: rest),
            canSkip: leadsClauses(marker, of: block, before: rest))
        {
          cutText(
            ofInlines: inlines,
            to: Int(start) + marker.lengthWithSpace(in: tree.text, from: Int(start)))
          pieces.append(.text(node: block, inlines: inlines, marker: marker, depth: depth))
          openInner(ofLast: &pieces, before: rest, &markers)
          if depth == 0, marker.style == .dotted { lastNumber = ordinal }
        } else {
          if marker == nil, !markers.isEmpty,
            markers.areRecitals && beginsTerms(block, before: rest, in: container)
              || (container == Provision.none && headsAnew(block, before: rest))
          {
            pieces.append(.endOfItems(depth: 0))
            markers = OpenMarkers()
          }
          if let marker, markers.hasDecimals { checkUnreadNumber(marker, of: block) }
          pieces.append(.text(node: block, inlines: inlines, marker: nil, depth: 0))
        }
        splitLines(ofLast: &pieces, in: container, markers: &markers)
      case .orderedList:
        pieces += items(ofList: block, unfinished[block], markers: &markers) ?? [.list(node: block)]
      case .bulletList:
        if position > 0, append(block, behind: blocks[position - 1], to: &pieces) { continue }
        let rest = blocks[(position + 1)...]
        pieces += items(ofBullets: block, before: rest, &markers) ?? [.list(node: block)]
      case .table: pieces.append(.table(node: block))
      case .footnoteDefinition, .paragraph: continue
      default: pieces.append(.block(node: block))
      }
    }
    return pieces
  }

  /// The items of a list that is part of a sequence of paragraphs and lists; `nil` for any other.
  private mutating func items(
    ofList list: Int, _ ending: UnfinishedList?, markers: inout OpenMarkers
  ) -> [BlockPiece]? {
    let items = Array(tree.children(of: list))
    guard let first = items.first, !isTableOfContents(items, in: list) else { return nil }
    let marker = marker(ofItem: first, number: Int(tree.nodes[list].value))
    guard let depth = markers.depth(ofList: marker, Ordinal(marker.body), ending) else {
      return nil
    }
    let marked = self.markers(ofItems: items, in: list)
    if let last = marked.last?.marker {
      _ = markers.goOn(at: depth, with: last, Ordinal(last.body))
    }
    return marked.map { .item($0, list: list, depth: depth) }
  }

  /// Whether a paragraph holds nothing but anchors or comments, which nobody sees.
  private func isWithoutWords(_ block: Int) -> Bool {
    let node = tree.nodes[block]
    guard node.textStart == node.textEnd, Int(node.end) > block + 1 else { return false }
    return (block + 1..<Int(node.end)).allSatisfy {
      tree.nodes[$0].kind == .htmlInline && tree.nodes[$0].value == 0
    }
  }

  func marker(at start: Int32, ofBlock block: Int) -> ClauseMarker? {
    let text = tree.text[Int(start)..<max(Int(start), Int(tree.nodes[block].textEnd))]
    if !bareNumbers.isEmpty, bareNumbers.contains(block), start == tree.nodes[block].textStart,
      let marker = bareMarker(of: block)
    {
      return marker
    }
    guard !isInContents,
      let marker = ClauseMarker(parsing: text, allowsBareEnd: start == tree.nodes[block].textStart)
        ?? wordedMarker(text) ?? letteredMarker(text),
      !leadsToPage(at: Int(start), ofBlock: block)
    else { return nil }
    return marker.style == .dotted && ClauseMarker.startsWithAbbreviation(text) ? nil : marker
  }

  /// `A.1` in a section `A`, and `4A.1`, which nothing else is called.
  func letteredMarker(_ text: ArraySlice<UInt8>) -> ClauseMarker? {
    guard let marker = ClauseMarker(letteredDecimal: text) else { return nil }
    guard let letter = marker.leadingLetter else { return marker }
    let isOfHeading = openHeadings.contains {
      letteredStem(of: provisions[Int($0)].designation).utf8.first == letter
    }
    return isOfHeading ? marker : nil
  }

  /// Whether a paragraph's marker can begin a sequence: `(1)` always, a decimal where it continues
  /// the section's number, letters where they are the first of their sequence and the next follows.
  private func canOpen(
    _ marker: ClauseMarker, _ ordinal: Ordinal, of block: Int, in container: Int32,
    before rest: ArraySlice<Int>
  ) -> Bool {
    switch marker.style {
    case .decimal:
      if continuesNumber(ordinal, of: container) {
        // A section may begin with `6.2`, but not with the amount `3.500`.
        let isSmall = ordinal.readings.first.map { $0.value < 100 } ?? false
        return (isSmall && provisions[Int(container)].kind == .section)
          || isLikelyFirst(marker, ordinal, of: block, before: rest)
      }
      return ordinal.isInitial
        && (isFollowed(marker, ordinal, by: rest)
          || isDeeper(ordinal, than: container) && beginsSentence(behind: marker, of: block))
    case .enclosed where ordinal.scheme == .arabic:
      return true
    case .dotted where ordinal.scheme == .arabic && !ordinal.isInitial:
      // Counted on behind a heading without a number.
      return lastNumber.map { ordinal.relation(to: $0) == .successor } ?? false
        || isFollowed(marker, ordinal, by: rest)
    default:
      return ordinal.isInitial && isFollowed(marker, ordinal, by: rest)
    }
  }

  /// Whether a decimal begins with the number of the section or clause that it stands in.
  func continuesNumber(_ ordinal: Ordinal, of container: Int32) -> Bool {
    guard container != Provision.none, !ordinal.prefix.isEmpty else { return false }
    let kind = provisions[Int(container)].kind
    guard kind == .section || kind == .clause else { return false }
    let designation = provisions[Int(container)].designation
    return numberStem(of: designation) == ordinal.prefix
      || letteredStem(of: designation) == ordinal.prefix
  }

  /// Whether one of the next blocks continues the sequence. A fixed number is looked at, so that
  /// sorting stays linear.
  func isFollowed(
    _ marker: ClauseMarker, _ ordinal: Ordinal, by blocks: ArraySlice<Int>
  ) -> Bool {
    blocks.prefix(24).contains { block in
      guard tree.nodes[block].kind == .paragraph,
        let next = self.marker(at: tree.nodes[block].textStart, ofBlock: block)
      else { return false }
      return next.style == marker.style && Ordinal(next.body).relation(to: ordinal) == .successor
    }
  }

  /// The next marker of the same style, among as many blocks.
  private func next(_ marker: ClauseMarker, in blocks: ArraySlice<Int>) -> Ordinal? {
    for block in blocks.prefix(24) where tree.nodes[block].kind == .paragraph {
      guard let next = self.marker(at: tree.nodes[block].textStart, ofBlock: block),
        next.style == marker.style
      else { continue }
      return Ordinal(next.body)
    }
    return nil
  }
}

extension MarkupTree {
  package func isBlank(_ range: Range<Int32>) -> Bool {
    text[Int(range.lowerBound)..<Int(range.upperBound)].allSatisfy {
      $0 == 0x20 || $0 == 0x0A || $0 == 0x09
    }
  }
}
