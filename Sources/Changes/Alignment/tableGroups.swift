internal import Agreements
internal import Markup

/// Both versions, with the rows of a table read as the other version has them.
///
/// In `| Access control | Door locks |` the first cell is one of a row; with a row below that
/// leaves it empty, it names a group, and so do those of all other rows of the table. A row of
/// which only the first cell is filled is a heading, and one like the others where it has more to
/// say. How a row is read hangs on other rows, or on other columns: neither has changed the row
/// itself.
///
/// - Complexity: O(places).
func withOneReadingOfRows(
  _ old: ComparedText, _ new: ComparedText
) -> (old: ComparedText, new: ComparedText) {
  // Most texts have none of either, or in both the same.
  let (hasOld, hasNew) = (old.hasTables, new.hasTables)
  guard hasOld && old.hasNamesInTables || hasNew && new.hasNamesInTables || hasOld != hasNew
  else { return (old, new) }
  let (olds, news) = (RowReadings(old), RowReadings(new))
  let before = old.raisingRows(of: olds, to: news)
  let after = new.raisingRows(of: news, to: olds)
  if olds.headings.isEmpty, news.headings.isEmpty { return (before, after) }
  let (first, second) = (RowReadings(before), RowReadings(after))
  return (before.lowering(first, to: second), after.lowering(second, to: first))
}

/// How the first cells of rows are read in one version.
private struct RowReadings {
  /// The first cells that open groups of rows.
  private(set) var groups: Set<[Int32]> = []
  /// What groups of lists are called.
  private(set) var listed: Set<[Int32]> = []
  /// Those of rows that have more to say.
  private(set) var rows: Set<[Int32]> = []
  /// Places that are headings because nothing stands beside their first cell, with their words.
  private(set) var headings: [(node: Int, name: [Int32])] = []
  /// The tables without groups: of each the rows, and the headings of rows.
  private(set) var tables: [[Int]] = []

  init(_ text: ComparedText) {
    readLists(text)
    var open: (parent: Int32, places: [Int])?
    var isGrouped = false
    func close(_ readings: inout Self) {
      if let table = open?.places, !isGrouped { readings.tables.append(table) }
      open = nil
      isGrouped = false
    }
    for index in text.nodes.indices where text.isRowOrHeading(index) {
      let node = text.nodes[index]
      let parent = node.parent
      let isInGroup = node.shape == .row && text.isOfRow(Int(parent))
      if isInGroup {
        isGrouped = true
        continue
      }
      if open?.parent != parent || node.role == .head { close(&self) }
      if open == nil { open = (parent, []) }
      guard node.role == .place else { continue }
      open?.places.append(index)
      guard let first = text.nodes[index].passages.first,
        text.passages[Int(first)].column == 0
      else { continue }
      let name = text.compared(text.passages[Int(first)].tokens)
      if node.shape == .row {
        rows.insert(name)
      } else if Int(node.end) > index + 1 {
        groups.insert(name)
      } else {
        headings.append((index, name))
      }
    }
    close(&self)
  }

  /// Reads the names of the groups of lists.
  private mutating func readLists(_ text: ComparedText) {
    for index in text.nodes.indices {
      let node = text.nodes[index]
      guard node.shape == .text, node.role == .place, Int(node.end) > index + 1,
        text.kind(of: index) == .group, !text.isOfRow(index)
      else { continue }
      listed.insert(text.compared(text.label(of: index)))
    }
  }

  /// Whether more of some first cells open groups than begin rows. `isOfTwo`: whether one cell
  /// stands beside each, as what a group of a list holds.
  func group(_ names: [[Int32]], isOfTwo: Bool) -> Bool {
    let grouped = names.count { groups.contains($0) || isOfTwo && listed.contains($0) }
    return grouped > 0 && grouped > names.count(where: rows.contains)
  }
}

