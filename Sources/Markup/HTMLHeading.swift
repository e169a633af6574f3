internal import Diagnostics

/// A heading that is written as HTML, `<h2 id="scope">2. Scope</h2>`, with nothing beside it.
struct HTMLHeading {
  let level: Int32
  /// The words, without the tags between them.
  private(set) var text: [UInt8] = []

  /// Reads a block of HTML that is one heading; `nil` for any other.
  ///
  /// - Complexity: O(bytes of the block).
  init?(_ block: [UInt8]) {
    guard block.count > 8, block.starts(with: "<h".utf8) || block.starts(with: "<H".utf8),
      block[2] &- 0x31 < 6, block[3] == UInt8(ascii: ">") || block[3] == UInt8(ascii: " "),
      let open = block.firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    level = Int32(block[2] - 0x30)
    let end = block.count - 5
    let name = [block[2], UInt8(ascii: ">")]
    guard open < end, block[end...].starts(with: "</".utf8), block[end + 2] | 0x20 == 0x68,
      block[(end + 3)...].elementsEqual(name)
    else { return nil }
    var index = open + 1
    while index < end {
      switch block[index] {
      case UInt8(ascii: "<"):
        // Of words and other blocks beside the heading, it would be a part.
        guard let close = block[index..<end].firstIndex(of: UInt8(ascii: ">")),
          !Self.isHeading(block[index..<close])
        else { return nil }
        index = close + 1
      case UInt8(ascii: "&"):
        guard let entity = Self.entities.first(where: { block[index...].starts(with: $0.name) })
        else { return nil }
        text += entity.text
        index += entity.name.count
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        if text.last != UInt8(ascii: " ") { text.append(UInt8(ascii: " ")) }
        index += 1
      default:
        text.append(block[index])
        index += 1
      }
    }
    while text.last == UInt8(ascii: " ") { text.removeLast() }
    text.removeFirst(text.prefix { $0 == UInt8(ascii: " ") }.count)
    guard !text.isEmpty else { return nil }
  }

  private static func isHeading(_ tag: ArraySlice<UInt8>) -> Bool {
    let name = tag.drop { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "/") }.prefix(3)
    return name.count > 1 && name[name.startIndex] | 0x20 == UInt8(ascii: "h")
      && name[name.startIndex + 1].isASCIIDigit
  }

  private static let entities: [(name: [UInt8], text: [UInt8])] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", "\u{A0}"),
    ("&sect;", "\u{A7}"), ("&ndash;", "\u{2013}"), ("&mdash;", "\u{2014}"),
    ("&auml;", "\u{E4}"), ("&ouml;", "\u{F6}"), ("&uuml;", "\u{FC}"), ("&szlig;", "\u{DF}"),
    ("&Auml;", "\u{C4}"), ("&Ouml;", "\u{D6}"), ("&Uuml;", "\u{DC}"),
  ].map { (Array($0.utf8), Array($1.utf8)) }
}
