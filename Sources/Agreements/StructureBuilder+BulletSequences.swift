internal import Diagnostics
internal import Markup

/// Bulleted lists whose typed markers are part of a sequence that goes on in other blocks: a
/// paragraph `(1)` and then `- (2)`, `- (2)` and then paragraphs `a)` and `(3)`, or `- a.` and
/// `* b.`, which to Markdown are two lists.
extension StructureBuilder {
  /// The items of such a list; `nil` for any other.
  ///
  /// `rest`: the blocks behind it.
  func items(
    ofBullets list: Int, before rest: ArraySlice<Int>, _ markers: inout OpenMarkers
  ) -> [BlockPiece]? {
    // Nearly all lists stand behind no marker, and before no other list and no marked text.
    let nextList = rest.first.flatMap { tree.nodes[$0].kind == .bulletList ? $0 : nil }
    let isBeforeClause = rest.first.map(isMarkedText) ?? false
    guard !markers.isEmpty || nextList != nil || isBeforeClause else { return nil }
    let items = Array(tree.children(of: list))
    guard let first = items.first.flatMap({ bulletMarker(of: $0).marker }) else { return nil }
    let second = items.count > 1 ? bulletMarker(of: items[1]).marker : nil
    let goesOn = markers.goOn(with: first, before: second.map { Ordinal($0.body) })
    guard goesOn || nextList != nil || isBeforeClause, let marked = sequence(items),
      let last = marked.last?.marker
    else { return nil }
    let isResumed = isBeforeClause && isFollowed(last, Ordinal(last.body), by: rest)
    let isContinued = isResumed || nextList.map { isContinuation($0, of: last) } ?? false
    guard goesOn || isContinued,
      let depth = markers.depth(
        ofList: first, Ordinal(first.body), isContinued ? .interrupted : nil)
    else { return nil }
    _ = markers.goOn(at: depth, with: last, Ordinal(last.body))
    let pieces = marked.map { BlockPiece.item($0, list: list, depth: depth) }
    let isBegun = !goesOn && !isResumed
    if isBegun { markers.beginLists(at: depth) }
    guard !isContinued, markers.isOfLists(depth) else { return pieces }
    markers.endLists(at: depth)
    return pieces + [.endOfItems(depth: depth)]
  }

  /// Puts a bulleted list inside of the one right before it, if it is indented more: to Markdown a
  /// comment at the margin between them ends the first.
  func append(_ list: Int, behind before: Int, to pieces: inout [BlockPiece]) -> Bool {
    guard tree.nodes[before].kind == .bulletList else { return false }
    switch pieces.last {
    case .list(let outer, let inner)? where before == inner.last ?? outer:
      guard column(of: list) > column(of: outer) else { return false }
      pieces[pieces.count - 1] = .list(node: outer, inner: inner + [list])
    case .endOfItems?:
      guard column(of: list) > column(of: before) else { return false }
      pieces.insert(.list(node: list), at: pieces.count - 1)
    default: return false
    }
    return true
  }

  private func column(of list: Int) -> Int {
    let first = tree.children(of: list).first { _ in true }
    return tree.position(ofByte: Int(tree.nodes[first ?? list].offset)).column
  }

  private func isMarkedText(_ block: Int) -> Bool {
    tree.nodes[block].kind == .paragraph
      && marker(at: tree.nodes[block].textStart, ofBlock: block) != nil
  }

  /// Whether a list begins with the marker that follows another one.
  private func isContinuation(_ list: Int, of last: ClauseMarker) -> Bool {
    guard let item = tree.children(of: list).first(where: { _ in true }),
      let marker = bulletMarker(of: item).marker
    else { return false }
    return marker.style == last.style
      && Ordinal(marker.body).relation(to: Ordinal(last.body)) == .successor
  }

  /// Items of which each has the marker that follows the one before; `nil` where one has not.
  private func sequence(_ items: [Int]) -> [MarkedItem]? {
    let marked = items.map(bulletMarker)
    for (index, item) in marked.enumerated() {
      guard item.isInText, let marker = item.marker else { return nil }
      guard index > 0, let before = marked[index - 1].marker else { continue }
      guard marker.style == before.style,
        Ordinal(marker.body).relation(to: Ordinal(before.body)) == .successor
      else { return nil }
    }
    return marked
  }
}
