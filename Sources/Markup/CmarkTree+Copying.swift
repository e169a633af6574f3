import CCmarkGFM

extension CmarkTree {
  /// Copies the tree into `builder`, in document order and without recursion.
  ///
  /// Stops early where nesting passes the limit; the builder then says where.
  ///
  /// `depth`: how often the text was read anew before, as ``copyClauses(of:into:_:depth:)`` does;
  /// the blocks of such a text stand in the place of the one that they were read from.
  borrowing func copy(
    into builder: inout MarkupTreeBuilder, places: borrowing BlockPlaces, depth: Int = 0
  ) {
    let kinds = Library.shared.kinds
    let lender = memory.lend()
    defer { memory.takeBack(lender) }
    var table = TableState()
    var node = unsafe root
    while true {
      let kind = unsafe kinds[Library.index(of: cmark_node_get_type(node))]
      if unsafe depth > 0 && node == root {
        guard let child = unsafe cmark_node_first_child(node) else { return }
        unsafe node = child
        continue
      }
      if kind == .htmlBlock,
        let last = unsafe Self.copyTables(at: node, kinds, into: &builder, places)
      {
        unsafe node = last
      } else if kind.isLeaf {
        unsafe Self.copyLeaf(node, kind, into: &builder, places, depth: depth)
      } else {
        unsafe Self.open(node, kind, in: &builder, places, &table)
        guard builder.tooDeepOffset == nil else { return }
        if let child = unsafe cmark_node_first_child(node) {
          unsafe node = child
          continue
        }
        builder.close()
      }
      while true {
        if unsafe node == root { return }
        if let next = unsafe cmark_node_next(node) {
          unsafe node = next
          break
        }
        guard let parent = unsafe cmark_node_parent(node) else { return }
        unsafe node = parent
        if unsafe depth > 0 && node == root { return }
        builder.close()
      }
    }
  }

  /// Reads indented code that begins as a clause does for the clauses that its writer meant.
  ///
  /// Drafters indent `a.` by four columns and `i.` by eight. Letters are no markers of Markdown,
  /// which counts columns from the number above, and takes the deeper ones for code.
  ///
  /// - Returns: `false` where it is code.
  private static func copyClauses(
    of node: OpaquePointer, into builder: inout MarkupTreeBuilder,
    _ places: borrowing BlockPlaces, depth: Int
  ) -> Bool {
    guard depth < MarkupLimits.indentedClauses, unsafe isIndentedUnderText(node) else {
      return false
    }
    let literal = unsafe bytes(of: cmark_node_get_literal(node))
    // Notes are numbered through the whole text, and so can't be defined in a part of it.
    guard beginsAsClause(literal),
      !literal.indices.contains(where: { literal[$0...].starts(with: "[^".utf8) })
    else { return false }
    let scan = SourceScan(literal, from: 0)
    guard scan.refusal == nil, scan.firstInvalid == nil,
      let clauses = CmarkTree(parsing: literal.span, hasStrikethrough: scan.hasStrikethrough)
    else { return false }
    let line = unsafe Int(cmark_node_get_start_line(node))
    clauses.copy(
      into: &builder, places: places.places(ofIndented: literal, from: line), depth: depth + 1)
    return true
  }

  /// Whether the node is code by its indentation alone, behind a paragraph, a quote or a list.
  private static func isIndentedUnderText(_ node: OpaquePointer) -> Bool {
    var (length, offset, character): (CInt, CInt, CChar) = (0, 0, 0)
    guard unsafe cmark_node_get_fenced(node, &length, &offset, &character) == 0,
      let before = unsafe cmark_node_previous(node)
    else { return false }
    let kind = unsafe cmark_node_get_type(before)
    return kind == CMARK_NODE_PARAGRAPH || kind == CMARK_NODE_LIST
      || kind == CMARK_NODE_BLOCK_QUOTE
  }

  /// What the rows and cells of the table that is being copied need to know of it.
  @safe
  private struct TableState {
    var alignments: UnsafeMutablePointer<UInt8>?
    var columns = 0
    var isHead = false
    var column = 0
    /// Where the next cell of the row begins.
    var cursor = RowCursor(offset: 0)
  }

