internal import Diagnostics
internal import Markup

extension StructureBuilder {
  /// Makes the items of a list clauses, groups or counted items of `container`.
  ///
  /// Markdown takes items that are indented by one space, or lettered under a number, for
  /// neighbours of the items above; drafters mean them to be inside, so they are nested here.
  mutating func addList(_ list: Int, in container: Int32) {
    layout.append(.openList(node: Int32(list)))
    let items = Array(tree.children(of: list))
    let isOrdered = tree.nodes[list].kind == .orderedList
    var open: [OpenItem] = []
    for (item, found) in zip(items, markers(ofItems: items, in: list)) {
      let column = isOrdered ? 0 : tree.position(ofByte: Int(tree.nodes[item].offset)).column
      let mark = found.marker.map {
        ItemMark(style: $0.style, body: $0.body, ordinal: Ordinal($0.body))
      }
      var isInner = isNested(mark, column: column, under: open)
      if isInner {
        layout.append(.openList(node: Int32(list)))
      } else {
        isInner = closeItems(&open, upTo: mark, column: column, list: list)
      }
      let index = openItem(item, found, in: open.last?.provision ?? container)
      open.append(OpenItem(provision: index, column: column, mark: mark, isInner: isInner))
    }
    while let last = open.popLast() { close(last, list: list) }
    layout.append(.closeList(node: Int32(list)))
  }

  /// An item whose end has not been reached.
  private struct OpenItem {
    var provision: Int32
    var column: Int
    var mark: ItemMark?
    /// Whether the item is deeper than Markdown took it for, in a list of its own with those
    /// beside it.
    var isInner: Bool
  }

  /// What of an item's marker decides where the item stands.
  private struct ItemMark {
    var style: ClauseMarker.Style
    var body: String
    var ordinal: Ordinal
  }

  private func isNested(_ mark: ItemMark?, column: Int, under open: [OpenItem]) -> Bool {
    guard let last = open.last, column >= last.column else { return false }
    if let mark, let lastMark = last.mark, mark.style == lastMark.style,
      mark.ordinal.relation(to: lastMark.ordinal) == .successor
    {
      return false
    }
    if column > last.column { return true }
    guard let mark, let lastMark = last.mark, mark.ordinal.isInitial else { return false }
    let isArabic = mark.ordinal.scheme == .arabic
    let wasArabic = lastMark.ordinal.scheme == .arabic
    guard mark.style != lastMark.style || isArabic != wasArabic else { return false }
    // Not where it starts a sequence that is open further out.
    return !open.contains { $0.mark?.style == mark.style && $0.mark?.body == mark.body }
  }

  /// Closes the items that one at `column` with `mark` ends, innermost first; the last of them is
  /// the one that it follows.
  ///
  /// - Returns: whether that one was inner: its list then goes on.
  private mutating func closeItems(
    _ open: inout [OpenItem], upTo mark: ItemMark?, column: Int, list: Int
  ) -> Bool {
    while let last = open.last, last.column > column, open.count > 1 {
      close(last, list: list)
      open.removeLast()
    }
    // Back to the item of the same column that the marker follows, `(2)` after `(1)`, `a)`, `b)`.
    if let mark,
      let level = open.lastIndex(where: { item in
        item.column <= column && item.mark?.style == mark.style
          && item.mark.map { mark.ordinal.relation(to: $0.ordinal) <= .repeats } == true
      })
    {
      while open.count > level + 1, let last = open.popLast() { close(last, list: list) }
    }
    guard let last = open.popLast() else { return false }
    close(last.provision)
    return last.isInner
  }

  private mutating func close(_ item: OpenItem, list: Int) {
    close(item.provision)
    if item.isInner { layout.append(.closeList(node: Int32(list))) }
  }

  /// How an item of a list is marked, and the blocks that it holds.
  private struct MarkedItem {
    var marker: ClauseMarker?
    var blocks: [Int]
    /// Whether the marker stands in the text and must be cut out of it.
    var isInText = false
  }

  private mutating func openItem(
    _ item: Int, _ found: MarkedItem, in container: Int32
  ) -> Int32 {
    var provision = self.provision(.item, at: item, in: container)
    let first = found.blocks.first.flatMap { tree.nodes[$0].kind == .paragraph ? $0 : nil }
    if let marker = found.marker {
      provision.kind = .clause
      provision.designation = marker.printed
      provision.part = marker.printed
      provision.pathParent =
        marker.style == .decimal ? pathParent(of: marker.body, in: container) : container
      if found.isInText, let first {
        let start = Int(tree.nodes[first].textStart)
        cutText(ofBlock: first, bytes: marker.lengthWithSpace(in: tree.text, from: start))
      }
    }
    if let first {
      apply(cutAttributes(ofBlock: first), to: &provision, at: first)
      let inlines = Int32(first + 1)..<tree.nodes[first].end
      let label = provision.kind == .item ? groupLabel(in: inlines) : ""
      provision.title = label.isEmpty ? runInHeading(in: inlines) : label
      if !label.isEmpty {
        provision.kind = .group
        provision.part = uniquePart(label, in: container)
      }
    }
    if provision.kind == .item {
      let number = withCounts(of: container) { counts in
        counts.items += 1
        return counts.items
      }
      provision.part = "item \(number)"
    }
    let index = open(provision)
    structure(found.blocks, in: index, isSection: false)
    return index
  }

