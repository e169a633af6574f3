/// Where a link of a text leads, as far as its form tells.
package enum LinkDestination: Equatable, Sendable {
  /// A place of the same text: `#audits`, `#7(2)`.
  case place(String)
  /// What looks like the id or the file of an agreement, and a place in it, which may be empty:
  /// `toms`, `toms#2.1`, `../agreements/toms.md`.
  case agreement(String, place: String)
  /// A place of the web, a file beside the pages, or a mailbox.
  case elsewhere
  /// What depends on where the portal is put, or on its scheme: `/terms`, `//example.com/terms`.
  case rooted

  /// Reads a destination as it stands in the text, entities and escapes decoded.
  package init(_ destination: [UInt8]) {
    let text = Self.decoded(destination)
    if let first = text.utf8.first, first == UInt8(ascii: "/") || first == UInt8(ascii: "\\") {
      self = .rooted
      return
    }
    let hash = text.firstIndex(of: "#")
    let document = String(text[..<(hash ?? text.endIndex)])
    let place = hash.map { String(text[text.index(after: $0)...]) } ?? ""
    if document.isEmpty {
      self = hash == nil ? .elsewhere : .place(place)
    } else if document.contains(":") || document.contains("?") {
      self = .elsewhere
    } else if document.hasSuffix(".md") || (!document.contains("/") && !Self.isFile(document)) {
      self = .agreement(document, place: place)
    } else {
      self = .elsewhere
    }
  }

  /// The id of the agreement that a file or an id names.
  package static func id(of document: String) -> String {
    var name = document[...]
    if name.hasSuffix(".md") { name = name.dropLast(3) }
    if let slash = name.lastIndex(of: "/") { name = name[name.index(after: slash)...] }
    return String(name)
  }

  private static func isFile(_ name: String) -> Bool {
    guard let point = name.lastIndex(of: ".") else { return false }
    let ending = name[name.index(after: point)...]
    return (2...5).contains(ending.count) && ending.allSatisfy(\.isLetter)
  }

  /// `%20` and its like as the bytes that they stand for.
  private static func decoded(_ destination: [UInt8]) -> String {
    var bytes: [UInt8] = []
    var index = 0
    while index < destination.count {
      if destination[index] == UInt8(ascii: "%"), index + 2 < destination.count,
        let high = hexDigit(destination[index + 1]), let low = hexDigit(destination[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(destination[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
    default: nil
    }
  }
}
