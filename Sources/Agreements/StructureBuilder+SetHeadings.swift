internal import Diagnostics
internal import Markup

/// Headings that word processors leave as paragraphs: `**§ 1 Scope**`, `Article 2 – Term`,
/// `**ANNEX 1**`.
extension StructureBuilder {
  /// A paragraph that may be meant for a heading.
  private struct SetHeading {
    /// Among the blocks of the text.
    var position: Int
    var block: Int
    var label: HeadingLabel
    var ordinal: Ordinal
    var isBold: Bool
    /// `§`, `article`: what is counted together.
    var word: String

    var isPart: Bool { label.isDivision }
  }

  /// Makes paragraphs headings where they count the sections of a text whose sections have no
  /// headings, and those that are its annexes.
  ///
  /// - Complexity: O(blocks).
  mutating func makeHeadings(among blocks: [Int]) {
    let headings = labelsOfHeadings(among: blocks)
    guard !headings.hasSections else { return }
    let candidates = blocks.indices.compactMap { setHeading(blocks[$0], at: $0) }
    guard !candidates.isEmpty else { return }
    let title = blocks.first.map { tree.nodes[$0] }
    let level = title.map { $0.kind == .heading ? max($0.value + 1, 2) : 2 } ?? 2
    let sections = sections(among: candidates.filter { !$0.isPart })
    let parts = self.sections(among: candidates.filter(\.isPart))
    for heading in parts { makeHeading(heading, level: level) }
    let areInParts = parts.contains { $0.position < sections.last?.position ?? 0 }
    let sectionLevel = max(areInParts ? level + 1 : level, headings.partLevel + 1)
    for heading in sections { makeHeading(heading, level: sectionLevel) }
    guard !headings.hasAnnexes else { return }
    for heading in annexes(among: candidates) { makeHeading(heading, level: level - 1) }
  }

  private mutating func makeHeading(_ heading: SetHeading, level: Int32) {
    tree.nodes[heading.block].kind = .heading
    tree.nodes[heading.block].value = level
    if !heading.isBold { plainHeadings.insert(heading.block) }
  }

  private func setHeading(_ block: Int, at position: Int) -> SetHeading? {
    let node = tree.nodes[block]
    guard node.kind == .paragraph, node.textEnd - node.textStart <= Self.longestHeading else {
      return nil
    }
    let text = Array(tree.plainText(of: block))
    guard let word = HeadingLabel.countingWord(of: text),
      let label = HeadingLabel(parsing: text),
      !label.body.isEmpty, !label.body.utf8.contains(UInt8(ascii: "."))
    else { return nil }
    let isBold = tree.isOnlyStrong(block)
    guard isBold || isPlainHeading(text, label, word) else { return nil }
    return SetHeading(
      position: position, block: block, label: label, ordinal: Ordinal(label.body),
      isBold: isBold, word: word)
  }

  /// In bytes: two lines of a page.
  private static let longestHeading = 200

  /// Whether a text that nothing sets apart is a heading by its form: one line, or a title below
  /// its number, which no sentence begins or ends with. Of annexes, lists speak in the same form,
  /// so that only those whose word has capital letters are one.
  private func isPlainHeading(_ text: [UInt8], _ label: HeadingLabel, _ word: String) -> Bool {
    guard let last = text.last, text.count <= 100,
      !".;,:".utf8.contains(last)
    else { return false }
    let title = text[min(label.titleOffset, text.count)...]
    if label.isAnnex || label.isDivision {
      // `EXHIBIT A` may have its title in the next line.
      let isTwoLines =
        text[label.number.utf8.count...].first == 0x0A
        && title.first.map { !$0.isASCIILowercase && $0 != UInt8(ascii: "(") } ?? false
      return !(isTwoLines ? title : text[...]).contains(0x0A)
        && !text.prefix(word.utf8.count).contains(where: \.isASCIILowercase)
    }
    guard let first = title.first else { return true }
    return !title.contains(0x0A) && !first.isASCIILowercase
      && first != UInt8(ascii: "(") && first != UInt8(ascii: ",")
  }

