internal import Markup

/// Clauses in block quotes: so converters from word processors write paragraphs that are indented.
extension StructureBuilder {
  /// Blocks with what block quotes hold in their place, where they only indent clauses.
  ///
  /// A quote that words such as `is replaced by:` lead to is one.
  func withoutIndents(_ blocks: [Int]) -> [Int] {
    guard blocks.contains(where: { tree.nodes[$0].kind == .blockQuote }) else { return blocks }
    var flat: [Int] = []
    var isIndenting = false
    for (position, block) in blocks.enumerated() {
      guard tree.nodes[block].kind == .blockQuote else {
        flat.append(block)
        continue
      }
      let inner = blocksInQuotes(block)
      let isQuoted = position > 0 && leadsToQuotation(blocks[position - 1])
      guard !isQuoted, indentsClauses(inner, isContinued: isIndenting) else {
        flat.append(block)
        continue
      }
      isIndenting = true
      flat += inner
    }
    return flat
  }

  /// The blocks of a quote and of the quotes in it, in their order.
  private func blocksInQuotes(_ quote: Int) -> [Int] {
    var blocks: [Int] = []
    var index = quote + 1
    while index < Int(tree.nodes[quote].end) {
      if tree.nodes[index].kind == .blockQuote {
        index += 1
      } else {
        blocks.append(index)
        index = Int(tree.nodes[index].end)
      }
    }
    return blocks
  }

  /// Whether a quote begins with the first of some clauses, or goes on with those of one before it.
  private func indentsClauses(_ blocks: [Int], isContinued: Bool) -> Bool {
    guard let first = blocks.first, tree.nodes[first].kind == .paragraph,
      let marker = marker(at: tree.nodes[first].textStart, ofBlock: first),
      marker.style != .decimal
    else { return false }
    let ordinal = Ordinal(marker.body)
    return ordinal.isInitial
      ? isContinued || isFollowed(marker, ordinal, by: blocks[1...])
        || isContinuedByLine(
          marker, ordinal, of: first, in: Int32(first + 1)..<tree.nodes[first].end)
      : isContinued
  }

  private func leadsToQuotation(_ block: Int) -> Bool {
    let text = String(decoding: tree.plainText(of: block), as: UTF8.self).lowercased()
    return Self.quotingWords.contains { text.contains($0) }
  }

  private static let quotingWords = [
    "replace", "insert", "amended", "following wording", "reads", "to read", "ersetzt",
    "eingef\u{FC}gt", "lautet", "wortlaut", "gefasst",
  ]
}
