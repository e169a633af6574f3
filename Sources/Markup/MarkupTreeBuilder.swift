internal import Diagnostics

/// Puts a ``MarkupTree`` together, node by node in document order.
///
/// Knows nothing of the parser: whoever walks another tree opens, closes and appends here.
struct MarkupTreeBuilder {
  var tree = MarkupTree()
  /// Indexes of the nodes that are open, outermost first.
  private var open: [Int32] = []
  /// The text node that a further text would continue, or -1.
  private(set) var lastText = -1
  /// The node that was closed last, or -1.
  private var lastClosed = -1
  /// Where the innermost block starts; inline nodes take it over.
  private(set) var blockOffset: Int32 = 0
  /// Block quotes that are open.
  private(set) var quoteDepth = 0
  private var footnotes: Int32 = 0
  private var highestReference: Int32 = 0
  /// Start tags that wait for their end tag, outermost first.
  private var openTags: [OpenTag] = []
  /// Tags of anchors whose end is still to come.
  private var openAnchors = 0
  /// How many of ``openTags`` each element has, by its raw value.
  private var openCounts = [Int](repeating: 0, count: MarkupElement.allCases.count + 1)
  private(set) var findings = MarkupFindings()
  /// The last block to which a table of HTML that does not end has been looked for.
  var endOfOpenTable = 0
  /// The first block whose nesting passed ``MarkupLimits/depth``.
  private(set) var tooDeepOffset: Int32?

  /// - Parameter bodyLength: bytes of the source, from which the room for nodes and text is
  ///   guessed.
  init(bodyLength: Int) {
    tree.nodes.reserveCapacity(bodyLength / 24 + 8)
    tree.text.reserveCapacity(bodyLength + 16)
    open.reserveCapacity(32)
  }

  /// Starts a node that may hold others; exactly one ``close()`` must follow.
  mutating func open(_ kind: MarkupKind, offset: Int32) {
    if open.count >= MarkupLimits.depth, tooDeepOffset == nil { tooDeepOffset = offset }
    lastText = -1
    blockOffset = offset
    if kind == .blockQuote { quoteDepth += 1 }
    let isTight = kind == .paragraph && isInTightList
    open.append(Int32(truncatingIfNeeded: tree.nodes.count))
    append(kind)
    if isTight { tree.nodes[tree.nodes.count - 1].flag = true }
  }

  mutating func close() {
    lastText = -1
    while let tag = openTags.last, tag.depth == open.count { dropLastOpenTag() }
    guard let index = open.popLast() else { return }
    lastClosed = Int(index)
    if tree.nodes[Int(index)].kind == .blockQuote { quoteDepth -= 1 }
    tree.nodes[Int(index)].end = Int32(truncatingIfNeeded: tree.nodes.count)
    tree.nodes[Int(index)].textEnd = Int32(truncatingIfNeeded: tree.text.count)
  }

  /// Adds a node without children, of the text that was appended since `textStart`.
  mutating func leaf(_ kind: MarkupKind, textStart: Int) {
    lastText = -1
    append(kind)
    tree.nodes[tree.nodes.count - 1].textStart = Int32(truncatingIfNeeded: textStart)
  }

  /// Whether numeric references may have brought control characters into the text.
  var mayHoldControls = false

  /// Adds a text node, or makes the one just before longer.
  mutating func text(from textStart: Int) {
    defer { if mayHoldControls { blankControls(from: textStart) } }
    if lastText >= 0 {
      tree.nodes[lastText].textEnd = Int32(truncatingIfNeeded: tree.text.count)
    } else {
      leaf(.text, textStart: textStart)
      lastText = tree.nodes.count - 1
    }
  }

  /// Ends the text node that was added last where the text ends, or takes it away where nothing of
  /// it is left.
  mutating func endLastText() {
    tree.nodes[lastText].textEnd = Int32(truncatingIfNeeded: tree.text.count)
    guard lastText == tree.nodes.count - 1,
      tree.nodes[lastText].textStart == tree.nodes[lastText].textEnd
    else { return }
    tree.nodes.removeLast()
    lastText = -1
  }

  private mutating func blankControls(from textStart: Int) {
    for control in replaceControls(in: &tree.text, from: textStart) {
      findings.add(
        .control, node: lastText, Array(codePoint(control.scalar).utf8), text: control.offset)
    }
  }