  /// Whether sections of the main text, and annexes, have headings, and the level of those of its
  /// parts; 0 for none.
  private func labelsOfHeadings(
    among blocks: [Int]
  ) -> (hasSections: Bool, hasAnnexes: Bool, partLevel: Int32) {
    var partLevel: Int32 = 0
    for block in blocks where tree.nodes[block].kind == .heading {
      guard let label = HeadingLabel(parsing: Array(tree.plainText(of: block))) else { continue }
      guard label.isDivision else { return (!label.isAnnex, label.isAnnex, partLevel) }
      partLevel = max(partLevel, tree.nodes[block].value)
    }
    return (false, false, partLevel)
  }

  /// Sections are counted from the first on. Those that stand next to each other are a table of
  /// contents.
  private func sections(among candidates: [SetHeading]) -> [SetHeading] {
    var runs: [String: [SetHeading]] = [:]
    var found: [SetHeading] = []
    func end(_ run: [SetHeading]) {
      let isContents = zip(run, run.dropFirst()).allSatisfy { $0.position + 1 == $1.position }
      if run.count > 1, !isContents { found += run }
    }
    for candidate in candidates where !candidate.label.isAnnex {
      let run = runs[candidate.word] ?? []
      if let last = run.last, candidate.ordinal.relation(to: last.ordinal) <= .skips {
        runs[candidate.word]?.append(candidate)
      } else if candidate.ordinal.isInitial {
        end(run)
        runs[candidate.word] = [candidate]
      }
    }
    for run in runs.sorted(by: { $0.key < $1.key }) { end(run.value) }
    return found
  }

  /// Annexes, each where its number stands last: before, lists name them.
  private func annexes(among candidates: [SetHeading]) -> [SetHeading] {
    var last: [String: SetHeading] = [:]
    for candidate in candidates where candidate.label.isAnnex {
      last[candidate.label.number.lowercased()] = candidate
    }
    let found = last.values.sorted { $0.position < $1.position }
    return found.enumerated().filter { index, heading in
      let isBefore = index + 1 < found.count && found[index + 1].position == heading.position + 1
      let isBehind = index > 0 && found[index - 1].position == heading.position - 1
      return !isBefore && !(isBehind && !heading.isBold)
    }.map(\.element)
  }
}

extension StructureBuilder {
  /// The paragraph that is the title of a section or an annex whose heading is a number alone:
  /// `**Purpose and scope**` below `Clause 1`. It is the only bold one up to the next heading.
  func titleBelow(
    _ node: Int, at index: Int, of blocks: [Int], isAnnex: Bool
  ) -> Int? {
    guard index + 1 < blocks.count else { return nil }
    let next = blocks[index + 1]
    let text = tree.plainText(of: next)
    guard tree.nodes[next].kind == .paragraph, let last = text.last, text.count <= 120,
      last != UInt8(ascii: ":"), HeadingLabel(parsing: Array(text)) == nil,
      ClauseMarker(parsing: text, allowsBareEnd: true) == nil
    else { return nil }
    if tree.isOnlyStrong(next) {
      let rest = blocks[(index + 2)...].prefix { tree.nodes[$0].kind != .heading }
      return rest.contains(where: tree.isOnlyStrong) ? nil : next
    }
    if !isAnnex, isItalicTitle(next, text) {
      let rest = blocks[(index + 2)...].prefix { tree.nodes[$0].kind != .heading }
      return rest.isEmpty || rest.contains(where: tree.isOnlyEmphasis) ? nil : next
    }
    guard plainHeadings.contains(node), let first = text.first, !text.contains(0x0A),
      index + 2 < blocks.count, tree.nodes[blocks[index + 2]].kind != .heading,
      !first.isASCIILowercase, !".;,".utf8.contains(last)
    else { return nil }
    return next
  }

  /// Whether a paragraph in italics below the bare number of a section is its title, and no remark:
  /// `*Supervision*` below `Clause 13`.
  private func isItalicTitle(_ block: Int, _ text: ArraySlice<UInt8>) -> Bool {
    guard tree.isOnlyEmphasis(block), let first = text.first, let last = text.last,
      !text.contains(0x0A)
    else { return false }
    return first.isASCIIUppercase && !".;,!?)".utf8.contains(last)
  }
}
