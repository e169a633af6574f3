/// Entries of lists that became rows of tables, and rows that became entries.
///
/// How a text is laid out is not what it says. An entry is the row that has its words; the one
/// whose name it begins with; or, of what is left of a list and a table at one place, the one most
/// like it.
extension Aligner {
  /// An entry or a row that corresponds to nothing yet: one side of what was laid out otherwise.
  private struct Layout {
    var entries: [Int] = []
    var rows: [Int] = []
  }

  /// Matches entries and rows that have the same words, and no others of their kind have.
  mutating func matchRelaidWords() {
    for side in [Side.new, .old] {
      let layout = freeLayout(rowsIn: side)
      guard !layout.entries.isEmpty, !layout.rows.isEmpty else { continue }
      let rows = unique(layout.rows) { wordsDigest($0, in: side) }
      // Nearly all entries have more words than any row.
      let (nodes, others) = (text(side.other).nodes, text(side).nodes)
      let most = layout.rows.reduce(0) { max($0, others[$1].tokens.count) }
      let short = layout.entries.filter { nodes[$0].treeWords <= most }
      let entries = unique(short) { wordsDigest($0, in: side.other) }
      for (digest, entry) in entries.sorted(by: { $0.key < $1.key }) {
        guard let entry, case let row?? = rows[digest] else { continue }
        matchRelaid(entry, row, in: side)
      }
    }
  }

  /// Matches what is left of lists and tables that stand in sections which correspond.
  mutating func matchRelaid() {
    for side in [Side.new, .old] {
      let layout = freeLayout(rowsIn: side)
      guard !layout.entries.isEmpty, !layout.rows.isEmpty else { continue }
      var homes: [Int: Layout] = [:]
      for row in layout.rows {
        if let home = home(of: row, in: side) {
          homes[home, default: Layout()].rows.append(row)
        }
      }
      guard !homes.isEmpty else { continue }
      for entry in layout.entries {
        if let home = home(of: entry, in: side.other) { homes[home]?.entries.append(entry) }
      }
      for (_, home) in homes.sorted(by: { $0.key < $1.key }) where !home.entries.isEmpty {
        matchOpenings(home, rowsIn: side)
        matchAlike(home, rowsIn: side)
      }
    }
  }

  /// `side`: of the version that has the rows.
  private func freeLayout(rowsIn side: Side) -> Layout {
    let (rowNodes, rowMatches) = (text(side).nodes, alignment.matches(side))
    let rows = rowNodes.indices.filter { index in
      rowMatches[index] < 0 && rowNodes[index].shape == .row && rowNodes[index].role == .place
        && rowNodes[index].words > 0 && Int(rowNodes[index].end) == index + 1
    }
    let (nodes, matches) = (text(side.other).nodes, alignment.matches(side.other))
    let names = names(side.other)
    var entries: [Int] = []
    var index = 1
    while index < nodes.count, !rows.isEmpty {
      let node = nodes[index]
      index += 1
      guard matches[index - 1] < 0, node.role == .place else { continue }
      if node.shape == .text, node.words > 0, Int(node.end) == index {
        entries.append(index - 1)
      } else if Int(node.end) > index, names[index - 1]?.tellsRecords == true {
        // A company with the facts that stand below its name.
        entries.append(index - 1)
        index = Int(node.end)
      }
    }
    return Layout(entries: entries, rows: rows)
  }

  private mutating func matchRelaid(_ entry: Int, _ row: Int, in side: Side) {
    let (left, right) = side.pair(row, entry)
    guard alignment.areFree(left, right), !areOtherRecords(left, right),
      !standInOtherRecords(left, right)
    else { return }
    alignment.match(left, right)
  }

  /// The section, annex or document that a place stands in, as a node of the old version; `nil`
  /// where the other version has no such place.
  private func home(of node: Int, in side: Side) -> Int? {
    let nodes = text(side).nodes
    var home = Int(nodes[node].parent)
    while home > 0, !nodes[home].isSectionOrAnnex { home = Int(nodes[home].parent) }
    let match = alignment.match(of: home, in: side)
    return match < 0 ? nil : side.pair(home, match).old
  }

  /// By digest the node that has it; `nil` where several have.
  private func unique(_ nodes: [Int], _ digest: (Int) -> UInt64) -> [UInt64: Int?] {
    var found: [UInt64: Int?] = [:]
    for node in nodes {
      let digest = digest(node)
      if digest != 0 { found[digest] = found[digest] == nil ? .some(node) : .some(nil) }
    }
    return found
  }
}