  /// `text` without control characters, for a field of the node that was added last.
  private mutating func withoutControls(_ text: [UInt8]) -> [UInt8] {
    guard mayHoldControls else { return text }
    var text = text
    for control in replaceControls(in: &text) {
      findings.add(
        .control, node: tree.nodes.count - 1, Array(codePoint(control.scalar).utf8))
    }
    return text
  }

  /// Adds a reference to the footnote `number`, and marks the first one.
  mutating func footnoteReference(number: Int32) {
    leaf(.footnoteReference, textStart: tree.text.count)
    tree.nodes[tree.nodes.count - 1].value = number
    // Numbers are given in the order of first use, so the first reference has a new number.
    if number > highestReference {
      highestReference = number
      tree.nodes[tree.nodes.count - 1].flag = true
    }
  }

  /// Gives the definition that was opened last its number: they come in the order of first use.
  mutating func numberFootnote() {
    footnotes += 1
    tree.nodes[tree.nodes.count - 1].value = footnotes
  }

  /// Changes the node that was added last.
  mutating func modifyLast(_ change: (inout MarkupNode) -> Void) {
    change(&tree.nodes[tree.nodes.count - 1])
  }

  /// Where the text of the innermost open block begins.
  var openBlockTextStart: Int32 {
    let block = open.last { !tree.nodes[Int($0)].kind.isInline }
    return block.map { tree.nodes[Int($0)].textStart } ?? 0
  }

  private mutating func append(_ kind: MarkupKind) {
    let textEnd = Int32(truncatingIfNeeded: tree.text.count)
    tree.nodes.append(
      MarkupNode(
        kind: kind, end: Int32(truncatingIfNeeded: tree.nodes.count + 1), offset: blockOffset,
        textStart: textEnd, textEnd: textEnd))
  }

  /// Whether a paragraph opened now stands directly in an item of a tight list.
  private var isInTightList: Bool {
    guard open.count >= 2 else { return false }
    let list = tree.nodes[Int(open[open.count - 2])]
    return list.flag && (list.kind == .bulletList || list.kind == .orderedList)
  }
}

// MARK: - Links

extension MarkupTreeBuilder {
  /// Opens a link or image, and complains where it may not lead to its destination.
  mutating func openLink(_ kind: MarkupKind, _ link: MarkupLink) {
    open(kind, offset: blockOffset)
    let node = tree.nodes.count - 1
    tree.nodes[node].value = Int32(truncatingIfNeeded: tree.links.count)
    if !link.isSafeDestination {
      findings.add(.unsafeLink, node: node, link.destination)
    } else if kind == .image, link.isElsewhere {
      findings.add(.foreignImage, node: node, link.destination)
    }
    var link = link
    link.title = withoutControls(link.title)
    tree.links.append(link)
  }
}

extension MarkupTreeBuilder {
  /// Gives the block of code that is open the word behind its fence.
  mutating func codeInfo(_ info: [UInt8]) {
    guard !info.isEmpty else { return }
    tree.codeInfos.append(withoutControls(info))
    let count = Int32(truncatingIfNeeded: tree.codeInfos.count)
    modifyLast { $0.value = count }
  }
}

extension MarkupTreeBuilder {
  /// Notes what stands in a row behind its last cell, which is open.
  mutating func surplusCells(_ text: ArraySlice<UInt8>) {
    guard !text.isEmpty else { return }
    findings.add(.surplusCell, node: tree.nodes.count - 1, text)
  }
}

extension MarkupTreeBuilder {
  /// Notes what is wrong with a block, at a byte of the file.
  mutating func add(_ fault: MarkupFindings.Fault, node: Int, at offset: Int) {
    findings.add(fault, node: node, [], offset: offset)
  }

  /// Reads the tag of a span, which shows nothing by itself.
  mutating func readSpan(_ tag: [UInt8], node: Int) {
    addAnchor(ofTag: tag)
    if let change = TrackedChange(tag: tag) {
      findings.add(.trackedChange, node: node, change.name)
    }
  }

  /// Notes words of a word processor that are no text, at a byte of the tree's text.
  mutating func addChange(_ change: TrackedChange, at text: Int) {
    // Behind the last word of a block, the place would be that of the next one.
    let isBehind = change.isEmpty && text > Int(openBlockTextStart)
    findings.add(.trackedChange, node: lastText, change.name, text: isBehind ? text - 1 : text)
  }

  /// Whether `node`, which was added last, follows a link or a picture right away.
  func followsLink(_ node: Int) -> Bool {
    lastClosed >= 0 && Int(tree.nodes[lastClosed].end) == node
      && (tree.nodes[lastClosed].kind == .link || tree.nodes[lastClosed].kind == .image)
  }
}

