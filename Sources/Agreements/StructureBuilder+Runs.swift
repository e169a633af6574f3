internal import Diagnostics
internal import Markup

extension StructureBuilder {
  /// Sorts the blocks between two headings into the section that is open.
  ///
  /// Where a paragraph goes on with the number of an open section, `7.2` below a heading `7.1`,
  /// that section ends, and the rest belongs to the one around it.
  mutating func structureRun(_ run: ArraySlice<Int>) {
    isInContents = isUnderContents
    defer { isInContents = false }
    var rest = run
    var previous: ClauseMarker?
    while let next = firstSuccessor(among: rest) {
      structure(
        Array(rest[..<next.position]), in: openHeadings.last ?? Provision.none, isSection: true,
        after: previous)
      let number = provisions[Int(openHeadings[next.heading])].designation
      previous =
        ClauseMarker(parsing: Array(number.utf8)[...], allowsBareEnd: true)
        ?? ClauseMarker(parsing: Array("\(number).".utf8)[...], allowsBareEnd: true)
      while openHeadings.count > next.heading { closeInnermostHeading() }
      rest = rest[next.position...]
    }
    structure(
      Array(rest), in: openHeadings.last ?? Provision.none, isSection: true, after: previous)
  }

  /// The first paragraph that goes on with the number of an open heading, and which of
  /// ``openHeadings`` that is.
  private func firstSuccessor(among run: ArraySlice<Int>) -> (position: Int, heading: Int)? {
    guard !openHeadings.isEmpty else { return nil }
    let numbers = openHeadings.map { Ordinal(provisions[Int($0)].designation) }
    guard numbers.contains(where: { !$0.prefix.isEmpty }) else {
      return firstInserted(among: run, after: numbers)
    }
    for (position, block) in zip(run.indices, run) where tree.nodes[block].kind == .paragraph {
      let start = tree.nodes[block].textStart
      guard let marker = marker(at: start, ofBlock: block), marker.style == .decimal else {
        continue
      }
      let ordinal = Ordinal(marker.body)
      let heading = numbers.lastIndex { ordinal.relation(to: $0) == .successor }
      guard let heading,
        beginsSentence(behind: marker, at: Int(start))
          || isFollowed(marker, ordinal, by: run[(position + 1)...])
      else { continue }
      return (position, heading)
    }
    return nil
  }

  /// The first paragraph that is the heading of a section put in behind an open one, without being
  /// marked as a heading: `4A. REPRESENTATIVE` above `4A.1`.
  private func firstInserted(
    among run: ArraySlice<Int>, after numbers: [Ordinal]
  ) -> (position: Int, heading: Int)? {
    for (position, block) in zip(run.indices, run) where tree.nodes[block].kind == .paragraph {
      let start = tree.nodes[block].textStart
      guard beginsWithInsertedNumber(at: Int(start)), position + 1 < run.endIndex,
        let marker = marker(at: start, ofBlock: block), marker.style == .dotted,
        let heading = numbers.lastIndex(where: {
          Ordinal(marker.body).relation(to: $0) == .successor
        }),
        let first = self.marker(
          at: tree.nodes[run[position + 1]].textStart, ofBlock: run[position + 1]),
        Ordinal(first.body).prefix == marker.body
      else { continue }
      return (position, heading)
    }
    return nil
  }

  /// Whether digits with a letter stand at `start`, as of hardly any paragraph.
  private func beginsWithInsertedNumber(at start: Int) -> Bool {
    var index = start
    while index < tree.text.count, tree.text[index].isASCIIDigit { index += 1 }
    return index > start && index < tree.text.count && tree.text[index].isASCIILetter
  }
}
