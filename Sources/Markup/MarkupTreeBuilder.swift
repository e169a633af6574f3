/// Puts a ``MarkupTree`` together, node by node in document order.
///
/// Knows nothing of the parser: whoever walks another tree opens, closes and appends here.
struct MarkupTreeBuilder {
  var tree = MarkupTree()
  /// Indexes of the nodes that are open, outermost first.
  private var open: [Int32] = []
  /// The text node that a further text would continue, or -1.
  private var lastText = -1
  /// Where the innermost block starts; inline nodes take it over.
  private(set) var blockOffset: Int32 = 0
  /// Block quotes that are open.
  private(set) var quoteDepth = 0
  private var footnotes: Int32 = 0
  /// The first block whose nesting passed ``MarkupLimits/depth``.
  private(set) var tooDeepOffset: Int32?

  /// - Parameter bodyLength: bytes of the source, from which the room for nodes and text is guessed.
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
    open.append(Int32(truncatingIfNeeded: tree.nodes.count))
    append(kind)
  }

  mutating func close() {
    lastText = -1
    guard let index = open.popLast() else { return }
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

  /// Adds a text node, or makes the one just before longer.
  mutating func text(from textStart: Int) {
    if lastText >= 0 {
      tree.nodes[lastText].textEnd = Int32(truncatingIfNeeded: tree.text.count)
    } else {
      leaf(.text, textStart: textStart)
      lastText = tree.nodes.count - 1
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

  private mutating func append(_ kind: MarkupKind) {
    let textEnd = Int32(truncatingIfNeeded: tree.text.count)
    tree.nodes.append(
      MarkupNode(
        kind: kind, end: Int32(truncatingIfNeeded: tree.nodes.count + 1), offset: blockOffset,
        textStart: textEnd, textEnd: textEnd))
  }
}