// MARK: - HTML

extension MarkupTreeBuilder {
  /// A start tag that was kept so far.
  private struct OpenTag {
    let element: MarkupElement
    let node: Int
    /// How many nodes were open: both tags must stand in the same one.
    let depth: Int
  }

  /// Adds inline HTML whose literal was appended to the text since `textStart`.
  ///
  /// A tag that is kept leaves no letters behind, so that the plain text of a paragraph is what its
  /// reader sees; a break leaves a line feed.
  mutating func htmlInline(from textStart: Int) {
    // A slice would share the text's storage, and each change of the text then copy all of it.
    let literal = Array(tree.text[textStart...])
    let tag = MarkupTag(literal[...])
    let node = tree.nodes.count
    if tag == .other || !isAllowed(tag) || (tag == .endOfAnchor && openAnchors == 0) {
      findings.add(.rawHTML, node: node, literal)
      return leaf(.htmlInline, textStart: textStart)
    }
    tree.text.removeSubrange(textStart...)
    switch tag {
    case .start(.br), .selfClosing(.br): tree.text.append(UInt8(ascii: "\n"))
    case .start(.p) where hasTextInParent: tree.text.append(UInt8(ascii: "\n"))
    default: break
    }
    leaf(.htmlInline, textStart: textStart)
    switch tag {
    case .comment, .other: break
    case .span: readSpan(literal, node: node)
    case .anchor:
      addAnchor(ofTag: literal)
      openAnchors += 1
    case .endOfAnchor: openAnchors -= 1
    case .start(let element) where element.isVoid, .selfClosing(let element) where element.isVoid:
      tree.nodes[node].value = element.rawValue
    case .start(let element) where openTags.count < MarkupLimits.depth:
      tree.nodes[node].value = element.rawValue
      openTags.append(OpenTag(element: element, node: node, depth: open.count))
      openCounts[Int(element.rawValue)] += 1
    case .end(let element):
      closeTag(element, node: node, literal)
    case .start, .selfClosing:
      findings.add(.unbalancedTag, node: node, literal)
    }
  }

  /// Adds an HTML block whose literal was appended to the text since `textStart`.
  mutating func htmlBlock(from textStart: Int) {
    let content = HTMLBlockText(tree.text[textStart...])
    let node = tree.nodes.count - 1
    if let heading = HTMLHeading(content.shown) {
      tree.nodes[node].kind = .heading
      tree.nodes[node].value = heading.level
      tree.text.replaceSubrange(textStart..., with: heading.text)
      return text(from: textStart)
    }
    if content.hasOpenComment {
      findings.add(.openComment, node: node, tree.text[textStart...])
    } else if !content.shown.isEmpty {
      findings.add(.rawHTML, node: node, content.shown.drop { $0 <= UInt8(ascii: " ") })
    }
    tree.text.replaceSubrange(textStart..., with: content.shown)
  }

  /// Pairs an end tag with its start tag; tags between the two lack their end.
  private mutating func closeTag(_ element: MarkupElement, node: Int, _ literal: [UInt8]) {
    let isOpen =
      openCounts[Int(element.rawValue)] > 0
      && openTags.reversed().prefix { $0.depth == open.count }
        .contains { $0.element == element }
    guard isOpen else { return findings.add(.unbalancedTag, node: node, literal) }
    while let tag = openTags.last, tag.element != element { dropLastOpenTag() }
    openTags.removeLast()
    openCounts[Int(element.rawValue)] -= 1
    tree.nodes[node].value = element.rawValue
    tree.nodes[node].flag = true
  }

  private mutating func dropLastOpenTag() {
    let tag = openTags.removeLast()
    openCounts[Int(tag.element.rawValue)] -= 1
    tree.nodes[tag.node].value = 0
    findings.add(.unbalancedTag, node: tag.node, "<\(tag.element.name)>".utf8)
  }

  /// Paragraphs are kept directly in cells only, and not inside each other.
  private func isAllowed(_ tag: MarkupTag) -> Bool {
    switch tag {
    case .start(.p):
      isDirectlyInCell && openTags.last?.depth != open.count
    case .end(.p): isDirectlyInCell
    case .selfClosing(.p): false
    default: true
    }
  }

  private var isDirectlyInCell: Bool {
    open.last.map { tree.nodes[Int($0)].kind == .tableCell } ?? false
  }

  private var hasTextInParent: Bool {
    open.last.map { Int(tree.nodes[Int($0)].textStart) < tree.text.count } ?? false
  }
}
