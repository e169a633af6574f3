internal import Markup

extension StructureBuilder {
  /// How an item of a list is marked, and the blocks that it holds.
  struct MarkedItem {
    var node: Int
    var marker: ClauseMarker?
    var blocks: [Int]
    /// Whether the marker stands in the text and must be cut out of it.
    var isInText = false
  }

  /// The items of a list with their markers: those of Markdown, or those that bulleted texts begin
  /// with.
  func markers(ofItems items: [Int], in list: Int) -> [MarkedItem] {
    if tree.nodes[list].kind == .orderedList {
      return zip(items, numbers(ofItems: items, in: list)).map { item, number in
        MarkedItem(
          node: item, marker: marker(ofItem: item, number: number),
          blocks: Array(tree.children(of: item)))
      }
    }
    let found = items.map(bulletMarker)
    let dotted = found.count { $0.isInText && $0.marker?.style == .dotted }
    return found.map { item in
      guard let marker = item.marker, item.isInText, marker.style == .dotted else { return item }
      // One `I.` among unmarked items may be a name's initial; `a.` at the head is a marker.
      guard dotted > 1 || Ordinal(marker.body).isInitial else {
        return MarkedItem(node: item.node, marker: nil, blocks: item.blocks)
      }
      return item
    }
  }

  /// The marker of an ordered item, which Markdown took off its text.
  func marker(ofItem item: Int, number: Int) -> ClauseMarker {
    isClosedByBracket(item)
      ? ClauseMarker(style: .closed, body: "\(number)", delimiter: ")")
      : ClauseMarker(style: .dotted, body: "\(number)", delimiter: ".")
  }

  /// The marker that a bulleted item's text begins with.
  ///
  /// `- 1. text` is, to Markdown, a bullet that holds an ordered list of one item; it is read as
  /// the author meant it.
  private func bulletMarker(of item: Int) -> MarkedItem {
    let blocks = Array(tree.children(of: item))
    let unmarked = MarkedItem(node: item, marker: nil, blocks: blocks)
    guard let first = blocks.first else { return unmarked }
    if tree.nodes[first].kind == .orderedList {
      let inner = Array(tree.children(of: first))
      guard inner.count == 1 else { return unmarked }
      return MarkedItem(
        node: item, marker: marker(ofItem: inner[0], number: Int(tree.nodes[first].value)),
        blocks: Array(tree.children(of: inner[0])) + blocks.dropFirst())
    }
    guard tree.nodes[first].kind == .paragraph else { return unmarked }
    let text = tree.plainText(of: first)
    guard let marker = ClauseMarker(parsing: text, allowsBareEnd: true),
      marker.style != .dotted || !ClauseMarker.startsWithAbbreviation(text)
    else { return unmarked }
    return MarkedItem(node: item, marker: marker, blocks: blocks, isInText: true)
  }
}

// MARK: - Ordered lists

extension StructureBuilder {
  /// The numbers that Markdown gives to the items of an ordered list.
  func numbers(ofItems items: [Int], in list: Int) -> [Int] {
    let start = Int(tree.nodes[list].value)
    return items.indices.map { start + $0 }
  }

  /// Whether an ordered item is written `1)` rather than `1.`; its source tells.
  func isClosedByBracket(_ item: Int) -> Bool {
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
