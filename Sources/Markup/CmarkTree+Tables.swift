import CCmarkGFM
internal import Diagnostics
import Partitioning

extension CmarkTree {
  /// Copies a block of HTML that is a table, or several, as if it were Markdown.
  ///
  /// An empty line ends a block of HTML, but no table: what follows belongs to it as far as it is
  /// HTML, too.
  ///
  /// - Returns: the last node that was copied; `nil` where it is no table.
  static func copyTables(
    at node: OpaquePointer, _ kinds: InlineArray<64, LibraryKind>,
    into builder: inout MarkupTreeBuilder, _ places: borrowing BlockPlaces
  ) -> OpaquePointer? {
    var block = unsafe bytes(of: cmark_node_get_literal(node))
    var tags = tableTags(in: block)
    guard tags.starts > 0 else { return nil }
    let firstLine = unsafe Int(cmark_node_get_start_line(node))
    var lines = lineEnds(in: block)
    var last = unsafe node
    // Once for all that follow it: each of many tables without an end would read on to the last.
    while tags.ends < tags.starts, firstLine > builder.endOfOpenTable {
      guard let next = unsafe cmark_node_next(last), let more = unsafe html(of: next, kinds) else {
        builder.endOfOpenTable = unsafe Int(cmark_node_get_end_line(last))
        return nil
      }
      let emptyLines = unsafe Int(cmark_node_get_start_line(next)) - firstLine - lines
      block += repeatElement(UInt8(ascii: "\n"), count: max(emptyLines, 0))
      block += more
      lines += max(emptyLines, 0) + lineEnds(in: more)
      let further = tableTags(in: more)
      tags = (tags.starts + further.starts, tags.ends + further.ends)
      unsafe last = next
    }
    guard let tables = HTMLTable.tables(in: block) else { return nil }
    let filePlaces = places.places(ofIndented: block, from: firstLine)
    var lineStarts = [0]
    for (index, byte) in block.enumerated() where byte == UInt8(ascii: "\n") {
      lineStarts.append(index + 1)
    }
    builder.htmlTables(tables, in: block) { byte in
      let line = lineStarts.partitioningIndex { $0 > byte }
      return filePlaces.offset(line: line, column: byte - lineStarts[line - 1] + 1)
    }
    return unsafe last
  }

  private static func tableTags(in html: [UInt8]) -> (starts: Int, ends: Int) {
    var tags = (starts: 0, ends: 0)
    for token in HTMLTokens(html, in: html.indices) where token.isNamed("table") {
      if token.kind == .start { tags.starts += 1 } else { tags.ends += 1 }
    }
    return tags
  }

  private static func lineEnds(in text: [UInt8]) -> Int {
    text.count { $0 == UInt8(ascii: "\n") }
  }

  /// The HTML of a block; behind an empty line, indented HTML is code to the library.
  private static func html(
    of node: OpaquePointer, _ kinds: InlineArray<64, LibraryKind>
  ) -> [UInt8]? {
    let kind = unsafe kinds[Library.index(of: cmark_node_get_type(node))]
    guard kind == .htmlBlock || kind == .codeBlock else { return nil }
    let literal = unsafe bytes(of: cmark_node_get_literal(node))
    if kind == .htmlBlock { return literal }
    var (length, offset, character): (CInt, CInt, CChar) = (0, 0, 0)
    guard unsafe cmark_node_get_fenced(node, &length, &offset, &character) == 0,
      literal.first(where: { !$0.isASCIIWhitespace }) == UInt8(ascii: "<")
    else { return nil }
    return literal
  }
}