  private static func copyLeaf(
    _ node: OpaquePointer, _ kind: LibraryKind, into builder: inout MarkupTreeBuilder,
    _ places: borrowing BlockPlaces, depth: Int
  ) {
    let textStart = builder.tree.text.count
    switch kind {
    case .text:
      unsafe append(cmark_node_get_literal(node), to: &builder.tree.text)
      builder.text(from: textStart)
      builder.readPandocMarks(from: textStart)
    case .softBreak, .lineBreak:
      builder.tree.text.append(UInt8(ascii: "\n"))
      builder.leaf(kind == .softBreak ? .softBreak : .lineBreak, textStart: textStart)
    case .code:
      unsafe append(cmark_node_get_literal(node), to: &builder.tree.text)
      builder.leaf(.code, textStart: textStart)
    case .htmlInline:
      unsafe append(cmark_node_get_literal(node), to: &builder.tree.text)
      builder.htmlInline(from: textStart)
    case .footnoteReference:
      unsafe builder.footnoteReference(number: number(in: cmark_node_get_literal(node)))
    case .codeBlock:
      if unsafe copyClauses(of: node, into: &builder, places, depth: depth) { return }
      let info = unsafe bytes(of: cmark_node_get_fence_info(node))
      // Pandoc writes HTML so that comes from elsewhere.
      let isHTML = info.elementsEqual("{=html}".utf8)
      unsafe builder.open(isHTML ? .htmlBlock : .codeBlock, offset: offset(of: node, places))
      unsafe append(cmark_node_get_literal(node), to: &builder.tree.text)
      if isHTML { builder.htmlBlock(from: textStart) } else { builder.codeInfo(info) }
      builder.close()
    case .htmlBlock:
      unsafe builder.open(.htmlBlock, offset: offset(of: node, places))
      unsafe append(cmark_node_get_literal(node), to: &builder.tree.text)
      builder.htmlBlock(from: textStart)
      builder.close()
    default:
      unsafe builder.open(.thematicBreak, offset: offset(of: node, places))
      builder.close()
    }
  }

  private static func open(
    _ node: OpaquePointer, _ kind: LibraryKind, in builder: inout MarkupTreeBuilder,
    _ places: borrowing BlockPlaces, _ table: inout TableState
  ) {
    switch kind {
    case .emphasis: builder.open(.emphasis, offset: builder.blockOffset)
    case .strong: builder.open(.strong, offset: builder.blockOffset)
    case .strikethrough: builder.open(.strikethrough, offset: builder.blockOffset)
    case .link, .image:
      var link = unsafe MarkupLink(
        destination: bytes(of: cmark_node_get_url(node)),
        title: bytes(of: cmark_node_get_title(node)))
      TemplateLinks.unmask(&link.destination)
      builder.openLink(kind == .link ? .link : .image, link)
    case .paragraph:
      let start = unsafe offset(of: node, places)
      builder.open(.paragraph, offset: places.textStart(start, quotes: builder.quoteDepth))
    case .blockQuote: unsafe builder.open(.blockQuote, offset: offset(of: node, places))
    case .document: builder.open(.document, offset: places.start)
    case .heading:
      let start = unsafe offset(of: node, places)
      builder.open(.heading, offset: places.textStart(start, quotes: builder.quoteDepth))
      let level = unsafe cmark_node_get_heading_level(node)
      builder.modifyLast { $0.value = level }
    case .list: unsafe openList(node, in: &builder, places)
    case .item: unsafe openItem(node, in: &builder, places)
    case .footnoteDefinition:
      let textStart = unsafe offset(of: node, places)
      builder.open(.footnoteDefinition, offset: places.footnoteStart(before: textStart))
      builder.numberFootnote()
    case .table, .tableRow, .tableCell:
      unsafe openTablePart(node, kind, in: &builder, places, &table)
    default: builder.open(.paragraph, offset: builder.blockOffset)
    }
  }

