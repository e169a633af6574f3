internal import Diagnostics
internal import Markup

/// Letters whose sequence has a gap or no second one, and which nothing but a clause begins with.
extension StructureBuilder {
  /// Whether a paragraph that begins with the first letter or numeral is a clause though the next
  /// one does not follow: it stands right below a heading or behind a lead-in, or a later one of
  /// its sequence follows, as `(c)` does.
  ///
  /// A capital letter with a dot or a bracket alone, `A.`, begins names and headings, too.
  func beginsAlone(
    _ marker: ClauseMarker, _ ordinal: Ordinal, at position: Int, of blocks: [Int],
    in container: Int32
  ) -> Bool {
    guard marker.style != .decimal, ordinal.isInitial, ordinal.scheme != .arabic,
      marker.style == .enclosed || marker.body.utf8.allSatisfy(\.isASCIILowercase),
      !namesAnother(behind: marker, of: blocks[position])
    else { return false }
    return standsFirst(position, of: blocks, in: container)
      || marker.style != .dotted
        && isFollowedWithGap(marker, ordinal, by: blocks[(position + 1)...])
  }

  /// Whether nothing but a title or a lead-in is above a paragraph of its section.
  private func standsFirst(_ position: Int, of blocks: [Int], in container: Int32) -> Bool {
    guard position > 0 else {
      guard container != Provision.none else { return false }
      let kind = provisions[Int(container)].kind
      return kind == .section || kind == .annex
    }
    let before = blocks[position - 1]
    guard tree.nodes[before].kind == .paragraph else { return false }
    return tree.isOnlyStrong(before) || tree.plainText(of: before).last == UInt8(ascii: ":")
  }

  /// Whether a marker of the same style comes soon that leaves out one or two.
  private func isFollowedWithGap(
    _ marker: ClauseMarker, _ ordinal: Ordinal, by blocks: ArraySlice<Int>
  ) -> Bool {
    blocks.prefix(24).contains { block in
      guard tree.nodes[block].kind == .paragraph,
        let next = self.marker(at: tree.nodes[block].textStart, ofBlock: block),
        next.style == marker.style, let distance = Ordinal(next.body).distance(from: ordinal)
      else { return false }
      return (2...3).contains(distance)
    }
  }

  /// Whether the words behind a marker lead to another one, as in `(a) and (b) apply together.`
  private func namesAnother(behind marker: ClauseMarker, of block: Int) -> Bool {
    let start = Int(tree.nodes[block].textStart)
    let words = tree.text[
      (start + marker.lengthWithSpace(in: tree.text, from: start))...
    ].prefix(24)
    let rest = words.drop { $0.isASCIILetter }
    guard let first = words.first, first.isASCIILowercase, rest.first == 0x20 else {
      return false
    }
    return ClauseMarker.Extent(of: rest.dropFirst(), allowsBareEnd: false) != nil
  }
}
