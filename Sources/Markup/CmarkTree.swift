import CCmarkGFM

/// Sole owner of a parsed cmark-gfm tree.
///
/// The only type in the package that holds a cmark pointer. It can't be copied and its `deinit`
/// frees the tree, so the tree is freed exactly once. What leaves this file is Swift values: no
/// caller sees a node that could outlive its tree.
@safe
struct CmarkTree: ~Copyable {
  private let root: OpaquePointer

  deinit { unsafe cmark_node_free(root) }

  /// Parses `body` as CommonMark with tables, task lists and footnotes, and with strikethrough
  /// where `hasStrikethrough` says that the text asks for it.
  ///
  /// The strikethrough extension enters its character into a table that libcmark-gfm shares between
  /// all parsers, and takes it out again at the end; parsers that run meanwhile lose markup without
  /// any error (github/cmark-gfm, pull request 176). So such a parse runs alone, and all others run
  /// side by side. Bare links are found by a later pass, for the same reason: the autolink extension
  /// has such characters too.
  ///
  /// Returns `nil` only where the library gives no tree.
  init?(parsing body: borrowing Span<UInt8>, hasStrikethrough: Bool) {
    // Registering is not thread-safe; touching the library's description runs it once, before any
    // parse.
    guard Library.shared.isUsable else { return nil }
    let parsed =
      if hasStrikethrough {
        unsafe Self.gate.takeAlone { unsafe Self.parse(body, hasStrikethrough: true) }
      } else {
        unsafe Self.gate.share { unsafe Self.parse(body, hasStrikethrough: false) }
      }
    guard let parsed = unsafe parsed else { return nil }
    unsafe root = parsed
  }

  private static let gate = ParserGate()

  private static func parse(
    _ body: borrowing Span<UInt8>, hasStrikethrough: Bool
  ) -> OpaquePointer? {
    let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
    guard let parser = unsafe cmark_parser_new(options) else { return nil }
    defer { unsafe cmark_parser_free(parser) }
    unsafe attach("table", to: parser)
    unsafe attach("tasklist", to: parser)
    if hasStrikethrough { unsafe attach("strikethrough", to: parser) }
    unsafe body.withUnsafeBytes { bytes in
      let characters = unsafe bytes.assumingMemoryBound(to: CChar.self)
      unsafe cmark_parser_feed(parser, characters.baseAddress, characters.count)
    }
    return unsafe cmark_parser_finish(parser)
  }

  private static func attach(_ name: StaticString, to parser: OpaquePointer) {
    let characters = unsafe UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    guard let found = unsafe cmark_find_syntax_extension(characters) else { return }
    unsafe cmark_parser_attach_syntax_extension(parser, found)
  }
}

// MARK: - Copying out

