package import Diagnostics
import Partitioning

/// The exact place in the file of any byte of a tree's text, found when it is asked for.
///
/// A block is matched against its source once, at the first question about it; so all questions
/// about a tree together take time linear in it, and a tree without diagnostics takes none.
package struct MarkupPlaces {
  private let tree: MarkupTree
  private let file: [UInt8]
  /// Blocks that hold text, in document order, with the quotes round each.
  private var blocks: [Int32] = []
  private var quotes: [UInt8] = []
  private var alignments: [Int: BlockAlignment] = [:]

  /// Answers for `tree`, which was parsed from `file`.
  package init(_ tree: MarkupTree, file: [UInt8]) {
    self.tree = tree
    var file = file
    // The text has blanks in their place.
    if tree.hadControls { _ = replaceControls(in: &file) }
    self.file = file
    var quoteEnds: [Int32] = []
    for (index, node) in tree.nodes.enumerated() {
      while let end = quoteEnds.last, end <= index { quoteEnds.removeLast() }
      switch node.kind {
      case .blockQuote: quoteEnds.append(node.end)
      case .paragraph, .heading, .tableCell, .codeBlock, .htmlBlock:
        blocks.append(Int32(truncatingIfNeeded: index))
        quotes.append(UInt8(truncatingIfNeeded: quoteEnds.count))
      default: break
      }
    }
  }

  /// The byte of the file that a byte of ``MarkupTree/text`` came from.
  ///
  /// For the letters of an entity or escape that is the byte where it stands.
  package mutating func fileOffset(ofText text: Int32) -> Int {
    guard let index = block({ tree.nodes[$0].textStart <= text }) else { return 0 }
    let offset = align(index).offset(ofText: text) ?? tree.nodes[Int(blocks[index])].offset
    return min(Int(offset), file.count)
  }

  /// The byte of the file where a node begins: for an inline node, where its markup does.
  package mutating func fileOffset(ofNode node: Int) -> Int {
    guard tree.nodes[node].kind.isInline, let index = block({ $0 <= node }) else {
      return Int(tree.nodes[node].offset)
    }
    if let offset = align(index).offset(ofNode: Int32(truncatingIfNeeded: node)) {
      return min(Int(offset), file.count)
    }
    return fileOffset(ofText: tree.nodes[node].textStart)
  }

  package mutating func position(ofText text: Int32) -> SourcePosition {
    tree.position(ofByte: fileOffset(ofText: text))
  }

  /// The stretch of the file from the first to behind the last byte of a stretch of text.
  package mutating func range(ofText text: Range<Int32>, path: String) -> SourceRange {
    let start = position(ofText: text.lowerBound)
    guard !text.isEmpty else { return SourceRange(path: path, start: start, end: start) }
    let last = fileOffset(ofText: text.upperBound - 1)
    return SourceRange(path: path, start: start, end: tree.position(ofByte: last + 1))
  }

  /// The last block for which `isNotAfter` holds, by binary search.
  private func block(_ isNotAfter: (Int) -> Bool) -> Int? {
    let after = blocks.partitioningIndex { !isNotAfter(Int($0)) }
    return after > 0 ? after - 1 : nil
  }

  private mutating func align(_ index: Int) -> BlockAlignment {
    if let known = alignments[index] { return known }
    let block = Int(blocks[index])
    // Footnotes come after what follows them in the file, so the next block may stand before.
    var limit = file.count
    if index + 1 < blocks.count {
      let next = Int(tree.nodes[Int(blocks[index + 1])].offset)
      if next > Int(tree.nodes[block].offset) { limit = next }
    }
    let alignment = BlockAlignment(
      tree, block: block, file: file, quotes: Int(quotes[index]), limit: limit)
    alignments[index] = alignment
    return alignment
  }
}
