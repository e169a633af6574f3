package import Diagnostics
internal import Markup

extension StructureBuilder {
  /// How an item of a list is marked, and the blocks that it holds.
  struct MarkedItem {
    var node: Int
    var marker: ClauseMarker?
    var blocks: [Int]
    /// Whether the marker stands in the text and must be cut out of it.
    var isInText = false
    /// Whether it is an entry of a table of contents: its number is that of another place.
    var isEntry = false
  }

  /// The items of a list with their markers: those of Markdown, or those that bulleted texts begin
  /// with.
  mutating func markers(ofItems items: [Int], in list: Int) -> [MarkedItem] {
    if isTableOfContents(items, in: list) { return entries(items, in: list) }
    if tree.nodes[list].kind == .orderedList {
      checkTypedNumbers(ofItems: items, in: list)
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
  func bulletMarker(of item: Int) -> MarkedItem {
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
    guard let marker = ClauseMarker(parsing: text, allowsBareEnd: true) ?? letteredMarker(text),
      marker.style != .dotted || !ClauseMarker.startsWithAbbreviation(text)
    else { return unmarked }
    return MarkedItem(node: item, marker: marker, blocks: blocks, isInText: true)
  }

  /// The items of a table of contents, with the numbers that Markdown took off their texts.
  private func entries(_ items: [Int], in list: Int) -> [MarkedItem] {
    guard tree.nodes[list].kind == .orderedList else {
      return items.map { item in
        var entry = bulletMarker(of: item)
        entry.isEntry = true
        if entry.isInText { entry.marker = nil }
        return entry
      }
    }
    return zip(items, numbers(ofItems: items, in: list)).map { item, number in
      MarkedItem(
        node: item, marker: marker(ofItem: item, number: number),
        blocks: Array(tree.children(of: item)), isEntry: true)
    }
  }
}

extension StructureBuilder {
  /// The numbers of an ordered list: the typed ones where they rise, else those that Markdown
  /// gives.
  func numbers(ofItems items: [Int], in list: Int) -> [Int] {
    let typed = items.map(typedNumber)
    let rises = zip(typed, typed.dropFirst()).allSatisfy { $0 < $1 }
    let start = Int(tree.nodes[list].value)
    return rises && typed.first == start ? typed : items.indices.map { start + $0 }
  }

  /// Reports the first item whose typed number is not the one that it gets.
  ///
  /// Not where all have the same: so writes who leaves counting to Markdown.
  private mutating func checkTypedNumbers(ofItems items: [Int], in list: Int) {
    let numbers = numbers(ofItems: items, in: list)
    let typed = items.map(typedNumber)
    guard typed.contains(where: { $0 != typed.first }),
      let position = items.indices.first(where: { typed[$0] != numbers[$0] })
    else { return }
    let start = tree.position(ofByte: Int(tree.nodes[items[position]].offset))
    diagnostics.append(
      .renumberedItem(
        typed: typed[position], shown: numbers[position],
        at: SourceRange(
          path: path, line: start.line, column: start.column,
          length: "\(typed[position])".utf8.count)
      ))
  }

  /// The number that stands in the source before an ordered item.
  private func typedNumber(ofItem item: Int) -> Int {
    let digits = source[min(Int(tree.nodes[item].offset), source.count)...]
      .prefix(9).prefix(while: \.isASCIIDigit)
    return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  /// Whether an ordered item is written `1)` rather than `1.`; its source tells.
  func isClosedByBracket(_ item: Int) -> Bool {
    var index = Int(tree.nodes[item].offset)
    while index < source.count, source[index].isASCIIDigit { index += 1 }
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

extension Diagnostic.Code {
  package static let renumberedItem = Self(rawValue: "renumbered-item")
}

extension Diagnostic {
  fileprivate static func renumberedItem(typed: Int, shown: Int, at range: SourceRange) -> Self {
    Diagnostic(
      .renumberedItem, .warning,
      "item '\(typed)' is shown as '\(shown)'; a list keeps its numbers where each is higher than "
        + "the one before",
      at: range, help: "write '\(shown)', or separate the lists by the text between them")
  }
}