extension CmarkTree {
  /// Copies the tree into `builder`, in document order and without recursion.
  ///
  /// Stops early where nesting passes the limit; the builder then says where.
  ///
  /// `depth`: how often the text was read anew before, as ``copyClauses(of:into:_:depth:)`` does; the
  /// blocks of such a text stand in the place of the one that they were read from.
  borrowing func copy(
    into builder: inout MarkupTreeBuilder, places: borrowing BlockPlaces, depth: Int = 0
  ) {
    let kinds = Library.shared.kinds
    var table = TableState()
    var node = unsafe root
    while true {
      let kind = unsafe kinds[Library.index(of: cmark_node_get_type(node))]
      if unsafe depth > 0 && node == root {
        guard let child = unsafe cmark_node_first_child(node) else { return }
        unsafe node = child
        continue
      }
      if kind.isLeaf {
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
  /// Drafters indent `a.` by four columns and `i.` by eight. Letters are no markers of Markdown, which
  /// counts columns from the number above, and takes the deeper ones for code.
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

  /// Whether the node is code by its indentation alone, behind a paragraph or a list.
  private static func isIndentedUnderText(_ node: OpaquePointer) -> Bool {
    var (length, offset, character): (CInt, CInt, CChar) = (0, 0, 0)
    guard unsafe cmark_node_get_fenced(node, &length, &offset, &character) == 0,
      let before = unsafe cmark_node_previous(node)
    else { return false }
    let kind = unsafe cmark_node_get_type(before)
    return kind == CMARK_NODE_PARAGRAPH || kind == CMARK_NODE_LIST
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
      unsafe builder.open(.codeBlock, offset: offset(of: node, places))
      unsafe append(cmark_node_get_literal(node), to: &builder.tree.text)
      let info = unsafe bytes(of: cmark_node_get_fence_info(node))
      if !info.isEmpty {
        builder.tree.codeInfos.append(info)
        let count = Int32(truncatingIfNeeded: builder.tree.codeInfos.count)
        builder.modifyLast { $0.value = count }
      }
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
      let link = unsafe MarkupLink(
        destination: bytes(of: cmark_node_get_url(node)),
        title: bytes(of: cmark_node_get_title(node)))
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

// MARK: - C strings

extension CmarkTree {
  @inline(__always)
  private static func append(_ literal: UnsafePointer<CChar>?, to text: inout [UInt8]) {
    guard let literal = unsafe literal else { return }
    unsafe text.append(
      contentsOf: UnsafeBufferPointer(
        start: UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self),
        count: length(of: literal)))
  }

  private static func bytes(of literal: UnsafePointer<CChar>?) -> [UInt8] {
    var bytes: [UInt8] = []
    unsafe append(literal, to: &bytes)
    return bytes
  }

  private static func length(of literal: UnsafePointer<CChar>?) -> Int {
    guard let literal = unsafe literal else { return 0 }
    return unsafe strlen(literal)
  }

  /// The decimal number that a footnote reference has for a literal.
  private static func number(in literal: UnsafePointer<CChar>?) -> Int32 {
    var number: Int32 = 0
    for digit in unsafe bytes(of: literal) {
      number = number &* 10 &+ Int32(digit) &- Int32(UInt8(ascii: "0"))
    }
    return number
  }
}

extension MarkupAlignment {
  /// cmark's letter for an alignment; 0 is none.
  fileprivate init(letter: UInt8) {
    self =
      switch letter {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
  }
}

// MARK: - The library's kinds of nodes

extension CmarkTree {
  /// A node type of the library, extensions included, as a number that is known at compile time.
  private enum LibraryKind: UInt8 {
    // Leaves
    case text, softBreak, lineBreak, code, htmlInline, footnoteReference
    case codeBlock, htmlBlock, thematicBreak
    // Nodes that may have children
    case document, blockQuote, list, item, paragraph, heading, footnoteDefinition
    case table, tableRow, tableCell, emphasis, strong, strikethrough, link, image
    case other

    var isLeaf: Bool { rawValue <= Self.thematicBreak.rawValue }
  }

  /// What the library calls its node types, asked once.
  ///
  /// Types of extensions have no constants: they are numbered at registration, and told by name
  /// only. Looking at a specimen of each once makes the walk compare integers.
  private struct Library {
    static let shared = Library()

    private(set) var kinds = InlineArray<64, LibraryKind>(repeating: .other)
    private(set) var isUsable = false

    private init() {
      cmark_gfm_core_extensions_ensure_registered()
      nameCoreTypes()
      let specimen: [UInt8] = Array("| a |\n|---|\n| b |\n\n~~c~~\n".utf8)
      // Nothing else can parse yet: every other parse waits for this initializer.
      guard let root = unsafe CmarkTree.parse(specimen.span, hasStrikethrough: true) else { return }
      defer { unsafe cmark_node_free(root) }
      guard let iterator = unsafe cmark_iter_new(root) else { return }
      defer { unsafe cmark_iter_free(iterator) }
      var found = 0
      while unsafe cmark_iter_next(iterator) != CMARK_EVENT_DONE {
        guard let node = unsafe cmark_iter_get_node(iterator) else { return }
        let index = unsafe Self.index(of: cmark_node_get_type(node))
        guard let name = unsafe cmark_node_get_type_string(node), kinds[index] == .other else {
          continue
        }
        if let kind = unsafe Self.extensionKind(named: String(cString: name)) {
          kinds[index] = kind
          found += 1
        }
      }
      isUsable = found == 4
    }

    /// A place in ``kinds``: blocks first, inlines from 32.
    @inline(__always)
    static func index(of type: cmark_node_type) -> Int {
      Int((type.rawValue & 0x1F) | ((type.rawValue & 0x4000) >> 9))
    }

    private static func extensionKind(named name: String) -> LibraryKind? {
      switch name {
      case "table": .table
      case "table_header", "table_row": .tableRow
      case "table_cell": .tableCell
      case "strikethrough": .strikethrough
      default: nil
      }
    }

    private mutating func nameCoreTypes() {
      let core: [(cmark_node_type, LibraryKind)] = [
        (CMARK_NODE_DOCUMENT, .document), (CMARK_NODE_BLOCK_QUOTE, .blockQuote),
        (CMARK_NODE_LIST, .list), (CMARK_NODE_ITEM, .item), (CMARK_NODE_CODE_BLOCK, .codeBlock),
        (CMARK_NODE_HTML_BLOCK, .htmlBlock), (CMARK_NODE_PARAGRAPH, .paragraph),
        (CMARK_NODE_HEADING, .heading), (CMARK_NODE_THEMATIC_BREAK, .thematicBreak),
        (CMARK_NODE_FOOTNOTE_DEFINITION, .footnoteDefinition), (CMARK_NODE_TEXT, .text),
        (CMARK_NODE_SOFTBREAK, .softBreak), (CMARK_NODE_LINEBREAK, .lineBreak),
        (CMARK_NODE_CODE, .code), (CMARK_NODE_HTML_INLINE, .htmlInline),
        (CMARK_NODE_EMPH, .emphasis), (CMARK_NODE_STRONG, .strong), (CMARK_NODE_LINK, .link),
        (CMARK_NODE_IMAGE, .image), (CMARK_NODE_FOOTNOTE_REFERENCE, .footnoteReference),
      ]
      for (type, kind) in core { kinds[Self.index(of: type)] = kind }
    }
  }
}
