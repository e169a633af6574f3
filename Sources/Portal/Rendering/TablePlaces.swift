internal import Agreements
internal import Markup

/// Where the rows of one table stand among the provisions of its agreement.
struct TablePlaces {
  /// The table's own provision, where there are several in one place.
  private(set) var table: Int?
  /// Provisions of the rows, by node.
  private(set) var rows: [Int: Int] = [:]
  /// Provisions of the groups, by the node of their first row.
  private(set) var groups: [Int: Int] = [:]
  /// Of how many rows each first cell is the name, by the node of the row that holds it.
  private(set) var spans: [Int: Int] = [:]
  /// The first provision after the table.
  private(set) var end: Int
  /// The legal path of the place that holds it, or the agreement's title.
  private(set) var written = ""

  init(of table: Int, from first: Int, in agreement: Agreement) {
    end = first
    let nodesEnd = agreement.tree.nodes[table].end
    var isGrouped = false
    while end < agreement.provisions.count, agreement.provisions[end].node < nodesEnd,
      Int(agreement.provisions[end].node) >= table
    {
      let provision = agreement.provisions[end]
      let node = Int(provision.node)
      switch provision.kind {
      case .table: self.table = end
      case .group: groups[node] = end
      default:
        rows[node] = end
        let parent = Int(provision.parent)
        if parent >= first, agreement.provisions[parent].kind == .group { isGrouped = true }
      }
      end += 1
    }
    if isGrouped { countSpans(of: table, in: agreement.tree) }
    var place = self.table.map { Int32($0) } ?? Provision.none
    if place == Provision.none, first < end { place = agreement.provisions[first].parent }
    written =
      place == Provision.none
      ? agreement.metadata.title : agreement.legalPath(of: Int(place)).written
  }

  /// A first cell goes down to the next group; rows without any words are part of the group too. A
  /// heading over its rows has a row of its own, and names none beside it.
  private mutating func countSpans(of table: Int, in tree: MarkupTree) {
    var named: Int?
    for row in tree.children(of: table) where !tree.nodes[row].flag || groups[row] != nil {
      if groups[row] != nil { named = rows[row] == nil ? nil : row }
      if let named { spans[named, default: 0] += 1 }
    }
  }
}