extension ComparedText {
  /// What a place is: a first cell that was taken for a name is a group, a heading that was taken
  /// for one of the rows is a row.
  func kind(of node: Int) -> ProvisionKind {
    let place = nodes[node]
    let kind = agreement.provisions[Int(place.provision)].kind
    switch (kind, place.shape) {
    case (.row, .text): return .group
    case (.group, .row): return .row
    case (.annex, .section): return .section
    default: return kind
    }
  }

  /// Whether a first cell of a table is a place of its own.
  fileprivate var hasNamesInTables: Bool {
    nodes.indices.contains(where: isOfRow)
  }

  fileprivate var hasTables: Bool { nodes.contains { $0.shape == .row } }

  /// Whether a place is a group or heading that stands in a table, or the head of a table or a row.
  fileprivate func isRowOrHeading(_ node: Int) -> Bool {
    nodes[node].shape == .row || isOfRow(node)
  }

  /// Whether a place is a group or heading that stands in a table.
  fileprivate func isOfRow(_ node: Int) -> Bool {
    let place = nodes[node]
    guard place.shape == .text, place.role == .place, place.provision >= 0 else { return false }
    let block = Int(agreement.provisions[Int(place.provision)].node)
    return agreement.tree.nodes[block].kind == .tableRow
  }

  fileprivate func compared(_ tokens: Range<Int32>) -> [Int32] {
    tokens.map { comparedID(Int($0)) }
  }

  /// The text with the first cells of rows as groups, in those of its tables that the other version
  /// has in groups.
  fileprivate func raisingRows(of own: RowReadings, to other: RowReadings) -> ComparedText {
    guard !other.groups.isEmpty || !other.listed.isEmpty else { return self }
    var nodes = nodes
    var insertions: [NodeInsertion] = []
    for table in own.tables {
      let names = table.compactMap { node in
        firstCell(ofRow: node).map { compared(passages[Int($0)].tokens) }
      }
      let isOfTwo = table.allSatisfy { nodes[$0].passages.count == 2 }
      guard other.group(names, isOfTwo: isOfTwo) else { continue }
      var isOpen = false
      for place in table {
        guard nodes[place].shape == .row else {
          isOpen = false
          continue
        }
        guard let first = firstCell(ofRow: place) else {
          // It goes on with the row above.
          if isOpen { insertions[insertions.count - 1].children.append(place) }
          continue
        }
        let row = nodes[place]
        let cell = passages[Int(first)].tokens
        var group = TextNode(shape: .text, provision: row.provision, parent: row.parent)
        group.tokens = cell
        group.bodyStart = cell.lowerBound
        group.passages = first..<first + 1
        nodes[place].tokens = cell.upperBound..<row.tokens.upperBound
        nodes[place].bodyStart = cell.upperBound
        nodes[place].passages = first + 1..<row.passages.upperBound
        insertions.append(NodeInsertion(before: place, node: group, children: [place]))
        isOpen = true
      }
    }
    return insertions.isEmpty ? self : inserting(insertions, among: nodes, movingProvisions: true)
  }

  /// The first passage of a row that fills its first cell and another one.
  private func firstCell(ofRow node: Int) -> Int32? {
    guard nodes[node].shape == .row, let first = nodes[node].passages.first,
      passages[Int(first)].column == 0
    else { return nil }
    return first
  }

  /// The text with those of its headings in tables as rows that are rows of the other version.
  fileprivate func lowering(_ own: RowReadings, to other: RowReadings) -> ComparedText {
    guard !own.headings.isEmpty, !other.rows.isEmpty else { return self }
    let known = Set(other.headings.map(\.name))
    let lowered = own.headings.filter { other.rows.contains($0.name) && !known.contains($0.name) }
    guard !lowered.isEmpty else { return self }
    var nodes = nodes
    for (node, _) in lowered { nodes[node].shape = .row }
    nodes.digest(tokens, comparedID)
    return ComparedText(self, nodes: nodes)
  }
}