  /// The words of an item that is nothing but a bold label, with at most a remark in brackets:
  /// `**Entry control** (not applicable)`.
  private func groupLabel(in inlines: Range<Int32>) -> String {
    guard inlines.lowerBound < inlines.upperBound else { return "" }
    let strong = tree.nodes[Int(inlines.lowerBound)]
    guard strong.kind == .strong else { return "" }
    var remark: [UInt8] = []
    tree.appendPlainText(ofInlines: strong.end..<inlines.upperBound, to: &remark)
    let bare = String(decoding: remark, as: UTF8.self).trimmingSpaces
    guard bare.isEmpty || bare == ":" || (bare.hasPrefix("(") && bare.hasSuffix(")")) else {
      return ""
    }
    var label: [UInt8] = []
    tree.appendPlainText(ofInlines: (inlines.lowerBound + 1)..<strong.end, to: &label)
    while label.last == UInt8(ascii: ":") { label.removeLast() }
    return String(decoding: label, as: UTF8.self).trimmingSpaces
  }
}

// MARK: - Markers

extension StructureBuilder {
  private func markers(ofItems items: [Int], in list: Int) -> [MarkedItem] {
    if tree.nodes[list].kind == .orderedList {
      let start = Int(tree.nodes[list].value)
      return items.enumerated().map { position, item in
        let delimiter = isClosedByBracket(item) ? ")" : "."
        return MarkedItem(
          marker: ClauseMarker(
            style: delimiter == "." ? .dotted : .closed, body: "\(start + position)",
            delimiter: delimiter),
          blocks: Array(tree.children(of: item)))
      }
    }
    let found = items.map(bulletMarker)
    let dotted = found.count { $0.isInText && $0.marker?.style == .dotted }
    return found.map { item in
      guard let marker = item.marker, item.isInText, marker.style == .dotted else { return item }
      // One `I.` among unmarked items may be a name's initial; `a.` at the head is a marker.
      guard dotted > 1 || Ordinal(marker.body).isInitial else {
        return MarkedItem(marker: nil, blocks: item.blocks)
      }
      return item
    }
  }

  /// The marker that a bulleted item's text begins with.
  ///
  /// `- 1. text` is, to Markdown, a bullet that holds an ordered list of one item; it is read as
  /// the author meant it.
  private func bulletMarker(of item: Int) -> MarkedItem {
    let blocks = Array(tree.children(of: item))
    guard let first = blocks.first else { return MarkedItem(marker: nil, blocks: blocks) }
    if tree.nodes[first].kind == .orderedList {
      let inner = Array(tree.children(of: first))
      guard inner.count == 1 else { return MarkedItem(marker: nil, blocks: blocks) }
      let delimiter = isClosedByBracket(inner[0]) ? ")" : "."
      let marker = ClauseMarker(
        style: delimiter == "." ? .dotted : .closed, body: "\(tree.nodes[first].value)",
        delimiter: delimiter)
      return MarkedItem(
        marker: marker, blocks: Array(tree.children(of: inner[0])) + blocks.dropFirst())
    }
    guard tree.nodes[first].kind == .paragraph else {
      return MarkedItem(marker: nil, blocks: blocks)
    }
    let text = tree.plainText(of: first)
    guard let marker = ClauseMarker(parsing: text, allowsBareEnd: true),
      marker.style != .dotted || !ClauseMarker.startsWithAbbreviation(text)
    else { return MarkedItem(marker: nil, blocks: blocks) }
    return MarkedItem(marker: marker, blocks: blocks, isInText: true)
  }

  /// Whether an ordered item is written `1)` rather than `1.`; its source tells.
  private func isClosedByBracket(_ item: Int) -> Bool {
    var index = Int(tree.nodes[item].offset)
    while index < source.count, ClauseMarker.isDigit(source[index]) { index += 1 }
    return index < source.count && source[index] == UInt8(ascii: ")")
  }
}

extension ClauseMarker {
  /// The marker that Markdown took off an ordered item.
  fileprivate init(style: Style, body: String, delimiter: String) {
    self.style = style
    self.body = body
    printed = body + delimiter
    length = 0
  }
}
