internal import Markup

extension RegisterListReader {
  /// Reads a table with a company in each column: its first column holds what others have as heads.
  ///
  /// - Returns: whether the table is one of those.
  mutating func readColumns(of rowNodes: [Int], section: String?) -> Bool {
    let rows = rowNodes.map { Array(tree.children(of: $0)) }
    var labels = rows.map { cells in
      cells.first.flatMap { heads.field(ofLabel: text(of: $0).inOneLine) }
    }
    let known = labels.count { $0 != nil }
    if let head = rows.first, let corner = head.first, text(of: corner).isEmpty,
      head.contains(where: { !text(of: $0).isEmpty }),
      !labels.contains(where: { $0 == .name || $0 == .provider })
    {
      // The corner above the labels stays empty, and the companies stand beside it.
      labels[0] = .name
    }
    guard known > 1, known * 2 >= rows.count, let columns = rows.map(\.count).max(), columns > 1,
      let names = labels.firstIndex(where: { $0 == .name || $0 == .provider })
    else { return false }
    let list = fieldsOfLists.count
    fieldsOfLists.append(Set(labels.compactMap { $0 }))
    let context = ListContext(section: section, words: words)
    for column in 1..<columns where column < rows[names].count {
      let name = rows[names][column]
      guard !leavesOutStruck(name), !text(of: name).isEmpty else { continue }
      var row = ListRow(
        context: context, range: range(of: name), provision: provision(of: rowNodes[names]),
        list: list)
      for (index, cells) in rows.enumerated() where column < cells.count {
        // A head that is no label only numbers the columns.
        if index == 0, labels[0] == nil { continue }
        let label = text(of: cells[0]).inOneLine
        add(
          cells[column], text: text(of: cells[column]), field: labels[index], head: label, to: &row)
      }
      append(row)
    }
    return true
  }
}
