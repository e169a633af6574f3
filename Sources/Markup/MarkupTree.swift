package import Diagnostics
import Partitioning

/// A Markdown text as Swift values: a tree in flat storage.
///
/// Shape: ``nodes`` is in document order, each node before its children; node 0 is the document.
/// The children of a node follow it directly, so a pass over the tree is a loop over an array, and
/// no depth of nesting can exhaust the stack. Flat storage is what lets two threads read trees
/// without touching a reference count.
package struct MarkupTree: Sendable {
  package var nodes: [MarkupNode] = []
  /// The literals of all nodes, decoded (entities, escapes), in document order, UTF-8.
  ///
  /// A soft or hard break contributes one line feed, and HTML that is kept (``MarkupElement``) or a
  /// comment nothing, so that the stretch of a paragraph or cell is its plain text, as a reader
  /// sees it.
  package var text: [UInt8] = []
  /// Destinations and titles of links and images; a node's ``MarkupNode/value`` is the index.
  package var links: [MarkupLink] = []
  /// Info strings of fenced code blocks that have one; a node's ``MarkupNode/value`` is the index
  /// plus 1.
  package var codeInfos: [[UInt8]] = []
  /// Places that the author named by an anchor, in their order.
  package var anchors: [MarkupAnchor] = []
  /// Where each line of the file begins, in bytes from 0; ``lineStarts``[0] is line 1.
  package var lineStarts: [Int32] = []
  /// Whether the file holds control characters, for which the text has blanks.
  package var hadControls = false

  package init() {}
}

/// One node of a ``MarkupTree``.
package struct MarkupNode: Sendable {
  package var kind: MarkupKind
  /// For items: whether the task is done; for lists: whether it is tight; for paragraphs: whether
  /// they stand directly in an item of a tight list; for tables' rows and cells: whether they
  /// belong to the head; for references to a footnote: whether it is the first; for inline HTML:
  /// whether it is an end tag.
  package var flag = false
  /// Level of a heading (1...6); first number of an ordered list; index into ``MarkupTree/links``
  /// of a link or image; alignment of a cell (``MarkupAlignment``); number of a footnote and of a
  /// reference to one (from 1, in the order of first use); of a code block, index into
  /// ``MarkupTree/codeInfos`` plus 1, or 0; of inline HTML, the element (``MarkupElement``), or 0
  /// for what is shown as text or left out.
  package var value: Int32 = 0
  /// Index of the first node after this one that is not inside it.
  package var end: Int32
  /// Where the block starts, in bytes of the file from 0. Inline nodes have the offset of the
  /// block that they stand in; ``MarkupPlaces`` finds their exact place when it is needed.
  package var offset: Int32
  /// The stretch of ``MarkupTree/text`` that this node and its descendants cover.
  package var textStart: Int32
  package var textEnd: Int32

  package init(kind: MarkupKind, end: Int32, offset: Int32, textStart: Int32, textEnd: Int32) {
    self.kind = kind
    self.end = end
    self.offset = offset
    self.textStart = textStart
    self.textEnd = textEnd
  }
}

/// A name that an author gave to a place, for links: `<a name="scope">`, `[]{#scope}`.
package struct MarkupAnchor: Sendable {
  package var name: [UInt8]
  /// The byte of ``MarkupTree/text`` that it stands before.
  package var text: Int32
}

/// What a node is.
package enum MarkupKind: UInt8, Sendable {
  // Blocks
  case document, blockQuote, bulletList, orderedList, item, taskItem, codeBlock, htmlBlock
  case paragraph, heading, thematicBreak, footnoteDefinition
  case table, tableRow, tableCell
  // Inlines
  case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image
  case footnoteReference

  /// Whether the node is part of a line of text rather than a block of its own.
  package var isInline: Bool { rawValue >= Self.text.rawValue }
}

/// How the text of a table's column is set.
package enum MarkupAlignment: Int32, Sendable {
  case none, left, center, right
}

/// Where a link or image leads.
package struct MarkupLink: Sendable {
  /// As written, entities and escapes decoded, not yet checked: see ``isSafeDestination``.
  package var destination: [UInt8]
  package var title: [UInt8]

  package init(destination: [UInt8], title: [UInt8]) {
    self.destination = destination
    self.title = title
  }
}

extension MarkupTree {
  /// The place of a byte of the file, as diagnostics and editors count.
  ///
  /// - Complexity: O(log lines).
  package func position(ofByte offset: Int) -> SourcePosition {
    let line = lineStarts.partitioningIndex { Int($0) > offset }
    let start = line > 0 ? Int(lineStarts[line - 1]) : 0
    return SourcePosition(line: max(line, 1), column: offset - start + 1)
  }

  /// The plain text that a node covers, breaks as line feeds.
  package func plainText(of node: Int) -> ArraySlice<UInt8> {
    text[Int(nodes[node].textStart)..<Int(nodes[node].textEnd)]
  }

  /// The direct children of a node, as indexes.
  package func children(of node: Int) -> Children {
    Children(nodes: nodes, position: node + 1, end: Int(nodes[node].end))
  }

  /// Indexes of nodes that are neighbours.
  package struct Children: Sequence, IteratorProtocol {
    fileprivate let nodes: [MarkupNode]
    fileprivate var position: Int
    fileprivate let end: Int

    package mutating func next() -> Int? {
      guard position < end else { return nil }
      defer { position = Int(nodes[position].end) }
      return position
    }
  }
}
