internal import Diagnostics
internal import Markup

/// How an ordered list ends whose last item goes on behind it.
enum UnfinishedList {
  /// Subclauses with its number follow: `1.1` after `1.`
  case clauses
  /// A later list goes on with its numbers, and what stands between is the item's.
  case interrupted
}

/// Contracts without headings: `1. Scope`, then paragraphs `1.1` and `1.2`, then `2. Duties`. To
/// Markdown each number is a list of its own, and the paragraphs stand beside it.
extension StructureBuilder {
  /// The ordered lists among neighbouring blocks whose last item holds what follows, by their
  /// nodes.
  ///
  /// - Complexity: O(items) on average.
  func unfinishedLists(among blocks: [Int]) -> [Int: UnfinishedList] {
    var unfinished: [Int: UnfinishedList] = [:]
    // By what the next number would be, the last list of that end.
    var ends: [ListEnd: (position: Int, isSingle: Bool)] = [:]
    for (position, list) in blocks.enumerated() where tree.nodes[list].kind == .orderedList {
      let items = Array(tree.children(of: list))
      let numbers = numbers(ofItems: items, in: list)
      guard let first = numbers.first, let last = numbers.last, !isTableOfContents(items, in: list)
      else {
        continue
      }
      let isClosed = isClosedByBracket(items[0])
      let before = ends.removeValue(forKey: ListEnd(next: first, isClosed: isClosed))
      if let before, unfinished[blocks[before.position]] == nil,
        isInterruption(blocks[(before.position + 1)..<position], afterOnly: before.isSingle)
      {
        unfinished[blocks[before.position]] = .interrupted
      }
      ends[ListEnd(next: last + 1, isClosed: isClosed)] = (position, items.count == 1)
      if isFollowedBySubclause(of: last, blocks[(position + 1)...]) {
        let isLeadIn = position > 0 && endsInColon(blocks[position - 1])
        unfinished[list] = isLeadIn ? .interrupted : .clauses
      }
    }
    return unfinished
  }

  private struct ListEnd: Hashable {
    var next: Int
    var isClosed: Bool
  }

  /// Whether the blocks between two lists belong to the last item of the first, rather than being
  /// lead-ins of lists that are numbered through.
  private func isInterruption(_ blocks: ArraySlice<Int>, afterOnly isSingle: Bool) -> Bool {
    guard let first = blocks.first, let last = blocks.last, !endsInColon(last) else { return false }
    guard !isSingle else { return true }
    return tree.nodes[first].kind == .paragraph
      && marker(at: tree.nodes[first].textStart, ofBlock: first).map { Ordinal($0.body).isInitial }
        == true
  }

  private func isFollowedBySubclause(of number: Int, _ rest: ArraySlice<Int>) -> Bool {
    guard let block = rest.first, tree.nodes[block].kind == .paragraph,
      let marker = marker(at: tree.nodes[block].textStart, ofBlock: block),
      marker.style == .decimal
    else { return false }
    let ordinal = Ordinal(marker.body)
    return ordinal.prefix == "\(number)" && isLikelyFirst(marker, ordinal, of: block, before: rest)
  }

  /// Whether a paragraph that begins with `marker` is the first of some clauses, and not a text
  /// that begins with an amount, such as `1.1 million`: the next follows, or words begin as
  /// sentences do.
  func isLikelyFirst(
    _ marker: ClauseMarker, _ ordinal: Ordinal, of block: Int, before rest: ArraySlice<Int>
  ) -> Bool {
    let start = Int(tree.nodes[block].textStart)
    return ordinal.isInitial
      && (beginsSentence(behind: marker, at: start)
        || isFollowed(marker, ordinal, by: rest.prefix(25)))
  }

  func beginsSentence(behind marker: ClauseMarker, of block: Int) -> Bool {
    beginsSentence(behind: marker, at: Int(tree.nodes[block].textStart))
  }

  /// Whether no small letter follows the marker at the byte `start` of the tree's text.
  func beginsSentence(behind marker: ClauseMarker, at start: Int) -> Bool {
    let next = start + marker.lengthWithSpace(in: tree.text, from: start)
    return next < tree.text.count && !tree.text[next].isASCIILowercase
  }

  private func endsInColon(_ block: Int) -> Bool {
    tree.nodes[block].kind == .paragraph
      && tree.plainText(of: block).last == UInt8(ascii: ":")
  }
}
