// References that go on with the place that was cited before them.

extension ReferenceResolver {
  /// A reference that goes on with the one before it: the `lit. d` of `Ziffer 4.1 lit. a und b
  /// gelten auch dann; lit. d gilt nicht`.
  mutating func resolvedBehindLast(_ mention: Mention) -> ResolvedReference? {
    guard let last = lastPlace, last.passage == mention.passage, mention.qualifier == .none,
      mention.textRange.lowerBound - last.end < Self.longestPause,
      (lastCitation?.textRange.upperBound ?? 0) < last.end,
      let level = mention.parts.first?.path.first?.level,
      level == .letter || level == .subsection || level == .item
    else { return nil }
    var search = PlaceSearch(
      mention, of: reading, in: reading, number: number, origin: [.place(last.place)],
      topics: context.catalogs.topics)
    let (reference, missing) = resolveParts(of: mention, in: number, by: &search)
    return missing.isEmpty && search.diagnostics.isEmpty ? reference : nil
  }

  /// In bytes.
  private static let longestPause: Int32 = 240
}
