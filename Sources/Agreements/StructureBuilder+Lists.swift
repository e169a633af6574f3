internal import Diagnostics
internal import Markup

extension StructureBuilder {
  /// Makes the items of a list clauses, groups or counted items of `container`.
  ///
  /// Markdown takes items that are indented by one space, or lettered under a number, for
  /// neighbours of the items above; drafters mean them to be inside, so they are nested here.
  ///
  /// `inner`: lists whose items follow its own.
  mutating func addList(_ list: Int, with inner: [Int], in container: Int32) {
    layout.append(.openList(node: Int32(list)))
    var items = Array(tree.children(of: list))
    for other in inner { items += tree.children(of: other) }
    let isOrdered = tree.nodes[list].kind == .orderedList
    let isAround = isInContents
    isInContents = isTableOfContents(items, in: list)
    defer { isInContents = isAround }
    var open: [OpenItem] = []
    let marked = markers(ofItems: items, in: list)
    let holdsGroups = holdsGroups(marked)
    for (position, found) in marked.enumerated() {
      let offset = Int(tree.nodes[found.node].offset)
      let column = isOrdered ? 0 : tree.position(ofByte: offset).column
      let mark = found.marker.map(ItemMark.init)
      let next = position + 1 < marked.count ? marked[position + 1].marker : nil
      var isInner = isNested(mark, before: next, column: column, under: open)
      if isInner {
        layout.append(.openList(node: Int32(list)))
      } else {
        isInner = closeItems(&open, upTo: mark, column: column, list: list)
      }
      let index = openItem(
        found, in: open.last?.provision ?? container, canBeGroup: holdsGroups)
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

    init(_ marker: ClauseMarker) {
      style = marker.style
      body = marker.body
      ordinal = Ordinal(marker.body)
    }
  }

  private func isNested(
    _ mark: ItemMark?, before next: ClauseMarker?, column: Int, under open: [OpenItem]
  ) -> Bool {
    guard let last = open.last, column >= last.column else { return false }
    if let mark, let lastMark = last.mark, mark.style == lastMark.style,
      mark.ordinal.relation(to: lastMark.ordinal) == .successor
    {
      return next?.style == mark.style
        && mark.ordinal.startsNumerals(
          after: lastMark.ordinal, before: next.map { Ordinal($0.body) })
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

  /// Whether the bold items of a list are groups: one that stands alone, and all where any of them
  /// holds something. Where none does, they are points like others, whatever is bold in them.
  private func holdsGroups(_ items: [MarkedItem]) -> Bool {
    if items.count == 1 { return true }
    func column(_ item: MarkedItem) -> Int {
      tree.position(ofByte: Int(tree.nodes[item.node].offset)).column
    }
    return items.indices.contains { index in
      guard let first = items[index].blocks.first, tree.nodes[first].kind == .paragraph,
        tree.nodes[first].end > first + 1, tree.nodes[first + 1].kind == .strong,
        items[index].blocks.count > 1
          || index + 1 < items.count && column(items[index]) < column(items[index + 1])
      else { return false }
      return !groupLabel(in: Int32(first + 1)..<tree.nodes[first].end).isEmpty
    }
  }

  /// Opens the place of an item, with all that the item holds.
  mutating func openItem(
    _ found: MarkedItem, in container: Int32, canBeGroup: Bool = true
  ) -> Int32 {
    var provision = self.provision(.item, at: found.node, in: container)
    let first = found.blocks.first.flatMap { tree.nodes[$0].kind == .paragraph ? $0 : nil }
    if let marker = found.marker, found.isEntry {
      provision.designation = marker.printed
    } else if let marker = found.marker {
      provision.kind = .clause
      provision.designation = marker.printed
      provision.part = marker.part
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
      let label = canBeGroup && provision.kind == .item ? groupLabel(in: inlines) : ""
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
