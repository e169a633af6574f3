internal import Diagnostics
internal import Markup

extension StructureBuilder {
  /// Whether the next marked line of a paragraph goes on with the marker that the paragraph begins
  /// with: `(a) one;` above `(b) two.`
  func isContinuedByLine(
    _ marker: ClauseMarker, _ ordinal: Ordinal, of block: Int, in inlines: Range<Int32>
  ) -> Bool {
    guard ordinal.isInitial, let line = markedLines(of: block, in: inlines).first else {
      return false
    }
    return line.marker.style == marker.style && (line.before.endsItem || isSetApart(line))
      && Ordinal(line.marker.body).relation(to: ordinal) == .successor
  }

  /// Splits the last piece where its lines are clauses: authors often set `a.`, `b.` under each
  /// other without empty lines between, which is one paragraph to Markdown.
  mutating func splitLines(
    ofLast pieces: inout [BlockPiece], in container: Int32, markers: inout OpenMarkers
  ) {
    guard case .text(let node, let inlines, let marker, let depth)? = pieces.last else { return }
    let candidates = markedLines(of: node, in: inlines)
    guard candidates.count > 1 || marker != nil || isInClause(container) else { return }
    var pieceStart = inlines.lowerBound
    var current = (marker: marker, depth: depth)
    var isSplit = false
    for (position, candidate) in candidates.enumerated() {
      let ordinal = Ordinal(candidate.marker.body)
      let rest = candidates[(position + 1)...].prefix(8)
      let isLaterInSequence =
        isSplit
        ? !ordinal.isInitial
        : (candidate.before.endsItem || isSetApart(candidate))
          && current.marker?.style == candidate.marker.style
          && current.marker.map { ordinal.relation(to: Ordinal($0.body)) } == .successor
      guard
        isLaterInSequence || beginsSequence(candidate, ordinal, before: rest)
          || beginsSubclauses(candidate, ordinal, of: container),
        let newDepth = markers.depth(
          of: candidate.marker, ordinal,
          next: rest.first { $0.marker.style == candidate.marker.style }
            .map { Ordinal($0.marker.body) },
          canOpen: ordinal.isInitial, isLikelyFirst: true)
      else { continue }
      if !isSplit { pieces.removeLast() }
      isSplit = true
      pieces.append(
        .text(
          node: node, inlines: pieceStart..<candidate.lineBreak, marker: current.marker,
          depth: current.depth))
      pieceStart = candidate.lineBreak + 1
      let start = Int(candidate.textStart)
      cutText(
        ofInlines: pieceStart..<inlines.upperBound,
        to: start + candidate.marker.lengthWithSpace(in: tree.text, from: start))
      current = (candidate.marker, newDepth)
    }
    if isSplit {
      pieces.append(
        .text(
          node: node, inlines: pieceStart..<inlines.upperBound, marker: current.marker,
          depth: current.depth))
    }
  }

  /// Whether a marked line is the first of some: another goes on with its sequence.
  private func beginsSequence(
    _ line: MarkedLine, _ ordinal: Ordinal, before rest: ArraySlice<MarkedLine>
  ) -> Bool {
    guard ordinal.isInitial else { return false }
    // `I. Smith` above `J. Doe` are names, unless a lead-in is above them.
    let mayBeName =
      line.marker.style == .dotted && !line.marker.body.utf8.allSatisfy(\.isASCIILowercase)
    guard mayBeName ? line.before.endsSentence : !line.before.announcesNumber else { return false }
    return rest.contains {
      $0.marker.style == line.marker.style
        && Ordinal($0.marker.body).relation(to: ordinal) == .successor
    }
  }

  /// Whether a line is the first clause of the numbered item whose text it stands in: `1.1` in `1.`
  private func beginsSubclauses(
    _ line: MarkedLine, _ ordinal: Ordinal, of container: Int32
  ) -> Bool {
    line.marker.style == .decimal && ordinal.isInitial && !line.before.announcesNumber
      && isInClause(container) && continuesNumber(ordinal, of: container)
      && beginsSentence(behind: line.marker, at: Int(line.textStart))
  }

  /// Whether the author broke the line before a marker, or set the marker in bold.
  private func isSetApart(_ line: MarkedLine) -> Bool {
    let next = Int(line.lineBreak) + 1
    return tree.nodes[Int(line.lineBreak)].kind == .lineBreak
      || (next < tree.nodes.count && tree.nodes[next].kind == .strong
        && tree.nodes[next].textStart == line.textStart)
  }

  private func isInClause(_ container: Int32) -> Bool {
    container != Provision.none && provisions[Int(container)].kind == .clause
  }

  /// A line of a paragraph that begins with a marker.
  private struct MarkedLine {
    var lineBreak: Int32
    var textStart: Int32
    var marker: ClauseMarker
    /// The text of the paragraph up to the line.
    var before: LineEnd
  }

  private func markedLines(of node: Int, in inlines: Range<Int32>) -> [MarkedLine] {
    var found: [MarkedLine] = []
    var index = inlines.lowerBound
    while index < inlines.upperBound {
      let inline = tree.nodes[Int(index)]
      if inline.kind == .softBreak || inline.kind == .lineBreak,
        let marker = marker(at: inline.textEnd, ofBlock: node)
      {
        found.append(
          MarkedLine(
            lineBreak: index, textStart: inline.textEnd, marker: marker,
            before: LineEnd(of: tree.text, at: Int(inline.textStart))))
      }
      index = inline.end
    }
    return found
  }
}

extension ClauseMarker {
  /// Bytes of the marker and of the white space after it.
  func lengthWithSpace(in text: [UInt8], from start: Int) -> Int {
    var end = start + length
    while end < text.count, Self.isSpace(text[...], at: end) {
      end += Self.spaceLength(text[...], at: end)
    }
    return end - start
  }
}