extension Aligner {
  /// A digest of the words of a place without its signs, and of a row without the cell that numbers
  /// it; 0 where they are too few to be known by.
  private func wordsDigest(_ node: Int, in side: Side) -> UInt64 {
    let (text, names) = (text(side), names(side))
    let number = names.number(of: Int32(node)) ?? 0..<0
    var (digest, count) = (OpeningDigest(), 0)
    for token in text.entryTokens(node) where !number.contains(token) && text.says(token) {
      digest.add(text.comparedID(Int(token)))
      count += 1
    }
    return count >= Limits.shortestUnique ? digest.value : 0
  }

  /// Matches entries that begin with the name of a row, as the only ones.
  private mutating func matchOpenings(_ home: Layout, rowsIn side: Side) {
    let (rowText, rowNames) = (text(side), names(side))
    let (text, names) = (text(side.other), names(side.other))
    let rows = unique(home.rows) { row in
      guard let name = rowNames[row]?.tokens else { return 0 }
      var digest = OpeningDigest()
      for token in name where rowText.says(token) { digest.add(rowText.tokens.ids[Int(token)]) }
      return digest.value
    }
    /// By row, the entries that begin with its name.
    var openings: [Int: [Int]] = [:]
    for entry in home.entries {
      let tokens = text.nodes[entry].tokens
      var digest = OpeningDigest()
      var (words, best) = (0, -1)
      for token in tokens where text.says(token) {
        digest.add(text.tokens.ids[Int(token)])
        words += 1
        if words > Self.wordsOfName { break }
        guard case let row?? = rows[digest.value],
          endsName(token, tokens, text, besides: row, rowText, rowNames)
        else { continue }
        best = row
      }
      if best >= 0 { openings[best, default: []].append(entry) }
    }
    for (row, entries) in openings.sorted(by: { $0.key < $1.key }) where entries.count == 1 {
      matchRelaid(entries[0], row, in: side)
    }
    let plain = unique(home.rows) { rowNames.plainDigest(of: $0) }
    let own = unique(home.entries) { names.plainDigest(of: $0) }
    for (digest, entry) in own.sorted(by: { $0.key < $1.key }) {
      guard let entry, case let row?? = plain[digest] else { continue }
      matchRelaid(entry, row, in: side)
    }
  }

  /// Whether a name can end with a word: a sign follows, or nothing, or what the row has beside it.
  private func endsName(
    _ token: Int32, _ tokens: Range<Int32>, _ text: ComparedText, besides row: Int,
    _ rowText: ComparedText, _ rowNames: RecordNames
  ) -> Bool {
    let next = token + 1
    guard next < tokens.upperBound, text.says(next) else { return true }
    guard let name = rowNames[row]?.tokens else { return false }
    let rest = name.upperBound..<max(name.upperBound, rowText.nodes[row].tokens.upperBound)
    return rest.first { rowText.says($0) }
      .map { rowText.tokens.ids[Int($0)] == text.tokens.ids[Int(next)] } ?? false
  }

  /// In words: what is longer is no name.
  private static var wordsOfName: Int { 16 }

  /// Matches what is left in order, the most alike.
  private mutating func matchAlike(_ home: Layout, rowsIn side: Side) {
    let entries = home.entries.filter { alignment.match(of: $0, in: side.other) < 0 }
    let rows = home.rows.filter { alignment.match(of: $0, in: side) < 0 }
    guard !entries.isEmpty, !rows.isEmpty, entries.count * rows.count <= Limits.gap else { return }
    let (olds, news) = side.pair(rows, entries)
    var likeness: [Double] = []
    likeness.reserveCapacity(olds.count * news.count)
    for left in olds {
      for right in news {
        likeness.append(areOtherRecords(left, right) ? 0 : similarity(left, right))
      }
    }
    matchBest(olds, news, likeness, atLeast: Limits.alikeInOrder)
  }
}

/// A digest of words, one after the other.
private struct OpeningDigest {
  /// 0 before the first word.
  private(set) var value: UInt64 = 0

  mutating func add(_ id: Int32) {
    var mixed = (value ^ UInt64(UInt32(bitPattern: id)) &+ 0x51) &* 0xD6E8_FEB8_6659_FD93
    mixed ^= mixed >> 32
    value = mixed | 1
  }
}
