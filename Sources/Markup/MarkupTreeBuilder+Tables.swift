extension MarkupTreeBuilder {
  /// Adds tables that were written as HTML, as if they were Markdown.
  ///
  /// `block`: the HTML that they were read from. `offset`: the byte of the file for one of it.
  mutating func htmlTables(
    _ tables: [HTMLTable], in block: [UInt8], offset: (_ byte: Int) -> Int32
  ) {
    for table in tables {
      if let caption = table.caption {
        open(.paragraph, offset: offset(caption.lowerBound))
        writeHTML(block, in: caption)
        close()
      }
      open(.table, offset: offset(table.start))
      if !table.hasHead {
        // A table of Markdown has one, be it empty.
        openRow(offset(table.start), isHead: true)
        for _ in 0..<table.columns {
          openCell(offset(table.start), isHead: true, .none)
          close()
        }
        close()
      }
      for (index, row) in table.rows.enumerated() {
        let isHead = index == 0 && table.hasHead
        openRow(offset(row.start), isHead: isHead)
        var start = row.start
        for cell in row.cells {
          start = cell.content?.lowerBound ?? start
          openCell(offset(start), isHead: isHead, cell.alignment)
          if let content = cell.content { writeHTML(block, in: content) }
          close()
        }
        close()
      }
      close()
    }
  }

  private mutating func openRow(_ offset: Int32, isHead: Bool) {
    open(.tableRow, offset: offset)
    modifyLast { $0.flag = isHead }
  }

  private mutating func openCell(_ offset: Int32, isHead: Bool, _ alignment: MarkupAlignment) {
    open(.tableCell, offset: offset)
    modifyLast {
      $0.flag = isHead
      $0.value = alignment.rawValue
    }
  }

  private mutating func writeHTML(_ block: [UInt8], in range: Range<Int>) {
    var writer = HTMLCellWriter(block)
    for token in HTMLTokens(block, in: range) { writer.write(token, to: &self) }
    writer.end(in: &self)
  }
}
