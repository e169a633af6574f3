internal import Agreements
internal import Markup

/// Where the rows of one table stand among the provisions of its agreement.
struct TablePlaces {
  /// What one row of the table is; indexes are those of provisions.
  struct Row {
    var own: Int?
    /// The group that begins with the row.
    var group: Int?
    /// Of how many rows the row's first cell is the name.
    var span = 0
  }

  /// The table's own provision, where there are several in one place.
  private(set) var table: Int?
  /// In the order of the table, its head included.
  private(set) var rows: [Row] = []
  /// The first provision after the table.
  private(set) var end: Int
  /// The place that holds the table, or ``Provision/none`` for the agreement itself.
  private(set) var place = Provision.none

  /// - Complexity: O(rows): provisions come in the order of the nodes that they stand for.
  init(of table: Int, from first: Int, in agreement: borrowing Agreement) {
    end = first
    var isGrouped = false
    if Self.isPlace(end, at: table, in: agreement), agreement.provisions[end].kind == .table {
      self.table = end
      end += 1
    }
    for node in agreement.tree.children(of: table) {
      var row = Row()
      while Self.isPlace(end, at: node, in: agreement) {
        if agreement.provisions[end].kind == .group {
          row.group = end
        } else {
          row.own = end
          let parent = Int(agreement.provisions[end].parent)
          if parent >= first, agreement.provisions[parent].kind == .group { isGrouped = true }
        }
        end += 1
      }
      rows.append(row)
    }
    if isGrouped { countSpans(of: table, in: agreement.tree) }
    if let own = self.table {
      place = Int32(own)
    } else if first < end {
      place = agreement.provisions[first].parent
    }
  }

  private static func isPlace(
    _ index: Int, at node: Int, in agreement: borrowing Agreement
  ) -> Bool {
    index < agreement.provisions.count && Int(agreement.provisions[index].node) == node
  }

  /// A first cell goes down to the next group; rows without any words are part of the group too. A
  /// heading over its rows has a row of its own, and names none beside it.
  private mutating func countSpans(of table: Int, in tree: MarkupTree) {
    var named: Int?
    for (index, node) in tree.children(of: table).enumerated() {
      guard !tree.nodes[node].flag || rows[index].group != nil else { continue }
      if rows[index].group != nil { named = rows[index].own == nil ? nil : index }
      if let named { rows[named].span += 1 }
    }
  }
}
