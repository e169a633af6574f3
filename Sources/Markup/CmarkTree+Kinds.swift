import CCmarkGFM

extension CmarkTree {
  /// A node type of the library, extensions included, as a number that is known at compile time.
  enum LibraryKind: UInt8 {
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
  struct Library {
    static let shared = Library()

    private(set) var kinds = InlineArray<64, LibraryKind>(repeating: .other)
    private(set) var isUsable = false

    private init() {
      cmark_gfm_core_extensions_ensure_registered()
      nameCoreTypes()
      let specimen: [UInt8] = Array("| a |\n|---|\n| b |\n\n~~c~~\n".utf8)
      // Nothing else can parse yet: every other parse waits for this initializer.
      guard
        let root = unsafe CmarkTree.parse(
          specimen.span, hasStrikethrough: true, cmark_get_default_mem_allocator())
      else { return }
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