  private static func openList(
    _ node: OpaquePointer, in builder: inout MarkupTreeBuilder, _ places: borrowing BlockPlaces
  ) {
    let isOrdered = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    unsafe builder.open(
      isOrdered ? .orderedList : .bulletList, offset: offset(of: node, places))
    let start = unsafe cmark_node_get_list_start(node)
    let isTight = unsafe cmark_node_get_list_tight(node) != 0
    builder.modifyLast {
      $0.value = start
      $0.flag = isTight
    }
  }

  private static func openItem(
    _ node: OpaquePointer, in builder: inout MarkupTreeBuilder, _ places: borrowing BlockPlaces
  ) {
    let start = unsafe offset(of: node, places)
    // The library knows a task by who made the node, and takes it for done where any `[x]` stands
    // in its first line; the text itself tells better.
    guard unsafe cmark_node_get_syntax_extension(node) != nil else {
      return builder.open(.item, offset: start)
    }
    builder.open(.taskItem, offset: start)
    let isDone = places.isDoneTask(at: start)
    builder.modifyLast { $0.flag = isDone }
  }

  private static func openTablePart(
    _ node: OpaquePointer, _ kind: LibraryKind, in builder: inout MarkupTreeBuilder,
    _ places: borrowing BlockPlaces, _ table: inout TableState
  ) {
    switch kind {
    case .table:
      unsafe table.alignments = cmark_gfm_extensions_get_table_alignments(node)
      unsafe table.columns = Int(cmark_gfm_extensions_get_table_columns(node))
      let start = unsafe tableStart(node, places, quotes: builder.quoteDepth)
      builder.open(.table, offset: start)
    case .tableRow:
      unsafe table.isHead = cmark_gfm_extensions_get_table_row_is_header(node) != 0
      table.column = 0
      var start = builder.blockOffset
      if !table.isHead {
        let line = unsafe Int(cmark_node_get_start_line(node))
        start = places.rowStart(line: line, quotes: builder.quoteDepth)
      }
      table.cursor = places.cursor(atRow: start)
      builder.open(.tableRow, offset: start)
      builder.modifyLast { $0.flag = table.isHead }
    default:
      builder.open(.tableCell, offset: places.nextCell(&table.cursor))
      var alignment = MarkupAlignment.none
      if let alignments = unsafe table.alignments, table.column < table.columns {
        alignment = unsafe .init(letter: alignments[table.column])
      }
      table.column += 1
      builder.modifyLast {
        $0.flag = table.isHead
        $0.value = alignment.rawValue
      }
      if table.column == table.columns, !table.isHead {
        builder.surplusCells(places.restOfRow(table.cursor))
      }
    }
  }

  /// Where the head of a table stands.
  ///
  /// A table may end a paragraph; the library then makes a paragraph without a place out of the
  /// lines before the head, and gives their place to the table.
  private static func tableStart(
    _ table: OpaquePointer, _ places: borrowing BlockPlaces, quotes: Int
  ) -> Int32 {
    guard let before = unsafe cmark_node_previous(table),
      unsafe cmark_node_get_type(before) == CMARK_NODE_PARAGRAPH,
      unsafe cmark_node_get_start_line(before) == 0
    else { return unsafe offset(of: table, places) }
    // The row of dashes stands between the head and the first row, or ends the table.
    var dashes = unsafe Int(cmark_node_get_end_line(table))
    if let head = unsafe cmark_node_first_child(table), let row = unsafe cmark_node_next(head) {
      dashes = unsafe Int(cmark_node_get_start_line(row)) - 1
    }
    return places.rowStart(line: dashes - 1, quotes: quotes)
  }

  private static func offset(of node: OpaquePointer, _ places: borrowing BlockPlaces) -> Int32 {
    var line = unsafe Int(cmark_node_get_start_line(node))
    var column = unsafe Int(cmark_node_get_start_column(node))
    if line == 0, let table = unsafe cmark_node_next(node) {
      line = unsafe Int(cmark_node_get_start_line(table))
      column = unsafe Int(cmark_node_get_start_column(table))
    }
    return places.offset(line: line, column: column)
  }
}
